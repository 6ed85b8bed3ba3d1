import { afterEach, describe, expect, it } from 'vitest';
import type { TableName } from '../../src/sandbox/visual-visitor/accounts.ts';
import type { VisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import type { Row } from '../../src/sandbox/visual-visitor/table.ts';
import { type Answer, call, type Failure, start } from './visual-visitor-client.ts';

const PARTNER = { label: 'both', secret: 'secret-both', products: { employee: true, person: true }, partner: true };
const PLAIN = { label: 'plain', secret: 'secret-plain', products: { employee: false, person: true } };

type Page = {
  readonly data: readonly Row[];
  readonly pagination: { readonly page: number; readonly totalPages: number; readonly totalResults: number };
};

let simulator: VisualVisitorSimulator;
afterEach(() => simulator.close());
const begin = async (options = {}): Promise<void> => {
  simulator = await start({ keys: [PARTNER, PLAIN], ...options });
};
const get = <T = Page>(path: string, headers = {}): Promise<Answer<T>> =>
  call<T>(simulator, 'GET', `/api${path}`, { headers });
const post = <T = Page>(path: string, body: object): Promise<Answer<T>> =>
  call<T>(simulator, 'POST', `/api${path}`, { body: JSON.stringify(body) });
const rules = (): string[] => simulator.violations.map(({ rule }) => rule);
const CONTACTS = '/plusemployee/whotocontact';

const LISTS: readonly (readonly [path: string, table: TableName])[] = [
  ['/partner/customers', 'customers'],
  ['/users', 'users'],
  ['/configuration/excluded-ips', 'excludedIps'],
  ['/configuration/known-customers', 'knownCustomers'],
  ['/configuration/suppression-list', 'suppressionList'],
  ['/bulk', 'jobs'],
];

describe('lists', () => {
  it.each(LISTS)('%s, read to the end, has every record, newest first', async (path, table) => {
    await begin();
    const rows: Row[] = [];
    for (let page = 1; ; page += 1) {
      const { status, body } = await get(`${path}?page=${page}&pageSize=7`);
      expect(status).toBe(200);
      rows.push(...body.data);
      if (page >= body.pagination.totalPages) break;
    }
    expect(rows).toEqual(simulator.truth.rows(table));
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted((a, b) => b - a));
    expect((await get(`${path}?page=99&pageSize=200`)).body.data).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });

  it.each(LISTS)('%s refuses a page of 0 or of more than 200, and goes on past page 50', async (path) => {
    await begin();
    for (const query of ['pageSize=201', 'pageSize=0', 'page=0', 'page=x', 'page=-1'])
      expect((await get<Failure>(`${path}?${query}`)).status).toBe(400);
    expect(rules()).toEqual(Array.from({ length: 5 }, () => 'bad list request'));
    expect((await get(`${path}?page=51`)).status).toBe(200);
  });

  it('are filtered by their own parameters, and refuse others', async () => {
    await begin();
    const { truth } = simulator;
    const statuses = (await get('/partner/customers?status=trial')).body.data.map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set(['trial']));
    expect((await get('/bulk?status=completed&type=who_to_contact')).body.data).toEqual(
      truth.rows('jobs').filter(({ status, type }) => status === 'completed' && type === 'who_to_contact'),
    );
    const [user] = truth.rows('users');
    const found = await get(`/users?search=${encodeURIComponent(String(user?.lastName).toUpperCase())}`);
    expect(found.body.data).toContainEqual(user);
    expect((await get<Failure>('/users?name=Anna')).status).toBe(400);
    expect(rules()).toEqual(['unknown parameter']);
  });

  it('without pages come whole', async () => {
    await begin();
    expect((await get('/partner/services')).body).toEqual({ data: simulator.truth.rows('services') });
    expect((await get('/plusemployee/icp')).body).toEqual({ data: simulator.truth.rows('profiles') });
  });
});

