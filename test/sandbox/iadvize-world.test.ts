import { describe, expect, it } from 'vitest';
import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import { createWorld, DAY_MS } from '../../src/sandbox/world.ts';
import { bench, filter, HISTORY, ids, NOW } from './iadvize-support.ts';

describe('what a key sees', () => {
  it('is what belongs to its websites; groups and skills are seen by all', async () => {
    const { simulator, all } = await bench({ size: 2 });
    const { truth } = simulator;
    for (const [label, secret, sites] of [
      ['us', 'secret-us', [1502]],
      ['paris', 'secret-paris', [1501, 1904]],
    ] as const) {
      const shared = (list: readonly number[] = []): boolean => list.some((id) => sites.some((site) => site === id));
      const options = { secret };
      expect(ids(await all('/website', options)).toReversed()).toEqual(sites);
      expect(ids(await all('/operator', options))).toEqual(
        truth.operatorIds().filter((id) => shared(truth.operator(id)?.websiteIds)),
      );
      expect(ids(await all('/visitor', options))).toEqual(
        truth.visitorIds().filter((id) => shared(truth.visitor(id)?.websiteIds)),
      );
      expect(ids(await all('/tag', options)).toReversed()).toEqual(
        truth.tags.filter((tag) => shared(tag.websiteIds)).map(({ id }) => id),
      );
      expect(await all('/group', options)).toHaveLength(4);
      expect(await all('/skill', options)).toHaveLength(6);
      const conversations = ids(await all(HISTORY, options));
      expect(conversations.length).toBeGreaterThan(0);
      expect(truth.conversationIds(label)).toEqual(expect.arrayContaining(conversations));
      for (const id of conversations) expect(shared([truth.conversation(id)?.websiteId ?? 0])).toBe(true);
    }
    expect(simulator.violations).toEqual([]);
  });

  it('ends at the record of another website', async () => {
    const { simulator, get } = await bench();
    const { truth } = simulator;
    const hidden = (list: readonly number[], held: readonly number[]): number =>
      list.find((id) => !held.includes(id)) ?? Number.NaN;
    const visitor = hidden(truth.visitorIds(), truth.visitorIds('us'));
    const operator = hidden(truth.operatorIds(), truth.operatorIds('us'));
    const conversation = hidden(truth.conversationIds(), truth.conversationIds('us'));
    for (const path of [
      `/visitor/${visitor}`,
      `/operator/${operator}`,
      `/operator/${operator}/live`,
      `/conversation.json-unicode/${conversation}?formatHistory=0`,
      '/website/1777',
      '/tag/3009',
    ]) {
      expect((await get(path, 'secret-us')).status).toBe(404);
      expect((await get(path)).status).toBe(200);
    }
    expect((await get(`/visitor?full=1&${filter('website_id', 1777)}`, 'secret-us')).pagination.count).toBeLessThan(10);
    expect(simulator.violations).toEqual([]);
  });
});

describe('the world', () => {
  it.each([1, 3, 40])('of size %i has each member of the cast with conversations old and new', async (size) => {
    const { simulator } = await bench({ size });
    const { truth } = simulator;
    const world = createWorld({ seed: 11, size, now: NOW });
    for (let person = 0; person < 10; person += 1) {
      const { email, lastName } = world.people.at(person);
      for (const id of truth.visitorIdsOf(person)) expect(truth.visitor(id)?.email?.trim().toLowerCase()).toBe(email);
      expect(truth.visitorIdsOf(person).length).toBeGreaterThanOrEqual(1);
      const [operator] = truth.operatorIdsOf(person);
      expect(
        truth
          .operator(operator ?? 0)
          ?.email?.trim()
          .toLowerCase(),
      ).toBe(email);
      expect(truth.operator(operator ?? 0)?.name).toBe(lastName);
      const ages = truth
        .conversationIdsOf(person)
        .map((id) => (NOW - (truth.conversation(id)?.createdAt ?? 0)) / DAY_MS);
      expect(ages.filter((days) => days < 80).length).toBeGreaterThanOrEqual(2);
      expect(ages.filter((days) => days > 124).length).toBeGreaterThanOrEqual(1);
    }
    expect(truth.visitorIdsOf(0)).toHaveLength(2);
  });

  it('has the volumes asked for, in the order of time', async () => {
    const { truth } = (await bench({ size: 5 })).simulator;
    expect(truth.operatorIds()).toHaveLength(22);
    expect(truth.visitorIds()).toHaveLength(900);
    expect(truth.conversationIds()).toHaveLength(1200);
    expect([truth.websites.length, truth.groups.length, truth.skills.length]).toEqual([4, 4, 6]);
    const times = truth.conversationIds().map((id) => truth.conversation(id)?.createdAt ?? 0);
    times.forEach((at, row) => {
      expect(at).toBeLessThan(times[row - 1] ?? NOW);
    });
    const made = truth.visitorIds().map((id) => truth.visitor(id)?.createdAt ?? 0);
    expect(made).toEqual(made.toSorted((a, b) => b - a));
    const people = new Set(truth.visitorIds().map((id) => truth.visitor(id)?.person));
    expect(people.size).toBeGreaterThan(850);
    expect(people.size).toBeLessThan(900);
  });

  it('shows addresses as forms have them: other case, blanks, none, and none that is one', async () => {
    const { all } = await bench({ size: 4 });
    const emails = (await all('/visitor')).map((row) => row.email);
    const texts = emails.filter((email) => typeof email === 'string');
    const noisy = texts.filter((email) => email !== email.trim().toLowerCase());
    expect(noisy.length / texts.length).toBeGreaterThan(0.1);
    expect(noisy.length / texts.length).toBeLessThan(0.3);
    expect(emails).toContain(null);
    expect(emails).toContain(undefined);
    expect(emails).toContain('');
    expect(texts.some((email) => email !== '' && !/.@.+[a-z]\s*$/i.test(email))).toBe(true);
  });

  it('is the same for a seed and another for another', async () => {
    const path = '/visitor?full=1&limit=50';
    const pages = await Promise.all([11, 11, 12].map(async (seed) => (await (await bench({ seed })).get(path)).data));
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]).not.toEqual(pages[2]);
  });

  it('of size 2,000 starts and answers first, last and filtered rows', async () => {
    const { simulator, get } = await bench({ size: 2000 });
    const first = await get('/visitor?full=1&limit=100');
    expect(first.pagination.count).toBe(360_000);
    const last = await get('/visitor?full=1&limit=100&page=3600');
    expect((await get(`/visitor/${last.data.at(-1)?.id}`)).one).toEqual(last.data.at(-1));
    const page = await get(`${HISTORY}&limit=100`);
    expect(page.data).toHaveLength(100);
    const cast = simulator.truth.visitorIdsOf(4)[0] ?? 0;
    expect((await get(`${HISTORY}&${filter('visitor_id', cast)}`)).data.length).toBeGreaterThanOrEqual(2);
    expect(simulator.violations).toEqual([]);
  });
});

