import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import { createWorld, DAY_MS } from '../../src/sandbox/world.ts';
import { CAMPAIGN, CAMPAIGNS, DAILY, get, NOW, type Row, startSmall } from './notify-visitors-harness.ts';

const RANGE = { from: '2026-01-31', to: '2026-03-01' };
const BIG = createWorld({ seed: 4, size: 200, now: NOW });

const SUMS = [
  ...['sent', 'delivered', 'opened', 'read', 'clicked', 'dismissed', 'bounced', 'rejected', 'unsubscribed'],
  'conversions',
  'revenue',
];
const METRICS = [...SUMS, 'unique_opened', 'unique_clicked'];

/** The metrics that a channel has, by the contract's table. */
const HAS: Readonly<Record<string, readonly string[]>> = {
  push: ['delivered', 'clicked', 'unique_clicked', 'dismissed', 'unsubscribed', 'conversions', 'revenue'],
  email: METRICS.filter((name) => name !== 'read' && name !== 'dismissed'),
  sms: ['sent', 'delivered', 'clicked', 'unique_clicked', 'rejected', 'conversions', 'revenue'],
  whatsapp: ['sent', 'delivered', 'read', 'conversions', 'revenue'],
};

/** A count as the reader must take it: absent is null, text is a number. */
function count(row: Row, name: string): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}

function dayBefore(days: number): string {
  return new Date(NOW - days * DAY_MS).toISOString().slice(0, 10);
}

async function walk(simulator: NotifyVisitorsSimulator, query: Row, limit: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = (
      await get(simulator, CAMPAIGNS, { ...query, page: String(page), limit: String(limit) } as Record<string, string>)
    ).response;
    const pagination = data.pagination as Row;
    expect(pagination).toMatchObject({ page, limit });
    expect(pagination.total_pages).toBe(Math.ceil(Number(pagination.total) / limit));
    rows.push(...(data.campaigns as Row[]));
    if (page >= Number(pagination.total_pages)) return rows;
  }
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => String(row.campaign_id));

