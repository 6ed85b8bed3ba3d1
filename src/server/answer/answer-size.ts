import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Meter } from '../../loading/meter.ts';
import { limitExceeded } from '../document-limits/limit-exceeded.ts';

/** The largest answer: 16 MB of JSON. */
export const LARGEST_ANSWER_BYTES = 16_000_000;

/** Refuses an answer that was given up, or written and measured. */
export function answerTooLarge(bytes?: number): GraphQLError {
  return limitExceeded('Bytes of the answer', LARGEST_ANSWER_BYTES, bytes ?? { atLeast: LARGEST_ANSWER_BYTES + 1 });
}

/** The same as it stands in an answer. */
export function tellTooLarge(bytes?: number): GraphQLFormattedError {
  const { message, extensions } = answerTooLarge(bytes);
  return { message, extensions: { code: extensions.code } };
}

/** Quotes, colon and comma around a member's name. */
const AROUND_NAME = 4;
const SMALL_VALUE = 4;

/** A value as JSON, in characters: never more than its bytes. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return SMALL_VALUE;
  if (Array.isArray(value)) return value.reduce((sum: number, member) => sum + sizeOf(member) + 1, 2);
  return JSON.stringify(value)?.length ?? SMALL_VALUE;
}

/** How large the answers under way have become. */
export type AnswerSizes = {
  /** A member of the answer is there. */
  add(meter: Meter, name: string | number, value: unknown): void;
  /** What has been counted so far. */
  of(meter: Meter): number;
  isTooLarge(meter: Meter): boolean;
};

/** Counts a little less than the bytes: what it finds too large is too large. */
export function createAnswerSizes(): AnswerSizes {
  const sizes = new WeakMap<Meter, { bytes: number }>();
  return {
    add: (meter, name, value) => {
      const size = sizes.get(meter) ?? { bytes: 0 };
      if (size.bytes === 0) sizes.set(meter, size);
      size.bytes += String(name).length + AROUND_NAME + sizeOf(value);
    },
    of: (meter) => sizes.get(meter)?.bytes ?? 0,
    isTooLarge: (meter) => (sizes.get(meter)?.bytes ?? 0) > LARGEST_ANSWER_BYTES,
  };
}
