/**
 * Stateless randomness: the value for (seed, stream, index) never depends on what was drawn before it, so row 900,000 of a
 * large world can be made without making the rows in front of it.
 */
export type Random = {
  /** A number in [0, 1). */
  fraction(stream: string, index: number): number;
  /** An integer in [0, bound). */
  integer(stream: string, index: number, bound: number): number;
  pick<T>(stream: string, index: number, choices: readonly T[]): T;
  /** True with the given probability, 0 to 1. */
  chance(stream: string, index: number, probability: number): boolean;
};

function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function createRandom(seed: number): Random {
  const streams = new Map<string, number>();
  const raw = (stream: string, index: number): number => {
    let start = streams.get(stream);
    if (start === undefined) {
      start = hashText(stream, mix(seed + 0x9e3779b9));
      streams.set(stream, start);
    }
    return mix(start ^ mix(index + 0x632be59b));
  };
  const fraction = (stream: string, index: number): number => raw(stream, index) / 0x1_0000_0000;
  const integer = (stream: string, index: number, bound: number): number => Math.floor(fraction(stream, index) * bound);
  return {
    fraction,
    integer,
    pick: (stream, index, choices) => {
      const choice = choices[integer(stream, index, choices.length)];
      if (choice === undefined) throw new RangeError(`nothing to pick from in stream ${stream}`);
      return choice;
    },
    chance: (stream, index, probability) => fraction(stream, index) < probability,
  };
}
