import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationMessage } from '../../src/model/iadvize.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { type Started, start } from '../support/iadvize-source.ts';
import { itemsOf } from '../support/source-harness.ts';

type Row = Record<string, unknown>;
type Body = { readonly data: Row | readonly Row[]; readonly pagination?: Row };

/** Changes each row of an answer. */
function changing(change: (row: Row, index: number) => unknown): Fault {
  return {
    kind: 'change',
    change: (answer) => {
      const body = answer as Body;
      return { ...body, data: Array.isArray(body.data) ? body.data.map(change) : change(body.data as Row, 0) };
    },
  };
}

const operators = (started: Started) => {
  const { reads, reader } = started.begin();
  return itemsOf(reads.operators(reader, {}));
};
const operator = (started: Started, id: number | string) => {
  const { reads, reader } = started.begin();
  return reads.operator(reader, String(id));
};

const meta = (status: string, message?: string): string => JSON.stringify({ meta: { status, message } });

describe('a failing upstream', () => {
  const codes: [string, Fault, string][] = [
    ['403 Forbidden', { kind: 'status', status: 403, body: meta('error', 'Forbidden') }, 'UPSTREAM_UNAUTHORIZED'],
    ['Forbidden inside 200', { kind: 'body', body: meta('error', 'Forbidden') }, 'UPSTREAM_UNAUTHORIZED'],
    ['403 from elsewhere', { kind: 'status', status: 403, body: '<html>' }, 'UPSTREAM_FORBIDDEN'],
    ['a fail', { kind: 'status', status: 400, body: meta('fail', 'No.') }, 'UPSTREAM_REJECTED'],
    ['a fail inside 200', { kind: 'body', body: meta('fail', 'No.') }, 'UPSTREAM_REJECTED'],
    ['an error inside 200', { kind: 'body', body: meta('error', 'Oops') }, 'UPSTREAM_UNAVAILABLE'],
    ['404 for a list', { kind: 'status', status: 404, body: '<html>' }, 'UPSTREAM_BAD_RESPONSE'],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '2' } }, 'UPSTREAM_RATE_LIMITED'],
    ['500 without JSON', { kind: 'status', status: 500, body: '<html>' }, 'UPSTREAM_UNAVAILABLE'],
    ['500 with meta', { kind: 'status', status: 500, body: meta('error', 'Oops') }, 'UPSTREAM_UNAVAILABLE'],
    ['a redirect', { kind: 'status', status: 302, headers: { location: '/' } }, 'UPSTREAM_BAD_RESPONSE'],
    ['a reset', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['half a body', { kind: 'truncated' }, 'UPSTREAM_UNAVAILABLE'],
    ['no JSON', { kind: 'body', body: '<html>' }, 'UPSTREAM_BAD_RESPONSE'],
    ['no meta', { kind: 'body', body: '{"data":[]}' }, 'UPSTREAM_BAD_RESPONSE'],
    ['an unknown status', { kind: 'body', body: meta('maybe') }, 'UPSTREAM_BAD_RESPONSE'],
    ['success without data', { kind: 'body', body: meta('success') }, 'UPSTREAM_BAD_RESPONSE'],
    ['a page without a record', changing(() => ({ name: 'nobody' })), 'UPSTREAM_BAD_RESPONSE'],
    ['deep JSON', { kind: 'deep', depth: 5_000 }, 'UPSTREAM_BAD_RESPONSE'],
  ];
  for (const [name, fault, code] of codes)
    it(`gives ${code} for ${name}, and is asked again by the next operation`, async () => {
      const started = await start();
      started.simulator.faults.inject(fault);
      await expect(operators(started)).rejects.toMatchObject({ name: 'UpstreamError', upstream: 'IADVIZE', code });
      started.clock.advance(10_000);
      expect((await operators(started)).length).toBe(started.simulator.truth.operatorIds().length);
    });

  it('gives UPSTREAM_TIMEOUT when it does not answer', async () => {
    const started = await start({ callTimeoutMs: 2_000 });
    started.simulator.faults.inject({ kind: 'black-hole' });
    const failed = expect(operators(started)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    while (started.simulator.calls.length === 0) await new Promise((done) => setTimeout(done, 5));
    started.clock.advance(2_000);
    await failed;
  });

  it('gives the same for failures inside 200: null for what is unknown, a code for a bad key', async () => {
    const started = await start({ failInside200: true });
    const { reads, reader } = started.begin();
    expect(await reads.operator(reader, '1')).toBeNull();
    expect(await reads.conversation(reader, '1')).toBeNull();
    expect(await reads.live(reader, '1')).toBeNull();
    started.simulator.edit.revokeKey('all');
    await expect(operator(started, 2)).rejects.toMatchObject({ code: 'UPSTREAM_UNAUTHORIZED' });
  });

  it('leaves held data standing, with the reason', async () => {
    const started = await start();
    const before = await operators(started);
    started.clock.advance(400_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    expect(await itemsOf(reads.operators(reader, {}))).toEqual(before);
    expect((await reads.operator(reader, before[0]?.id ?? ''))?.id).toBe(before[0]?.id);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 400, reason: 'UPSTREAM_DOWN' }]);
  });

  it('leaves the copy standing in for a list that was never asked for', async () => {
    const started = await start();
    const ids = started.simulator.truth.operatorIds().map(String);
    const first = started.begin();
    await Promise.all(ids.map((id) => first.reads.operator(first.reader, id)));
    started.clock.advance(400_000);
    const only = started.begin({ wish: { mode: 'only-held' } });
    expect((await itemsOf(only.reads.operators(only.reader, {}))).map(({ id }) => id)).toEqual(ids);
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    expect((await itemsOf(reads.operators(reader, { groupId: '51' }))).length).toBeGreaterThan(0);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 400, reason: 'UPSTREAM_DOWN' }]);
  });

  it('is not asked in an operation that wants only what is held', async () => {
    const started = await start();
    const only = started.begin({ wish: { mode: 'only-held' } });
    const code = { code: 'QUOTA_EXCEEDED' };
    await expect(itemsOf(only.reads.operators(only.reader, {}))).rejects.toMatchObject(code);
    await expect(only.reads.operator(only.reader, '1')).rejects.toMatchObject(code);
    await expect(only.reads.chatVisitorsByEmail(only.reader, 'a@b.example')).rejects.toMatchObject(code);
    await expect(only.reads.conversation(only.reader, '1')).rejects.toMatchObject(code);
    expect(started.takeCalls()).toEqual([]);
  });

  it('gives UPSTREAM_BAD_RESPONSE for another record than the one asked for, null for an id spelt otherwise', async () => {
    const started = await start();
    const [id = 0] = started.simulator.truth.operatorIds();
    started.simulator.faults.inject(changing((row) => ({ ...row, id: 4 })));
    await expect(operator(started, id)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    expect(await operator(started, `00${id}`)).toBeNull();
  });
});

