import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignReportFilter } from '../../src/model/campaigns.ts';
import type { Position } from '../../src/model/list.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';
import {
  DAY_MS,
  day,
  expectMetrics,
  listCall,
  modelOf,
  NOW,
  type Started,
  start,
  summed,
} from './notify-visitors-harness.ts';

const MONTH = { from: day(29), to: day(0) };
const QUARTER = { from: day(89), to: day(0) };

/** The truth of a list over several ranges: the newest first, each campaign once. */
function idsOver(
  { simulator }: Started,
  parts: readonly { from: string; to: string }[],
  channel?: 'email',
): readonly string[] {
  return [...new Set(parts.flatMap((part) => simulator.truth.campaignIds(part, channel)))];
}

const PARTS = [MONTH, { from: day(59), to: day(30) }, { from: day(89), to: day(60) }];

function list(one: Started, filter: CampaignReportFilter) {
  const { reads, reader } = one.begin();
  return reads.campaignReports(reader, filter);
}

const ids = (reports: readonly { campaignId: string }[]) => reports.map(({ campaignId }) => campaignId);

describe('campaignReports of one read', () => {
  it('gives the last 30 days in the order of the upstream, with figures, in one call', async () => {
    await using one = await start();
    const { reads, reader, meter } = one.begin();
    const reports = reads.campaignReports(reader, {});
    const rows = await rowsOf(reports);
    expect(ids(rows.map(({ item }) => item))).toEqual(one.simulator.truth.campaignIds(MONTH));
    for (const { item } of rows) {
      expect(item.range).toEqual(MONTH);
      expectMetrics(await reads.metrics(reader, item), modelOf(one.simulator.truth.metrics(item.campaignId, MONTH)));
    }
    expect(rows.map(({ more }) => more)).toEqual(rows.map((_row, index) => index < rows.length - 1));
    expect(await reports.total()).toBe(rows.length);
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to)]);
    expect(meter.calls).toHaveLength(1);
    expect(await list(one, { channel: 'sms' }).total()).toBe(one.simulator.truth.campaignIds(MONTH, 'sms').length);
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to, 1, 'sms')]);
    expect(one.simulator.violations).toEqual([]);
  });

  it('fills in a missing end', async () => {
    await using one = await start();
    await list(one, { from: day(3) }).total();
    await list(one, { to: day(50) }).total();
    expect(one.calls()).toEqual([listCall(day(3), day(0)), listCall(day(79), day(50))]);
  });

  it('reads no page before it is needed, and none twice', async () => {
    await using one = await start({ size: 200 });
    const truth = one.simulator.truth.campaignIds(MONTH);
    expect(Math.ceil(truth.length / 100)).toBe(3);
    expect(ids(await itemsOf(list(one, MONTH), 100))).toEqual(truth.slice(0, 100));
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to)]);
    expect(ids(await walk(() => list(one, MONTH), 40))).toEqual(truth);
    expect(one.calls()).toEqual([2, 3].map((page) => listCall(MONTH.from, MONTH.to, page)));
    expect(one.simulator.violations).toEqual([]);
  });

  it('asks for nothing behind the end of the list', async () => {
    await using one = await start();
    const rows = await rowsOf(list(one, MONTH));
    one.calls();
    expect(await rowsOf(list(one, MONTH), 5, rows.at(-1)?.position)).toEqual([]);
    expect(one.calls()).toEqual([]);
  });

  it('goes on in its own range when the day has changed', async () => {
    await using one = await start();
    const truth = one.simulator.truth.campaignIds(MONTH);
    const rows = await rowsOf(list(one, {}), 3);
    one.clock.advance(DAY_MS);
    one.calls();
    expect(ids(await itemsOf(list(one, {}), 1000, rows.at(-1)?.position))).toEqual(truth.slice(3));
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to)]);
  });

  it('survives cursors that it did not give out', async () => {
    await using one = await start();
    const truth = one.simulator.truth.campaignIds(MONTH);
    for (const position of [
      { s: 'x' },
      { s: 'x', k: 9, p: 1, i: 0, a: [] },
      { s: '', k: 0, p: -1, i: 0, a: [], f: 'x', t: '' },
    ])
      expect(ids(await itemsOf(list(one, {}), 1000, position as Position))).toEqual(truth);
  });
});

