import { describe, expect, it } from 'vitest';
import { toLocal } from '../../src/sandbox/iadvize/local-time.ts';
import { bench, filter, ids, NOW, type Row } from './iadvize-support.ts';

const instant = (iso: string): number => Date.parse(iso);
/** The day before NOW is published since 5 am in Paris; NOW is 20 May 2026 at noon there. */
const TODAY = instant('2026-05-19T22:00:00Z');
const range = (from: string, to: string): string => `${filter('from', from)}&${filter('to', to)}`;

describe('transactions', () => {
  it('are those of the last month without ends, as far as their days are published', async () => {
    const { all, simulator, rules } = await bench({ size: 3 });
    const { truth } = simulator;
    const expected = truth.transactions('all', { from: instant('2026-04-20T10:00:00Z'), until: TODAY });
    expect(expected.length).toBeGreaterThan(50);
    expect(ids(await all('/transaction'))).toEqual(expected.map(({ id }) => id));
    expect(truth.transactions('all', { from: TODAY, until: NOW }).length).toBeGreaterThan(0);
    expect(rules()).toEqual([]);
  });

  it.each([
    ['2026-05-20T02:59:59Z', '2026-05-18T22:00:00Z'],
    ['2026-05-20T03:00:00Z', '2026-05-19T22:00:00Z'],
    // The clocks went forward in the night.
    ['2026-03-29T02:59:59Z', '2026-03-27T23:00:00Z'],
    ['2026-03-29T03:00:00Z', '2026-03-28T23:00:00Z'],
  ])('of a day appear on the next day at 5 am in Paris: at %s those before %s', async (at, until) => {
    let now = instant(at);
    const { get, all, simulator } = await bench({ size: 4, now: () => now });
    const span = { from: instant(until) - 86_400_000, until: instant(until) + 86_400_000 };
    const around = simulator.truth.transactions('all', span);
    const late = around.filter(({ createdAt }) => createdAt >= instant(until));
    expect(late.length).toBeGreaterThan(0);
    const asked = `/transaction?full=1&${range(toLocal(span.from, 'Europe/Paris'), toLocal(span.until - 1000, 'Europe/Paris'))}`;
    expect(ids(await all(asked))).toEqual(around.slice(late.length).map(({ id }) => id));
    expect((await get(`/transaction/${late[0]?.id}`)).status).toBe(404);
    now += 2 * 86_400_000;
    expect(ids(await all(asked))).toEqual(around.map(({ id }) => id));
    expect((await get(`/transaction/${late[0]?.id}`)).status).toBe(200);
  });

  it('fail over a month, and may be a month apart to the second', async () => {
    const { get, rules } = await bench();
    expect((await get(`/transaction?full=1&${range('2026-03-31 10:00:00', '2026-04-30 10:00:00')}`)).status).toBe(200);
    const answer = await get(`/transaction?full=1&${range('2026-03-31 10:00:00', '2026-04-30 10:00:01')}`);
    expect([answer.status, answer.meta.status, answer.data]).toEqual([400, 'fail', undefined]);
    expect(answer.meta.message).toContain('1 month');
    expect(rules()).toEqual(['period over 1 month']);
  });

  it('are filtered, and by the words null and !null', async () => {
    const { all, get, simulator, rules } = await bench({ size: 3 });
    const month = range('2026-04-01', '2026-04-30');
    const held = simulator.truth.transactions('all', {
      from: instant('2026-03-31T22:00:00Z'),
      until: instant('2026-04-30T22:00:00Z'),
    });
    const linked = held.find(({ operatorId }) => operatorId !== null);
    const cases: [string, (row: (typeof held)[number]) => boolean][] = [
      [filter('operator_id', Number(linked?.operatorId)), ({ operatorId }) => operatorId === linked?.operatorId],
      [
        filter('conversation_id', Number(linked?.conversationId)),
        ({ conversationId }) => conversationId === linked?.conversationId,
      ],
      [filter('conversation_id', 'null'), ({ conversationId }) => conversationId === null],
      [filter('conversation_id', '!null'), ({ conversationId }) => conversationId !== null],
    ];
    for (const [query, test] of cases) {
      const expected = held.filter(test).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(0);
      expect(ids(await all(`/transaction?full=1&${month}&${query}`))).toEqual(expected);
    }
    const site = await all(`/transaction?full=1&${month}&${filter('website_id', 1904)}`);
    expect(site.every(({ website_id }) => Number(website_id) === 1904)).toBe(true);
    expect(rules()).toEqual([]);
    expect((await get(`/transaction?full=1&${filter('conversation_id', '*')}`)).status).toBe(400);
    expect(rules()).toEqual(['malformed filter value']);
  });

  it('name a conversation of the two days before, with its operator, website and visitor', async () => {
    const { simulator } = await bench({ size: 3 });
    const { truth } = simulator;
    const linked = truth.transactions().filter(({ conversationId }) => conversationId !== null);
    expect(linked.length).toBeGreaterThan(truth.transactions().length / 3);
    for (const { conversationId, operatorId, websiteId, visitorUid, createdAt } of linked) {
      const conversation = truth.conversation(Number(conversationId));
      expect({ ...conversation }).toMatchObject({ operatorId, websiteId, visitorUid });
      const pause = createdAt - Number(conversation?.createdAt);
      expect(pause >= 0 && pause <= 2 * 86_400_000).toBe(true);
    }
  });

  it('come with every documented field, in the time of their website, with the usual noise', async () => {
    const { all, simulator } = await bench({ size: 8 });
    const rows = await all(`/transaction?full=1&${range('2026-04-01', '2026-04-30')}`);
    const names = new Set(rows.flatMap((row) => Object.keys(row)));
    expect([...names]).toEqual(
      expect.arrayContaining(
        'id external_id visitor_uid visitor_email amount created_at website_id operator_id conversation_id'.split(' '),
      ),
    );
    const zones: Record<number, string> = { 1502: 'America/New_York', 1777: 'Asia/Kolkata' };
    const byId = new Map(simulator.truth.transactions().map((row) => [row.id, row]));
    for (const row of rows) {
      const known = byId.get(Number(row.id));
      expect(Number(row.amount)).toBe(known?.amount);
      expect(row.created_at).toBe(toLocal(known?.createdAt ?? 0, zones[known?.websiteId ?? 0] ?? 'Europe/Paris'));
    }
    const numeric = ['id', 'amount', 'website_id', 'operator_id', 'conversation_id'];
    expect(rows.some((row) => numeric.some((name) => typeof row[name] === 'string'))).toBe(true);
    expect(rows.some(({ visitor_email }) => visitor_email === null)).toBe(true);
  });

  it('show to a key what its websites have', async () => {
    const { all, get, simulator } = await bench({ size: 2 });
    const until = { from: TODAY - 20 * 86_400_000, until: TODAY };
    for (const label of ['us', 'paris'])
      expect(
        ids(await all(`/transaction?full=1&${range('2026-04-30', '2026-05-19')}`, { secret: `secret-${label}` })),
      ).toEqual(simulator.truth.transactions(label, until).map(({ id }) => id));
    const [foreign] = simulator.truth.transactions('paris', until);
    expect((await get(`/transaction/${foreign?.id}`, 'secret-us')).status).toBe(404);
  });
});

