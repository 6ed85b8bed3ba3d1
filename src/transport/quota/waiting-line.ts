import type { Permit } from './ledger.ts';

/** Those who wait for a place in flight, in order of arrival. */
export type WaitingLine = {
  /** Resolves with what `tryNow` gives when a place has come free, rejects with what it throws, or with the signal's reason at once. */
  join(kind: string, tryNow: () => Permit | undefined, signal: AbortSignal): Promise<Permit>;
  /** Serves who can be served now, before anyone who comes later. */
  serve(): void;
};

type Waiter = {
  /** Who waits for the same: where one finds no place, the others behind it need not try. */
  readonly kind: string;
  readonly tryNow: () => Permit | undefined;
  readonly settle: (outcome: { readonly permit: Permit } | { readonly error: unknown }) => void;
};

export function createWaitingLine(): WaitingLine {
  const line = new Set<Waiter>();
  const outcomeOf = ({ tryNow }: Waiter): Parameters<Waiter['settle']>[0] | undefined => {
    try {
      const permit = tryNow();
      return permit && { permit };
    } catch (error) {
      return { error };
    }
  };
  return {
    join: (kind, tryNow, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const abandon = (): void => {
          line.delete(waiter);
          reject(signal.reason);
        };
        const waiter: Waiter = {
          kind,
          tryNow,
          settle: (outcome) => {
            line.delete(waiter);
            signal.removeEventListener('abort', abandon);
            if ('permit' in outcome) resolve(outcome.permit);
            else reject(outcome.error);
          },
        };
        signal.addEventListener('abort', abandon, { once: true });
        line.add(waiter);
      }),
    serve: () => {
      const blocked = new Set<string>();
      for (const waiter of line) {
        if (blocked.has(waiter.kind)) continue;
        const outcome = outcomeOf(waiter);
        if (outcome === undefined) blocked.add(waiter.kind);
        else waiter.settle(outcome);
      }
    },
  };
}
