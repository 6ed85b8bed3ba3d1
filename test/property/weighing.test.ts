import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillIfCheaper } from '../../src/loading/collections/fill-if-cheaper.ts';
import { ChangingList } from '../support/changing-list.ts';
import { createEngine } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { copyOf } from '../support/thing-copy.ts';

const PAGE = 10;
const PAGES_IN_VAIN = 2;

const cases = fc.record({
  /** Rows of the upstream, and how many are new since its copy was complete; null: there is no copy. */
  rows: fc.nat(120),
  news: fc.option(fc.nat(120)),
  /** How many look-ups are missing in each tick of one operation. */
  ticks: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 }),
  /** After so many pages a row comes in. */
  grows: fc.nat(8),
});

test('look-ups of an operation cost no more than a search each and two pages, however many rows there are and in whatever ticks they come', async () => {
  const property = fc.asyncProperty(cases, async ({ rows, news, ticks, grows }) => {
    const { operation, clock, ...engine } = createEngine();
    const upstream = new ChangingList(rows, PAGE);
    const copy = copyOf({ operation, clock, ...engine }, upstream, { sync: 'newest-first' });
    if (news !== null) await copy.ensure(operation());
    for (let row = 0; row < (news ?? 0); row += 1) upstream.insert();
    clock.advance(60_000);
    upstream.calls.length = 0;
    upstream.beforeRead = () => {
      if (upstream.calls.length === grows) upstream.insert();
    };
    const { scope } = operation();
    let searches = 0;
    for (const lookUps of ticks)
      if (!(await fillIfCheaper(copy.collection, scope, copy.source, lookUps))) searches += lookUps;
    const all = ticks.reduce((sum, lookUps) => sum + lookUps, 0);
    expect(upstream.calls.length + searches).toBeLessThanOrEqual(all + PAGES_IN_VAIN);
  });
  await fc.assert(property, runs(300, 5_000));
});
