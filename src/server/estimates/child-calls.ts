import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { CallPlan, PlannedField } from '../../model/call-plan.ts';
import type { EndpointRow } from '../../transport/call.ts';
import { multiplierOf } from '../document-limits/rows.ts';
import { type AskedOperation, type Group, readValue, selectedFields } from '../selected-fields.ts';
import { type Asking, mostCalls } from './bounds.ts';
import type { Tally } from './tally.ts';

/** Where in the answer: how many records lie there at most (null: nobody knows), and of which the innermost is a part. */
export type Place = {
  readonly rows: number | null;
  readonly path: readonly string[];
  readonly record: string;
  /** How many lists of words lie there: a record's field names words of just one. */
  readonly lists: number | null;
};

export type Walk = {
  readonly asked: AskedOperation;
  readonly tally: Tally;
  readonly rowOf: (endpoint: string) => EndpointRow | undefined;
  /** Reads that answer every field of the same name and place: each counts once. */
  readonly counted: Set<string>;
  /** How many lists of an endpoint are weighed against one another. */
  readonly weighed: Map<string, number | null>;
  /** How many searches of an endpoint are weighed against the pages of its one copy. */
  readonly searched: Map<string, number | null>;
  /** Fields looked at since the event loop had its turn. */
  looked: number;
};

export function plannedOf(field: GraphQLField<unknown, unknown>): PlannedField | undefined {
  return field.extensions.planned as PlannedField | undefined;
}

export function definitionOf({ type, fields }: Group): GraphQLField<unknown, unknown> | undefined {
  const [field] = fields;
  return field === undefined || isUnionType(type) ? undefined : type.getFields()[field.name.value];
}

export function keyOf({ fields }: Group): string {
  const [field] = fields;
  return (field?.alias ?? field?.name)?.value ?? '';
}

