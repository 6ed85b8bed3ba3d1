import type { PermitWindow } from '../../store/permits.ts';
import type { CallScope, EndpointRow } from '../call.ts';

/** Who would make calls, and in which lane. */
export type Asker = Pick<CallScope, 'signal' | 'consumer' | 'lane' | 'budgets'>;

/** Seconds for which quota makes so many calls of an endpoint wait; 0 where nothing counts them, or the store does not say; null: for ever. */
export type QuotaWaits = (row: EndpointRow, calls: number, asker: Asker) => Promise<number | null>;

/** A window of all who may pay together, and how many calls it has left now. */
export type WindowLeft = Pick<PermitWindow, 'limit' | 'lengthMs' | 'everyMs'> & { readonly left: number };

/** Seconds within which all of these windows let so many calls leave, if nobody else spends any: 0 where there is room for them now, null where one lets none through. */
export function quotaWait(calls: number, windows: readonly WindowLeft[]): number | null {
  if (calls > 0 && windows.some(({ limit }) => limit === 0)) return null;
  const waits = windows
    .filter(({ left }) => left < calls)
    .map(({ limit, lengthMs, everyMs = lengthMs, left }) => {
      const times = Math.ceil((calls - Math.max(0, left)) / limit);
      return (lengthMs + (times - 1) * everyMs) / 1000;
    });
  return Math.max(0, ...waits);
}
