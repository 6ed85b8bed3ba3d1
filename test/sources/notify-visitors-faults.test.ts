import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { itemsOf } from '../support/source-harness.ts';
import { DAY_MS, day, expectMetrics, listCall, modelOf, NOW, type Started, start } from './notify-visitors-harness.ts';

const MONTH = { from: day(29), to: day(0) };

type Body = { response: { data: Record<string, unknown> } };

function change(edit: (data: Record<string, unknown>) => unknown): Fault {
  return {
    kind: 'change',
    change: (body) => {
      const { data } = (body as Body).response;
      return { response: { status: 'success', message: 'success', data: edit(data) ?? data } };
    },
  };
}

const rowsIn = (data: Record<string, unknown>) => data.campaigns as Record<string, unknown>[];
const said = (message: string): Fault => ({
  kind: 'body',
  body: JSON.stringify({ response: { data: [], message, status: 'error' } }),
});

function readMonth(one: Started) {
  const { reads, reader } = one.begin();
  return itemsOf(reads.campaignReports(reader, MONTH));
}

describe('answers in other clothes', () => {
  it.each([
    ['bare bodies', { bareBodies: true }],
    ['capital names', { capitalNames: true }],
    ['errors inside a 200', { errorInside200: true }],
    ['bare errors inside a 200', { bareBodies: true, errorInside200: true }],
    ["a partner's token", { secret: { token: 'nv-token' } }],
  ])('reads %s', async (_what, options) => {
    await using one = await start(options);
    const { reads, reader } = one.begin();
    const reports = await readMonth(one);
    expect(reports.map(({ campaignId }) => campaignId)).toEqual(one.simulator.truth.campaignIds(MONTH));
    const { email } = one.world.people.at(0);
    expect((await reads.profile(reader, email))?.email).toBe(email);
    expect(await reads.profile(reader, 'nobody@nowhere.example')).toBeNull();
    expect(await reads.campaignReport(reader, 'nobody', null)).toBeNull();
    const [id = ''] = one.simulator.truth.campaignIds(MONTH);
    expectMetrics((await reads.campaignReport(reader, id, null))?.metrics, modelOf(one.simulator.truth.metrics(id)));
    expect(await reads.days(reader, id, { from: day(2), to: day(0) })).toHaveLength(3);
    expect(one.simulator.violations).toEqual([]);
  });

  it('converts zone-less times with the zone of the account, and leaves offsets alone', async () => {
    await using one = await start({ timeZone: 'Europe/Berlin' });
    const times = {
      '2026-03-30T12:00:05': Date.UTC(2026, 2, 30, 10, 0, 5),
      '2026-01-30 12:00:05': Date.UTC(2026, 0, 30, 11, 0, 5),
      '2026-03-30T12:00+0000': Date.UTC(2026, 2, 30, 12),
      '2026-03-30T12:00:05+05:30': Date.UTC(2026, 2, 30, 6, 30, 5),
      '2026-02-30T12:00:05': null,
    };
    const [id = ''] = one.simulator.truth.campaignIds(MONTH);
    for (const [text, expected] of Object.entries(times)) {
      one.simulator.faults.inject(change((data) => Object.assign(data, { sent_at: text })));
      const { reads, reader } = one.begin({ wish: { maxAge: 0 } });
      expect((await reads.campaignReport(reader, id, null))?.sentAt).toBe(expected);
      one.clock.advance(1_000);
    }
    expect([...one.harness.drifts.counts()]).toEqual([['notify-visitors.campaigns.item sent_at', 1]]);
  });

  it('puts in the configured currency where there is none', async () => {
    await using one = await start({ ownCurrency: 'EUR' });
    const [id = ''] = one.simulator.truth.campaignIds(MONTH);
    one.simulator.faults.inject(change(({ currency: _currency, ...data }) => data));
    const { reads, reader } = one.begin();
    expect((await reads.campaignReport(reader, id, null))?.metrics?.currency).toBe('EUR');
  });
});

