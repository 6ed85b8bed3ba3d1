import type { Random } from '../kit/random.ts';

/** What an id stands for. The number is part of the id's inside, so an id of one kind never passes for another. */
const KINDS = [
  'expo',
  'visitor',
  'partner',
  'connection',
  'contact',
  'form',
  'badge',
  'content',
  'license',
  'payment',
  'touchpoint',
  'action',
  'activity',
  'webhook',
  'order',
] as const;

export type IdKind = (typeof KINDS)[number];

type IdMeaning = { readonly kind: IdKind; readonly expo: number; readonly index: number };

/** Ids of 13 characters that hide, and give back, what they stand for: no table, no scan. */
export type IdCodec = {
  encode(kind: IdKind, expo: number, index: number): string;
  /** undefined for a well-formed id that was never given out. */
  decode(id: string): IdMeaning | undefined;
  /** The nine characters that the vendor uses for nested things (registration types, locations, answers). One way. */
  short(stream: string, index: number): string;
};

const WORD = 0x1_0000_0000;
const ROUNDS = ['visit-id-1', 'visit-id-2', 'visit-id-3', 'visit-id-4'] as const;
const SEAL = 0x5e;

export function isVisitId(text: string): boolean {
  return /^[0-9a-z]{13}$/.test(text);
}

/** The vendor's ids are 64-bit numbers in base 36, padded with zeros; a Feistel network scatters ours over that range. */
export function createIdCodec(random: Random): IdCodec {
  const scatter = (round: string, half: number): number => random.integer(round, half, WORD);
  return {
    encode: (kind, expo, index) => {
      let left = ((SEAL << 16) | (KINDS.indexOf(kind) << 8) | expo) >>> 0;
      let right = index >>> 0;
      for (const round of ROUNDS) [left, right] = [right, (left ^ scatter(round, right)) >>> 0];
      return (BigInt(left) * BigInt(WORD) + BigInt(right)).toString(36).padStart(13, '0');
    },
    decode: (id) => {
      let [left, right] = halves(id);
      for (const round of ROUNDS.toReversed()) [left, right] = [(right ^ scatter(round, left)) >>> 0, left];
      const kind = KINDS[(left >>> 8) & 0xff];
      if (left >>> 16 !== SEAL || kind === undefined) return undefined;
      return { kind, expo: left & 0xff, index: right };
    },
    short: (stream, index) => random.integer(`visit-short-${stream}`, index, WORD).toString(36).padStart(9, '0'),
  };
}

/** 13 characters can say more than 64 bits; such an id was never given out, and neither were the zeros it becomes. */
function halves(id: string): [number, number] {
  let value = 0n;
  for (const digit of id) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value < 1n << 64n ? [Number(value / BigInt(WORD)), Number(value % BigInt(WORD))] : [0, 0];
}

/** A one-to-one map of 0..count-1 onto itself that can be read both ways. */
export type Shuffle = { at(position: number): number; positionOf(value: number): number };

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Extended Euclid: the factor that undoes `factor` modulo `modulus`. */
function inverseOf(factor: number, modulus: number): number {
  let [previous, current, before, now] = [modulus, factor % modulus, 0, 1];
  while (current > 0) {
    const quotient = Math.floor(previous / current);
    [previous, current] = [current, previous - quotient * current];
    [before, now] = [now, before - quotient * now];
  }
  return ((before % modulus) + modulus) % modulus;
}

/** Counts stay below 3 million, so the products stay below 2^53. */
export function createShuffle(random: Random, stream: string, index: number, count: number): Shuffle {
  let factor = 1 + random.integer(`${stream}-factor`, index, count);
  while (greatestCommonDivisor(factor, count) !== 1) factor += 1;
  const offset = random.integer(`${stream}-offset`, index, count);
  const inverse = inverseOf(factor, count);
  return {
    at: (position) => (position * factor + offset) % count,
    positionOf: (value) => (((value - offset + count) % count) * inverse) % count,
  };
}

/** `count` different members of a population of `total`: `cast` first, then a shuffled choice of the others. */
export type Selection = { readonly count: number; at(row: number): number; rowOf(member: number): number | undefined };

export function createSelection(
  options: { readonly count: number; readonly total: number; readonly cast: readonly number[] },
  shuffleOf: (count: number) => Shuffle,
): Selection {
  const cast = [...options.cast].sort((a, b) => a - b);
  const others = shuffleOf(options.total - cast.length);
  return {
    count: options.count,
    at: (row) => {
      let member = cast[row] ?? others.at(row - cast.length);
      if (row >= cast.length) for (const taken of cast) if (taken <= member) member += 1;
      return member;
    },
    rowOf: (member) => {
      const inCast = cast.indexOf(member);
      if (inCast >= 0) return inCast;
      if (member < 0 || member >= options.total) return undefined;
      const row = cast.length + others.positionOf(member - cast.filter((taken) => taken < member).length);
      return row < options.count ? row : undefined;
    },
  };
}
