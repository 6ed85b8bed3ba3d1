import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import type { LeadDetail } from '../../src/sandbox/visual-visitor/types.ts';
import { get, NOW, search, start, sweep } from './visual-visitor-client.ts';

const PRODUCTS = ['employee', 'person'] as const;

let simulator: VisualVisitorSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
});

const lead = async (product: 'employee' | 'person', id: number): Promise<LeadDetail> =>
  (await get<LeadDetail>(simulator, product, id)).body;

describe('a revisit', () => {
  it.each(PRODUCTS)('moves a %s lead to the front and counts', async (product) => {
    const ids = await sweep(simulator, product);
    const id = ids.at(-5) ?? 0;
    const before = await lead(product, id);
    simulator.edit.revisit(product, id);
    expect(await sweep(simulator, product)).toEqual([id, ...ids.filter((other) => other !== id)]);
    const after = await lead(product, id);
    expect(after.lastVisitAt).toBe('2026-06-15T12:00:00Z');
    expect(after.firstVisitAt).toBe(before.firstVisitAt);
    expect(after.visitCount).toBe(Number(before.visitCount) + 1);
    expect(after.pageViews).toBe(Number(before.pageViews) + 2);
    expect(after.visits.slice(1)).toEqual(before.visits);
  });

  it('pushes a lead of a later page to the front of a list that is being read', async () => {
    const ids = simulator.truth.ids('person');
    const first = await search(simulator, 'person');
    simulator.edit.revisit('person', ids[60] ?? 0);
    const second = await search(simulator, 'person', { page: 2 });
    expect(second.body.data[0]?.id).toBe(first.body.data.at(-1)?.id);
    expect(second.body.data.map(({ id }) => id)).not.toContain(ids[60]);
  });

  it('at a given time puts the lead there, unless it has a later visit', async () => {
    const ids = simulator.truth.ids('employee');
    const [target, moved] = [simulator.truth.lead('employee', ids[10] ?? 0), ids[50] ?? 0];
    simulator.edit.revisit('employee', moved, Date.parse(target?.lastVisitAt ?? '') + 1_000);
    const now = await sweep(simulator, 'employee');
    expect(now.indexOf(moved)).toBe(now.indexOf(target?.id ?? 0) - 1);
    const { lastVisitAt } = await lead('employee', ids[0] ?? 0);
    simulator.edit.revisit('employee', ids[0] ?? 0, Date.parse('2024-01-01T00:00:00Z'));
    const old = await lead('employee', ids[0] ?? 0);
    expect([old.lastVisitAt, old.firstVisitAt]).toEqual([lastVisitAt, '2024-01-01T00:00:00Z']);
  });
});

describe('an added lead', () => {
  it('stands first, is found by id, address and domain, and has nulls for all that was not given', async () => {
    const person = simulator.edit.addLead('person', { email: ' New.One@Example.com', firstName: 'New' });
    const company = simulator.edit.addLead('employee', { domain: 'https://www.new-one.example/x', companyName: 'New' });
    expect((await sweep(simulator, 'person'))[0]).toBe(person);
    expect(await sweep(simulator, 'person', { email: 'new.one@example.com' })).toEqual([person]);
    expect(await sweep(simulator, 'person', { firstName: 'NEW' })).toEqual([person]);
    expect(await sweep(simulator, 'employee', { domain: 'new-one.example' })).toEqual([company]);
    const record = await lead('person', person);
    expect(record).toMatchObject({ id: person, lastName: null, isKnownCustomer: false, visitCount: 1, pageViews: 1 });
    expect(record.visits).toHaveLength(1);
    expect(Math.max(...simulator.truth.ids('person'))).toBe(person);
    expect(simulator.edit.addLead('person')).toBeGreaterThan(person);
  });

  it('may be old, and may be anything', async () => {
    const lastVisitAt = '2025-12-24T00:00:00Z';
    const id = simulator.edit.addLead('person', { lastVisitAt, pageViews: '12', odd: [1], title: undefined });
    const record = await lead('person', id);
    expect(record).toMatchObject({ lastVisitAt, firstVisitAt: lastVisitAt, pageViews: '12', odd: [1] });
    expect('title' in record).toBe(false);
    expect(await sweep(simulator, 'person', { dateFrom: '2025-12-24', dateTo: '2025-12-25' })).toContain(id);
    expect(await sweep(simulator, 'person', { minPageViews: 12 })).toContain(id);
  });
});