describe('odd values', () => {
  it('are null at their own place and counted, and a row without id is left out', async () => {
    await using one = await start();
    one.simulator.faults.inject(
      change((data) => {
        const [first, second, third] = rowsIn(data);
        Object.assign(first ?? {}, {
          sent: 'many',
          delivered: -1,
          revenue: '1,5',
          channel: ['email'],
          extra: { a: 1 },
        });
        Object.assign(second ?? {}, { campaign_id: '' });
        Object.assign(third ?? {}, { clicked: '12', revenue: '3.50', campaign_id: 41_999 });
      }),
    );
    const truth = one.simulator.truth.campaignIds(MONTH);
    const [first, second, ...rest] = await readMonth(one);
    expect(first).toMatchObject({
      campaignId: truth[0],
      channel: null,
      metrics: { sent: null, delivered: null, revenue: null },
    });
    expect(second).toMatchObject({ campaignId: '41999', metrics: { clicked: 12, revenue: 3.5 } });
    expect(rest).toHaveLength(truth.length - 3);
    const drifts = [...one.harness.drifts.counts().keys()].map((place) => place.split(' ')[1]);
    expect(drifts.toSorted()).toEqual(
      ['channel', 'campaign_id', 'delivered', 'revenue', 'sent']
        .map((name) => `campaigns[].${name}`)
        .concat('campaigns[]')
        .toSorted(),
    );
  });

  it('pages on without a pagination, by full pages', async () => {
    await using one = await start({ size: 200 });
    one.simulator.faults.inject(
      change(({ campaigns }) => ({ campaigns })),
      { times: 9 },
    );
    const reports = await readMonth(one);
    expect(reports.map(({ campaignId }) => campaignId)).toEqual(one.simulator.truth.campaignIds(MONTH));
    expect(await one.begin().reads.campaignReports(one.begin().reader, MONTH).total()).toBeNull();
  });

  it.each([
    ['no list', { response: { data: { pagination: {} }, status: 'success', message: '' } }],
    ['text', 'hello'],
    ['nothing', null],
  ])('refuses an answer with %s', async (_what, body) => {
    await using one = await start();
    one.simulator.faults.inject({ kind: 'body', body: JSON.stringify(body) });
    await expect(readMonth(one)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
  });

  it("refuses another's profile and another's report", async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    one.simulator.faults.inject(
      change((data) => Object.assign(data, { userID: 'x@y.example', campaign_id: '7' })),
      { times: 2 },
    );
    await expect(reads.profile(reader, one.world.people.at(0).email)).rejects.toMatchObject({
      code: 'UPSTREAM_BAD_RESPONSE',
    });
    const [id = ''] = one.simulator.truth.campaignIds(MONTH);
    await expect(reads.campaignReport(reader, id, null)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
  });
});

describe('failures', () => {
  const refused = [
    ['401', { kind: 'status', status: 401 }, 'UPSTREAM_UNAUTHORIZED'],
    ['403', { kind: 'status', status: 403 }, 'UPSTREAM_FORBIDDEN'],
    ['404, which means a wrong address', { kind: 'status', status: 404 }, 'UPSTREAM_BAD_RESPONSE'],
    ['429', { kind: 'status', status: 429 }, 'UPSTREAM_RATE_LIMITED'],
    ['503', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['a rate limit inside a 200', said('Rate limit exceeded'), 'UPSTREAM_RATE_LIMITED'],
    ['a rate limit inside a 200, in other words', said('Too many requests'), 'UPSTREAM_RATE_LIMITED'],
    ['text that is no JSON', { kind: 'body', body: '<html>' }, 'UPSTREAM_BAD_RESPONSE'],
  ] as const satisfies readonly (readonly [string, Fault, string])[];

  it.each(refused)('tells %s by its code, of every read', async (_what, fault, code) => {
    for (const read of [
      (one: Started) => readMonth(one),
      (one: Started) => one.begin().reads.profile(one.begin().reader, 'a@b.example'),
      (one: Started) => one.begin().reads.campaignReport(one.begin().reader, '1', null),
      (one: Started) => one.begin().reads.days(one.begin().reader, '1', MONTH),
      (one: Started) => one.begin().reads.campaignNamed(one.begin().reader, 'x'),
    ]) {
      await using one = await start();
      one.simulator.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
      await expect(read(one)).rejects.toMatchObject({ code, upstream: 'NOTIFY_VISITORS' });
    }
  });

  it('takes a refused list for refused input, and a refused record for none', async () => {
    await using one = await start();
    one.simulator.faults.inject({ kind: 'status', status: 400 }, { times: 3 });
    one.simulator.faults.inject(said('Invalid resource'), { times: 3 });
    for (let round = 0; round < 2; round += 1) {
      const { reads, reader } = one.begin();
      await expect(readMonth(one)).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
      expect(await reads.profile(reader, `${round}@b.example`)).toBeNull();
      expect(await reads.campaignReport(reader, `${round}`, null)).toBeNull();
    }
  });

  it('gives what is held when the upstream is down, and says how old it is', async () => {
    await using one = await start();
    const before = await readMonth(one);
    one.clock.advance(7_200_000);
    one.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = one.begin();
    expect(await itemsOf(reads.campaignReports(reader, MONTH))).toEqual(before);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 7_200, reason: 'UPSTREAM_DOWN' }]);
  });

  it('sends no call beyond the 50 of a minute', async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => reads.campaignReport(reader, `${index}`, null)),
    );
    const refusals = all.filter(({ status }) => status === 'rejected');
    expect(refusals).toHaveLength(10);
    expect(refusals[0]).toMatchObject({ reason: { code: 'QUOTA_EXCEEDED', details: { window: 'reports-minute' } } });
    expect(one.calls()).toHaveLength(50);
    expect(await one.begin().reads.profile(reader, 'a@b.example')).toBeNull();
    expect(one.simulator.violations).toEqual([]);
  });

  it('makes no call in only-held mode, and reads all anew in verify mode', async () => {
    await using one = await start();
    const [id = ''] = one.simulator.truth.campaignIds(MONTH);
    const before = await readMonth(one);
    one.clock.advance(3_600_000);
    one.calls();
    const held = one.begin({ wish: { mode: 'only-held' } });
    expect(await itemsOf(held.reads.campaignReports(held.reader, MONTH))).toEqual(before);
    expect(await held.reads.campaignReport(held.reader, id, MONTH)).toEqual(before[0]);
    await expect(held.reads.campaignReport(held.reader, id, null)).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(one.calls()).toEqual([]);
    const verified = one.begin({ wish: { mode: 'verify' } });
    await itemsOf(verified.reads.campaignReports(verified.reader, MONTH));
    expect(one.calls()).toEqual([listCall(MONTH.from, MONTH.to)]);
  });
});

describe('ages', () => {
  it('keeps reports of days that ended more than 7 days ago for a day, others for 5 minutes', async () => {
    await using one = await start();
    // The day of India ends at 18:30 UTC.
    const closed = { from: day(40), to: day(8) };
    const open = { from: day(37), to: day(7) };
    const [id = ''] = one.simulator.truth.campaignIds({ from: day(20), to: day(8) });
    const read = async () => {
      const { reads, reader } = one.begin();
      await reads.days(reader, id, { from: day(8), to: day(8) });
      await reads.campaignReport(reader, id, { from: day(10), to: day(8) });
      await itemsOf(reads.campaignReports(reader, { from: day(12), to: day(8) }));
      return reads.days(reader, id, { from: day(7), to: day(7) });
    };
    expect(closed.to < open.to).toBe(true);
    await read();
    expect(one.calls()).toHaveLength(4);
    one.clock.advance(3_600_000);
    await read();
    expect(one.calls()).toHaveLength(1);
    one.clock.advance(DAY_MS + 1_000);
    await read();
    expect(one.calls()).toHaveLength(4);
    expect(one.clock.now()).toBeGreaterThan(NOW + DAY_MS);
    expect(one.simulator.violations).toEqual([]);
  });
});
