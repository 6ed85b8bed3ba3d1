import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  defaultFieldResolver,
  type FieldNode,
  type FormattedExecutionResult,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { RequestContext } from '../../context.ts';
import { type AnswerSizes, answerTooLarge, createAnswerSizes, tellTooLarge } from './answer-size.ts';
import { stringifyInTurns } from './stringify.ts';
import { createTurns, type Turns } from './turns.ts';

/** Fields of an answer that are completed in one turn of the event loop: some 10 ms. */
const FIELDS_PER_TURN = 4_000;

type Watch = { readonly sizes: AnswerSizes; readonly turns: Turns };
type Answered = GraphQLRequestContextWillSendResponse<RequestContext>;
type Fragments = GraphQLResolveInfo['fragments'];

/** The fields selected in one row. Lists inside it take turns of their own. */
function fieldsIn({ selections }: SelectionSetNode, fragments: Fragments): number {
  return selections.reduce((sum, selection) => {
    const inside = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    const own = selection.kind === Kind.FIELD ? 1 : 0;
    return sum + own + (inside?.selectionSet === undefined ? 0 : fieldsIn(inside.selectionSet, fragments));
  }, 0);
}

/** Of documents, which are remembered: each list field is measured once. */
const weights = new WeakMap<FieldNode, number>();

function weightOf({ fieldNodes, fragments }: GraphQLResolveInfo): number {
  const [first] = fieldNodes;
  const known = first === undefined ? 1 : weights.get(first);
  if (known !== undefined) return known;
  const fields = fieldNodes.reduce(
    (sum, node) => sum + (node.selectionSet ? fieldsIn(node.selectionSet, fragments) : 0),
    1,
  );
  if (first !== undefined) weights.set(first, fields);
  return fields;
}

/** The rows of a list, as many at once as fit in a turn of the event loop, the others when their turn has come. */
function pace(rows: readonly unknown[], weight: number, enough: () => void, turns: Turns): readonly unknown[] {
  const atOnce = Math.max(Math.floor(FIELDS_PER_TURN / weight), 1);
  const paced: unknown[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const turn = turns.take(some.length * weight);
    if (turn === undefined) paced.push(...some);
    else {
      const begun = turn.then(enough);
      // A row that fails meanwhile is heard.
      paced.push(...some.map((row) => Promise.all([row, begun]).then(([value]) => value)));
    }
  }
  return paced;
}

function watchField(field: GraphQLField<unknown, RequestContext>, { sizes, turns }: Watch): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isLeaf = isLeafType(getNamedType(field.type));
  const isList = !isLeaf && isListType(getNullableType(field.type));
  const finish = (value: unknown, { meter }: RequestContext, info: GraphQLResolveInfo): unknown => {
    sizes.add(meter, info.path.key, isLeaf ? value : null);
    if (!isList || !Array.isArray(value)) return value;
    const enough = (): void => {
      if (sizes.isTooLarge(meter)) throw answerTooLarge();
    };
    enough();
    return pace(value, weightOf(info), enough, turns);
  };
  field.resolve = (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then((one) => finish(one, context, info)) : finish(value, context, info);
  };
}

/** Answers that are larger are written in turns. */
const LARGE_BYTES = 300_000;

export type AnswerWatch = {
  /** Refuses an answer that has become too large. */
  readonly plugin: ApolloServerPlugin<RequestContext>;
  stringify(answer: FormattedExecutionResult): string | Promise<string>;
};

/** Puts pace and measure behind every resolver, so that no answer holds the event loop, nor grows beyond its bound. */
export function watchAnswers(schema: GraphQLSchema): AnswerWatch {
  const watch: Watch = { sizes: createAnswerSizes(), turns: createTurns(FIELDS_PER_TURN) };
  const large = new WeakSet<object>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) watchField(field, watch);
  }
  const willSendResponse = async ({ response, contextValue }: Answered): Promise<void> => {
    const { body, http } = response;
    if (body.kind !== 'single') return;
    const { data } = body.singleResult;
    if (data && watch.sizes.of(contextValue.meter) > LARGE_BYTES) large.add(data);
    if (!watch.sizes.isTooLarge(contextValue.meter)) return;
    body.singleResult = { errors: [tellTooLarge()] };
    http.status = 400;
  };
  return {
    plugin: { requestDidStart: async () => ({ willSendResponse }) },
    stringify: (answer) => (answer.data && large.has(answer.data) ? stringifyInTurns(answer) : JSON.stringify(answer)),
  };
}
