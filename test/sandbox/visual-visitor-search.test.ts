import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { normaliseDomain } from '../../src/sandbox/visual-visitor/text.ts';
import type { LeadDetail, LeadRow } from '../../src/sandbox/visual-visitor/types.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { type Failure, NOW, search, start, sweep } from './visual-visitor-client.ts';

const PRODUCTS = ['employee', 'person'] as const;
const FILTERS = [
  'companyName',
  'industries',
  'employeeRanges',
  'revenueRanges',
  'countries',
  'states',
  'cities',
  'zipCodes',
  'pageUrlContains',
  'referrerContains',
  'minPageViews',
  'icpMatch',
  'includeKnownCustomers',
  'sort',
] as const;

let simulator: VisualVisitorSimulator;
beforeAll(async () => {
  simulator = await start();
});
afterAll(() => simulator.close());

const lower = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');
const idsOf = (rows: readonly LeadRow[]): number[] => rows.map(({ id }) => id);
/** The expected ids, by looking at every record. */
const where = (product: 'employee' | 'person', isWanted: (lead: LeadDetail) => boolean): number[] =>
  simulator.truth.ids(product).filter((id) => {
    const lead = simulator.truth.lead(product, id);
    return lead !== undefined && isWanted(lead);
  });

describe('pages', () => {
  it.each(PRODUCTS)(
    'of %s leads, read to the end, are the leads, newest first and then by descending id',
    async (product) => {
      const truth = simulator.truth.ids(product);
      expect(await sweep(simulator, product)).toEqual(truth);
      expect(await sweep(simulator, product, { pageSize: 7 })).toEqual(truth);
      expect(await sweep(simulator, product, { sort: '-lastVisitAt' })).toEqual(truth);
      expect(await sweep(simulator, product, { sort: 'lastVisitAt' })).toEqual(truth.toReversed());
      const { body } = await search(simulator, product, { pageSize: 200 });
      const keys = body.data.map(({ id, lastVisitAt }) => [Date.parse(lastVisitAt), id] as const);
      const sorted = keys.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]);
      expect(keys).toEqual(sorted);
    },
  );

  it('have 50 rows unless asked, a true total, and none beyond the last', async () => {
    const { body } = await search(simulator, 'person');
    expect(body.data).toHaveLength(50);
    expect(body.pagination).toEqual({ page: 1, pageSize: 50, totalPages: 5, totalResults: 220 });
    const last = await search(simulator, 'person', { page: 5 });
    expect(last.body.data).toHaveLength(20);
    const beyond = await search(simulator, 'person', { page: 50 });
    expect(beyond.status).toBe(200);
    expect(beyond.body).toEqual({ data: [], pagination: { page: 50, pageSize: 50, totalPages: 5, totalResults: 220 } });
  });

  it.each([
    { page: 0 },
    { page: 51 },
    { page: 1.5 },
    { page: '1' },
    { page: null },
    { pageSize: 0 },
    { pageSize: 201 },
    { pageSize: 'all' },
  ])('are refused for %j', async (bounds) => {
    const before = simulator.violations.length;
    const { status, body } = await search<Failure>(simulator, 'employee', bounds);
    expect(status).toBe(400);
    expect(body.error.code).toBe('bad_request');
    expect(body.error.details.map(({ field }) => field)).toEqual(Object.keys(bounds));
    expect(simulator.violations).toHaveLength(before + 1);
  });

  it('stop at 10,000 rows of a larger range', async () => {
    await using large = await start({ size: 50 });
    const { body } = await search(large, 'person', { pageSize: 200, page: 50 });
    expect(body.pagination).toEqual({ page: 50, pageSize: 200, totalPages: 50, totalResults: 11_000 });
    const truth = large.truth.ids('person');
    expect(idsOf(body.data)).toEqual(truth.slice(9_800, 10_000));
    expect(large.violations).toEqual([]);
  });
});

