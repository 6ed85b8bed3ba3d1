import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/loading/reader.ts';
import type { TableName } from '../../src/sandbox/visual-visitor/accounts.ts';
import type { VisualVisitorReads } from '../../src/sources/visual-visitor/loaders.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';
import { DAY_MS, RECENT, type Started, start } from '../support/visual-visitor-source.ts';

const PARTNER = { label: 'one', secret: 'secret-one', products: { employee: true, person: true }, partner: true };
const partner = (options = {}) => start({ keys: [PARTNER], ...options });
const customers = ({ simulator }: Started): readonly string[] =>
  simulator.truth.rows('customers').map(({ id }) => String(id));
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const truthIds = ({ simulator }: Started, table: TableName, customer?: string): string[] =>
  simulator.truth.rows(table, customer === undefined ? undefined : Number(customer)).map(({ id }) => String(id));

/** What of an account is told of it alone: the ids of two accounts are the same. */
type Told = (reads: VisualVisitorReads, reader: Reader, customer: string | null) => Promise<unknown>;
const filterOf = (customer: string | null) => (customer === null ? {} : { customerId: customer });

const TOLD: Readonly<Record<string, Told>> = {
  users: async (reads, reader, customer) =>
    (await itemsOf(reads.users(reader, filterOf(customer)))).map(({ email, customerId }) => [email, customerId]),
  user: async (reads, reader, customer) => (await reads.user(reader, { customer, id: '801' }))?.email,
  'several users': async (reads, reader, customer) => {
    const found = await Promise.all(['801', '807', '813'].map((id) => reads.user(reader, { customer, id })));
    return found.map((user) => user?.email);
  },
  'leads of +Person': async (reads, reader, customer) =>
    (await itemsOf(reads.leads(reader, 'PLUS_PERSON', filterOf(customer)))).map(({ email, forCustomer }) => [
      email,
      forCustomer,
    ]),
  'a lead of +Employee': async (reads, reader, customer) =>
    (await reads.lead(reader, 'PLUS_EMPLOYEE', { customer, id: '99400' }))?.companyName,
  'leads of a campaign': async (reads, reader, customer) => {
    const all = await itemsOf(reads.leads(reader, 'PLUS_PERSON', filterOf(customer)));
    const utmCampaign = all.find((lead) => lead.utmCampaign !== null)?.utmCampaign ?? '';
    const found = reads.leads(reader, 'PLUS_PERSON', { ...filterOf(customer), utmCampaign });
    return (await itemsOf(found)).map(({ email }) => email);
  },
  companies: async (reads, reader, customer) =>
    (await itemsOf(reads.prospectCompanies(reader, filterOf(customer)))).map(({ companyName }) => companyName),
  'several companies': async (reads, reader, customer) => {
    const found = await Promise.all(['7000', '7003'].map((id) => reads.prospectCompany(reader, { customer, id })));
    return found.map((company) => company?.companyName);
  },
  contacts: async (reads, reader, customer) =>
    (await itemsOf(reads.prospectContacts(reader, filterOf(customer)), 20)).map(({ firstName }) => firstName),
  contact: async (reads, reader, customer) =>
    (await reads.prospectContact(reader, { customer, id: '300000' }))?.details?.email,
  'known customers': async (reads, reader, customer) =>
    (await itemsOf(reads.knownCustomers(reader, filterOf(customer)), 20)).map(({ value }) => value),
  'a suppressed person': async (reads, reader, customer) =>
    (await reads.suppressionEntry(reader, { customer, id: '90010' }))?.value,
  configuration: async (reads, reader, customer) => (await reads.configuration(reader, customer))?.customerId,
};

