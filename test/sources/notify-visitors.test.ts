import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import type { Attributes } from '../../src/sandbox/notify-visitors/profiles.ts';
import { itemsOf } from '../support/source-harness.ts';
import {
  DAILY,
  DAY_MS,
  day,
  expectMetrics,
  ITEM,
  listCall,
  modelOf,
  NOW,
  start,
  summed,
  USER,
} from './notify-visitors-harness.ts';

describe('profile', () => {
  it('gives the profile whose user id is the address, in one call, then from held data', async () => {
    await using one = await start();
    const { email } = one.world.people.at(0);
    const truth = one.simulator.truth.profile(email);
    const first = one.begin();
    const profile = await first.reads.profile(first.reader, email);
    expect(profile).toMatchObject({
      userId: email,
      email,
      mobile: one.world.people.at(0).phone,
      name: truth?.attributes.name,
      firstName: one.world.people.at(0).firstName,
      lastSeenAt: truth?.lastSeen === null ? null : expect.any(Number),
    });
    expect(Object.keys(profile?.attributes ?? {})).toEqual(Object.keys(truth?.attributes ?? {}));
    expect(Math.abs((profile?.createdAt ?? 0) - (truth?.createdAt ?? 0))).toBeLessThan(60_000);
    expect(one.calls()).toEqual([`${USER} ${JSON.stringify({ userID: email })}`]);
    one.clock.advance(200_000);
    const second = one.begin();
    expect(await second.reads.profile(second.reader, email)).toEqual(profile);
    expect(second.meter.notes).toEqual([{ path: ['field'], ageSeconds: 200, reason: 'CACHE' }]);
    expect(one.calls()).toEqual([]);
    expect(one.simulator.violations).toEqual([]);
  });

  it('decodes flags, blanks and numbers beyond 2^53 for every person of the world', async () => {
    await using one = await start();
    let beyond = 0;
    for (let index = 0; index < 90; index += 1) {
      const id = one.simulator.truth.userIdOfPerson(index);
      if (id === undefined) continue;
      const attributes: Attributes = one.simulator.truth.profile(id)?.attributes ?? {};
      const operation = one.begin();
      const profile = await operation.reads.profile(operation.reader, id);
      const flagOf = (name: string) =>
        attributes[name] === undefined || attributes[name] === null ? null : attributes[name] === '1';
      expect(profile?.emailOptIn).toBe(flagOf('email_opt_in'));
      expect(profile?.smsOptIn).toBe(flagOf('sms_opt_in'));
      expect(profile?.whatsappOptIn).toBe(flagOf('whatsapp_opt_in'));
      const large = attributes.crm_id;
      if (typeof large === 'bigint') {
        beyond += 1;
        expect(profile?.attributes?.crm_id).toBe(String(large));
      }
      expect(profile?.email === null || profile?.email === one.world.people.at(index).email).toBe(true);
      one.clock.advance(1_000);
    }
    expect(beyond).toBeGreaterThan(3);
    expect(one.simulator.violations).toEqual([]);
  });

  it('keeps numbers with a long fraction as numbers', async () => {
    await using one = await start();
    one.simulator.edit.addProfile({
      userID: 'x@y.example',
      attributes: { ratio: 0.30000000000000004, text: '"12345678901234567890"' },
    });
    const { reads, reader } = one.begin();
    expect((await reads.profile(reader, 'x@y.example'))?.attributes).toEqual({
      ratio: 0.30000000000000004,
      text: '"12345678901234567890"',
    });
  });

  it('holds that there is no profile, and asks for no id that cannot be one', async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    expect(await reads.profile(reader, 'nobody@nowhere.example')).toBeNull();
    const again = one.begin();
    expect(await again.reads.profile(again.reader, 'nobody@nowhere.example')).toBeNull();
    expect(await again.reads.profile(again.reader, `${'a'.repeat(100)}@b.example`)).toBeNull();
    expect(await again.reads.profile(again.reader, '')).toBeNull();
    expect(one.calls()).toHaveLength(1);
    expect(one.simulator.violations).toEqual([]);
  });
});