describe('odd values', () => {
  it('are null at their own place and counted, rows without id are left out', async () => {
    const started = await start();
    started.simulator.faults.inject(
      changing((row, index) => {
        if (index === 0) return { ...row, email: 'no address', roles: 'all', group_id: 'none', skill_list: 201 };
        if (index === 1) return { ...row, id: null };
        return index === 2 ? { ...row, roles: undefined, role: 'manager', email: '', website_list: null } : row;
      }),
    );
    const [first, second] = await operators(started);
    const ids = started.simulator.truth.operatorIds();
    expect(first).toMatchObject({ id: String(ids[0]), email: null, groupId: null, skillIds: ['201'] });
    expect(second).toMatchObject({ id: String(ids[2]), email: null, websiteIds: null, roles: ['manager'] });
    const counts = [...started.harness.drifts.counts()].filter(([place]) => !place.endsWith(' email'));
    expect(counts).toEqual([
      ['iadvize.operators.list roles', 1],
      ['iadvize.operators.list group_id', 1],
      ['iadvize.operators.list id', 1],
      ['iadvize.operators.list data[]', 1],
    ]);
  });

  it('of time are null: days that no calendar has, zones that nobody knows', async () => {
    const started = await start();
    started.simulator.faults.inject(
      changing((row, index) => (index === 0 ? { ...row, created_at: '2026-06-31 10:00:00', closed_at: 7 } : row)),
    );
    const { reads, reader } = started.begin();
    const [first, second] = await itemsOf(reads.conversations(reader, {}));
    expect(await reads.conversationTimes(reader, first as Conversation)).toEqual({ createdAt: null, closedAt: null });
    started.simulator.faults.inject(changing((row) => ({ ...row, timezone: 'Mars/Olympus' })));
    expect(await reads.conversationTimes(reader, second as Conversation)).toEqual({ createdAt: null, closedAt: null });
    expect(started.harness.drifts.counts().get('iadvize.conversations.list created_at')).toBe(1);
  });

  it('of a history are read in every shape, else null', async () => {
    const entry = [1, '2026-06-01 12:00:00', 'Hi', 1_780_308_000_123];
    const link = [5, '2026-06-01 12:00:05', 'https://x.example'];
    const shapes: [unknown, number | null][] = [
      [[entry, link], 2],
      [JSON.stringify([entry, link]), 2],
      [`${JSON.stringify(entry)},${JSON.stringify(link)}`, 2],
      [`${JSON.stringify(entry)}\n${JSON.stringify(link)}`, 2],
      [`{\n${JSON.stringify(entry)},\n${JSON.stringify(link)}\n}`, 2],
      [JSON.stringify(entry), 1],
      [[entry, 'x', [null]], 1],
      ['', 0],
      ['[]', 0],
      [null, 0],
      ['Hello', null],
      [{ a: 1 }, null],
    ];
    const started = await start();
    started.simulator.faults.inject(
      changing((row, index) =>
        index < shapes.length ? { ...row, website_id: 1501, history: shapes[index]?.[0] } : row,
      ),
    );
    const { reads, reader } = started.begin();
    const conversations = (await itemsOf(reads.conversations(reader, {}))).slice(0, shapes.length);
    const messages = await Promise.all(conversations.map((one) => reads.messages(reader, one)));
    expect(messages.map((one) => one?.length ?? null)).toEqual(shapes.map(([, count]) => count));
    const expected: ConversationMessage[] = [
      { author: 'OPERATOR', kind: 'text', text: 'Hi', sentAt: 1_780_308_000_123 },
      { author: 'UNKNOWN', kind: 'link', text: 'https://x.example', sentAt: Date.parse('2026-06-01T10:00:05Z') },
    ];
    for (const one of messages.slice(0, 5)) expect(one).toEqual(expected);
  });

  it('of the pagination do not lead astray: none, no pages, a last page that is sent again', async () => {
    const started = await start({ size: 60 });
    const count = started.simulator.truth.operatorIds().length;
    expect(count).toBe(132);
    const page = (change: (pagination: Row) => Row | undefined): Fault => ({
      kind: 'change',
      change: (body) => ({ ...(body as Body), pagination: change((body as Body).pagination ?? {}) }),
    });
    started.simulator.faults.inject(
      page(() => undefined),
      { times: 2 },
    );
    expect(await operators(started)).toHaveLength(count);
    expect(started.takeCalls()).toEqual(['/operator?page=1', '/operator?page=2']);
    const conversations = await start();
    const { reads, reader } = conversations.begin();
    conversations.simulator.faults.inject(
      page((pagination) => ({ ...pagination, pages: 9 })),
      { times: 9 },
    );
    const ids = (await itemsOf(reads.conversations(reader, {}))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(conversations.takeCalls()).toEqual(['/conversation?page=1', '/conversation?page=2']);
    conversations.simulator.faults.clear();
    conversations.simulator.faults.inject(
      page((pagination) => ({ ...pagination, pages: 0, count: 0 })),
      { path: /group/ },
    );
    const groups = ['51', '52'].map((id) => reads.group(reader, id));
    expect((await Promise.all(groups)).map((one) => one?.id)).toEqual(['51', '52']);
  });
});