describe('the data of several accounts behind one key', () => {
  it.each(Object.entries(TOLD))('never mix: %s', async (_name, told) => {
    const started = await partner();
    const [first = '', second = ''] = customers(started);
    const accounts = [null, first, second];
    const alone: unknown[] = [];
    for (const account of accounts) {
      const other = await partner();
      const { reads, reader } = other.begin();
      alone.push(await told(reads, reader, account));
    }
    expect(new Set(alone.map((one) => JSON.stringify(one))).size).toBe(accounts.length);
    const { reads, reader } = started.begin();
    const together = await Promise.all(accounts.map((account) => told(reads, reader, account)));
    expect(together).toEqual(alone);
    // Held by now: nothing is asked again, and still nothing crosses.
    started.takeCalls();
    for (const [index, account] of accounts.entries()) {
      const next = started.begin();
      expect(await told(next.reads, next.reader, account)).toEqual(alone[index]);
    }
    expect(started.takeCalls()).toEqual([]);
  });

  it('stay apart over a restart', async () => {
    const started = await partner();
    const [customer = ''] = customers(started);
    const campaign = { utmCampaign: 'no such campaign' };
    for (const filter of [campaign, { ...campaign, customerId: customer }]) {
      const { reads, reader } = started.begin();
      await itemsOf(reads.leads(reader, 'PLUS_PERSON', filter));
    }
    const restarted = started.restart();
    started.simulator.clearCalls();
    for (const filter of [{}, { customerId: customer }]) {
      const { reads, reader } = restarted.begin();
      const rows = await itemsOf(reads.leads(reader, 'PLUS_PERSON', filter));
      const truth =
        filter.customerId === undefined
          ? started.simulator.truth.leads('person', RECENT)
          : started.simulator.truth.customerLeads(Number(customer), 'person', RECENT);
      expect(rows.map(({ firstName }) => firstName)).toEqual(truth.map(({ firstName }) => firstName ?? null));
    }
    expect(started.simulator.calls).toEqual([]);
  });

  it('an unknown customer has no list, no record and no count, and costs one call each', async () => {
    const started = await partner();
    const { reads, reader, meter } = started.begin();
    await expect(itemsOf(reads.users(reader, { customerId: '17' }))).rejects.toMatchObject({ name: 'NotFound' });
    expect(await reads.users(reader, { customerId: '17' }).total()).toBeNull();
    expect(await reads.leads(reader, 'PLUS_PERSON', { customerId: '17' }).total()).toBeNull();
    expect(await reads.profiles(reader, '17')).toBeNull();
    expect(await reads.configuration(reader, '17')).toBeNull();
    const found = await Promise.all(['801', '807'].map((id) => reads.user(reader, { customer: '17', id })));
    expect(found).toEqual([null, null]);
    // Users: a page for the list, which its count shares, and one for the two of them.
    expect(meter.calls.length).toBe(5);
  });
});

describe('keys that are no partner', () => {
  const PLAIN = { label: 'plain', secret: 'secret-plain', products: { employee: true, person: true } };

  it('are refused for customers, and for them alone', async () => {
    const started = await start({ keys: [PLAIN] });
    const { reads, reader } = started.begin();
    const refused = { code: 'UPSTREAM_FORBIDDEN' };
    await expect(reads.services(reader)).rejects.toMatchObject(refused);
    await expect(itemsOf(reads.users(reader, { customerId: '5001' }))).rejects.toMatchObject(refused);
    await expect(reads.configuration(reader, '5001')).rejects.toMatchObject(refused);
    expect((await itemsOf(reads.users(reader, {}))).length).toBeGreaterThan(0);
    expect((await reads.configuration(reader, null))?.customerId).toBe('9000');
  });

  it('make way for one that is, and go on paying for the rest', async () => {
    const started = await start({ keys: [PLAIN, { ...PARTNER, label: 'partner', secret: 'secret-partner' }] });
    const [customer = ''] = started.simulator.truth.rows('customers').map(({ id }) => String(id));
    for (const asked of [customer, null, customer]) {
      const { reads, reader } = started.begin({ wish: { mode: 'verify' } });
      expect((await reads.configuration(reader, asked))?.customerId).toBe(asked ?? '9000');
      expect((await itemsOf(reads.users(reader, filterOf(asked)))).length).toBeGreaterThan(0);
      expect((await itemsOf(reads.customers(reader, {}))).length).toBe(12);
    }
    const refusals = started.simulator.calls.filter(({ status }) => status === 403);
    // Once for each part of the API that is asked for a customer, and once for the partner's own part.
    expect(refusals.length).toBeLessThanOrEqual(3);
    expect(refusals.every(({ credential }) => credential === 'plain')).toBe(true);
    const paid = started.simulator.calls.filter(({ status, query }) => status === 200 && !query.includes('customerId'));
    expect(new Set(paid.map(({ credential }) => credential)).has('plain')).toBe(true);
  });
});

