import { expect, test } from 'vitest';
import { createLog } from '../../../../src/base/log.ts';
import type { Page } from '../../../../src/server/tables/read-pages.ts';
import { reportingPages } from '../../../../src/server/tables/report.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

/** What the log is told of pages that each take so long. */
async function told(msEach: number): Promise<readonly unknown[]> {
  const clock = createVirtualClock();
  const lines: unknown[] = [];
  const log = { ...createLog('silent'), info: (about: unknown, words: unknown) => void lines.push([about, words]) };
  async function* pages(): AsyncGenerator<Page, void> {
    for (const next of ['1', '2', '3', null]) {
      clock.advance(msEach);
      yield { records: [1, 2], next, calls: 3 };
    }
  }
  const about = { clock, log: log as never, consumer: 'bi', operation: 'Export' };
  for await (const page of reportingPages(pages(), about)) expect(page.records).toHaveLength(2);
  return lines;
}

test('a table that takes long tells how far it has come every five seconds, and its end', async () => {
  const about = { consumer: 'bi', operation: 'Export' };
  expect(await told(2_500)).toEqual([
    [{ ...about, records: 4, calls: 6, seconds: 5 }, 'a table is being read'],
    [{ ...about, records: 8, calls: 12, seconds: 10 }, 'a table has come to its end'],
  ]);
});

test('a short one tells nothing', async () => {
  expect(await told(100)).toEqual([]);
});