describe('satisfactions', () => {
  it('answer to a conversation after its last word, in either spelling of the delay', async () => {
    const { all, simulator, rules } = await bench({ size: 3 });
    const { truth } = simulator;
    const rows = await all('/satisfaction');
    const held = truth.satisfactions();
    expect(ids(rows)).toEqual(held.map(({ id }) => id));
    for (const { conversationId, operatorId, websiteId, createdAt } of held) {
      const conversation = truth.conversation(conversationId);
      expect({ ...conversation }).toMatchObject({ operatorId, websiteId });
      expect(createdAt).toBeGreaterThan(conversation?.createdAt ?? Number.POSITIVE_INFINITY);
      expect(createdAt).toBeLessThanOrEqual(NOW);
    }
    const has = (name: string) => (row: Row) => name in row;
    expect(rows.filter(has('node_delay')).length).toBeGreaterThan(rows.filter(has('note_delay')).length);
    expect(rows.some(has('note_delay'))).toBe(true);
    const notes = rows.flatMap(({ note_resolution }) => note_resolution ?? []).map(Number);
    expect(Math.min(...notes)).toBe(0);
    expect(Math.max(...notes)).toBe(1);
    expect(rules()).toEqual([]);
  });

  it('take a period of any length', async () => {
    const { all, simulator, rules } = await bench({ size: 2 });
    const rows = await all(`/satisfaction?full=1&${range('2025-08-01', '2026-05-01 12:00:00')}`);
    const span = { from: instant('2025-07-31T22:00:00Z'), until: instant('2026-05-01T10:00:01Z') };
    expect(ids(rows)).toEqual(simulator.truth.satisfactions('all', span).map(({ id }) => id));
    expect(rules()).toEqual([]);
  });
});

