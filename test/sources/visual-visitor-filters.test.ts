import { describe, expect, it } from 'vitest';
import type { Lead, LeadFilter, LeadProduct } from '../../src/model/leads.ts';
import { itemsOf } from '../support/source-harness.ts';
import { fill, idsOf, RECENT, type Started, start, trimmed } from '../support/visual-visitor-source.ts';

type Row = Readonly<Record<string, unknown>>;
type Case = {
  readonly product: LeadProduct;
  readonly filter: LeadFilter;
  readonly isWanted: (row: Row) => boolean;
  /** Whether rows of the copy tell it. */
  readonly copied: boolean;
};

const low = (value: unknown): string => trimmed(value).toLowerCase();
const person = (filter: LeadFilter, isWanted: Case['isWanted'], copied = true): Case => ({
  product: 'PLUS_PERSON',
  filter,
  isWanted,
  copied,
});
const employee = (filter: LeadFilter, isWanted: Case['isWanted'], copied = true): Case => ({
  product: 'PLUS_EMPLOYEE',
  filter,
  isWanted,
  copied,
});

const CASES: readonly Case[] = [
  person({ firstName: ' ANNA ' }, (row) => low(row.firstName) === 'anna'),
  person({ lastName: 'novak' }, (row) => low(row.lastName) === 'novak'),
  person({ countries: ['NL', 'FR'] }, (row) => ['NL', 'FR'].includes(String(row.country))),
  person({ states: ['TX', 'Hamburg'] }, (row) => ['tx', 'hamburg'].includes(low(row.state))),
  person({ cities: ['austin', 'Leeds'] }, (row) => ['austin', 'leeds'].includes(low(row.city))),
  person({ referrerContains: 'GOOGLE' }, (row) => /google/i.test(String(row.referrer))),
  person({ includeKnownCustomers: false }, (row) => row.isKnownCustomer !== true),
  person({ includeKnownCustomers: true, industries: [], cities: [] }, () => true),
  employee({ industries: ['SOFT', 'BANK'] }, (row) => ['SOFT', 'BANK'].includes(String(row.industryCode))),
  employee({ employeeRanges: ['51-200'] }, (row) => row.employeeRangeCode === '51-200'),
  employee({ revenueRanges: ['1B+', '0-1M'] }, (row) => ['1B+', '0-1M'].includes(String(row.revenueRangeCode))),
  employee({ icpMatch: true }, (row) => row.icpMatch === true),
  employee({ icpMatch: false, minPageViews: 3 }, (row) => row.icpMatch === false && Number(row.pageViews) >= 3),
];

const truthOf = ({ simulator }: Started, { product, isWanted }: Case): number[] =>
  simulator.truth
    .leads(product === 'PLUS_PERSON' ? 'person' : 'employee', RECENT)
    .filter(isWanted)
    .map(({ id }) => id);

async function read(started: Started, { product, filter }: Pick<Case, 'product' | 'filter'>): Promise<Lead[]> {
  const { reads, reader } = started.begin();
  return itemsOf(reads.leads(reader, product, filter));
}

describe('filters of leads', () => {
  it.each(CASES)('$product $filter is answered by a search, and by the copy in the same way', async (one) => {
    const started = await start();
    const truth = truthOf(started, one);
    expect(truth.length).toBeGreaterThan(0);
    expect(idsOf(await read(started, one))).toEqual(truth);
    expect(started.takeCalls().length).toBe(1);
    started.clock.advance(400_000);
    await fill(started, one.product);
    started.takeCalls();
    expect(idsOf(await read(started, one))).toEqual(truth);
    expect(started.takeCalls()).toEqual([]);
  });

  it('by a page viewed are never answered by the copy, whose rows do not tell it', async () => {
    const started = await start();
    await fill(started, 'PLUS_PERSON');
    started.takeCalls();
    const filter = { pageUrlContains: '/TICKETS' };
    const truth = started.simulator.truth.ids('person', RECENT).filter((id) => {
      const visits = started.simulator.truth.lead('person', id)?.visits ?? [];
      return visits.some(({ pages }) => pages.some(({ url }) => url.includes('/tickets')));
    });
    expect(truth.length).toBeGreaterThan(0);
    expect(idsOf(await read(started, { product: 'PLUS_PERSON', filter }))).toEqual(truth);
    expect(started.takeCalls()).toEqual(['person 1 pageUrlContains']);
  });

  it("of +Person by what is known of companies are the vendor's to answer", async () => {
    const started = await start();
    await fill(started, 'PLUS_PERSON');
    started.takeCalls();
    for (const filter of [{ industries: ['SOFT'] }, { icpMatch: true }, { revenueRanges: ['1B+'] }])
      await read(started, { product: 'PLUS_PERSON', filter });
    expect(started.takeCalls()).toEqual(['person 1 industries', 'person 1 icpMatch', 'person 1 revenueRanges']);
  });

  it('by campaign and by what rows do not tell look through the pages of the search', async () => {
    const started = await start();
    const [campaign = ''] = started.simulator.truth
      .leads('person', RECENT)
      .flatMap(({ utmCampaign }) => trimmed(utmCampaign) || []);
    const found = await read(started, {
      product: 'PLUS_PERSON',
      filter: { utmCampaign: campaign, pageUrlContains: 'expo-site' },
    });
    const truth = started.simulator.truth
      .leads('person', RECENT)
      .filter(({ utmCampaign }) => trimmed(utmCampaign) === campaign);
    expect(idsOf(found)).toEqual(truth.map(({ id }) => id));
    expect(started.takeCalls()).toEqual(['person 1 pageUrlContains']);
  });

  it('by a name find no +Employee lead, and cost nothing', async () => {
    const started = await start();
    for (const filter of [{ firstName: 'Anna' }, { lastName: 'Novak' }])
      expect(await read(started, { product: 'PLUS_EMPLOYEE', filter })).toEqual([]);
    expect(started.takeCalls()).toEqual([]);
  });

  it.each<[LeadFilter, string]>([
    [{ firstName: ' ' }, 'filter.firstName: a name that is not blank'],
    [{ lastName: '' }, 'filter.lastName: a name that is not blank'],
    [{ industries: [''] }, 'filter.industries: at most 200 texts, none of them blank'],
    [
      { zipCodes: Array.from({ length: 201 }, (_, index) => `Z${index}`) },
      'filter.zipCodes: at most 200 texts, none of them blank',
    ],
  ])('that cannot be are refused before a call, case %#', async (filter, message) => {
    const started = await start();
    const { reads, reader } = started.begin();
    expect(() => reads.leads(reader, 'PLUS_PERSON', filter)).toThrow(message);
    expect(started.takeCalls()).toEqual([]);
  });

  it('with a code that no list has are refused by the upstream, or find nothing in the copy', async () => {
    const started = await start();
    const one = { product: 'PLUS_EMPLOYEE', filter: { industries: ['NOPE'] } } as const;
    await expect(read(started, one)).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    (started.simulator.violations as unknown[]).splice(0);
    await fill(started, 'PLUS_EMPLOYEE');
    expect(await read(started, one)).toEqual([]);
  });
});