describe('a suppressed lead', () => {
  it.each(PRODUCTS)('vanishes from every %s answer', async (product) => {
    const ids = simulator.truth.ids(product);
    const id = ids[3] ?? 0;
    simulator.edit.suppressLead(product, id);
    expect(await sweep(simulator, product)).toEqual(ids.filter((other) => other !== id));
    expect((await get(simulator, product, id)).status).toBe(404);
    expect(simulator.truth.lead(product, id)).toBeUndefined();
    expect(() => simulator.edit.suppressLead(product, id)).toThrow(RangeError);
    expect(() => simulator.edit.revisit(product, id)).toThrow(RangeError);
  });

  it('may have been edited or added before', async () => {
    const added = simulator.edit.addLead('person', { email: 'gone@gone.example' });
    const cast = 99_300;
    const email = String(simulator.truth.lead('person', cast)?.email);
    simulator.edit.changeLead('person', cast, { title: 'x' });
    simulator.edit.suppressLead('person', added);
    simulator.edit.suppressLead('person', cast);
    expect(await sweep(simulator, 'person', { email: 'gone@gone.example' })).toEqual([]);
    expect(await sweep(simulator, 'person', { email })).not.toContain(cast);
    expect(simulator.edit.addLead('person')).toBeGreaterThan(added);
  });
});

describe('a changed lead', () => {
  it('is found by its new values and no longer by its old ones', async () => {
    const id = 99_300;
    const old = String(simulator.truth.lead('person', id)?.email);
    expect(await sweep(simulator, 'person', { email: old })).toContain(id);
    simulator.edit.changeLead('person', id, { email: 'other@other.example', title: undefined, id: 1 });
    expect(await sweep(simulator, 'person', { email: old })).not.toContain(id);
    expect(await sweep(simulator, 'person', { email: 'other@other.example' })).toEqual([id]);
    const record = await lead('person', id);
    expect(record.id).toBe(id);
    expect('title' in record).toBe(false);
  });

  it('with a new time moves, and one without a readable time counts as the oldest', async () => {
    const ids = simulator.truth.ids('employee');
    const id = ids[30] ?? 0;
    simulator.edit.changeLead('employee', id, { lastVisitAt: '2026-06-15T11:59:59Z' });
    expect((await sweep(simulator, 'employee'))[0]).toBe(id);
    simulator.edit.changeLead('employee', id, { lastVisitAt: null });
    expect((await sweep(simulator, 'employee', { dateFrom: '1970-01-01' })).at(-1)).toBe(id);
    expect(await sweep(simulator, 'employee')).not.toContain(id);
  });

  it('may get other visits', async () => {
    const visits = [
      { startedAt: 'x', durationSeconds: 1, entryPage: '/', pages: [{ url: '/QQ9', title: null, viewedAt: 'x' }] },
    ];
    simulator.edit.changeLead('person', 99_300, { visits });
    expect((await lead('person', 99_300)).visits).toEqual(visits);
    expect(await sweep(simulator, 'person', { pageUrlContains: 'qq9' })).toEqual([99_300]);
  });
});

it('any run of edits leaves lists that equal the records, in order', async () => {
  const step = fc.record({
    kind: fc.constantFrom('revisit', 'add', 'suppress', 'change'),
    product: fc.constantFrom(...PRODUCTS),
    at: fc.nat(300),
    daysAgo: fc.nat(250),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await using own = await start();
      for (const { kind, product, at, daysAgo } of steps) {
        const ids = own.truth.ids(product);
        const id = ids[at % ids.length] ?? 0;
        const instant = NOW - daysAgo * 86_400_000;
        if (kind === 'revisit') own.edit.revisit(product, id, instant);
        if (kind === 'add') own.edit.addLead(product, { lastVisitAt: new Date(instant).toISOString() });
        if (kind === 'suppress') own.edit.suppressLead(product, id);
        if (kind === 'change') own.edit.changeLead(product, id, { lastVisitAt: new Date(instant).toISOString() });
      }
      for (const product of PRODUCTS) {
        const found = await sweep(own, product);
        const records = found.map((id) => own.truth.lead(product, id));
        const sorted = records.toSorted(
          (a, b) => Date.parse(b?.lastVisitAt ?? '') - Date.parse(a?.lastVisitAt ?? '') || (b?.id ?? 0) - (a?.id ?? 0),
        );
        expect(records).toEqual(sorted);
        expect(new Set(found).size).toBe(found.length);
        const mine = steps.filter((done) => done.product === product);
        const count = (kind: string): number => mine.filter((done) => done.kind === kind).length;
        expect(found).toHaveLength((product === 'person' ? 220 : 120) + count('add') - count('suppress'));
      }
      expect(own.violations).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
