import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Page } from './read-pages.ts';

/** How often a table that takes long tells how far it has come. */
const TOLD_EVERY_MS = 5_000;

export type Reporting = {
  readonly clock: Clock;
  readonly log: Log;
  readonly consumer: string;
  readonly operation: string;
};

/** The pages as they come; the log is told of records and calls so far where they take long, and when the last one has come. */
export async function* reportingPages(
  pages: AsyncGenerator<Page, void>,
  { clock, log, consumer, operation }: Reporting,
): AsyncGenerator<Page, void> {
  const began = clock.now();
  let [records, calls, told] = [0, 0, began];
  const tell = (words: string): void => {
    told = clock.now();
    log.info({ consumer, operation, records, calls, seconds: Math.round((told - began) / 1000) }, words);
  };
  for await (const page of pages) {
    records += page.records.length;
    calls += page.calls;
    if (page.next === null && told > began) tell('a table has come to its end');
    else if (clock.now() - told >= TOLD_EVERY_MS) tell('a table is being read');
    yield page;
  }
}