describe('report/campaigns', () => {
  it.each([1, 7, 50, 100])('pages to the end in the order of the truth, %i a page', async (limit) => {
    await using simulator = await startSmall({ world: BIG });
    const expected = simulator.truth.campaignIds(RANGE);
    expect(expected.length).toBeGreaterThan(100);
    expect(idsOf(await walk(simulator, limit === 1 ? { ...RANGE, channel: 'push' } : RANGE, limit))).toEqual(
      limit === 1 ? simulator.truth.campaignIds(RANGE, 'push') : expected,
    );
    expect(simulator.violations).toEqual([]);
  });

  it('holds exactly the campaigns sent by then with any activity in the range, newest sending first', async () => {
    await using simulator = await startSmall({ world: BIG });
    for (const [first, last] of [
      [29, 0],
      [75, 46],
      [89, 60],
      [12, 12],
      [-5, -20],
    ] as const) {
      const range = { from: dayBefore(first), to: dayBefore(last) };
      const active = simulator.truth.campaigns().filter((record) => {
        const metrics = simulator.truth.metrics(record.campaignId, range);
        return Object.values(metrics).some((value) => value !== null && value !== 0);
      });
      const ordered = active.toSorted(
        (a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0) || (a.campaignId < b.campaignId ? -1 : 1),
      );
      expect(idsOf(await walk(simulator, range, 100))).toEqual(ordered.map(({ campaignId }) => campaignId));
    }
  });

  it('takes the documented defaults and answers an empty page behind the last', async () => {
    await using simulator = await startSmall({ world: BIG });
    const first = (await get(simulator, CAMPAIGNS, RANGE)).response.data;
    expect(first.pagination).toMatchObject({ page: 1, limit: 50 });
    expect(first.campaigns).toHaveLength(50);
    const behind = (await get(simulator, CAMPAIGNS, { ...RANGE, page: '999' })).response.data;
    expect(behind.campaigns).toEqual([]);
    const nothing = (await get(simulator, CAMPAIGNS, { from: '2020-01-01', to: '2020-01-30' })).response.data;
    expect(nothing).toMatchObject({ campaigns: [], pagination: { total_pages: 0 } });
    expect(simulator.violations).toEqual([]);
  });

  it('shows each channel alone and together the same campaigns', async () => {
    await using simulator = await startSmall({ world: BIG });
    const apart: string[] = [];
    for (const channel of ['push', 'email', 'sms', 'whatsapp']) {
      const rows = await walk(simulator, { ...RANGE, channel }, 100);
      expect(rows.every((row) => row.channel === channel)).toBe(true);
      apart.push(...idsOf(rows));
    }
    expect(apart.toSorted()).toEqual([...simulator.truth.campaignIds(RANGE)].toSorted());
  });

  it('gives metrics over the range, null where the channel has none', async () => {
    await using simulator = await startSmall({ world: BIG });
    for (const row of await walk(simulator, RANGE, 100)) {
      const truth = simulator.truth.metrics(String(row.campaign_id), RANGE) as Row;
      for (const name of METRICS) {
        expect(count(row, name)).toBe(truth[name]);
        expect(count(row, name) !== null).toBe(HAS[String(row.channel)]?.includes(name));
      }
    }
  });

  it('names campaigns as the world does and two pairs alike, one of a pair sent later', async () => {
    await using simulator = await startSmall();
    const { campaigns } = createWorld({ seed: 1, size: 1, now: NOW });
    for (let index = 0; index < campaigns.count; index += 1) {
      const { id, name } = campaigns.at(index);
      expect(simulator.truth.campaign(id)?.name.trim()).toBe(name);
    }
    for (const [index, latest] of [
      [0, campaigns.at(0).id],
      [1, '41004'],
    ] as const) {
      const pair = simulator.truth.campaigns().filter(({ name }) => name === campaigns.at(index).name);
      expect(pair).toHaveLength(2);
      expect(pair.toSorted((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))[0]?.campaignId).toBe(latest);
    }
  });

  it('sees campaigns that come and go between two pages', async () => {
    await using simulator = await startSmall({ world: BIG });
    const before = simulator.truth.campaignIds(RANGE);
    const page = { ...RANGE, limit: '10' };
    const first = idsOf((await get(simulator, CAMPAIGNS, page)).response.data.campaigns as Row[]);
    expect(first).toEqual(before.slice(0, 10));
    simulator.edit.addCampaign({ campaignId: 'new', name: 'New', channel: 'email', sentAt: NOW, volume: 5_000 });
    const second = idsOf((await get(simulator, CAMPAIGNS, { ...page, page: '2' })).response.data.campaigns as Row[]);
    expect(second[0]).toBe(first[9]);
    simulator.edit.removeCampaign('new');
    simulator.edit.removeCampaign(first[0] ?? '');
    expect(idsOf(await walk(simulator, RANGE, 100))).toEqual(before.slice(1));
    expect((await get(simulator, CAMPAIGN, { campaign_id: first[0] ?? '' })).status).toBe(400);
    expect(simulator.violations).toEqual([]);
  });
});