describe('records', () => {
  it.each<[string, TableName]>([
    ['/partner/customers', 'customers'],
    ['/users', 'users'],
    ['/plusemployee/icp', 'profiles'],
    [`${CONTACTS}/companies`, 'companies'],
    ['/bulk', 'jobs'],
  ])('of %s are read by id', async (path, table) => {
    await begin();
    for (const row of simulator.truth.rows(table).slice(0, 3))
      expect((await get(`${path}/${row.id}`)).body).toEqual(row);
    expect((await get(`${path}/1`)).status).toBe(404);
    expect(simulator.violations).toEqual([]);
    expect((await get(`${path}/x`)).status).toBe(400);
    expect(rules()).toEqual(['malformed id']);
  });

  it('have the documented members', async () => {
    await begin();
    const members: Partial<Record<TableName, string>> = {
      services: 'id name product monthlyIdentifications monthlyContactCredits overagePrice trialDays',
      customers: `id companyName domain firstName lastName email phone status services identificationsUsed
        identificationLimit timeZone createdAt updatedAt`,
      users: 'id customerId firstName lastName email phone role isPrimary timeZone createdAt lastLoginAt',
      profiles: `id name enabled industries employeeRanges revenueRanges countries states cities titles seniorities
        departments createdAt updatedAt`,
      excludedIps: 'id ip label createdAt',
      knownCustomers: 'id value type createdAt',
      contacts: `id companyId companyName firstName lastInitial title seniorityCode departmentCode city state country
        hasEmail hasPhone unlocked lastName email phone mobile linkedInUrl postalCode unlockedAt`,
      jobs: `id type name status query estimatedRecords estimatedCredits creditsUsed recordCount downloadUrl expiresAt
        error createdAt confirmedAt completedAt`,
    };
    for (const [table, names] of Object.entries(members) as [TableName, string][]) {
      const all = simulator.truth.rows(table);
      expect(Object.keys(all.at(-1) ?? {}).sort()).toEqual(names.split(/\s+/).sort());
    }
    // Now and then one comes without its nulls, and one with members that no document names.
    expect(simulator.truth.rows('jobs').some((row) => !('error' in row))).toBe(true);
    expect(simulator.truth.rows('jobs').some((row) => 'audit' in row)).toBe(true);
  });

  it('of contacts show what was paid for', async () => {
    await begin();
    const all = simulator.truth.rows('contacts');
    const [open, locked] = [true, false].map((unlocked) => all.find((row) => row.unlocked === unlocked));
    const details = ['lastName', 'email', 'phone', 'mobile', 'linkedInUrl', 'postalCode', 'unlockedAt'];
    expect((await get<Row>(`${CONTACTS}/contacts/${open?.id}`)).body).toEqual(open);
    const shown = (await get<Row>(`${CONTACTS}/contacts/${locked?.id}`)).body;
    expect(Object.keys(shown).filter((name) => details.includes(name))).toEqual([]);
    const { body } = await post(`${CONTACTS}/contacts/search`, { pageSize: 200 });
    expect(body.data.flatMap(Object.keys).filter((name) => details.includes(name))).toEqual([]);
  });
});

describe('searches of Who To Contact', () => {
  it('end with page 50 and take no page above 200', async () => {
    await begin({ size: 30 });
    const search = `${CONTACTS}/contacts/search`;
    const { body } = await post(search, { page: 50, pageSize: 200 });
    expect(body.pagination.totalResults).toBeGreaterThan(10_000);
    expect([body.data.length, body.pagination.totalPages]).toEqual([200, 50]);
    for (const query of [{ page: 51 }, { pageSize: 201 }, { page: 0 }])
      expect((await post<Failure>(search, query)).status).toBe(400);
    expect(rules()).toEqual(Array.from({ length: 3 }, () => 'bad search request'));
  });

  it('refuse members and codes that they do not know', async () => {
    await begin();
    for (const [kind, query] of [
      ['companies', { titles: ['Buyer'] }],
      ['companies', { industries: ['NOPE'] }],
      ['contacts', { companyIds: ['7000'] }],
      ['contacts', { hasEmail: 'yes' }],
      ['contacts', { email: 'a@b.example' }],
    ] as const)
      expect((await post<Failure>(`${CONTACTS}/${kind}/search`, query)).status).toBe(422);
    expect(new Set(rules())).toEqual(new Set(['invalid search member']));
  });

  it('tell zip codes of people from those of companies', async () => {
    await begin();
    const { truth } = simulator;
    const company = truth
      .rows('companies')
      .find(({ id }) => truth.rows('contacts').some((row) => row.companyId === id));
    const contact = truth.rows('contacts')[5];
    const found = async (query: object) =>
      (await post(`${CONTACTS}/contacts/search`, { pageSize: 200, ...query })).body.data.map(({ id }) => id);
    expect(await found({ companyZipCodes: [company?.postalCode] })).toEqual(
      truth
        .rows('contacts')
        .filter((row) => row.companyId === company?.id)
        .map(({ id }) => id),
    );
    expect(await found({ contactZipCodes: [contact?.postalCode] })).toContain(contact?.id);
    expect(await found({ contactZipCodes: [company?.postalCode] })).toEqual([]);
  });
});

