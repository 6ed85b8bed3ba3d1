import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog } from '../../../../src/base/log.ts';
import type { Page } from '../../../../src/server/tables/read-pages.ts';
import { reportingPages } from '../../../../src/server/tables/report.ts';
import { watchTables } from '../../../../src/usage/tables-under-way.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

/** What the log is told of pages that each take so long, and what is under way after the last. */
async function told(msEach: number) {
  const clock = createVirtualClock();
  const tables = watchTables(clock);
  const lines: unknown[] = [];
  const log = { ...createLog('silent'), info: (about: unknown, words: unknown) => void lines.push([about, words]) };
  const about = { consumer: 'bi', operation: 'Export', count: async () => 8, waitFor: async () => 7 };
  const watch = tables.begin(about);
  async function* pages(): AsyncGenerator<Page, void> {
    for (const next of ['1', '2', '3', null]) {
      clock.advance(msEach);
      watch.onCalls(['visit.visitors.list']);
      yield { records: [1, 2], next, calls: ['visit.visitors.list'] };
    }
  }
  for await (const page of reportingPages(pages(), { clock, log: log as never, watch, onFailure: () => undefined })) {
    expect(page.records).toHaveLength(2);
    await setImmediate();
  }
  return { lines, left: await tables.report(new AbortController().signal) };
}

test('a table that takes long tells how far it has come every five seconds, and its end', async () => {
  const about = { consumer: 'bi', operation: 'Export' };
  expect(await told(2_500)).toEqual({
    lines: [
      [{ ...about, records: 4, calls: 2, recordsLeft: 4, secondsLeft: 7, seconds: 5 }, 'a table is being read'],
      [{ ...about, records: 8, calls: 4, recordsLeft: 0, secondsLeft: 0, seconds: 10 }, 'a table has come to its end'],
    ],
    left: [],
  });
});

test('a short one tells nothing', async () => {
  expect(await told(100)).toEqual({ lines: [], left: [] });
});