describe('campaignReport', () => {
  it('reads lifetime and short ranges in one call each, exact to the truth', async () => {
    await using one = await start();
    const range = { from: day(20), to: day(3) };
    for (const { campaignId, name, sentAt } of one.simulator.truth.campaigns()) {
      const { reads, reader } = one.begin();
      const [life, part] = await Promise.all([
        reads.campaignReport(reader, campaignId, null),
        reads.campaignReport(reader, campaignId, range),
      ]);
      expect(life).toMatchObject({ campaignId, name, range: null });
      expect(part).toMatchObject({ campaignId, name, range });
      expect(Math.abs((life?.sentAt ?? 0) - (sentAt ?? 0))).toBeLessThan(60_000);
      expectMetrics(life?.metrics, modelOf(one.simulator.truth.metrics(campaignId)));
      expectMetrics(part?.metrics, modelOf(one.simulator.truth.metrics(campaignId, range)));
      expect(one.calls()).toHaveLength(2);
      one.clock.advance(5_000);
    }
    expect(one.simulator.violations).toEqual([]);
  });

  it('knows a long range by its newest read, and sums its figures when they are asked for', async () => {
    await using one = await start();
    const [campaign] = one.simulator.truth.campaignIds({ from: day(75), to: day(70) }, 'email');
    const range = { from: day(89), to: day(0) };
    const { reads, reader } = one.begin();
    const report = await reads.campaignReport(reader, campaign ?? '', range);
    expect(report).toMatchObject({ campaignId: campaign, range });
    expect(report).not.toHaveProperty('metrics');
    expect(one.calls()).toEqual([`${ITEM} campaign_id=${campaign}&from=${day(29)}&to=${day(0)}`]);
    const metrics = report && (await reads.metrics(reader, report));
    expectMetrics(metrics, summed(modelOf(one.simulator.truth.metrics(campaign ?? '', range))));
    expect(metrics?.uniqueOpened).toBeNull();
    expect(one.calls()).toHaveLength(2);
    expect(one.simulator.violations).toEqual([]);
  });

  it('fills the missing end of a range', async () => {
    await using one = await start();
    const [id = ''] = one.simulator.truth.campaignIds({ from: day(5), to: day(0) });
    const { reads, reader } = one.begin();
    expect((await reads.campaignReport(reader, id, { from: day(5) }))?.range).toEqual({ from: day(5), to: day(0) });
    expect((await reads.campaignReport(reader, id, { to: day(2) }))?.range).toEqual({ from: day(31), to: day(2) });
    expect((await reads.campaignReport(reader, id, {}))?.range).toBeNull();
    expect(one.simulator.violations).toEqual([]);
  });

  it('answers null for an unknown campaign, and refuses ids and days that cannot be', async () => {
    await using one = await start();
    const { reads, reader } = one.begin();
    expect(await reads.campaignReport(reader, 'no such/one', null)).toBeNull();
    expect(await reads.campaignReport(reader, 'no such/one', { from: day(60), to: day(0) })).toBeNull();
    expect(await reads.days(reader, 'no such/one', { from: day(3), to: day(0) })).toBeNull();
    one.calls();
    const refused = [
      reads.campaignReport(reader, '', null),
      reads.campaignReport(reader, 'x'.repeat(65), null),
      reads.campaignReport(reader, '41000', { from: '2026-02-30', to: day(0) }),
      reads.campaignReport(reader, '41000', { from: day(0), to: day(1) }),
      reads.campaignReport(reader, '41000', { to: 'yesterday' }),
      reads.days(reader, '41000', { from: day(0), to: day(1) }),
    ];
    for (const read of refused) await expect(read).rejects.toThrow(InputError);
    expect(() => reads.campaignReports(reader, { channel: 'fax' })).toThrow(InputError);
    expect(() => reads.campaignReports(reader, { from: '2026-13-01' })).toThrow(/^from: a calendar day, YYYY-MM-DD$/);
    expect(one.calls()).toEqual([]);
    expect(one.simulator.violations).toEqual([]);
  });

  it('reads several reports of one range by one page, whichever of them exist', async () => {
    await using one = await start();
    const range = { from: day(29), to: day(0) };
    const ids = one.simulator.truth.campaignIds(range).slice(0, 5);
    const { reads, reader } = one.begin();
    const asked = [ids[3], ids[0], ids[3], 'nobody', ids[1]].map((id) => id ?? '');
    const reports = await Promise.all(asked.map((id) => reads.campaignReport(reader, id, range)));
    expect(reports.map((report) => report?.campaignId ?? null)).toEqual([ids[3], ids[0], ids[3], null, ids[1]]);
    expect(one.calls()).toEqual([
      listCall(range.from, range.to),
      `${ITEM} campaign_id=nobody&from=${range.from}&to=${range.to}`,
    ]);
    expect(one.simulator.violations).toEqual([]);
  });

  it('takes a report from a list that is held, of one channel too', async () => {
    await using one = await start();
    const range = { from: day(29), to: day(0) };
    const first = one.begin();
    const [listed] = await itemsOf(first.reads.campaignReports(first.reader, { ...range, channel: 'email' }));
    one.calls();
    one.clock.advance(100_000);
    const second = one.begin();
    expect(await second.reads.campaignReport(second.reader, listed?.campaignId ?? '', range)).toEqual(listed);
    expect(second.meter.notes).toEqual([{ path: ['field'], ageSeconds: 100, reason: 'CACHE' }]);
    expect(one.calls()).toEqual([]);
  });
});

