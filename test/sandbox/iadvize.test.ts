import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/sandbox/iadvize/directory.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { ask, bench, filter, HISTORY, ids, NOW } from './iadvize-support.ts';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('authentication', () => {
  it('takes the key as header, as parameter and as the Basic user name', async () => {
    const { simulator, origin } = await bench();
    const forms = [
      ask(`${origin}/website?full=1`, { headers: { 'x-api-key': 'secret-us' } }),
      ask(`${origin}/website?full=1&key=secret-us`),
      ask(`${origin}/website?full=1`, { headers: { authorization: basic('secret-us:any:thing') } }),
    ];
    for (const answer of await Promise.all(forms)) {
      expect(answer.status).toBe(200);
      expect(ids(answer.data)).toEqual([1502]);
    }
    expect(simulator.calls.map(({ credential }) => credential)).toEqual(['us', 'us', 'us']);
    expect(JSON.stringify(simulator.calls)).not.toContain('secret-us');
    expect(simulator.violations).toEqual([]);
  });

  it('reads the header before the parameter before Basic', async () => {
    const { simulator, origin } = await bench();
    const authorization = basic('secret-paris:');
    await ask(`${origin}/website?full=1&key=secret-us`, { headers: { 'x-api-key': 'secret-all', authorization } });
    await ask(`${origin}/website?full=1&key=secret-us`, { headers: { authorization } });
    expect(simulator.calls.map(({ credential }) => credential)).toEqual(['all', 'us']);
  });

  it('forbids an unknown or revoked key without calling it a violation', async () => {
    const { simulator, get } = await bench();
    simulator.edit.revokeKey('us');
    for (const secret of ['nobody', 'secret-us']) {
      const answer = await get('/website?full=1', secret);
      expect(answer.status).toBe(403);
      expect(answer.meta).toEqual({ status: 'error', message: 'Forbidden' });
      expect(answer.data).toBeUndefined();
    }
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['missing credential', '', {}],
    ['malformed credential', '', { authorization: 'Bearer abc' }],
    ['malformed credential', '', { authorization: 'Basic !!!' }],
    ['malformed credential', '', { authorization: basic('no colon') }],
    ['malformed credential', '', { authorization: basic(':only a password') }],
    ['malformed credential', '', { 'x-api-key': '' }],
    ['malformed credential', '&key=', {}],
  ])('%s: %s %o', async (rule, query, headers) => {
    const { simulator, origin, rules } = await bench();
    expect((await ask(`${origin}/website?full=1${query}`, { headers: headers as Record<string, string> })).status).toBe(
      403,
    );
    expect(rules()).toEqual([rule]);
    expect(simulator.calls[0]?.credential).toBeUndefined();
  });
});

