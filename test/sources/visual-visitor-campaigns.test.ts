import { describe, expect, it } from 'vitest';
import type { LeadFilter } from '../../src/model/leads.ts';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import {
  ALL_TIME,
  campaign,
  DAY_MS,
  idsOf,
  NOW,
  nameOf,
  ofCampaign,
  pages,
  RECENT,
  type Started,
  start,
  trimmed,
} from '../support/visual-visitor-source.ts';

describe('leads of a campaign', () => {
  it('come from both products in one order, from copies that are filled once', async () => {
    const started = await start({ size: 4 });
    const { truth } = started.simulator;
    const names = new Set(truth.leads('person', RECENT).map(({ utmCampaign }) => trimmed(utmCampaign)));
    const [first = '', ...rest] = [...names].filter((name) => name !== '');
    expect(await campaign(started, first)).toEqual(ofCampaign(started, first));
    const wanted = [
      ...pages('employee', truth.ids('employee', RECENT).length),
      ...pages('person', truth.ids('person', RECENT).length),
    ];
    expect(started.takeCalls().toSorted()).toEqual(wanted.toSorted());
    for (const name of rest) expect(await campaign(started, `  ${name} `)).toEqual(ofCampaign(started, name));
    expect(await campaign(started, first.toLowerCase())).toEqual(ofCampaign(started, first.toLowerCase()));
    expect(await campaign(started, ' ')).toEqual([]);
    expect(started.takeCalls()).toEqual([]);
  });

  it('shows two leads of one time and one id, one of each product', async () => {
    const started = await start();
    const { edit, truth } = started.simulator;
    const people = new Set(truth.ids('person'));
    const shared = truth.ids('employee').find((id) => people.has(id)) ?? 0;
    const fields = { utmCampaign: 'Twins', lastVisitAt: '2026-06-10T08:00:00Z' };
    edit.changeLead('employee', shared, fields);
    edit.changeLead('person', shared, fields);
    expect(await campaign(started, 'Twins')).toEqual([`PLUS_EMPLOYEE ${shared}`, `PLUS_PERSON ${shared}`]);
    const { reads, reader } = started.begin();
    const [row] = await rowsOf(reads.leadsOfCampaign(reader, 'Twins'), 1);
    expect((await itemsOf(reads.leadsOfCampaign(reader, 'Twins'), 5, row?.position)).map(nameOf)).toEqual([
      `PLUS_PERSON ${shared}`,
    ]);
  });

  it('are counted only from complete and fresh copies', async () => {
    const started = await start();
    const [name = ''] = started.simulator.truth.leads('person', RECENT).map(({ utmCampaign }) => trimmed(utmCampaign));
    const total = (): Promise<number | null> => {
      const { reads, reader } = started.begin();
      return reads.leadsOfCampaign(reader, name).total();
    };
    expect(await total()).toBeNull();
    expect(started.takeCalls()).toEqual([]);
    await campaign(started, name);
    expect(await total()).toBe(ofCampaign(started, name).length);
    started.clock.advance(301_000);
    expect(await total()).toBeNull();
  });
});

describe('the campaign filter', () => {
  const ids = async (started: Started, filter: LeadFilter): Promise<number[]> => {
    const { reads, reader } = started.begin();
    return idsOf(await itemsOf(reads.leads(reader, 'PLUS_PERSON', filter)));
  };

  it('looks through the copy within the last 90 days and through the walked pages beyond', async () => {
    const started = await start({ size: 3 });
    const { truth } = started.simulator;
    const name = 'brand-2';
    const wanted = (range: { from: number; to: number }) =>
      truth
        .leads('person', range)
        .filter(({ utmCampaign }) => trimmed(utmCampaign) === name)
        .map(({ id }) => id);
    const week = { from: NOW - 30 * DAY_MS, to: NOW - 23 * DAY_MS };
    expect(await ids(started, { ...week, utmCampaign: name })).toEqual(wanted(week));
    expect(started.takeCalls()).toEqual(pages('person', truth.ids('person', RECENT).length));
    expect(await ids(started, { from: ALL_TIME.from, utmCampaign: name })).toEqual(wanted(ALL_TIME));
    expect(started.takeCalls()).toEqual(pages('person', truth.ids('person', ALL_TIME).length));
    const { reads, reader } = started.begin();
    const list = reads.leads(reader, 'PLUS_PERSON', { from: ALL_TIME.from, utmCampaign: name });
    expect(await list.total()).toBeNull();
  });

  it('is looked for in one search when an address narrows it', async () => {
    const started = await start();
    const lead = started.simulator.truth
      .leads('person', RECENT)
      .find(({ email, utmCampaign }) => trimmed(email) !== '' && trimmed(utmCampaign) !== '');
    const [email, utmCampaign] = [trimmed(lead?.email), trimmed(lead?.utmCampaign)];
    expect(await ids(started, { email, utmCampaign })).toContain(lead?.id);
    expect(await ids(started, { email, utmCampaign: 'another' })).toEqual([]);
    expect(started.takeCalls()).toEqual(['person 1 email']);
  });
});
