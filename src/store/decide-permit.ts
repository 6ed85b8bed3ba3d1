import type { Payer, PayerState, PermitRequest, PermitWindow } from './permits.ts';

/** What a decision reads: the places that calls hold in each window, those kept for operations, and the vendors' pauses. */
export type Places = {
  /** How many are taken at an instant. */
  used(key: string, now: number): number;
  /** How many reservations keep at an instant. */
  reserved(key: string, now: number): number;
  /** How many of them one reservation keeps. */
  keptFor(reservation: string, key: string, now: number): number;
  /** The first instants, in order, at which places come free by themselves: taken ones, and kept ones with their reservation. */
  freeings(key: string, count: number, now: number): readonly number[];
  /** Epoch milliseconds; 0 without a pause. */
  pausedUntil(account: string): number;
};

type Choice =
  | { readonly kind: 'permit'; readonly payer: Payer }
  | { readonly kind: 'busy' }
  | { readonly kind: 'full'; readonly payers: readonly PayerState[] };

/** Nothing is counted against a window of length 0 but what is in flight. */
export function isCounted({ lengthMs }: PermitWindow): boolean {
  return lengthMs > 0;
}

/** The question for one call, as one sees it who may spend what a reservation keeps. */
type Sight = { readonly places: Places; readonly now: number; readonly reservation: string | undefined };

function isBacked({ places, now, reservation }: Sight, { key }: PermitWindow): boolean {
  return reservation !== undefined && places.keptFor(reservation, key, now) > 0;
}

/** A limit that was lowered since a place was kept holds for that place, too. */
function hasRoom(sight: Sight, window: PermitWindow): boolean {
  const { places, now } = sight;
  const { key, limit } = window;
  const used = places.used(key, now);
  return used < limit && (isBacked(sight, window) || used + places.reserved(key, now) < limit);
}

function stateOf({ places, now, ...sight }: Sight, { account, credential, windows }: Payer): PayerState {
  const full = windows
    .filter((window) => isCounted(window) && !hasRoom({ places, now, ...sight }, window))
    .map(({ key, limit }) => {
      const above = places.used(key, now) + places.reserved(key, now) - limit;
      return { key, freeAt: places.freeings(key, above + 1, now).at(-1) ?? now };
    });
  return { credential, pausedUntil: places.pausedUntil(account), full };
}

/** The windows that only one of the payers spends. What several share tells nothing about which of them has more left. */
export function ownWindows(payers: readonly Payer[]): ReadonlySet<string> {
  const keys = payers.flatMap(({ windows }) => windows.map(({ key }) => key));
  return new Set(keys.filter((key) => keys.indexOf(key) === keys.lastIndexOf(key)));
}

function greatestShare({ places, now }: Sight, payers: readonly Payer[], able: readonly Payer[]): Payer | undefined {
  const [first, ...others] = able;
  if (first === undefined || others.length === 0) return first;
  const own = ownWindows(payers);
  const share = ({ windows }: Payer): number =>
    Math.min(
      1,
      ...windows.filter(({ key }) => own.has(key)).map(({ key, limit }) => 1 - places.used(key, now) / limit),
    );
  return others.reduce((best, next) => (share(next) > share(best) ? next : best), first);
}

/**
 * The payer that can pay now, before others one whose counted windows are all backed by the reservation, and of several the one with the
 * greatest share left in the fullest window of its own; else what stands in the way.
 */
export function choosePayer(
  places: Places,
  { payers, reservation }: Pick<PermitRequest, 'payers' | 'reservation'>,
  now: number,
): Choice {
  const sight: Sight = { places, now, reservation };
  const open = payers.filter(({ account }) => places.pausedUntil(account) <= now);
  const withRoom = open.filter(({ windows }) =>
    windows.every((window) => !isCounted(window) || hasRoom(sight, window)),
  );
  if (withRoom.length === 0) return { kind: 'full', payers: payers.map((payer) => stateOf(sight, payer)) };
  const able = withRoom.filter(({ windows }) => windows.every((window) => hasRoom(sight, window)));
  const backed = able.filter(({ windows }) => windows.filter(isCounted).every((window) => isBacked(sight, window)));
  const payer = greatestShare(sight, payers, backed.length > 0 ? backed : able);
  return payer === undefined ? { kind: 'busy' } : { kind: 'permit', payer };
}

/** How long a vendor may still hold a request in flight after we closed its connection. */
const CLOSING_MS = 1_000;

/** When the place of a call comes free by itself, if nobody ever says what became of it. */
export function freeWithoutEnd({ lengthMs }: PermitWindow, boundAt: number): number {
  return boundAt + (lengthMs > 0 ? lengthMs : CLOSING_MS);
}

/**
 * When the place of a call that is over comes free; null: at once. The vendor may have counted an answered call at any instant until now,
 * one without an answer until its time bound; and it may still hold that one in flight for a moment.
 */
export function freeAfterEnd(
  place: { readonly lengthMs: number; readonly freeAt: number },
  answered: boolean,
  now: number,
): number | null {
  if (place.lengthMs === 0) return answered ? null : now + CLOSING_MS;
  return answered ? now + place.lengthMs : Math.max(now + place.lengthMs, place.freeAt);
}
