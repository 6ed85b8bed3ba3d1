import {
  defaultFieldResolver,
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
} from 'graphql';
import { eventLoop, WORK_PER_TURN } from '../../base/turns.ts';
import type { RequestContext } from '../../context.ts';
import type { Meter } from '../../loading/meter.ts';
import { type AnswerSizes, answerTooLarge, createAnswerSizes } from './answer-size.ts';
import { jsonSize, recordSize } from './record-size.ts';
import { weightOf } from './selection-weight.ts';
import { stringifyInTurns } from './stringify.ts';

/** A failing row is an error in its place: graphql-jit adds a place to a list for each row whose promise fails. */
function failureAsValue(row: unknown): unknown {
  return row instanceof Promise ? row.catch((error: unknown) => error) : row;
}

/** The rows of a list, as many at once as fit in a turn of the event loop, the others when their turn has come. */
function pace(rows: readonly unknown[], weight: number, enough: () => void): readonly unknown[] {
  const atOnce = Math.max(Math.floor(WORK_PER_TURN / weight), 1);
  const paced: unknown[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const turn = eventLoop.take(some.length * weight);
    if (turn === undefined) paced.push(...some);
    else {
      const begun = turn.then(enough);
      // A row that is on its way may fail meanwhile, and must be heard.
      const later = (row: unknown): unknown =>
        row instanceof Promise ? Promise.all([row, begun]).then(([value]) => value) : begun.then(() => row);
      paced.push(...some.map(later));
    }
  }
  return paced;
}

/** A field that finds its value where it lies, and is no list of records, needs no watch: its record is counted with it. */
function isWatched({ resolve, type }: GraphQLField<unknown, RequestContext>, isRoot: boolean): boolean {
  return isRoot || resolve !== undefined || (isListType(getNullableType(type)) && !isLeafType(getNamedType(type)));
}

function watchField(field: GraphQLField<unknown, RequestContext>, isRoot: boolean, sizes: AnswerSizes): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isLeaf = isLeafType(getNamedType(field.type));
  const finish = (value: unknown, { meter }: RequestContext, info: GraphQLResolveInfo): unknown => {
    if (value === null || value === undefined) return value;
    const size = isLeaf ? jsonSize(value) : recordSize(value, info);
    sizes.add(meter, info.path.key.toString().length + size);
    if (isLeaf) return value;
    const enough = (): void => {
      if (sizes.isTooLarge(meter)) throw answerTooLarge();
    };
    if (Array.isArray(value)) {
      enough();
      return pace(value, weightOf(info), enough).map(failureAsValue);
    }
    // The root field may be there under many other names.
    return isRoot ? pace([value], weightOf(info), enough)[0] : value;
  };
  field.resolve = (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then((one) => finish(one, context, info)) : finish(value, context, info);
  };
}

/** Answers that are larger are written in turns. */
const LARGE_BYTES = 300_000;

export type AnswerWatch = {
  /** Whether an operation's answer has become larger than any may be. */
  isTooLarge(meter: Meter): boolean;
  /** `JSON.stringify`, in turns of the event loop where the operation's answer is large. */
  stringify(answer: FormattedExecutionResult, meter: Meter | undefined): string | Promise<string>;
};

/** Puts pace and measure behind the resolvers, so that no answer holds the event loop, nor grows beyond its bound. */
export function watchAnswers(schema: GraphQLSchema): AnswerWatch {
  const sizes = createAnswerSizes();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const isRoot = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) if (isWatched(field, isRoot)) watchField(field, isRoot, sizes);
  }
  return {
    isTooLarge: sizes.isTooLarge,
    stringify: (answer, meter) =>
      meter !== undefined && sizes.of(meter) > LARGE_BYTES ? stringifyInTurns(answer) : JSON.stringify(answer),
  };
}