describe('campaignReports of several reads', () => {
  it('gives each campaign once, the newest range first, and reads a range only when it is reached', async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    const reports = reads.campaignReports(reader, QUARTER);
    const truth = idsOver(one, PARTS);
    const newest = one.simulator.truth.campaignIds(MONTH).length;
    expect(ids(await itemsOf(reports, newest))).toEqual(truth.slice(0, newest));
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to)]);
    expect(await reports.total()).toBeNull();
    const rows = await rowsOf(reports);
    expect(ids(rows.map(({ item }) => item))).toEqual(truth);
    expect(rows.at(-1)?.more).toBe(false);
    expect(await reports.total()).toBe(truth.length);
    expect(one.calls()).toEqual([listCall(day(59), day(30)), listCall(day(89), day(60))]);
    for (const { item } of rows) {
      expect(item.range).toEqual(QUARTER);
      expect(item).not.toHaveProperty('metrics');
    }
    const metrics = await Promise.all(rows.map(({ item }) => reads.metrics(reader, item)));
    for (const [index, id] of truth.entries())
      expectMetrics(metrics[index], summed(modelOf(one.simulator.truth.metrics(id, QUARTER))));
    expect(one.calls()).toEqual([]);
    expect(one.simulator.violations).toEqual([]);
  });

  it('reads the other ranges of a page of reports once, in the list of the same channel', async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    const rows = await itemsOf(reads.campaignReports(reader, { ...QUARTER, channel: 'email' }), 3);
    expect(one.calls()).toHaveLength(1);
    const metrics = await Promise.all(rows.map((row) => reads.metrics(reader, row)));
    for (const [index, { campaignId }] of rows.entries())
      expectMetrics(metrics[index], summed(modelOf(one.simulator.truth.metrics(campaignId, QUARTER))));
    expect(one.calls().toSorted()).toEqual(
      [listCall(day(59), day(30), 1, 'email'), listCall(day(89), day(60), 1, 'email')].toSorted(),
    );
    expect(one.simulator.violations).toEqual([]);
  });

  it.each([1, 7, 60, 100])(
    'walks pages of %i in operations of their own, over pages of the upstream',
    async (first) => {
      await using one = await start({ size: 200 });
      const filter = first === 1 ? { ...QUARTER, channel: 'push' } : QUARTER;
      const truth =
        first === 1
          ? [...new Set(PARTS.flatMap((part) => one.simulator.truth.campaignIds(part, 'push')))]
          : idsOver(one, PARTS);
      expect(ids(await walk(() => list(one, filter), first))).toEqual(truth);
      const pages = one.calls();
      expect(new Set(pages).size).toBe(pages.length);
      expect(one.simulator.violations).toEqual([]);
    },
  );
});