describe('lists', () => {
  it.each(['/client', '/website', '/operator', '/group', '/skill', '/tag', '/visitor', HISTORY])(
    '%s: every page at any page size gives the rows of the truth once, highest id first',
    async (path) => {
      const { simulator, all } = await bench();
      const { truth } = simulator;
      const held: Record<string, readonly number[]> = {
        '/client': CLIENTS.map(({ id }) => id).toReversed(),
        '/website': truth.websites.map(({ id }) => id).toReversed(),
        '/operator': truth.operatorIds(),
        '/group': truth.groups.map(({ id }) => id).toReversed(),
        '/skill': truth.skills.map(({ id }) => id).toReversed(),
        '/tag': truth.tags.map(({ id }) => id).toReversed(),
        '/visitor': truth.visitorIds(),
        [HISTORY]: truth.conversationIds('all', { from: Date.parse('2026-02-20T11:00:00Z'), until: Infinity }),
      };
      for (const limit of [7, 100]) {
        const seen = ids(await all(path, { limit }));
        expect(seen).toEqual(held[path]);
        expect(seen).toEqual(seen.toSorted((a, b) => b - a));
      }
      expect(simulator.violations).toEqual([]);
    },
  );

  it('gives ids and links only without full, and calls that a violation', async () => {
    const { get, rules } = await bench();
    const answer = await get('/visitor?limit=2');
    expect(answer.data).toHaveLength(2);
    for (const row of answer.data) expect(row).toEqual({ id: row.id, _link: `/visitor/${row.id}` });
    expect((await get('/visitor?limit=2&full=yes')).data[0]).not.toHaveProperty('email');
    expect((await get('/visitor?limit=2&full=true')).data[0]).toHaveProperty('unique_id');
    expect(rules()).toEqual(['full missing', 'full missing']);
  });

  it('gives 20 rows by default, at most 100, and takes nonsense for the default', async () => {
    const { get, rules } = await bench();
    expect((await get('/visitor?full=1')).pagination).toEqual({ page: 1, pages: 9, limit: 20, count: 180 });
    expect((await get('/visitor?full=1&limit=100')).data).toHaveLength(100);
    expect(rules()).toEqual([]);
    expect((await get('/visitor?full=1&limit=101')).pagination.limit).toBe(100);
    for (const nonsense of ['limit=0', 'limit=-5', 'limit=x', 'page=0', 'page=1.5']) {
      expect((await get(`/visitor?full=1&${nonsense}`)).pagination).toEqual({
        page: 1,
        pages: 9,
        limit: 20,
        count: 180,
      });
    }
    const [limit, page] = ['limit out of bounds', 'page out of bounds'];
    expect(rules()).toEqual([limit, limit, limit, limit, page, page]);
  });

  it('is empty past the end, except that conversations repeat their last page', async () => {
    const { get, simulator } = await bench();
    expect((await get('/visitor?full=1&page=10')).data).toEqual([]);
    const { pages } = (await get(`${HISTORY}&limit=20`)).pagination;
    const last = await get(`${HISTORY}&limit=20&page=${pages}`);
    const beyond = await get(`${HISTORY}&limit=20&page=${pages + 5}`);
    expect(last.data.length).toBeGreaterThan(0);
    expect(beyond.data).toEqual(last.data);
    expect(simulator.violations).toEqual([]);
  });

  it('answers an empty list with one page', async () => {
    const { get } = await bench();
    const answer = await get(`/visitor?full=1&${filter('external_id', 'nobody')}`);
    expect(answer.data).toEqual([]);
    expect(answer.pagination).toEqual({ page: 1, pages: 1, limit: 20, count: 0 });
    expect(answer.meta).toEqual({ status: 'success', filters: ['external_id'] });
  });

  it('shows chosen fields', async () => {
    const { get } = await bench();
    const { data } = await get('/website?full=1&fields[]=label&fields[]=currency');
    expect(data.at(-1)).toEqual({ id: 1501, label: 'Expo Paris', currency: 'EUR', _link: '/website/1501' });
  });
});

