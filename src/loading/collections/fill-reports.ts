import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { QuotaWaits } from '../../transport/quota/quota-wait.ts';

/** A page of a copy that has just been written. */
type PageBrought = {
  /** `visit.visitors` */
  readonly collection: string;
  /** The name of the copy in the store. It tells copies apart and may hold arguments, so it is told nobody. */
  readonly copy: string;
  readonly row: EndpointRow;
  readonly rows: number;
  /** Pages that are still to be read; null where nothing tells. */
  readonly pagesLeft: number | null;
  /** Whether the copy is up to date with it. */
  readonly isLast: boolean;
};

export type OnPage = (page: PageBrought, scope: CallScope) => void;

/** How far the reading of a copy has come. Nothing in it is of a person. */
export type FillReport = {
  readonly collection: string;
  /** What this process has read of it since the reading began or went on. */
  readonly rows: number;
  readonly calls: number;
  readonly pagesLeft: number | null;
  /** How long it takes yet, by its pace and by what the windows let through; null where that is not known. */
  readonly secondsLeft: number | null;
  readonly isComplete: boolean;
};

export type FillReportsOptions = {
  readonly clock: Clock;
  /** Of one copy there is a report no more often than this, and none if all of it is read before. */
  readonly everyMs: number;
  readonly waitFor: QuotaWaits;
  report(report: FillReport): void;
};

type Reading = { beganAt: number; lastAt: number; toldAt: number; rows: number; calls: number };

/** After so long without a page whoever read has given up; what comes then is another reading. */
const QUIET_MS = 60_000;
/** Copies are remembered for as long as they are read. */
const MOST_COPIES = 1_000;

function paceOf({ beganAt, lastAt, calls }: Reading): number {
  return calls < 2 ? 0 : (lastAt - beganAt) / (calls - 1) / 1000;
}

/** Reports on the readings that take long, at most every so often for each copy, and once more when one that was reported on is complete. */
export function createFillReports({ clock, everyMs, waitFor, report }: FillReportsOptions): OnPage {
  const readings = new LRUCache<string, Reading>({ max: MOST_COPIES });
  const begin = (copy: string, now: number): Reading => {
    const known = readings.get(copy);
    if (known !== undefined && now - known.lastAt < QUIET_MS) return known;
    const begun = { beganAt: now, lastAt: now, toldAt: now, rows: 0, calls: 0 };
    readings.set(copy, begun);
    return begun;
  };
  const tell = async ({ copy, collection, row, pagesLeft }: PageBrought, scope: CallScope): Promise<void> => {
    const reading = readings.get(copy);
    // Without a word of the store the time is not known.
    const wait = pagesLeft === null ? null : await waitFor(row, pagesLeft, scope).catch(() => null);
    // It may have ended meanwhile.
    if (reading === undefined || readings.peek(copy) !== reading) return;
    const secondsLeft =
      pagesLeft === null || wait === null ? null : Math.ceil(Math.max(wait, pagesLeft * paceOf(reading)));
    const { rows, calls } = reading;
    report({ collection, rows, calls, pagesLeft, secondsLeft, isComplete: false });
  };
  return (page, scope) => {
    const now = clock.now();
    const reading = begin(page.copy, now);
    reading.lastAt = now;
    reading.rows += page.rows;
    reading.calls += 1;
    const { collection } = page;
    const { rows, calls, toldAt, beganAt } = reading;
    if (page.isLast) {
      readings.delete(page.copy);
      if (toldAt > beganAt) report({ collection, rows, calls, pagesLeft: 0, secondsLeft: 0, isComplete: true });
    } else if (now - toldAt >= everyMs) {
      reading.toldAt = now;
      void tell(page, scope);
    }
  };
}
