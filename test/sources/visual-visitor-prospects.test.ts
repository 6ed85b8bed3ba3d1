import { describe, expect, it } from 'vitest';
import type { ProspectContactFilter } from '../../src/model/prospects.ts';
import type { Row } from '../../src/sandbox/visual-visitor/table.ts';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import { type Started, start } from '../support/visual-visitor-source.ts';

const rows = ({ simulator }: Started, table: 'companies' | 'contacts'): readonly Row[] => simulator.truth.rows(table);
const ids = (found: readonly { readonly id: string | number }[]): string[] => found.map(({ id }) => String(id));
const COMPANY = 'POST /api/plusemployee/whotocontact/companies/search';

/** `POST …/companies/search`, `GET …/contacts/300005` */
function calls({ simulator }: Started): string[] {
  const made = simulator.calls.map(({ method, path }) => `${method} ${path}`);
  simulator.clearCalls();
  return made;
}

describe('companies by id', () => {
  it('come one by a read of its own, several by a search for their ids, held ones by none', async () => {
    const started = await start();
    const [a, b, c, d] = ids(rows(started, 'companies'));
    const read = async (...wanted: (string | undefined)[]) => {
      const { reads, reader } = started.begin();
      const found = await Promise.all(
        wanted.map((id) => reads.prospectCompany(reader, { customer: null, id: id ?? '' })),
      );
      return found.map((company) => company?.id ?? null);
    };
    expect(await read(a)).toEqual([a]);
    expect(calls(started)).toEqual([`GET /api/plusemployee/whotocontact/companies/${a}`]);
    expect(await read(a, b, '999999999', c, b)).toEqual([a, b, null, c, b]);
    expect(calls(started)).toEqual([COMPANY]);
    expect(await read(a, b, c, '999999999')).toEqual([a, b, c, null]);
    expect(calls(started)).toEqual([]);
    expect(await read(a, d)).toEqual([a, d]);
    expect(calls(started)).toEqual([`GET /api/plusemployee/whotocontact/companies/${d}`]);
  });

  it('of more than a page take a search for each 200', async () => {
    const started = await start({ size: 5 });
    const all = ids(rows(started, 'companies'));
    expect(all.length).toBe(300);
    const { reads, reader, meter } = started.begin();
    const found = await Promise.all(all.map((id) => reads.prospectCompany(reader, { customer: null, id })));
    expect(found.map((company) => company?.id)).toEqual(all);
    expect(meter.calls.length).toBe(2);
    expect(meter.notes).toEqual([]);
  });

  it('that no JSON number can hold are none, and are not asked for', async () => {
    const started = await start();
    const { reads, reader, meter } = started.begin();
    const beyond = ['99999999999999999999', '99999999999999999998'];
    const found = await Promise.all(beyond.map((id) => reads.prospectCompany(reader, { customer: null, id })));
    expect(found).toEqual([null, null]);
    expect(await itemsOf(reads.prospectContacts(reader, { companyIds: beyond }))).toEqual([]);
    expect(meter.calls).toEqual([]);
  });

  it('are answered from what is held where the search for the others is refused', async () => {
    const started = await start();
    const [a = '', b = '', c = ''] = ids(rows(started, 'companies'));
    const first = started.begin();
    await first.reads.prospectCompany(first.reader, { customer: null, id: a });
    started.simulator.faults.inject({ kind: 'status', status: 403 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader } = started.begin();
    const found = await Promise.allSettled(
      [a, b, c].map((id) => reads.prospectCompany(reader, { customer: null, id })),
    );
    const refused = { status: 'rejected', reason: { code: 'UPSTREAM_FORBIDDEN' } };
    expect(found).toMatchObject([{ status: 'fulfilled', value: { id: a } }, refused, refused]);
  });

  it('stand in when the upstream is down; what was never held fails at its own place', async () => {
    const started = await start();
    const [a = '', b = '', c = ''] = ids(rows(started, 'companies'));
    const first = started.begin();
    await Promise.all([a, b].map((id) => first.reads.prospectCompany(first.reader, { customer: null, id })));
    started.clock.advance(400_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    const settled = await Promise.allSettled(
      [a, b, c].map((id) => reads.prospectCompany(reader, { customer: null, id })),
    );
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value?.id : one.reason.code))).toEqual([
      a,
      b,
      'UPSTREAM_UNAVAILABLE',
    ]);
    expect(meter.notes.map(({ reason }) => reason)).toEqual(['UPSTREAM_DOWN']);
    started.simulator.faults.clear();
  });
});