describe('filters', () => {
  it('ignores unknown filters and parameters, and calls them violations', async () => {
    const { get, simulator } = await bench();
    const answer = await get(`/visitor?full=1&${filter('email', 'a@b.example')}&since=secret-all`);
    expect(answer.pagination.count).toBe(180);
    expect(simulator.violations).toEqual([
      { rule: 'unknown parameter', detail: 'since' },
      { rule: 'unknown filter', detail: 'email' },
    ]);
  });

  it('refuses a value that is no id', async () => {
    const { get, rules } = await bench();
    const answer = await get(`/visitor?full=1&${filter('website_id', 'x')}`);
    expect(answer.status).toBe(400);
    expect(answer.meta).toEqual({ status: 'fail', message: "Value of field 'website_id' is not valid." });
    expect(rules()).toEqual(['malformed filter value']);
  });

  it('finds operators by each filter', async () => {
    const { simulator, all } = await bench({ size: 3 });
    const { truth } = simulator;
    const rows = truth.operatorIds().map((id) => truth.operator(id));
    const expected = (test: (row: NonNullable<(typeof rows)[number]>) => boolean): number[] =>
      rows.flatMap((row) => (row !== undefined && test(row) ? [row.id] : []));
    const found = async (query: string): Promise<number[]> => ids(await all(`/operator?full=1&${query}`));
    const external = rows.find((row) => row?.externalId)?.externalId ?? '';
    expect(await found(filter('id', 4100))).toEqual(expected(({ id }) => id === 4100));
    expect(await found(filter('group_id', 51))).toEqual(expected(({ groupId }) => groupId === 51));
    expect(await found(filter('skill_id', 201))).toEqual(expected(({ skillIds }) => skillIds.includes(201)));
    expect(await found(filter('website_id', 1777))).toEqual(expected(({ websiteIds }) => websiteIds.includes(1777)));
    const either = expected(({ websiteIds }) => websiteIds.includes(1777) || websiteIds.includes(1501));
    expect(await found(filter('website_list', '1777,1501'))).toEqual(either);
    expect(await found('filters[website_list][0]=1777&filters[website_list][1]=1501')).toEqual(either);
    expect(await found('filters%5Bwebsite_list%5D%5B%5D=1777')).toEqual(await found(filter('website_id', 1777)));
    expect(await found(filter('external_id', external))).toEqual(expected(({ externalId }) => externalId === external));
    expect(await found(filter('name', '*AS*'))).toEqual(expected(({ name }) => name.toLowerCase().includes('as')));
    expect(simulator.violations).toEqual([]);
  });

  it('finds each operator of the cast by canonical address', async () => {
    const { simulator, all } = await bench();
    const { people } = createWorld({ seed: 11, size: 1, now: NOW });
    for (let person = 0; person < 10; person += 1) {
      const rows = await all(`/operator?full=1&${filter('email', people.at(person).email)}`);
      expect(ids(rows)).toEqual(simulator.truth.operatorIdsOf(person));
      expect(rows).toHaveLength(1);
    }
  });

  it('finds visitors by unique id, external id and website', async () => {
    const { simulator, all } = await bench();
    const { truth } = simulator;
    for (const id of [truth.visitorIds().at(0), truth.visitorIds().at(-1)]) {
      const held = truth.visitor(id ?? 0);
      expect(ids(await all(`/visitor?full=1&${filter('unique_id', held?.uniqueId ?? '')}`))).toEqual([id]);
    }
    const external = truth.visitorIds().flatMap((id) => truth.visitor(id)?.externalId ?? [])[0] ?? '';
    const rows = await all(`/visitor?full=1&${filter('external_id', external)}`);
    expect(new Set(rows.map((row) => row.external_id))).toEqual(new Set([external]));
    const site = ids(await all(`/visitor?full=1&${filter('website_id', 1904)}`));
    expect(site).toEqual(truth.visitorIds().filter((id) => truth.visitor(id)?.websiteIds.includes(1904)));
  });

  it('finds groups, skills and tags', async () => {
    const { get, simulator } = await bench();
    expect(ids((await get(`/group?full=1&${filter('parent_id', 51)}`)).data)).toEqual([63]);
    expect(ids((await get(`/skill?full=1&${filter('parent_id', 201)}`)).data)).toEqual([222]);
    const operator =
      simulator.truth.operatorIds().find((id) => simulator.truth.operator(id)?.skillIds.length === 2) ?? 0;
    const skills = await get(`/skill?full=1&${filter('operator_id', operator)}`);
    expect(ids(skills.data).toReversed()).toEqual(simulator.truth.operator(operator)?.skillIds);
    expect(ids((await get(`/tag?full=1&${filter('website_id', 1777)}`)).data)).toEqual([3010, 3009, 3001]);
  });
});

describe('one record', () => {
  it.each(['website', 'operator', 'group', 'skill', 'tag', 'visitor'])(
    '%s/{id} is the row of the list',
    async (name) => {
      const { all, get, simulator } = await bench();
      const rows = await all(`/${name}`);
      for (const row of [rows[0], rows.at(-1)]) {
        const answer = await get(`/${name}/${row?.id}`);
        expect(answer.one).toEqual(row);
        expect(answer.one._link).toBe(`/${name}/${Number(row?.id)}`);
      }
      expect(simulator.violations).toEqual([]);
    },
  );

  it('names the resource and the id that it does not know', async () => {
    const { get, simulator } = await bench();
    for (const name of ['website', 'operator', 'group', 'skill', 'tag', 'visitor', 'conversation']) {
      const suffix = name === 'conversation' ? '.json-unicode/7?formatHistory=0' : '/7';
      const answer = await get(`/${name}${suffix}`);
      expect(answer.status).toBe(404);
      expect(answer.meta).toEqual({ status: 'fail', message: `Unknown '${name}' with 'id' 7.` });
      expect(answer.data).toBeUndefined();
    }
    expect(simulator.violations).toEqual([]);
  });

  it('finds no record by an id beside a real one', async () => {
    const { get, simulator } = await bench();
    const held = new Set(simulator.truth.visitorIds());
    const [first = 0] = held;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first - 700, max: first + 700 }), async (id) => {
        expect((await get(`/visitor/${id}`)).status).toBe(held.has(id) ? 200 : 404);
      }),
      { numRuns: 60 },
    );
  });
});