export function selectionsOf({ fields }: Group): readonly SelectionSetNode[] {
  return fields.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** The names of what is selected below a field. */
export function namesBelow(group: Group, type: GraphQLNamedType, asked: AskedOperation): ReadonlySet<string> {
  if (!isCompositeType(type)) return new Set();
  const below = selectedFields(selectionsOf(group), type, asked).values();
  return new Set([...below].map(({ fields }) => fields[0]?.name.value ?? ''));
}

function isRecord(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

const alike = new WeakMap<GraphQLObjectType, boolean>();

/** Whether all of a record's values of this type need the same calls, so that a list of them needs no more than one. */
function needsAlike(type: GraphQLObjectType): boolean {
  const known = alike.get(type);
  if (known !== undefined) return known;
  // Types may lead back to themselves.
  alike.set(type, true);
  const answer = Object.values(type.getFields()).every((field) => {
    const planned = plannedOf(field);
    const named = getNamedType(field.type);
    if (planned !== undefined && planned.plan !== 'detail' && planned.plan !== 'vocabulary') return false;
    return !isCompositeType(named) || (isObjectType(named) && !isRecord(named) && needsAlike(named));
  });
  alike.set(type, answer);
  return answer;
}

/** How many values a field has for one parent at most. */
export function valuesOf(group: Group, field: GraphQLField<unknown, unknown>, asked: AskedOperation): number | null {
  const [node] = group.fields;
  const size = node === undefined ? undefined : multiplierOf(field, node, asked);
  if (size !== undefined) return size;
  if (!isListType(getNullableType(field.type))) return 1;
  // The rows of a page are counted where the page is.
  if (group.type.name.endsWith('Connection')) return 1;
  const named = getNamedType(field.type);
  return isObjectType(named) && !isRecord(named) && needsAlike(named) ? 1 : null;
}

const FILTERS = new Set(['filter', 'reference']);

function askingOf(group: Group, field: GraphQLField<unknown, unknown>, place: Place, asked: AskedOperation) {
  const [node] = group.fields;
  const given = new Map(node?.arguments?.map(({ name, value }) => [name.value, readValue(value, asked)]));
  const below = namesBelow(group, getNamedType(field.type), asked);
  const size = valuesOf(group, field, asked) ?? 1;
  const isFilter = ([name, value]: [string, unknown]): boolean =>
    FILTERS.has(name) && value !== null && value !== undefined && Object.keys(value).length > 0;
  return {
    rows: place.rows,
    lists: place.lists,
    page: size + (below.has('pageInfo') ? 1 : 0),
    filtered: [...given].some(isFilter),
    placed: (given.get('after') ?? null) !== null,
    onlyIds: below.size > 0 && [...below].every((name) => ['id', 'sourceId', '__typename'].includes(name)),
  } satisfies Asking;
}

/** The fields whose reads answer one another are counted where the record is, others where they are. */
function countedAt({ plan }: PlannedField, { path, record }: Place): string | undefined {
  if (plan === 'once') return '';
  if (plan === 'detail') return record;
  return plan === 'each' || plan === 'vocabulary' ? path.join('.') : undefined;
}

/** What a whole copy answers, too. */
const COPIED: Partial<Record<CallPlan, true>> = {
  record: true,
  reference: true,
  references: true,
  'look-up': true,
  copy: true,
  weighed: true,
  searched: true,
};

/** The list whose copy answers in place of an endpoint. */
function copyOf(endpoint: string, endpoints: readonly string[]): string | undefined {
  const family = endpoint.slice(0, endpoint.lastIndexOf('.'));
  return endpoints.find((one) => one === `${family}.list` || one === `${family}.search`);
}

function isZone(endpoint: string): boolean {
  return endpoint.startsWith('iadvize.websites.');
}

function addField(walk: Walk, group: Group, field: GraphQLField<unknown, unknown>, place: Place): void {
  const planned = plannedOf(field);
  if (planned === undefined) return;
  const asking = askingOf(group, field, place, walk.asked);
  const at = countedAt(planned, place);
  const path = [...place.path, keyOf(group)];
  const [first = ''] = planned.endpoints;
  for (const endpoint of planned.endpoints) {
    const row = walk.rowOf(endpoint);
    if (row === undefined) continue;
    const key = `${endpoint} ${at}`;
    if (at !== undefined && walk.counted.has(key)) continue;
    walk.counted.add(key);
    const primary = isZone(first) || !isZone(endpoint);
    const copy = planned.plan in COPIED ? copyOf(endpoint, planned.endpoints) : undefined;
    walk.tally.add(endpoint, mostCalls(planned.plan, asking, row, primary), path, copy);
    const counts = planned.plan === 'weighed' ? walk.weighed : planned.plan === 'searched' ? walk.searched : undefined;
    if (counts === undefined || !primary) continue;
    const known = counts.get(endpoint) ?? 0;
    counts.set(endpoint, place.rows === null || known === null ? null : known + place.rows);
  }
}

/** The place of a field's values, for so many of them at each parent. */
export function placeBelow(group: Group, type: GraphQLNamedType, place: Place, values: number | null): Place {
  const path = [...place.path, keyOf(group)];
  const rows = place.rows === null || values === null ? null : place.rows * values;
  const lists = type.name === 'ReferenceList' ? rows : place.lists;
  return { rows, path, lists, record: isRecord(type) ? path.join('.') : place.record };
}

/** Adds what the fields below a place may call. */
export function addBelow(
  walk: Walk,
  sets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  place: Place,
  isPossible: (type: string) => boolean = () => true,
): void {
  if (!isCompositeType(type) || place.rows === 0) return;
  for (const group of selectedFields(sets, type, walk.asked).values()) {
    const field = definitionOf(group);
    if (field === undefined || (isObjectType(group.type) && !isPossible(group.type.name))) continue;
    walk.looked += 1;
    addField(walk, group, field, place);
    const named = getNamedType(field.type);
    const sets = selectionsOf(group);
    if (sets.length === 0) continue;
    addBelow(walk, sets, named, placeBelow(group, named, place, valuesOf(group, field, walk.asked)));
  }
}