describe('campaignReports through edits', () => {
  const edits = fc.array(
    fc.record({
      page: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('add', 'remove', 'move'),
      place: fc.nat({ max: 1000 }),
      pause: fc.constantFrom(1_000, 400_000),
    }),
    { maxLength: 8 },
  );
  type Edit = { page: number; kind: string; place: number; pause: number };

  function applyTo(one: Started, touched: Set<string>, { kind, place }: Edit, serial: number): void {
    const present = one.simulator.truth.campaigns().filter(({ sentAt }) => sentAt !== null && sentAt <= NOW);
    const target = present[place % present.length];
    if (target === undefined) return;
    if (kind === 'add') {
      const sentAt = NOW - ((place * 7) % 29) * DAY_MS - 1000;
      one.simulator.edit.addCampaign({ campaignId: `new-${serial}`, name: 'New', channel: 'email', sentAt });
      touched.add(`new-${serial}`);
      return;
    }
    touched.add(target.campaignId);
    if (kind === 'remove') one.simulator.edit.removeCampaign(target.campaignId);
    else one.simulator.edit.changeCampaign(target.campaignId, { sentAt: NOW - (place % 20) * DAY_MS });
  }

  it.each([
    ['within a page of the upstream', 1, MONTH, 60],
    ['over ranges', 1, QUARTER, 30],
    ['over pages of the upstream', 200, MONTH, 15],
  ] as const)('neither repeats nor leaves out what does not change, %s', async (_what, size, range, numRuns) => {
    const property = fc.asyncProperty(edits, fc.integer({ min: 1, max: 6 }), async (changes, few) => {
      await using one = await start({ size });
      const first = size === 1 ? few : few * 17;
      const touched = new Set<string>();
      const before = idsOver(one, PARTS.slice(0, range === MONTH ? 1 : 3));
      const seen = await walk(
        () => list(one, range),
        first,
        (page) => {
          one.clock.advance(2_000);
          for (const [serial, change] of changes.entries()) {
            if (change.page !== page) continue;
            applyTo(one, touched, change, serial);
            one.clock.advance(change.pause);
          }
        },
      );
      const unchanged = (id: string): boolean => !touched.has(id);
      expect(ids(seen).filter(unchanged)).toEqual(before.filter(unchanged));
      expect(one.simulator.violations).toEqual([]);
    });
    await fc.assert(property, { numRuns, seed: 11 });
  });

  const remove = (one: Started, gone: readonly string[]): void => {
    for (const id of gone) one.simulator.edit.removeCampaign(id);
  };
  const addThree = (one: Started): void => {
    for (const n of [1, 2, 3])
      one.simulator.edit.addCampaign({ campaignId: `new-${n}`, name: 'New', channel: 'sms', sentAt: NOW - n });
  };
  it.each([
    ['vanish in front', (one: Started, all: readonly string[]) => remove(one, all.slice(10, 13))],
    ['come in front', addThree],
    ['vanish at the place', (one: Started, all: readonly string[]) => remove(one, all.slice(93, 100))],
  ])('goes on over a page boundary when rows %s', async (_what, edit) => {
    for (const [first, pause] of [
      [100, 1_000],
      [100, 400_000],
      [50, 1_000],
      [99, 400_000],
    ] as const) {
      await using one = await start({ size: 200 });
      const before = one.simulator.truth.campaignIds(MONTH);
      const at = first === 50 ? 2 : 1;
      const seen = await walk(
        () => list(one, MONTH),
        first,
        (page) => {
          if (page !== at) return;
          edit(one, before);
          one.clock.advance(pause);
        },
      );
      const left = new Set(one.simulator.truth.campaignIds(MONTH));
      const stayed = before.filter((id) => left.has(id));
      expect(ids(seen).filter((id) => stayed.includes(id))).toEqual(stayed);
      expect(one.simulator.violations).toEqual([]);
    }
  });

  it('sums no campaign short when a row moves between two pages', async () => {
    await using one = await start({ size: 200 });
    const [gone = ''] = one.simulator.truth.campaignIds(MONTH);
    const { reads, reader } = one.begin();
    const rows = await itemsOf(reads.campaignReports(reader, MONTH), 100);
    one.simulator.edit.removeCampaign(gone);
    const found = await one.begin().reads.campaignNamed(reader, rows[1]?.name ?? '');
    expect(found?.campaignId).toBe(rows[1]?.campaignId);
    // Page 1 was held with the campaign that has gone since; the smaller count of page 2 shows it, and page 1 is read again.
    const newest = one.calls().filter((call) => call.includes(`to=${MONTH.to}`));
    expect(newest).toEqual([1, 2, 3, 1].map((page) => listCall(MONTH.from, MONTH.to, page)));
  });
});
