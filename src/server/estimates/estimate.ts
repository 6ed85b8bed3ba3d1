import { type GraphQLField, type GraphQLObjectType, getArgumentValues, getNamedType, getVariableValues } from 'graphql';
import type { MissingRead, NotRead } from '../../base/not-read.ts';
import { eventLoop } from '../../base/turns.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { RequestContext } from '../../context.ts';
import { ageSecondsOf } from '../../loading/reader.ts';
import type { EndpointRow } from '../../transport/call.ts';
import { type AskedOperation, type Group, selectedFields, withDefaults } from '../selected-fields.ts';
import { triedPages, weighingCalls } from './bounds.ts';
import {
  addBelow,
  definitionOf,
  keyOf,
  namesBelow,
  placeBelow,
  plannedOf,
  selectionsOf,
  valuesOf,
  type Walk,
} from './child-calls.ts';
import { openWhereWeighed } from './open-weighed.ts';
import { type Planning, type RootReads, type RootResolvers, readRoot } from './root-reads.ts';
import { type Calls, createTally, type PlannedEndpoint, sumOf } from './tally.ts';

/** What an operation is known to cost before anything is executed. */
export type Estimate = Calls & {
  readonly byUpstream: Readonly<Record<string, Calls>>;
  readonly plan: readonly PlannedEndpoint[];
};

/** It fails before it reads anything. */
export const NO_CALLS: Estimate = { min: 0, max: 0, byUpstream: {}, plan: [] };

/** The same operation where what is held must do: whatever is missing, nothing is called. */
export function withoutCalls({ plan }: Estimate): Estimate {
  return { ...NO_CALLS, plan: plan.filter(({ fromCache }) => fromCache) };
}

type Root = {
  readonly name: string;
  readonly group: Group;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
};

function rootsOf(type: GraphQLObjectType, asked: AskedOperation): readonly Root[] {
  return [...selectedFields([asked.operation.selectionSet], type, asked).values()].flatMap((group) => {
    const definition = definitionOf(group);
    return definition === undefined ? [] : [{ name: keyOf(group), group, definition, type }];
  });
}

function heldCount(value: unknown): number {
  if (Array.isArray(value)) return value.filter((one) => one !== null && one !== undefined).length;
  return value === null || value === undefined ? 0 : 1;
}

type TypesOf = (ids: unknown) => readonly string[];

/** Which types of records the ids of `node` and `nodes` name; of any other field every type is possible. */
function possibleTypes({ definition, group }: Root, { asked, variables }: Planning): (type: string) => boolean {
  const [field] = group.fields;
  const typesOf = asked.schema.extensions.typesOf as TypesOf | undefined;
  if (field === undefined || typesOf === undefined || getNamedType(definition.type).name !== 'Node') return () => true;
  const types = Object.values(getArgumentValues(definition, field, variables)).flatMap(typesOf);
  return (type) => types.includes(type);
}

/** What a read by id may call that is not known to end: whatever any field may. */
function endpointsOf({ definition }: Root, context: RequestContext): readonly string[] {
  return plannedOf(definition)?.endpoints ?? [...context.gateway.endpoints.keys()];
}

function addRoot(walk: Walk, planning: Planning, root: Root, { missing, held }: RootReads): void {
  const path = [root.name];
  if (missing.some(({ onward }) => onward !== 'ends'))
    for (const endpoint of endpointsOf(root, planning.context)) walk.tally.add(endpoint, null, path);
  const named = getNamedType(root.definition.type);
  const values = held === undefined ? valuesOf(root.group, root.definition, walk.asked) : heldCount(held.value);
  const place = placeBelow(root.group, named, { rows: 1, path: [], lists: 1, record: '' }, values);
  addBelow(walk, selectionsOf(root.group), named, place, possibleTypes(root, planning));
}

/** Lists of root fields are weighed with those below other ones, where they are asked for at the same time. */
function addWeighing({ weighed, searched, tally }: Walk, roots: readonly RootReads[]): void {
  const read = roots.flatMap(({ missing }) => missing.flatMap(({ reads }) => reads.map(({ endpoint }) => endpoint)));
  for (const [endpoint, below] of weighed) {
    if (below === null) continue;
    tally.add(endpoint, weighingCalls(below + read.filter((one) => one === endpoint).length), undefined, endpoint);
  }
  for (const [endpoint, below] of searched)
    if (below !== null) tally.add(endpoint, triedPages(below), undefined, endpoint);
}