describe('configuration', () => {
  it('lists addresses and hashes of their normal form; a suppressed person is no lead', async () => {
    await begin();
    const { createHash } = await import('node:crypto');
    const leads = simulator.truth.leads('person').map(({ email }) => String(email).trim().toLowerCase());
    const hashes = leads.map((email) => createHash('sha256').update(email).digest('hex'));
    const suppressed = simulator.truth.rows('suppressionList').map(({ value }) => String(value).toLowerCase());
    expect(suppressed.some((value) => /^[0-9a-f]{64}$/.test(value))).toBe(true);
    expect(suppressed.filter((value) => leads.includes(value) || hashes.includes(value))).toEqual([]);
    const known = simulator.truth.rows('knownCustomers').map(({ value }) => String(value).toLowerCase());
    expect(known.some((value) => leads.includes(value))).toBe(true);
  });

  it('has reference lists with labels, of which filters take the codes', async () => {
    await begin();
    const { body } = await get<{ data: readonly { name: string }[] }>('/reference-lists');
    expect(body.data.map(({ name }) => name)).toEqual([
      'industries',
      'employee-ranges',
      'revenue-ranges',
      'seniorities',
      'departments',
      'countries',
      'states',
      'time-zones',
      'roles',
    ]);
    const countries = await get<{ data: readonly unknown[] }>('/reference-lists/countries');
    expect(countries.body.data.length).toBeGreaterThan(200);
    expect(countries.body.data).toContainEqual({ code: 'NL', label: 'Netherlands', parentCode: null });
    expect((await get('/reference-lists/colours')).status).toBe(404);
    expect(simulator.violations).toEqual([]);
  });
});

describe('partners', () => {
  it('alone reach customers and what is theirs', async () => {
    await begin();
    const plain = { authorization: 'secret-plain' };
    for (const path of ['/partner/services', '/partner/customers', '/users?customerId=5001', '/plusemployee/icp'])
      expect((await get<Failure>(path, plain)).status, path).toBe(403);
    expect((await get('/users', plain)).status).toBe(200);
    expect((await get('/users?customerId=17')).status).toBe(404);
    expect(simulator.violations).toEqual([]);
    expect((await get('/bulk?customerId=5001')).status).toBe(400);
    expect(rules()).toEqual(['unknown parameter']);
  });

  it('see of each customer what is its own, under the same ids', async () => {
    await begin();
    const [first, second] = simulator.truth.rows('customers');
    const read = async (customer: Row | undefined) =>
      (await get(`/users?customerId=${customer?.id}`)).body.data.map(({ id, email }) => ({ id, email }));
    const [a, b] = [await read(first), await read(second)];
    expect(a.map(({ id }) => id)).toEqual(b.map(({ id }) => id));
    expect(a).not.toEqual(b);
    expect((await get<Row>(`/configuration/customer?customerId=${first?.id}`)).body).toEqual(
      simulator.truth.configuration(first?.id),
    );
    const leads = await call<Page>(simulator, 'POST', `/api/plusperson/leads/search?customerId=${first?.id}`, {
      body: JSON.stringify({ dateFrom: '2020-01-01', dateTo: '2027-01-01', pageSize: 200, page: 2 }),
    });
    expect(leads.body.data).toEqual(simulator.truth.customerLeads(first?.id ?? 0, 'person').slice(200));
  });
});

describe('edits', () => {
  it('of records show at once, for the account that they are made in', async () => {
    await begin();
    const [customer] = simulator.truth.rows('customers');
    simulator.edit.putRecord('users', 801, { role: 'Owner', phone: undefined });
    simulator.edit.putRecord('users', 5, { email: 'new@user.example' }, customer?.id);
    simulator.edit.removeRecord('users', 807);
    const user = (await get<Row>('/users/801')).body;
    expect([user.role, 'phone' in user]).toEqual(['Owner', false]);
    expect((await get('/users/807')).status).toBe(404);
    expect((await get(`/users/807?customerId=${customer?.id}`)).status).toBe(200);
    expect((await get('/users/5')).status).toBe(404);
    expect((await get(`/users?customerId=${customer?.id}`)).body.data.at(-1)).toEqual({
      id: 5,
      email: 'new@user.example',
    });
    expect(() => simulator.edit.putRecord('users', 1, {}, 17)).toThrow(RangeError);
  });
});
