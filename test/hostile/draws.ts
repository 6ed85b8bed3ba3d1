import { createRandom } from '../../src/sandbox/kit/random.ts';

/** Chance for one case: the same for a seed and a number, whatever other cases draw. */
export type Draws = {
  /** A whole number from 0, below the bound. */
  below(bound: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Characters of all planes, ASCII more often than not, surrogates alone among them. */
  text(length: number): string;
  bytes(length: number): Buffer;
};

export function createDraws(seed: number): (number: number) => Draws {
  const random = createRandom(seed);
  return (number) => {
    let drawn = 0;
    const below = (bound: number): number => {
      drawn += 1;
      return random.integer(`draw ${drawn}`, number, bound);
    };
    const many = (length: number, make: () => number): readonly number[] => Array.from({ length }, make);
    return {
      below,
      pick: (choices) => {
        const choice = choices[below(choices.length)];
        if (choice === undefined) throw new RangeError('nothing to pick from');
        return choice;
      },
      text: (length) => String.fromCharCode(...many(length, () => below(below(4) === 0 ? 0x10000 : 128))),
      bytes: (length) => Buffer.from(many(length, () => below(256))),
    };
  };
}