describe('call meetings', () => {
  it('lie ahead as well, under either name of the visitor, and can be asked for as a list only', async () => {
    const { all, get, simulator, rules } = await bench({ size: 3 });
    const rows = await all('/callmeeting');
    const held = simulator.truth.callMeetings();
    expect(ids(rows)).toEqual(held.map(({ id }) => id));
    const ahead = held.filter(({ startAt }) => startAt > NOW);
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.some(({ status }) => status === 'done')).toBe(false);
    for (const row of rows) expect([row.unique_id, row.visitor_uid].filter((uid) => uid !== undefined)).toHaveLength(1);
    expect(rows.some(({ visitor_uid }) => visitor_uid !== undefined)).toBe(true);
    expect(rows.some(({ skill_id }) => typeof skill_id === 'string')).toBe(true);
    expect(rules()).toEqual([]);
    expect((await get(`/callmeeting/${held[0]?.id}`)).status).toBe(404);
    expect(rules()).toEqual(['unknown route']);
  });

  it('are filtered by website and by the time of their start', async () => {
    const { all, simulator } = await bench({ size: 6 });
    const rows = await all(
      `/callmeeting?full=1&${range('2026-05-01 00:00:00', '2026-06-30 00:00:00')}&${filter('website_id', 1777)}`,
    );
    const span = { from: instant('2026-04-30T18:30:00Z'), until: instant('2026-06-29T18:30:01Z') };
    const expected = simulator.truth.callMeetings('all', span).filter(({ websiteId }) => websiteId === 1777);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids(rows)).toEqual(expected.map(({ id }) => id));
  });
});

describe('edits', () => {
  it('add, change and remove records at once', async () => {
    const { all, simulator } = await bench();
    const { edit, truth } = simulator;
    const bought = edit.addTransaction({ amount: 7.5, createdAt: NOW - 2 * 86_400_000 });
    const called = edit.addCallMeeting({ status: 'pending' });
    const [conversation] = truth.conversationIds();
    const told = edit.addSatisfaction({ conversationId: conversation ?? 0, comment: 'so-so' });
    expect(ids(await all('/transaction'))[0]).toBe(bought);
    expect((await all('/satisfaction'))[0]).toMatchObject({ id: told, comment: 'so-so' });
    edit.changeCallMeeting(called, { status: 'done' });
    edit.changeTransaction(bought, { amount: 8 });
    expect((await all('/callmeeting'))[0]).toMatchObject({ id: called, status: 'done' });
    expect((await all('/transaction'))[0]).toMatchObject({ id: bought, amount: 8 });
    edit.deleteTransaction(bought);
    edit.deleteCallMeeting(called);
    expect(ids(await all('/transaction'))).not.toContain(bought);
    expect(ids(await all('/callmeeting'))).not.toContain(called);
  });
});
