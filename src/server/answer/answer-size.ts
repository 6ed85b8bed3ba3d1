import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Meter } from '../../loading/meter.ts';
import { limitExceeded } from '../document-limits/limit-exceeded.ts';
import { withLink } from '../problem.ts';

/** The largest answer: 16 MB of JSON. */
export const LARGEST_ANSWER_BYTES = 16_000_000;

/** Refuses an answer that was given up, or written and measured. */
export function answerTooLarge(bytes?: number): GraphQLError {
  return limitExceeded('Bytes of the answer', LARGEST_ANSWER_BYTES, bytes ?? { atLeast: LARGEST_ANSWER_BYTES + 1 });
}

/** The same as it stands in an answer. */
export function tellTooLarge(bytes?: number): GraphQLFormattedError {
  const { message, extensions } = answerTooLarge(bytes);
  const code = String(extensions.code);
  return { message: withLink(message, code), extensions: { code } };
}

/** How large the answers under way have become. */
export type AnswerSizes = {
  /** So many characters more of it are there. */
  add(meter: Meter, characters: number): void;
  /** What has been counted so far. */
  of(meter: Meter): number;
  isTooLarge(meter: Meter): boolean;
};

/** Counts a little less than the bytes: what it finds too large is too large. */
export function createAnswerSizes(): AnswerSizes {
  const sizes = new WeakMap<Meter, { characters: number }>();
  const of = (meter: Meter): number => sizes.get(meter)?.characters ?? 0;
  return {
    add: (meter, characters) => {
      const size = sizes.get(meter);
      if (size === undefined) sizes.set(meter, { characters });
      else size.characters += characters;
    },
    of,
    isTooLarge: (meter) => of(meter) > LARGEST_ANSWER_BYTES,
  };
}
