import { freeAfterEnd, freeWithoutEnd } from '../decide-permit.ts';
import type { CallEnd, CallEntry, Payer, PermitWindow } from '../permits.ts';

type OwnPlace = { readonly key: string; readonly lengthMs: number; readonly freeAt: number };

/** A call of this process, as the store should hold it. All instants are the store's. */
type OwnCall = {
  readonly at: number;
  readonly credential: string;
  readonly call: CallEntry;
  /** The windows in which a reservation paid. */
  readonly reservation: string | undefined;
  readonly spent: readonly string[];
  places: readonly OwnPlace[];
  end: CallEnd | undefined;
};

type Given = Pick<OwnCall, 'at' | 'call' | 'reservation' | 'spent'> & {
  readonly payer: Payer;
  readonly timeoutMs: number;
};

/** As scripts take it. */
type Written = {
  readonly places: readonly (readonly [window: string, id: string, freeAt: number])[];
  readonly receipts: readonly (readonly [id: string, at: number, receipt: string])[];
  readonly pauses: readonly (readonly [account: string, until: number])[];
};

/** What this process did with the ledger during the last window: what a store that lost it is given back. */
export type OwnLog = {
  begin(id: string, given: Given): void;
  /** Undefined if the call is no longer known: its places are free. */
  find(id: string): Pick<OwnCall, 'at' | 'places' | 'reservation' | 'spent'> | undefined;
  /** The receipt of a call that is over. */
  receiptOf(id: string, end: CallEnd): string;
  end(id: string, end: CallEnd, at: number): void;
  drop(id: string): void;
  pause(account: string, until: number): void;
  /** Everything that still counts at an instant. */
  written(now: number): Written;
};

function receipt({ at, credential, call }: OwnCall, end: CallEnd | undefined): string {
  const { upstream, endpoint, consumer, operation, attempt } = call;
  const { outcome = null, durationMs = null, bytes = null } = end ?? {};
  return JSON.stringify([at, upstream, endpoint, credential, consumer, operation, attempt, outcome, durationMs, bytes]);
}

function placesOf(windows: readonly PermitWindow[], boundAt: number): readonly OwnPlace[] {
  return windows.map((window) => ({
    key: window.key,
    lengthMs: window.lengthMs,
    freeAt: freeWithoutEnd(window, boundAt),
  }));
}

function isOver({ places, end }: OwnCall, now: number): boolean {
  return places.every(({ freeAt }) => freeAt <= now) && (end !== undefined || places.length > 0);
}

/** How many calls are begun between two looks for those that are over. */
const SWEEP_EVERY = 1_000;

export function createOwnLog(): OwnLog {
  const calls = new Map<string, OwnCall>();
  const pauses = new Map<string, number>();
  let begun = 0;
  const sweep = (now: number): void => {
    for (const [id, call] of calls) if (isOver(call, now)) calls.delete(id);
    for (const [account, until] of pauses) if (until <= now) pauses.delete(account);
  };
  return {
    begin: (id, { payer, timeoutMs, ...given }) => {
      begun += 1;
      if (begun % SWEEP_EVERY === 0) sweep(given.at);
      const { credential, windows } = payer;
      calls.set(id, { ...given, credential, places: placesOf(windows, given.at + timeoutMs), end: undefined });
    },
    find: (id) => calls.get(id),
    receiptOf: (id, end) => {
      const call = calls.get(id);
      if (call === undefined) throw new RangeError('a call that is not known has no receipt');
      return receipt(call, end);
    },
    end: (id, end, at) => {
      const call = calls.get(id);
      if (call === undefined) return;
      call.end = end;
      call.places = call.places.flatMap((place) => {
        const freeAt = freeAfterEnd(place, end.answered, at);
        return freeAt === null ? [] : { ...place, freeAt };
      });
    },
    drop: (id) => calls.delete(id),
    pause: (account, until) => pauses.set(account, Math.max(until, pauses.get(account) ?? 0)),
    written: (now) => {
      sweep(now);
      const all = [...calls];
      return {
        places: all.flatMap(([id, { places }]) => places.map(({ key, freeAt }) => [key, id, freeAt] as const)),
        receipts: all.map(([id, call]) => [id, call.at, receipt(call, call.end)] as const),
        pauses: [...pauses],
      };
    },
  };
}