function readsOf(roots: readonly Root[], reads: readonly RootReads[]): ReadonlyMap<MissingRead, readonly string[]> {
  const all = reads.flatMap(({ missing }, index) =>
    missing.flatMap(({ reads }: NotRead) => reads.map((read) => [read, [roots[index]?.name ?? '']] as const)),
  );
  return new Map(all);
}

/** What is held and answers a part of the operation without a call. */
function heldParts({ meter, gateway }: RequestContext, roots: readonly Root[]): readonly PlannedEndpoint[] {
  const now = gateway.clock.now();
  const byEndpoint = Map.groupBy(meter.hits.values(), ({ endpoint }) => endpoint);
  return [...byEndpoint].map(([endpoint, hits]) => ({
    upstream: hits[0]?.upstream as Upstream,
    endpoint,
    calls: { min: 0, max: 0 },
    fromCache: true,
    ageSeconds: Math.max(...hits.map(({ asOf }) => ageSecondsOf(asOf, now))),
    paths: roots
      .filter(({ definition }) => (plannedOf(definition)?.endpoints ?? [endpoint]).includes(endpoint))
      .map(({ name }) => [name]),
  }));
}

/** Keys of one account see the same. Others may see different things: how many calls their union takes only they tell. */
function withKeys(calls: Calls, { visibility }: EndpointRow, keys: number): Calls {
  return visibility !== 'account' && keys > 1 && calls.max !== 0 ? { min: 0, max: null } : calls;
}

async function toEstimate(walk: Walk, context: RequestContext, roots: readonly Root[]): Promise<Estimate> {
  const isHeld = async (endpoint: string): Promise<boolean> => {
    const row = walk.rowOf(endpoint);
    return row !== undefined && context.isCopyFresh(row);
  };
  const called = (await walk.tally.entries(isHeld)).flatMap(({ endpoint, calls, ...rest }) => {
    const row = walk.rowOf(endpoint);
    const keys = row === undefined ? 0 : (context.gateway.credentials.get(row.upstream)?.length ?? 0);
    if (row === undefined || keys === 0) return [];
    return [{ upstream: row.upstream, endpoint, calls: withKeys(calls, row, keys), ...rest }];
  });
  const isWeighed = (endpoint: string): boolean => walk.weighed.has(endpoint) || walk.searched.has(endpoint);
  const bounded = openWhereWeighed(called, isWeighed, context);
  const groups = Map.groupBy(bounded, ({ upstream }) => upstream);
  return {
    ...sumOf(bounded),
    byUpstream: Object.fromEntries([...groups].map(([upstream, planned]) => [upstream, sumOf(planned)])),
    plan: [...bounded, ...heldParts(context, roots)],
  };
}

/** Looking at a field is as much work as so many fields of an answer. */
const WORK_PER_FIELD = 4;

/**
 * Bounds the calls of an operation without making any; undefined if its variables are not of their types. How: root fields are asked in
 * a context in which every read that would call is only noted; below them the document tells how often each field is asked, and each
 * field says what that costs at most.
 */
export async function estimate(
  operation: AskedOperation,
  context: RequestContext,
  resolvers: RootResolvers,
): Promise<Estimate | undefined> {
  const type = operation.schema.getQueryType();
  const { coerced } = getVariableValues(
    operation.schema,
    operation.operation.variableDefinitions ?? [],
    operation.variables,
    { maxErrors: 1 },
  );
  if (type === undefined || type === null || coerced === undefined) return undefined;
  const asked = withDefaults(operation);
  const rowOf = (endpoint: string): EndpointRow | undefined => context.gateway.endpoints.get(endpoint);
  const walk: Walk = {
    asked,
    rowOf,
    tally: createTally(),
    counted: new Set(),
    weighed: new Map(),
    searched: new Map(),
    looked: 0,
  };
  const planned = context.planned();
  const planning: Planning = { asked, variables: coerced, context: planned, resolvers };
  const roots = rootsOf(type, asked);
  const reads = await Promise.all(
    roots.map((root) => {
      const below = namesBelow(root.group, getNamedType(root.definition.type), asked);
      return readRoot(planning, root, below);
    }),
  );
  walk.tally.addReads(readsOf(roots, reads));
  for (const [index, root] of roots.entries()) {
    addRoot(walk, planning, root, reads[index] ?? { missing: [], held: undefined });
    await eventLoop.take(walk.looked * WORK_PER_FIELD);
    walk.looked = 0;
  }
  addWeighing(walk, reads);
  return toEstimate(walk, planned, roots);
}
