import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { TableProgress } from '../../model/health.ts';
import type { TableWatch } from '../../model/tables-under-way.ts';
import { type Page, PageFailure } from './read-pages.ts';

/** How often a table that takes long tells how far it has come. */
const TOLD_EVERY_MS = 5_000;

export type Reporting = {
  readonly clock: Clock;
  readonly log: Log;
  /** What knows how far the table has come; it is told of each page. */
  readonly watch: TableWatch;
  /** Told why the table ends before its last page. */
  readonly onFailure: (failure: PageFailure) => void;
};

function lineOf({ startedAt, ...progress }: TableProgress, now: number) {
  return { ...progress, seconds: Math.round((now - startedAt) / 1000) };
}

/** The pages as they come; the log is told how far a table that takes long has come, and when its last page is there. */
export async function* reportingPages(
  pages: AsyncGenerator<Page, void>,
  { clock, log, watch, onFailure }: Reporting,
): AsyncGenerator<Page, void> {
  const began = clock.now();
  let told = began;
  let isOver = false;
  /** Nobody waits for it: that records are counted for it may take a while. */
  const tell = async (): Promise<void> => {
    told = clock.now();
    const line = lineOf(await watch.progress(), told);
    if (!isOver) log.info(line, 'a table is being read');
  };
  try {
    for await (const page of pages) {
      watch.onPage(page.records.length);
      isOver = page.next === null;
      if (isOver && told > began) log.info(lineOf(watch.whole(), clock.now()), 'a table has come to its end');
      else if (clock.now() - told >= TOLD_EVERY_MS) void tell();
      yield page;
    }
  } catch (error) {
    if (error instanceof PageFailure) onFailure(error);
    throw error;
  } finally {
    isOver = true;
    watch.end();
  }
}
