import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import type { LeadDetail, LeadRow } from '../../src/sandbox/visual-visitor/types.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { call, get, NOW, search, start } from './visual-visitor-client.ts';

const PRODUCTS = ['employee', 'person'] as const;
const DAY = 86_400_000;
const QUARTER = { dateFrom: new Date(NOW - 90 * DAY).toISOString(), dateTo: new Date(NOW + DAY).toISOString() };

let simulator: VisualVisitorSimulator;
beforeAll(async () => {
  simulator = await start();
});
afterAll(() => simulator.close());

const lower = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');
const some = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

describe('records', () => {
  it('have the documented members', async () => {
    const tracked =
      'isKnownCustomer firstVisitAt lastVisitAt visitCount pageViews referrer utmSource utmMedium utmCampaign visits';
    const members = {
      employee: `id companyId companyName domain industryCode employeeRangeCode revenueRangeCode address city state postalCode country phone linkedInUrl icpMatch ${tracked}`,
      person: `id firstName lastName email phone address city state postalCode country linkedInUrl companyName title identifiedAt ${tracked}`,
    };
    for (const product of PRODUCTS) {
      const id = some(
        simulator.truth.ids(product).toSorted((a, b) => a - b),
        0,
      );
      const { body } = await get(simulator, product, id);
      expect(Object.keys(body).sort()).toEqual(members[product].split(' ').sort());
    }
  });

  it.each(PRODUCTS)(
    'of %s are read by id, the first and the last too, with the visits that a search leaves out',
    async (product) => {
      const ids = simulator.truth.ids(product).toSorted((a, b) => a - b);
      for (const id of [ids[0], ids[1], some(ids, 77), ids.at(-1)]) {
        const { status, body } = await get<LeadDetail>(simulator, product, id ?? 0);
        expect(status).toBe(200);
        expect(body).toEqual(simulator.truth.lead(product, id ?? 0));
        const urls = body.visits.flatMap(({ pages }) => pages);
        expect([body.visits.length, urls.length]).toEqual([Number(body.visitCount), Number(body.pageViews)]);
        expect(body.visits[0]?.startedAt).toBe(body.lastVisitAt);
        expect(body.visits.at(-1)?.startedAt).toBe(body.firstVisitAt);
        for (const visit of body.visits) expect(visit.pages[0]?.url).toBe(visit.entryPage);
        const { visits: _, ...row } = body;
        expect(simulator.truth.leads(product)).toContainEqual(row);
      }
      const { body } = await search(simulator, product);
      expect(body.data.some((row) => 'visits' in row)).toBe(false);
    },
  );

  it('carry their visits in a search when that is switched on', async () => {
    await using other = await start({ searchVisits: true });
    const { body } = await search(other, 'person', { pageSize: 3 });
    expect(body.data).toEqual(
      other.truth
        .ids('person')
        .slice(0, 3)
        .map((id) => other.truth.lead('person', id)),
    );
  });

  it('of known customers have no location', () => {
    for (const product of PRODUCTS) {
      const known = simulator.truth.leads(product).filter((lead) => lead.isKnownCustomer === true);
      expect(known.length).toBeGreaterThan(3);
      for (const lead of known)
        for (const member of ['address', 'city', 'state', 'postalCode', 'country'])
          expect(lead[member] ?? null).toBeNull();
    }
  });

  it('lie before the start of the world, half of them within 90 days, some in the same second', () => {
    for (const product of PRODUCTS) {
      const leads = simulator.truth.leads(product);
      for (const { id } of leads)
        for (const visit of simulator.truth.lead(product, id)?.visits ?? [])
          for (const page of visit.pages) expect(Date.parse(page.viewedAt)).toBeLessThanOrEqual(NOW);
      const recent = simulator.truth.ids(product, { from: NOW - 90 * DAY });
      expect(recent.length / leads.length).toBeGreaterThan(0.35);
      expect(recent.length / leads.length).toBeLessThan(0.7);
      expect(new Set(leads.map(({ lastVisitAt }) => lastVisitAt)).size).toBeLessThan(leads.length - 5);
    }
  });

  it('carry the noise that clients must bear', async () => {
    await using large = await start({ size: 10 });
    const people = large.truth.leads('person');
    const companies = large.truth.leads('employee');
    const share = (rows: readonly LeadRow[], is: (row: LeadRow) => boolean): number =>
      rows.filter(is).length / rows.length;
    const noisy = share(people, ({ email }) => typeof email === 'string' && email !== lower(email));
    expect(noisy).toBeGreaterThan(0.15);
    expect(noisy).toBeLessThan(0.25);
    expect(
      share(people, ({ email }) => typeof email === 'string' && email !== '' && !email.includes('@')),
    ).toBeGreaterThan(0);
    for (const rows of [people, companies]) {
      expect(share(rows, (row) => typeof row.pageViews === 'string')).toBeGreaterThan(0);
      expect(share(rows, (row) => 'leadScore' in row)).toBeGreaterThan(0);
      expect(share(rows, (row) => !('referrer' in row))).toBeGreaterThan(0);
      expect(share(rows, (row) => row.referrer === null)).toBeGreaterThan(0);
    }
    for (const form of [/^www\./, /^https:\/\//, /:8080\//, /[A-Z]/, / visitor/])
      expect(share(companies, ({ domain }) => form.test(String(domain)))).toBeGreaterThan(0.02);
    expect(share(companies, (row) => String(row.industryCode).startsWith('NEW-'))).toBeGreaterThan(0);
  });

  it('show the shared cast, recent and matchable, in every seed', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      await using other = await start({ seed });
      const world = createWorld({ seed, size: 1, now: NOW });
      const range = { from: Date.parse(QUARTER.dateFrom), to: Date.parse(QUARTER.dateTo) };
      for (let index = 0; index < 10; index += 1) {
        const person = world.people.at(index);
        expect(other.truth.byEmail(person.email, range).length).toBeGreaterThan(0);
        expect(other.truth.byDomain(person.company.domain, range).length).toBeGreaterThan(0);
      }
      for (let index = 0; index < 5; index += 1)
        expect(other.truth.byDomain(world.companies.at(index).domain, range).length).toBeGreaterThan(0);
      const names = new Set(other.truth.leads('person', range).map((lead) => lead.utmCampaign));
      for (let index = 0; index < 10; index += 1) {
        const { name } = world.campaigns.at(index);
        expect([...names].some((value) => typeof value === 'string' && value.trim() === name)).toBe(true);
      }
      expect([...names].some((value) => typeof value === 'string' && value !== value.trim())).toBe(true);
      expect(names.has(null)).toBe(true);
    }
  });

  it('are the same for the same seed and others for another', async () => {
    await using same = await start();
    await using other = await start({ seed: 2 });
    for (const product of PRODUCTS) {
      expect(same.truth.leads(product)).toEqual(simulator.truth.leads(product));
      expect(other.truth.leads(product)).not.toEqual(simulator.truth.leads(product));
    }
  });

  it('have ids that overlap between the products and whose text sorts otherwise than their number', () => {
    const [companies, people] = [simulator.truth.ids('employee'), simulator.truth.ids('person')];
    expect(companies.some((id) => people.includes(id))).toBe(true);
    for (const ids of [companies, people]) expect(ids.toSorted((a, b) => a - b)).not.toEqual(ids.toSorted());
  });
});

describe('a world of size 2,000', () => {
  it('starts, finds by address without a scan, and reads the last lead by id', async () => {
    await using huge = await start({ size: 2_000 });
    const last = 99_300 + 11 * (440_000 - 1);
    expect((await get(huge, 'person', last)).status).toBe(200);
    expect((await get(huge, 'person', last + 11)).status).toBe(404);
    expect((await get(huge, 'employee', 99_400 + 7 * (240_000 - 1))).status).toBe(200);
    const { email } = createWorld({ seed: 1, size: 2_000, now: NOW }).people.at(7);
    const { body } = await search(huge, 'person', { ...QUARTER, email });
    expect(body.pagination.totalResults).toBeGreaterThan(0);
    expect(huge.violations).toEqual([]);
  });
});

it('logs the calls without credentials', async () => {
  await using other = await start();
  await call(other, 'GET', '/api/plusperson/leads/99300');
  expect(other.calls).toEqual([
    {
      at: NOW,
      method: 'GET',
      path: '/api/plusperson/leads/99300',
      query: '',
      body: '',
      credential: 'both',
      status: 200,
    },
  ]);
});
