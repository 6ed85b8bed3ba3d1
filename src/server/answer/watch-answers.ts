import {
  defaultFieldResolver,
  type FormattedExecutionResult,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { eventLoop, WORK_PER_TURN } from '../../base/turns.ts';
import type { RequestContext } from '../../context.ts';
import type { Meter } from '../../loading/meter.ts';
import { type AnswerSizes, answerTooLarge, createAnswerSizes } from './answer-size.ts';
import { weightOf } from './selection-weight.ts';
import { stringifyInTurns } from './stringify.ts';

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

function watchField(field: GraphQLField<unknown, RequestContext>, sizes: AnswerSizes): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isLeaf = isLeafType(getNamedType(field.type));
  const finish = (value: unknown, { meter }: RequestContext, info: GraphQLResolveInfo): unknown => {
    sizes.add(meter, info.path.key, isLeaf ? value : null);
    if (isLeaf || value === null || value === undefined) return value;
    const enough = (): void => {
      if (sizes.isTooLarge(meter)) throw answerTooLarge();
    };
    if (Array.isArray(value)) {
      enough();
      return pace(value, weightOf(info), enough);
    }
    // The root field may be there under many other names.
    return info.path.prev === undefined ? pace([value], weightOf(info), enough)[0] : value;
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

/** Puts pace and measure behind every resolver, so that no answer holds the event loop, nor grows beyond its bound. */
export function watchAnswers(schema: GraphQLSchema): AnswerWatch {
  const sizes = createAnswerSizes();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) watchField(field, sizes);
  }
  return {
    isTooLarge: sizes.isTooLarge,
    stringify: (answer, meter) =>
      meter !== undefined && sizes.of(meter) > LARGE_BYTES ? stringifyInTurns(answer) : JSON.stringify(answer),
  };
}