describe('report/campaign', () => {
  it('gives all documented fields, lifetime totals without a range', async () => {
    await using simulator = await startSmall();
    simulator.edit.addCampaign({
      ...{ campaignId: 'plain', name: ' Plain ', channel: 'push', platform: 'ios', type: 'segment', status: 'running' },
      ...{ segment: { id: '5', name: 'Five' }, sentAt: NOW - 60 * DAY_MS, scheduledAt: NOW - 61 * DAY_MS },
    });
    const { data } = (await get(simulator, CAMPAIGN, { campaign_id: 'plain' })).response;
    expect(data).toMatchObject({
      ...{ campaign_id: 'plain', campaign_name: ' Plain ', channel: 'push', platform: 'ios', type: 'segment' },
      ...{ segment_id: '5', segment_name: 'Five', status: 'running' },
      ...{ created_at: expect.any(String), scheduled_at: expect.any(String), sent_at: expect.any(String) },
    });
    const ranges = [60, 30].map((days) => ({ from: dayBefore(days), to: dayBefore(days - 29) }));
    for (const name of SUMS) {
      const parts = ranges.map((range) => (simulator.truth.metrics('plain', range) as Row)[name] as number | null);
      const sum = parts[0] === null ? null : (parts[0] ?? 0) + (parts[1] ?? 0);
      if (sum === null) expect(count(data, name)).toBeNull();
      else expect(count(data, name)).toBeCloseTo(sum, 6);
    }
  });

  it('has zeros, not errors, for what is not sent, failed, or outside the range', async () => {
    await using simulator = await startSmall();
    const zeros = async (query: Record<string, string>): Promise<Row> => {
      const { status, response } = await get(simulator, CAMPAIGN, query);
      expect(status).toBe(200);
      for (const name of METRICS) expect(count(response.data, name) ?? 0).toBe(0);
      return response.data;
    };
    expect(await zeros({ campaign_id: '41007' })).toMatchObject({ status: 'draft', sent_at: null });
    expect(await zeros({ campaign_id: 'next/A+B 1' })).toMatchObject({ status: 'scheduled', sent_at: null });
    await zeros({ campaign_id: '41010' });
    await zeros({ campaign_id: '41000', from: '2020-01-01', to: '2020-01-05' });
    await zeros({ campaign_id: '41000', from: '2030-01-01', to: '2030-01-05' });
    const listed = simulator.truth.campaignIds({ from: '2025-01-01', to: '2027-01-01' });
    for (const id of ['41007', 'next/A+B 1', '41010']) expect(listed).not.toContain(id);
    expect(simulator.violations).toEqual([]);
  });

  it('counts today and nothing later, and starts a planned campaign when its time has come', async () => {
    let now = NOW;
    await using simulator = await startSmall({ now: () => now });
    const sentAt = NOW + DAY_MS;
    simulator.edit.addCampaign({ campaignId: 'soon', name: 'Soon', channel: 'email', sentAt, volume: 9_000 });
    const sent = async (): Promise<unknown> =>
      count((await get(simulator, CAMPAIGN, { campaign_id: 'soon' })).response.data, 'opened');
    expect(await sent()).toBe(0);
    now = sentAt;
    const first = Number(await sent());
    expect(first).toBeGreaterThan(0);
    const query = { campaign_id: 'soon', from: '2026-03-01', to: '2026-03-20' };
    expect(count((await get(simulator, CAMPAIGN, query)).response.data, 'opened')).toBe(first);
    const days = (await get(simulator, DAILY, query)).response.data.days as Row[];
    expect(days.filter((day) => (count(day, 'opened') ?? 0) > 0).map(({ date }) => date)).toEqual(['2026-03-02']);
    now += 2 * DAY_MS;
    expect(await sent()).toBeGreaterThan(first);
    simulator.edit.changeCampaign('soon', { volume: 0 });
    expect(await sent()).toBe(0);
  });

  it('has numbers as text, ids as numbers, missing currency and unknown vocabulary now and then', async () => {
    await using simulator = await startSmall({ world: BIG });
    const rows = await walk(simulator, RANGE, 100);
    const kinds = (name: string): Set<string> =>
      new Set(rows.map((row) => (row[name] === null ? 'null' : typeof row[name])));
    const forms = rows.map(({ sent_at }) => String(sent_at).replace(/\d/g, '0'));
    expect(new Set(forms)).toEqual(
      new Set(['0000-00-00T00:00:00', '0000-00-00T00:00+0000', '0000-00-00 00:00:00', '0000-00-00T00:00:00+00:00']),
    );
    expect(kinds('campaign_id')).toEqual(new Set(['string', 'number']));
    expect(kinds('delivered')).toEqual(new Set(['string', 'number']));
    expect(kinds('revenue')).toEqual(new Set(['string', 'number']));
    expect(kinds('currency')).toEqual(new Set(['string', 'null', 'undefined']));
    expect(kinds('dismissed')).toEqual(new Set(['string', 'number', 'null', 'undefined']));
    expect(rows.some((row) => row.type === 'drip')).toBe(true);
    expect(rows.some((row) => row.status === 'archived')).toBe(true);
    expect(rows.some((row) => row.campaign_name !== String(row.campaign_name).trim())).toBe(true);
    expect(rows.some((row) => 'ab_variants' in row)).toBe(true);
  });

  it('finds the first and the last campaign by id', async () => {
    await using simulator = await startSmall({ world: BIG });
    const { campaigns } = BIG;
    for (const { id, name } of [campaigns.at(0), campaigns.at(campaigns.count - 1)]) {
      const { data } = (await get(simulator, CAMPAIGN, { campaign_id: id })).response;
      expect([String(data.campaign_id), String(data.campaign_name).trim()]).toEqual([id, name]);
    }
  });
});

