import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOME_ZONE, toLocal } from '../../src/sources/iadvize/local-time.ts';
import { lastPublication, publishedUntil } from '../../src/sources/iadvize/publication.ts';
import { DAY_MS, NOW, numbersOf, type Started, start } from '../support/iadvize-source.ts';
import { itemsOf, type OperationOptions, walk } from '../support/source-harness.ts';

const instant = (iso: string): number => Date.parse(iso);
/** One minute before yesterday, 14 June in Paris, is published. */
const BEFORE_FIVE = instant('2026-06-15T02:59:00Z');
const TODAY = '/transaction?page=1 from=2026-05-16 00:00:00 to=2026-06-15 23:59:59';

async function read(started: Started, options?: OperationOptions) {
  const { reads, reader, meter } = started.begin(options);
  const list = reads.transactions(reader, {});
  const items = await itemsOf(list);
  return { ids: numbersOf(items), until: await list.completeUntil(), notes: meter.notes };
}

function idsOf({ simulator }: Started, until: number, from = instant('2026-05-15T22:00:00Z')): readonly number[] {
  return simulator.truth.transactions('all', { from, until }).map(({ id }) => id);
}

describe('the publication of transactions', () => {
  it('is at 5 am in Paris, of the day before, also when the clocks change', () => {
    for (const [at, until] of [
      ['2026-06-15T02:59:59.999Z', '2026-06-13T22:00:00Z'],
      ['2026-06-15T03:00:00Z', '2026-06-14T22:00:00Z'],
      ['2026-03-29T03:00:00Z', '2026-03-28T23:00:00Z'],
      ['2026-10-25T03:59:59Z', '2026-10-23T22:00:00Z'],
      ['2026-10-25T04:00:00Z', '2026-10-24T22:00:00Z'],
    ] as const)
      expect(new Date(publishedUntil(instant(at))).toISOString()).toBe(new Date(instant(until)).toISOString());
  });

  it('outdates what was read before it, of ranges that reach into the day it brings', () => {
    const day = instant('2026-06-14T00:00:00+02:00');
    const out = instant('2026-06-15T05:00:00+02:00');
    expect(lastPublication(Number.POSITIVE_INFINITY, out)).toBe(out);
    expect(lastPublication(day + 1, out)).toBe(out);
    expect(lastPublication(day, out)).toBe(out - DAY_MS);
    expect(lastPublication(day, out + 30 * DAY_MS)).toBe(out - DAY_MS);
    expect(lastPublication(Number.POSITIVE_INFINITY, out - 1)).toBe(out - DAY_MS);
  });

  it('lies in the past, and brings the days up to its own, at any instant', () => {
    const instants = fc.integer({ min: instant('2019-01-01T00:00:00Z'), max: instant('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(instants, instants, (now, end) => {
        const until = publishedUntil(now);
        expect(toLocal(until, HOME_ZONE).slice(11)).toBe('00:00:00');
        expect(now - until).toBeGreaterThanOrEqual(4 * 3_600_000);
        expect(now - until).toBeLessThan(30 * 3_600_000);
        const at = lastPublication(end, now);
        expect(at).toBeLessThanOrEqual(now);
        expect(toLocal(at, HOME_ZONE).slice(11)).toBe('05:00:00');
        // All of the range that is published now was published then.
        expect(publishedUntil(at)).toBeGreaterThanOrEqual(Math.min(end, until));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('transactions', () => {
  it('that were read before 5 am are not fresh after it, however young', async () => {
    const started = await start({ size: 2, now: BEFORE_FIVE });
    const early = await read(started);
    expect(early.ids).toEqual(idsOf(started, instant('2026-06-13T22:00:00Z')));
    expect(early.until).toBe(instant('2026-06-13T22:00:00Z'));
    started.takeCalls();
    started.clock.advance(59_000);
    expect((await read(started)).notes).toMatchObject([{ ageSeconds: 59, reason: 'CACHE' }]);
    expect(started.takeCalls()).toEqual([]);
    started.clock.advance(1_000);
    const late = await read(started);
    expect(late.ids).toEqual(idsOf(started, instant('2026-06-14T22:00:00Z')));
    expect(late.ids.length).toBeGreaterThan(early.ids.length);
    expect([late.until, late.notes]).toEqual([instant('2026-06-14T22:00:00Z'), []]);
    expect(started.takeCalls()).toEqual([TODAY]);
  });

  it('of a range that was published before stay fresh over 5 am', async () => {
    const started = await start({ now: BEFORE_FIVE });
    const range = { from: instant('2026-06-01T00:00:00Z'), to: instant('2026-06-13T22:00:00Z') };
    const { reads, reader } = started.begin();
    await itemsOf(reads.transactions(reader, range));
    started.takeCalls();
    started.clock.advance(60_000);
    const later = started.begin();
    const list = later.reads.transactions(later.reader, range);
    await itemsOf(list);
    expect(started.takeCalls()).toEqual([]);
    expect(await list.completeUntil()).toBe(range.to);
  });

  it('stand in after 5 am where a call is not possible, and say how far they are complete', async () => {
    const started = await start({ now: BEFORE_FIVE });
    const early = await read(started);
    started.clock.advance(60_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const late = await read(started);
    expect(late).toMatchObject({ ids: early.ids, until: early.until });
    expect(late.notes).toMatchObject([{ ageSeconds: 60, reason: 'UPSTREAM_DOWN' }]);
    started.simulator.faults.clear();
  });

  it('in a longer range are the parts of a month, each transaction once, page by page', async () => {
    const started = await start({ size: 4 });
    const from = NOW - 140 * DAY_MS;
    const list = () => {
      const { reads, reader } = started.begin();
      return reads.transactions(reader, { from });
    };
    const items = await walk(list, 37);
    expect(numbersOf(items)).toEqual(idsOf(started, publishedUntil(NOW), from));
    expect(items.length).toBeGreaterThan(500);
  });

  it('feed the copy: one that a list has shown costs nothing, one of tomorrow is asked for anew', async () => {
    const started = await start({ now: BEFORE_FIVE });
    const { ids } = await read(started);
    const tomorrow = idsOf(started, instant('2026-06-14T22:00:00Z'), instant('2026-06-13T22:00:00Z'))[0] ?? 0;
    const readOne = (id = 0) => {
      const { reads, reader } = started.begin();
      return reads.transaction(reader, String(id));
    };
    started.takeCalls();
    expect((await readOne(ids[0]))?.id).toBe(String(ids[0]));
    expect(started.takeCalls()).toEqual([]);
    expect(await readOne(tomorrow)).toBeNull();
    started.clock.advance(59_000);
    expect(await readOne(tomorrow)).toBeNull();
    expect(started.takeCalls()).toEqual([`/transaction/${tomorrow}`]);
    started.clock.advance(1_000);
    expect((await readOne(tomorrow))?.id).toBe(String(tomorrow));
    expect(started.takeCalls()).toEqual([`/transaction/${tomorrow}`]);
  });

  it('of a person are those of the month in the copy, which catches up at 5 am, and none that an older list brought', async () => {
    const started = await start({ now: BEFORE_FIVE });
    const { edit } = started.simulator;
    const mine = { visitorEmail: ' Buyer@Shop.Example ' };
    edit.addTransaction({ ...mine, createdAt: instant('2026-04-20T10:00:00Z') });
    // On the clocks of New York that is the day before; in Paris the month has begun.
    const first = edit.addTransaction({ ...mine, createdAt: instant('2026-05-15T22:30:00Z'), websiteId: 1502 });
    const second = edit.addTransaction({ ...mine, createdAt: instant('2026-06-13T10:00:00Z') });
    const third = edit.addTransaction({ ...mine, createdAt: instant('2026-06-14T10:00:00Z') });
    const ask = async () => {
      const { reads, reader } = started.begin();
      const list = reads.transactionsByEmail(reader, 'buyer@shop.example');
      return [numbersOf(await itemsOf(list)), await list.total(), await list.completeUntil()];
    };
    const { reads, reader } = started.begin();
    await itemsOf(
      reads.transactions(reader, { from: instant('2026-04-01T00:00:00Z'), to: instant('2026-05-01T00:00:00Z') }),
    );
    started.takeCalls();
    expect(await ask()).toEqual([[second, first], 2, instant('2026-06-13T22:00:00Z')]);
    expect(started.takeCalls()).toEqual([TODAY, '/website/1502']);
    started.clock.advance(59_000);
    await ask();
    expect(started.takeCalls()).toEqual([]);
    started.clock.advance(1_000);
    expect(await ask()).toEqual([[third, second, first], 3, instant('2026-06-14T22:00:00Z')]);
    expect(started.takeCalls()).toEqual([TODAY]);
  });
});

describe('several keys', () => {
  const keys = [
    { label: 'us', secret: 'secret-us', websites: [1] },
    { label: 'paris', secret: 'secret-paris', websites: [0, 3] },
  ] as const;

  it('give the union, each its own websites', async () => {
    const started = await start({ size: 2, keys });
    const { truth } = started.simulator;
    const { reads, reader } = started.begin();
    const seen = (await itemsOf(reads.transactions(reader, {}))).map(({ id }) => Number(id));
    const span = { from: instant('2026-05-15T22:00:00Z'), until: publishedUntil(NOW) };
    const expected = [...truth.transactions('us', span), ...truth.transactions('paris', span)].map(({ id }) => id);
    expect(seen).toEqual(expected.toSorted((a, b) => b - a));
    const foreign = truth.transactions(undefined, span).find(({ websiteId }) => websiteId === 1777);
    expect(await reads.transaction(reader, String(foreign?.id))).toBeNull();
    expect(numbersOf(await itemsOf(reads.satisfactions(reader, {})))).toEqual(
      [...truth.satisfactions('us'), ...truth.satisfactions('paris')].map(({ id }) => id).toSorted((a, b) => b - a),
    );
  });

  it('answer for a website by the one that sees it', async () => {
    const started = await start({ keys });
    const { reads, reader } = started.begin();
    await itemsOf(reads.transactions(reader, { websiteId: '1502' }));
    await itemsOf(reads.callMeetings(reader, { websiteId: '1904' }));
    const calls = started.takeCalls().filter((call) => !call.includes('/website'));
    expect(calls.map((call) => call.split('?')[0])).toEqual(['us /transaction', 'paris /callmeeting']);
  });
});

describe('call meetings', () => {
  it('by id come from the copy, whose rows a list brings up to date', async () => {
    const started = await start();
    const id = started.simulator.edit.addCallMeeting({ status: 'pending' });
    const readOne = () => {
      const { reads, reader } = started.begin();
      return reads.callMeeting(reader, String(id));
    };
    expect(await readOne()).toMatchObject({ status: 'pending' });
    expect(started.takeCalls()).toEqual(['/callmeeting?page=1']);
    started.simulator.edit.changeCallMeeting(id, { status: 'done' });
    const { reads, reader } = started.begin();
    await itemsOf(reads.callMeetings(reader, {}), 5);
    expect(await readOne()).toMatchObject({ status: 'done' });
    expect(started.takeCalls()).toEqual(['/callmeeting?page=1']);
  });
});
