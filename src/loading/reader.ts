import type { CallScope, EndpointRow } from '../transport/call.ts';
import type { HeldReason, Meter } from './meter.ts';

/** How old held data may be for one operation; what is absent follows the endpoint's own ages. Seconds. */
export type FreshnessWish = {
  /** Replaces the age up to which an answer counts as fresh, in both directions. */
  readonly maxAge?: number;
  /** Replaces the age up to which an answer is usable when a call is not possible. */
  readonly staleIfError?: number;
  /** For so long the reading goes on of which the operation is a part: what was fresh at its beginning still is. */
  readonly late?: number;
  /** `verify` checks everything first, in the cheapest way; `only-held` makes no call. */
  readonly mode?: 'verify' | 'only-held';
};

/** One operation, as the layers below the resolvers see it. */
export type ReadScope = CallScope & {
  /** When the operation began, epoch milliseconds: what was read since then counts as just read. */
  readonly startedAt: number;
  readonly wish: FreshnessWish;
  readonly meter: Meter;
  /** What this operation has already asked, by key: nothing is asked twice. */
  readonly asked: Map<string, Promise<unknown>>;
  /** How many of its loads have asked for a read, by the key under which it is shared; a read that is not here serves one. */
  readonly waiting: Map<string, number>;
  /** What was held and fresh when the operation was planned, by key: it stays fresh for it, so that no call comes that was not planned. */
  readonly pinned: Set<string>;
  /** The copies of which a page was read that did not spare the look-ups: it is not tried again. */
  readonly inVain: Set<string>;
  /** For how many calls of an endpoint there is room in what its windows have left, as far as is known; null or absent: no limit is. */
  room?(row: EndpointRow): Promise<number | null>;
  /** Reads are looked at, not made: one that would call fails with NotRead. */
  readonly planning?: true;
};

/** One field that asks, on behalf of its operation. */
export type Reader = {
  readonly scope: ReadScope;
  /** The response path without list indices. */
  path(): readonly string[];
};

/** A value with what is known of its age. `reason` is null if it was read just now. */
export type Reading<T> = {
  readonly value: T;
  /** When it was last known to equal the upstream's, epoch milliseconds. */
  readonly asOf: number;
  readonly reason: HeldReason | null;
};

/** Ages of an endpoint, seconds. */
export type Ages = { readonly fresh: number; readonly usable: number };

/** The ages that hold for this operation. */
export function agesFor(wish: FreshnessWish, ages: Ages): Ages {
  const fresh = (wish.maxAge ?? ages.fresh) + (wish.late ?? 0);
  return { fresh, usable: wish.staleIfError ?? Math.max(fresh, ages.usable) };
}

/** An age as it is told, in whole seconds. */
export function ageSecondsOf(asOf: number, now: number): number {
  return Math.max(0, Math.round((now - asOf) / 1000));
}

/** Gives out the value and notes its age at the field that asked. */
export function settleReading<T>(reader: Reader, reading: Reading<T>, now: number): T {
  const { asOf, reason } = reading;
  const { meter } = reader.scope;
  // What was read just now, or stands in, is not kept.
  if (reason !== 'CACHE') meter.forbidKeeping();
  if (reason !== null) meter.note({ path: reader.path(), ageSeconds: ageSecondsOf(asOf, now), reason, asOf });
  return reading.value;
}