describe('report/campaign/daily', () => {
  it('has a row for each day of the range, whose sums are those of the range; uniques do not add up', async () => {
    await using simulator = await startSmall({ world: BIG });
    const [campaignId = ''] = simulator.truth
      .campaigns()
      .filter(({ channel, sentAt }) => channel === 'email' && sentAt !== null && sentAt > NOW - 20 * DAY_MS)
      .filter(({ sentAt }) => sentAt !== null && sentAt < NOW - 10 * DAY_MS)
      .map((record) => record.campaignId);
    const query = { campaign_id: campaignId, ...RANGE };
    const { data } = (await get(simulator, DAILY, query)).response;
    expect([String(data.campaign_id), data.channel]).toEqual([campaignId, 'email']);
    const days = data.days as Row[];
    expect(days.map(({ date }) => date)).toEqual(Array.from({ length: 30 }, (_, step) => dayBefore(29 - step)));
    const whole = (await get(simulator, CAMPAIGN, query)).response.data;
    const sum = (name: string): number => days.reduce((total, day) => total + (count(day, name) ?? 0), 0);
    for (const name of SUMS) expect(sum(name)).toBeCloseTo(count(whole, name) ?? 0, 6);
    for (const name of ['unique_opened', 'unique_clicked']) expect(count(whole, name)).toBeLessThan(sum(name));
    expect(simulator.violations).toEqual([]);
  });

  it('counts days in the zone of the account', async () => {
    // 20:00 UTC is the next day in India.
    const sentAt = Date.parse('2026-02-10T20:00:00Z');
    const firstDay = async (timeZone: string): Promise<unknown> => {
      await using simulator = await startSmall({ timeZone });
      simulator.edit.addCampaign({ campaignId: 'late', name: 'Late', channel: 'email', sentAt });
      const query = { campaign_id: 'late', from: '2026-02-09', to: '2026-02-13' };
      const days = (await get(simulator, DAILY, query)).response.data.days as Row[];
      return days.find((day) => (count(day, 'sent') ?? 0) > 0)?.date;
    };
    expect(await firstDay('Asia/Kolkata')).toBe('2026-02-11');
    expect(await firstDay('America/New_York')).toBe('2026-02-10');
  });

  it('keeps metrics consistent over any range', async () => {
    await using simulator = await startSmall({ world: BIG });
    const ids = simulator.truth.campaigns().map(({ campaignId }) => campaignId);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(130), fc.nat(29), (id, start, length) => {
        const whole = simulator.truth.metrics(id, { from: dayBefore(start), to: dayBefore(start - length) });
        const inner = simulator.truth.metrics(id, { from: dayBefore(start), to: dayBefore(start - (length >> 1)) });
        expect(whole.delivered ?? 0).toBeLessThanOrEqual(whole.sent ?? Infinity);
        expect(whole.unique_opened ?? 0).toBeLessThanOrEqual(whole.opened ?? 0);
        expect(whole.unique_clicked ?? 0).toBeLessThanOrEqual(whole.clicked ?? 0);
        for (const [name, value] of Object.entries(inner) as [keyof typeof inner, number | null][])
          expect(value ?? 0).toBeLessThanOrEqual(whole[name] ?? 0);
      }),
    );
  });
});