describe('edits', () => {
  it('added rows come first, and push others to the next page', async () => {
    const { simulator, get } = await bench();
    const before = ids((await get('/visitor?full=1&limit=10')).data);
    const visitor = simulator.edit.addVisitor({ email: 'New.One@x.example', websiteIds: [1777] });
    expect(visitor).toBeGreaterThan(before[0] ?? 0);
    expect(ids((await get('/visitor?full=1&limit=10')).data)).toEqual([visitor, ...before.slice(0, 9)]);
    expect(ids((await get('/visitor?full=1&limit=10&page=2')).data)[0]).toBe(before[9]);
    const row = (await get(`/visitor/${visitor}`)).one;
    expect([row.email, row.created_at]).toEqual(['New.One@x.example', '2026-05-20 15:30:00']);
    const unique = filter('unique_id', String(row.unique_id));
    expect(ids((await get(`/visitor?full=1&${unique}`)).data)).toEqual([visitor]);
  });

  it('added conversations are found by visitor, with their history', async () => {
    const { simulator, get } = await bench();
    const visitor = simulator.edit.addVisitor({ websiteIds: [1502] });
    const at = NOW - 60_000;
    const entries = [{ type: 2, at, text: 'Hi', epochMs: at + 12 }];
    const id = simulator.edit.addConversation({ visitorId: visitor, createdAt: at, entries });
    const { data } = await get(`${HISTORY}&${filter('visitor_id', visitor)}`);
    expect(ids(data)).toEqual([id]);
    expect(data[0]).toMatchObject({ website_id: 1502, created_at: '2026-05-20 05:59:00', closed_at: null });
    expect(data[0]?.visitor_uid).toBe((await get(`/visitor/${visitor}`)).one.unique_id);
    expect(simulator.truth.conversationIds()[0]).toBe(id);
  });

  it('deleted rows are gone from lists and by id', async () => {
    const { simulator, get } = await bench();
    const { truth, edit } = simulator;
    const [visitor = 0] = truth.visitorIds();
    const [conversation = 0] = truth.conversationIds();
    const { count } = (await get(`${HISTORY}`)).pagination;
    edit.deleteVisitor(visitor);
    edit.deleteConversation(conversation);
    expect((await get('/visitor?full=1')).pagination.count).toBe(179);
    expect((await get(`/visitor/${visitor}`)).status).toBe(404);
    expect((await get(HISTORY)).pagination.count).toBe(count - 1);
    expect((await get(`/conversation.json-unicode/${conversation}?formatHistory=0`)).status).toBe(404);
    expect(() => edit.deleteVisitor(visitor)).toThrow(RangeError);
    expect(simulator.violations).toEqual([]);
  });

  it('changed rows show it, also to filters and to other keys', async () => {
    const { simulator, get } = await bench();
    const { truth, edit } = simulator;
    const [operator = 0] = truth.operatorIdsOf(3);
    edit.changeOperator(operator, { email: 'moved@y.example', websiteIds: [1502], groupId: null });
    expect(ids((await get(`/operator?full=1&${filter('email', '*moved@*')}`, 'secret-us')).data)).toEqual([operator]);
    expect((await get(`/operator/${operator}`, 'secret-paris')).status).toBe(404);
    const [visitor = 0] = truth.visitorIdsOf(3);
    edit.changeVisitor(visitor, { email: null, externalId: 'NEW-9' });
    const found = await get(`/visitor?full=1&${filter('external_id', 'new-9')}`);
    expect(ids(found.data)).toEqual([visitor]);
    expect(found.data[0]?.email ?? null).toBeNull();
  });
});

it('shares nothing between two that run at once', async () => {
  const options = { world: createWorld({ seed: 1, size: 1, now: NOW }), now: () => NOW, keys: [] };
  await using one = await startIadvizeSimulator(options);
  await using two = await startIadvizeSimulator(options);
  one.edit.addVisitor();
  expect(one.truth.visitorIds()).toHaveLength(181);
  expect(two.truth.visitorIds()).toHaveLength(180);
});
