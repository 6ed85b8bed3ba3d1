import { describe, expect, it, test } from 'vitest';
import { createFillReports, type FillReport } from '../../../../src/loading/collections/fill-reports.ts';
import { ChangingList } from '../../../support/changing-list.ts';
import { createEngine, settled } from '../../../support/engine.ts';
import { copyOf, type ThingCopyOptions } from '../../../support/thing-copy.ts';

const EVERY_MS = 5_000;

/** Fills a copy of 95 rows in ten pages that take a while each. */
async function fill(options: ThingCopyOptions, pageMs: number, wait = 0) {
  const base = createEngine();
  const { clock } = base;
  const reports: (FillReport & { at: number })[] = [];
  const beganAt = clock.now();
  const onPage = createFillReports({
    clock,
    everyMs: EVERY_MS,
    waitFor: async () => wait,
    report: (report) => reports.push({ ...report, at: clock.now() - beganAt }),
  });
  const upstream = new ChangingList(95, 10);
  upstream.beforeRead = () => clock.advance(pageMs);
  const copy = copyOf({ ...base, collections: { ...base.collections, onPage } }, upstream, options);
  await copy.ensure(base.operation());
  await settled();
  return reports;
}

describe('a copy whose reading takes long', () => {
  test.each(['newest-first', 'whole'] as const)(
    '%s is reported on every five seconds, with what is left',
    async (sync) => {
      const reports = await fill({ sync }, 2_000);
      expect(reports.map(({ at, rows, calls }) => [at, rows, calls])).toEqual([
        [8_000, 40, 4],
        [14_000, 70, 7],
        [20_000, 95, 10],
      ]);
      expect(reports.map(({ pagesLeft, secondsLeft }) => [pagesLeft, secondsLeft])).toEqual([
        [6, 12],
        [3, 6],
        [0, 0],
      ]);
      expect(reports.map(({ isComplete }) => isComplete)).toEqual([false, false, true]);
    },
  );

  it('by revision is reported on without an end, as nothing tells it', async () => {
    const reports = await fill({ sync: 'revision' }, 2_000);
    expect(reports[0]).toMatchObject({ calls: 4, pagesLeft: null, secondsLeft: null });
    expect(reports.at(-1)).toMatchObject({ rows: expect.any(Number), isComplete: true });
  });

  it('takes as long as quota makes it, where that is longer', async () => {
    expect((await fill({ sync: 'whole' }, 2_000, 1_200))[0]).toMatchObject({ pagesLeft: 6, secondsLeft: 1_200 });
  });

  it('is not reported on where it was quick', async () => {
    expect(await fill({ sync: 'whole' }, 400)).toEqual([]);
  });
});