describe('the range', () => {
  it('includes its start and excludes its end', async () => {
    for (const product of PRODUCTS) {
      const leads = simulator.truth.leads(product);
      const [newer, older] = [leads[20], leads[60]];
      const [dateFrom, dateTo] = [older?.lastVisitAt ?? '', newer?.lastVisitAt ?? ''];
      const found = await sweep(simulator, product, { dateFrom, dateTo });
      const expected = leads.filter(({ lastVisitAt }) => lastVisitAt >= dateFrom && lastVisitAt < dateTo);
      expect(found).toEqual(idsOf(expected));
      expect(found).toContain(older?.id);
      expect(found).not.toContain(newer?.id);
    }
  });

  it('takes dates and date-times, with Z, with +00:00 or without a zone, all in UTC', async () => {
    const forms = ['2026-04-01', '2026-04-01T00:00', '2026-04-01T00:00:00Z', '2026-04-01T00:00:00.000+00:00'];
    const expected = simulator.truth.ids('person', { from: Date.parse('2026-04-01T00:00:00Z') });
    expect(expected.length).toBeGreaterThan(20);
    for (const dateFrom of forms) expect(await sweep(simulator, 'person', { dateFrom })).toEqual(expected);
  });

  it('may be empty', async () => {
    const { status, body } = await search(simulator, 'person', { dateFrom: '2026-04-01', dateTo: '2026-04-01' });
    expect([status, body.pagination]).toEqual([200, { page: 1, pageSize: 50, totalPages: 0, totalResults: 0 }]);
  });

  it.each([
    [{ dateFrom: undefined }, 'dateFrom'],
    [{ dateTo: undefined }, 'dateTo'],
    [{ dateFrom: '2026-02-30' }, 'dateFrom'],
    [{ dateFrom: '2026-04-01T10:00:00+02:00' }, 'dateFrom'],
    [{ dateTo: '2026-04-01T24:00:00Z' }, 'dateTo'],
    [{ dateTo: 1_780_000_000 }, 'dateTo'],
    [{ dateTo: null }, 'dateTo'],
    [{ dateFrom: '2026-04-02', dateTo: '2026-04-01' }, 'dateFrom'],
  ])('is refused for %j', async (query, field) => {
    const before = simulator.violations.length;
    const { status, body } = await search<Failure>(simulator, 'person', query);
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: 'validation_failed', details: [{ field }] });
    expect(simulator.violations).toHaveLength(before + 1);
  });
});