describe('contacts', () => {
  it('that are locked cost no call and no credit for what they do not show', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const contacts = await itemsOf(reads.prospectContacts(reader, {}), 50);
    const used = started.simulator.truth.credits().used;
    calls(started);
    const details = await Promise.all(contacts.map((contact) => reads.contactDetails(reader, contact)));
    const open = contacts.filter(({ unlocked }) => unlocked === true);
    expect(open.length).toBeGreaterThan(3);
    expect(details.filter((one) => one !== null).length).toBe(open.length);
    expect(calls(started)).toEqual(open.map(({ id }) => `GET /api/plusemployee/whotocontact/contacts/${id}`));
    expect(started.simulator.truth.credits().used).toBe(used);
    // Also when nothing of them is held any more.
    started.clock.advance(400_000);
    const next = started.begin();
    const [locked] = contacts.filter(({ unlocked }) => unlocked === false);
    expect(locked && (await next.reads.contactDetails(next.reader, locked))).toBeNull();
    expect(calls(started)).toEqual([]);
  });

  it('that a search tells whole are not read again', async () => {
    const started = await start();
    type Page = { readonly data: readonly Row[] };
    const whole = (body: unknown): unknown => ({
      ...(body as Page),
      data: (body as Page).data.map(({ id }) => rows(started, 'contacts').find((row) => row.id === id)),
    });
    started.simulator.faults.inject({ kind: 'change', change: whole });
    const { reads, reader } = started.begin();
    const [contact] = (await itemsOf(reads.prospectContacts(reader, {}))).filter(({ unlocked }) => unlocked === true);
    if (contact === undefined) throw new RangeError('no unlocked contact');
    calls(started);
    expect((await reads.contactDetails(reader, contact))?.lastName).toBe(contact.details?.lastName);
    expect(calls(started)).toEqual([]);
  });

  it('of many companies come from searches of their own where one for all has more pages', async () => {
    const started = await start({ size: 5 });
    const byCompany = Map.groupBy(rows(started, 'contacts'), ({ companyId }) => String(companyId));
    const [[big = '', most = []] = []] = [...byCompany].sort(([, a], [, b]) => b.length - a.length);
    // One company has more than two pages for itself.
    for (let index = 0; index < 450; index += 1) {
      const id = 9_000_000 + index;
      started.simulator.edit.putRecord('contacts', id, { ...most[0], unlocked: false });
    }
    const other = [...byCompany.keys()].find((id) => id !== big) ?? '';
    const { reads, reader } = started.begin();
    const companies = await Promise.all(
      [big, other].map((id) => reads.prospectCompany(reader, { customer: null, id })),
    );
    calls(started);
    const first = await Promise.all(
      companies.map((company) => company && rowsOf(reads.contactsOf(reader, company), 3)),
    );
    expect(first.map((page) => page?.length)).toEqual([3, 3]);
    // A page to weigh, and one search each.
    expect(calls(started).length).toBe(3);
    for (const company of companies) {
      const found = company === null ? [] : await itemsOf(reads.contactsOf(reader, company));
      const truth = rows(started, 'contacts').filter(({ companyId }) => String(companyId) === company?.id);
      expect(ids(found)).toEqual(ids(truth));
    }
  });

  it('of several companies go on from a cursor of the search for all in a list of their own, from its first page', async () => {
    const started = await start({ size: 5 });
    const companies = rows(started, 'companies').slice(0, 100);
    const begin = async (take: readonly Row[]) => {
      const { reads, reader } = started.begin();
      const read = await Promise.all(
        take.map(({ id }) => reads.prospectCompany(reader, { customer: null, id: String(id) })),
      );
      return read.flatMap((company) => (company === null ? [] : [reads.contactsOf(reader, company)]));
    };
    const of = ({ id }: Row) => rows(started, 'contacts').filter(({ companyId }) => companyId === id);
    const together = new Set(companies.map(({ id }) => id));
    const firstPage = rows(started, 'contacts')
      .filter(({ companyId }) => together.has(Number(companyId)))
      .slice(0, 200);
    // Its rows lie behind the first page of the search for all.
    const late = companies.findIndex(
      (company) => of(company).length > 2 && !firstPage.includes(of(company)[0] ?? company),
    );
    const company = companies[late];
    if (company === undefined) throw new RangeError('every company shows on the first page');
    const pages = await Promise.all((await begin(companies)).map((list) => rowsOf(list, 2)));
    const page = pages[late] ?? [];
    const [own] = await begin([company]);
    calls(started);
    const rest = own === undefined ? [] : await itemsOf(own, undefined, page.at(-1)?.position);
    expect(ids([...page.map(({ item }) => item), ...rest])).toEqual(ids(of(company)));
    expect(calls(started)).toEqual(['POST /api/plusemployee/whotocontact/contacts/search']);
  });
});