describe('days', () => {
  it('gives each day once in order of date, one call for 30 days', async () => {
    await using one = await start();
    const [id = ''] = one.simulator.truth.campaignIds({ from: day(50), to: day(40) });
    const { reads, reader } = one.begin();
    const days = await reads.days(reader, id, { from: day(44), to: day(0) });
    expect(days?.map(({ date }) => date)).toEqual(Array.from({ length: 45 }, (_, index) => day(44 - index)));
    for (const { date, metrics } of days ?? [])
      expectMetrics(metrics, modelOf(one.simulator.truth.metrics(id, { from: date, to: date })));
    expect(one.calls().toSorted()).toEqual(
      [
        `${DAILY} campaign_id=${id}&from=${day(29)}&to=${day(0)}`,
        `${DAILY} campaign_id=${id}&from=${day(44)}&to=${day(30)}`,
      ].toSorted(),
    );
    expect(one.simulator.violations).toEqual([]);
  });
});

describe('campaignNamed', () => {
  it('finds the one of a name that was sent last, with one list for all names and no report read', async () => {
    await using one = await start();
    const campaigns = one.simulator.truth
      .campaigns()
      .filter(({ sentAt }) => sentAt !== null && NOW - sentAt < 80 * DAY_MS && sentAt <= NOW);
    const names = [...new Set(campaigns.filter(({ volume }) => volume > 0).map(({ name }) => name.trim()))];
    const { reads, reader } = one.begin();
    const found = await Promise.all([...names, 'unknown', '  '].map((name) => reads.campaignNamed(reader, ` ${name}`)));
    for (const [index, name] of names.entries()) {
      const latest = campaigns
        .filter((one) => one.name.trim() === name)
        .toSorted((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))[0];
      expect(found[index]).toMatchObject({ campaignId: latest?.campaignId, range: null });
      expect(found[index]).not.toHaveProperty('metrics');
    }
    expect(found.slice(-2)).toEqual([null, null]);
    expect(await reads.campaignNamed(reader, names[0]?.toUpperCase() ?? '')).toBeNull();
    expect(one.calls()).toEqual([
      listCall(day(29), day(0)),
      listCall(day(59), day(30)),
      listCall(day(89), day(60)),
      listCall(day(90), day(90)),
    ]);
    const first = found[0];
    const metrics = first && (await reads.metrics(reader, first));
    expectMetrics(metrics, modelOf(one.simulator.truth.metrics(first?.campaignId ?? '')));
    expect(one.calls()).toEqual([`${ITEM} campaign_id=${first?.campaignId}`]);
    expect(one.simulator.violations).toEqual([]);
  });
});