describe('members of a query', () => {
  it.each([
    ['employee', { industries: ['SOFT', 'NOPE'] }],
    ['employee', { employeeRanges: ['12'] }],
    ['person', { revenueRanges: ['soft'] }],
    ['person', { countries: ['us'] }],
    ['employee', { states: ['ZZ'] }],
    ['employee', { cities: 'Lyon' }],
    ['employee', { zipCodes: [10_000] }],
    ['employee', { minPageViews: -1 }],
    ['employee', { minPageViews: '3' }],
    ['employee', { icpMatch: 'true' }],
    ['person', { includeKnownCustomers: null }],
    ['person', { email: 5 }],
    ['person', { sort: 'id' }],
    ['person', { sort: '--pageViews' }],
    ['employee', { email: 'a@b.example' }],
    ['employee', { firstName: 'Anna' }],
    ['employee', { lastName: 'Bauer' }],
    ['person', { utmCampaign: 'Early Bird 7' }],
    ['person', { constructor: 'x' }],
    ['person', { limit: 5 }],
  ] as const)('of %s leads: %j is refused with 422', async (product, query) => {
    const before = simulator.violations.length;
    const { status, body } = await search<Failure>(simulator, product, query);
    expect(status).toBe(422);
    expect(body.error.details.map(({ field }) => field)).toEqual(Object.keys(query));
    expect(simulator.violations.slice(before).map(({ rule }) => rule)).toEqual(['invalid search member']);
  });

  it('find a person by address in any form, in every seed', async () => {
    const good = simulator.violations.length;
    for (let index = 0; index < 10; index += 1) {
      const { email } = createWorld({ seed: 1, size: 1, now: NOW }).people.at(index);
      const found = await sweep(simulator, 'person', { email: ` ${email.toUpperCase()} ` });
      expect(found).toEqual(where('person', (lead) => lower(lead.email) === email));
      expect(found).toEqual(idsOf(simulator.truth.byEmail(email)));
      expect(found.length).toBeGreaterThan(0);
    }
    for (const email of ['', 'nobody@nowhere.example', 'anna 999999999', '1'])
      expect(await sweep(simulator, 'person', { email })).toEqual([]);
    expect(simulator.violations).toHaveLength(good);
  });

  it('find every stored address and domain, also those that are neither', async () => {
    for (const { email } of simulator.truth.leads('person')) {
      if (lower(email) === '') continue;
      const found = await sweep(simulator, 'person', { email });
      expect(found).toEqual(where('person', (lead) => lower(lead.email) === lower(email)));
    }
    for (const { domain } of simulator.truth.leads('employee')) {
      if (lower(domain) === '') continue;
      const found = await sweep(simulator, 'employee', { domain });
      expect(found).toEqual(where('employee', (lead) => normaliseDomain(lead.domain) === normaliseDomain(domain)));
      expect(found).toEqual(idsOf(simulator.truth.byDomain(String(domain))));
    }
  });

  it('match as documented, alone and together', async () => {
    const text = fc.constantFrom('', 'HARBOR', 'gmbh', ' ', 'o', 'nothing like it');
    const values = fc.record({
      companyName: text,
      industries: fc.subarray(['SOFT', 'BANK', 'CHEM', 'AUTO', 'FOOD'] as const),
      employeeRanges: fc.subarray(['1-10', '11-50', '51-200'] as const),
      revenueRanges: fc.subarray(['0-1M', '1B+'] as const),
      countries: fc.subarray(['US', 'NL', 'FR', 'DE', 'BE'] as const),
      states: fc.subarray(['TX', 'IL', 'Noord-Holland', 'England'] as const),
      cities: fc.subarray([' austin ', 'LYON', 'Gent'] as const),
      zipCodes: fc.subarray(['10000', '10074', '10148'] as const),
      pageUrlContains: fc.constantFrom('PRICING', '/programme/day-2', 'https://', 'ref=mail', 'zzz'),
      referrerContains: fc.constantFrom('google', 'LINKEDIN', '', 'zzz'),
      minPageViews: fc.integer({ min: 0, max: 25 }),
      icpMatch: fc.boolean(),
      includeKnownCustomers: fc.boolean(),
      sort: fc.constantFrom('lastVisitAt', '-lastVisitAt', 'pageViews', '-pageViews', 'companyName', '-companyName'),
    });
    // Few filters at a time, so that most queries match something.
    const names = fc.uniqueArray(fc.constantFrom(...FILTERS), { maxLength: 3 });
    const query = fc
      .tuple(values, names)
      .map(
        ([all, kept]): Partial<typeof all> =>
          Object.fromEntries(Object.entries(all).filter(([name]) => kept.some((own) => own === name))),
      );
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PRODUCTS), query, async (product, asked) => {
        const within = (member: string, wanted: readonly string[] | undefined) => (lead: LeadDetail) =>
          wanted === undefined ||
          wanted.length === 0 ||
          wanted.some((value) => lower(value) === lower(lead[member]) && lower(value) !== '');
        const has = (value: unknown, part: string | undefined): boolean =>
          part === undefined ||
          String(value ?? '')
            .toLowerCase()
            .includes(part.toLowerCase());
        const tests: ((lead: LeadDetail) => boolean)[] = [
          within('industryCode', asked.industries),
          within('employeeRangeCode', asked.employeeRanges),
          within('revenueRangeCode', asked.revenueRanges),
          within('country', asked.countries),
          within('state', asked.states),
          within('city', asked.cities),
          within('postalCode', asked.zipCodes),
          (lead) => has(lead.companyName, asked.companyName),
          (lead) => has(lead.referrer, asked.referrerContains),
          (lead) => lead.visits.some(({ pages }) => pages.some(({ url }) => has(url, asked.pageUrlContains))),
          (lead) => Number(lead.pageViews) >= (asked.minPageViews ?? 0),
          (lead) => asked.icpMatch === undefined || lead.icpMatch === asked.icpMatch,
          (lead) => asked.includeKnownCustomers !== false || lead.isKnownCustomer === false,
        ];
        const expected = where(product, (lead) => tests.every((test) => test(lead)));
        const found = await sweep(simulator, product, asked);
        if (expected.length > 0) matched += 1;
        expect(found.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
        if (asked.sort === undefined || asked.sort === '-lastVisitAt') expect(found).toEqual(expected);
      }),
      { numRuns: 200 },
    );
    expect(matched).toBeGreaterThan(60);
  });

  it('sort by page views and company name, with the id as tie-break', async () => {
    for (const [member, key] of [
      ['pageViews', (lead: LeadRow) => Number(lead.pageViews)],
      ['companyName', (lead: LeadRow) => lower(lead.companyName)],
    ] as const) {
      const rows = simulator.truth.leads('person').toSorted((a, b) => {
        const [left, right] = [key(a), key(b)];
        return left < right ? -1 : left > right ? 1 : a.id - b.id;
      });
      expect(await sweep(simulator, 'person', { sort: member })).toEqual(idsOf(rows));
      expect(await sweep(simulator, 'person', { sort: `-${member}` })).toEqual(idsOf(rows.toReversed()));
    }
  });

  it('that look at what a record does not have match nothing', async () => {
    expect(await sweep(simulator, 'person', { domain: 'solid-grid-3.example' })).toEqual([]);
    expect(await sweep(simulator, 'person', { icpMatch: false })).toEqual([]);
    expect(await sweep(simulator, 'person', { industries: ['SOFT'] })).toEqual([]);
  });
});