describe('a search with more than 10,000 rows', () => {
  it('gives them all, says that there are more, and then asks for a narrower filter without a call', async () => {
    const started = await start({ size: 30 });
    const truth = ids(rows(started, 'contacts'));
    expect(truth.length).toBeGreaterThan(10_000);
    const { reads, reader, meter } = started.begin();
    const list = reads.prospectContacts(reader, {});
    const reached = await rowsOf(list, 10_000);
    expect(ids(reached.map(({ item }) => item))).toEqual(truth.slice(0, 10_000));
    expect(reached.at(-1)?.more).toBe(true);
    expect(await list.total()).toBe(truth.length);
    expect(meter.calls.length).toBe(50);
    const next = started.begin();
    const after = next.reads.prospectContacts(next.reader, {}).rows(reached.at(-1)?.position);
    await expect(after.next()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('narrower'),
    });
    expect(next.meter.calls).toEqual([]);
    // Narrowed, each part is whole.
    const [reads2, reader2] = [started.begin().reads, started.begin().reader];
    const parts = await Promise.all(
      [true, false].map((hasPhone) => itemsOf(reads2.prospectContacts(reader2, { hasPhone }))),
    );
    expect(parts.flat().length).toBe(truth.length);
  });
});

describe('filters', () => {
  const CASES: readonly (readonly [ProspectContactFilter, (row: Row, company: Row | undefined) => boolean])[] = [
    [
      { domains: ['HTTPS://www.iron-river-33.example/x'] },
      (_row, company) => /iron-river-33/i.test(String(company?.domain)),
    ],
    [{ companyName: 'RIVER' }, (_row, company) => /river/i.test(String(company?.companyName))],
    [{ titles: ['engineer', ' buyer '] }, (row) => /engineer|buyer/i.test(String(row.title))],
    [{ departments: ['IT', 'IT'] }, (row) => row.departmentCode === 'IT'],
    [{ hasEmail: false }, (row) => row.hasEmail === false],
    [
      { industries: ['SOFT'], countries: ['NL'] },
      (row, company) => company?.industryCode === 'SOFT' && row.country === 'NL',
    ],
    [{ seniorities: [], states: [] }, () => true],
  ];

  it.each(CASES)('of contacts find what matches: %j', async (filter, isWanted) => {
    const started = await start();
    const companies = new Map(rows(started, 'companies').map((row) => [row.id, row]));
    const truth = rows(started, 'contacts').filter((row) => isWanted(row, companies.get(Number(row.companyId))));
    expect(truth.length).toBeGreaterThan(0);
    const { reads, reader } = started.begin();
    expect(ids(await itemsOf(reads.prospectContacts(reader, filter)))).toEqual(ids(truth));
  });

  it('that are equal in other words ask the same question', async () => {
    const started = await start();
    const { reads, reader, meter } = started.begin();
    const filters: readonly ProspectContactFilter[] = [
      { titles: ['a', 'b'], domains: ['x.example'] },
      { titles: [' b', 'a', 'a'], domains: ['HTTP://X.example/y'], states: [], companyName: '' },
    ];
    for (const filter of filters) await itemsOf(reads.prospectContacts(reader, filter));
    expect(meter.calls.length).toBe(1);
  });

  it.each<[ProspectContactFilter, string]>([
    [{ domains: ['no domain'] }, 'filter.domains: web domains'],
    [{ titles: ['a', ' '] }, 'filter.titles: at most 200 texts, none of them blank'],
    [
      { states: Array.from({ length: 201 }, (_, index) => `S${index}`) },
      'filter.states: at most 200 texts, none of them blank',
    ],
  ])('that cannot be are refused before a call, case %#', async (filter, message) => {
    const started = await start();
    const { reads, reader } = started.begin();
    expect(() => reads.prospectContacts(reader, filter)).toThrow(message);
    expect(started.simulator.calls).toEqual([]);
  });

  it('with a code that no list has are refused by the upstream', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    await expect(itemsOf(reads.prospectCompanies(reader, { industries: ['NOPE'] }))).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
    });
    expect(started.simulator.violations.length).toBe(1);
    (started.simulator.violations as unknown[]).splice(0);
  });
});