describe('lists in pages', () => {
  it('of entries go on past a page, and a list under change loses nothing that stays', async () => {
    const started = await partner();
    const before = truthIds(started, 'knownCustomers');
    let step = 0;
    const seen = await walk(
      () => {
        const { reads, reader } = started.begin({ wish: { mode: 'verify' } });
        return reads.knownCustomers(reader, {});
      },
      60,
      () => {
        step += 1;
        // One comes in front, and one of those that were read already goes.
        started.simulator.edit.putRecord('knownCustomers', 500_000 + step, { value: 'x@y.example', type: 'email' });
        started.simulator.edit.removeRecord('knownCustomers', Number(before[step]));
        started.clock.advance(400_000);
      },
    );
    expect(step).toBeGreaterThan(2);
    expect(ids(seen)).toEqual(before);
  });

  it('come from the copy once that is complete, whatever the filter that rows can tell', async () => {
    const started = await partner();
    const [one = '', two = ''] = truthIds(started, 'users');
    const first = started.begin();
    await Promise.all([one, two, '3'].map((id) => first.reads.user(first.reader, { customer: null, id })));
    expect(started.simulator.calls.map(({ path }) => path)).toEqual(['/api/users']);
    started.simulator.clearCalls();
    const { reads, reader } = started.begin();
    const admins = started.simulator.truth.rows('users').filter(({ role }) => role === 'Admin');
    expect(ids(await itemsOf(reads.users(reader, {})))).toEqual(truthIds(started, 'users'));
    expect(ids(await itemsOf(reads.users(reader, { role: 'Admin' })))).toEqual(admins.map(({ id }) => String(id)));
    expect(started.simulator.calls).toEqual([]);
    await itemsOf(reads.users(reader, { search: 'an' }));
    expect(started.simulator.calls.map(({ query }) => query)).toEqual(['search=an&page=1&pageSize=200']);
  });

  it('stand in from the copy when the upstream is down, with the filter applied', async () => {
    const started = await partner();
    const [one = '', two = ''] = truthIds(started, 'users');
    const first = started.begin();
    await Promise.all([one, two, '3'].map((id) => first.reads.user(first.reader, { customer: null, id })));
    started.clock.advance(400_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    const admins = started.simulator.truth.rows('users').filter(({ role }) => role === 'Admin');
    expect(ids(await itemsOf(reads.users(reader, { role: 'Admin' })))).toEqual(admins.map(({ id }) => String(id)));
    expect(meter.notes.map(({ reason }) => reason)).toEqual(['UPSTREAM_DOWN']);
    await expect(itemsOf(reads.users(reader, { search: 'an' }))).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
    started.simulator.faults.clear();
  });

  it('whose rows come in another order are refused, as rows would be lost without a word', async () => {
    const started = await partner();
    type Page = { readonly data: readonly unknown[] };
    const turned = (body: unknown): unknown => ({ ...(body as Page), data: (body as Page).data.toReversed() });
    started.simulator.faults.inject({ kind: 'change', change: turned }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader } = started.begin();
    await expect(rowsOf(reads.prospectContacts(reader, {}), 5)).rejects.toMatchObject({
      code: 'UPSTREAM_BAD_RESPONSE',
    });
    // By id the order does not matter.
    const [one = '', two = ''] = truthIds(started, 'customers');
    const found = await Promise.all([one, two].map((id) => reads.customer(reader, id)));
    expect(found.map((customer) => customer?.id)).toEqual([one, two]);
    started.simulator.faults.clear();
  });

  it('hold no contact and no job in the store', async () => {
    const started = await partner();
    const { reads, reader } = started.begin();
    await itemsOf(reads.prospectContacts(reader, {}), 400);
    const jobs = await itemsOf(reads.jobs(reader, {}));
    expect(jobs.some(({ downloadUrl }) => downloadUrl !== null)).toBe(true);
    const restarted = started.restart();
    started.simulator.clearCalls();
    const next = restarted.begin({ wish: { mode: 'only-held' } });
    await expect(itemsOf(next.reads.jobs(next.reader, {}))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await expect(itemsOf(next.reads.prospectContacts(next.reader, {}))).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
    await expect(next.reads.job(next.reader, jobs[0]?.id ?? '')).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });

  it('of personal data are dropped when nobody has read them for a day', async () => {
    const started = await partner();
    const first = started.begin();
    await itemsOf(first.reads.excludedIps(first.reader, {}));
    const [one = '', two = ''] = truthIds(started, 'excludedIps');
    await Promise.all([one, two].map((id) => first.reads.excludedIp(first.reader, { customer: null, id })));
    started.clock.advance(DAY_MS + 60_000);
    await started.source.sweep();
    const { reads, reader } = started.begin({ wish: { mode: 'only-held', staleIfError: 10 * 86_400 } });
    await expect(reads.excludedIp(reader, { customer: null, id: one })).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
  });
});
