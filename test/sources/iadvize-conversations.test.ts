import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import type { Conversation, ConversationFilter } from '../../src/model/iadvize.ts';
import { conversationRow } from '../../src/sandbox/iadvize/conversations.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { DAY_MS, NOW, numbersOf, type Started, start } from '../support/iadvize-source.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';

const LAST_3_MONTHS = { from: Date.parse('2026-03-15T13:00:00Z'), until: NOW + 1_000 };

async function list(started: Started, filter: ConversationFilter): Promise<Conversation[]> {
  const { reads, reader } = started.begin();
  return itemsOf(reads.conversations(reader, filter));
}

describe('conversations', () => {
  it('are the last 3 months without a range, by id descending', async () => {
    const started = await start({ size: 3 });
    const { truth } = started.simulator;
    const conversations = await list(started, {});
    expect(numbersOf(conversations)).toEqual(truth.conversationIds(undefined, LAST_3_MONTHS));
    expect(started.takeCalls()).toEqual(['/conversation?page=1', '/conversation?page=2', '/conversation?page=3']);
    started.clock.advance(59_000);
    await list(started, {});
    expect(started.takeCalls()).toEqual([]);
  });

  it('carry what the upstream holds, and no text', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const conversations = await list(started, {});
    const world = createWorld({ seed: 1, size: 1, now: NOW });
    for (const { id, createdAtLocal, closedAtLocal, ...rest } of conversations) {
      const known = truth.conversation(Number(id));
      const sent = known === undefined ? {} : conversationRow(world, known, true);
      expect(rest).toEqual({
        channel: known?.channel,
        operatorAnswer: known?.operatorId !== null,
        operatorClosed: sent.operator_closed,
        waitingList: sent.waitinglist,
        pageType: sent.page_type ?? null,
        ruleId: known?.ruleId === null ? null : String(known?.ruleId),
        tagIds: known?.tagIds.map(String),
        xmppId: sent.xmpp_id,
        operatorId: known?.operatorId === null ? null : String(known?.operatorId),
        visitorUid: known?.visitorUid,
        websiteId: String(known?.websiteId),
        skillId: known?.skillId === null ? null : String(known?.skillId),
      });
      expect(createdAtLocal).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(closedAtLocal === null).toBe(known?.closedAt === null);
    }
  });

  it('have times on the clocks of their website: one call for all websites', async () => {
    const started = await start({ size: 2 });
    const { reads, reader } = started.begin();
    const conversations = await itemsOf(reads.conversations(reader, { from: NOW - 300 * DAY_MS }));
    expect(conversations.length).toBeGreaterThan(400);
    started.takeCalls();
    const times = await Promise.all(conversations.map((one) => reads.conversationTimes(reader, one)));
    expect(started.takeCalls()).toEqual(['/website?page=1']);
    for (const [index, { id }] of conversations.entries()) {
      const { createdAt, closedAt } = started.simulator.truth.conversation(Number(id)) ?? {};
      expect(times[index]).toEqual({ createdAt, closedAt });
    }
  });

  it('without a website have times of Paris, and cost no call', async () => {
    const started = await start();
    const [one] = await list(started, {});
    started.takeCalls();
    const { reads, reader } = started.begin();
    const homeless = {
      ...(one as Conversation),
      websiteId: null,
      createdAtLocal: '2026-06-01 12:00:00',
      closedAtLocal: null,
    };
    expect(await reads.conversationTimes(reader, homeless)).toEqual({
      createdAt: Date.parse('2026-06-01T10:00:00Z'),
      closedAt: null,
    });
    expect(started.takeCalls()).toEqual([]);
  });

  it('are filtered by the upstream', async () => {
    const started = await start({ size: 2 });
    const { truth } = started.simulator;
    const ids = truth.conversationIds(undefined, LAST_3_MONTHS);
    const known = ids.map((id) => ({ ...truth.conversation(id) }));
    const sample = truth.conversation(ids[7] ?? 0);
    const filter = { websiteId: String(sample?.websiteId), channel: String(sample?.channel) };
    expect(numbersOf(await list(started, filter))).toEqual(
      known.flatMap(({ id, websiteId, channel }) =>
        websiteId === sample?.websiteId && channel === sample?.channel ? [id] : [],
      ),
    );
    expect(numbersOf(await list(started, { tagId: '3001' }))).toEqual(
      known.flatMap(({ id, tagIds }) => (tagIds?.includes(3001) ? [id] : [])),
    );
    await list(started, { operatorId: '4101', skillId: '201', visitorId: '7' });
    expect(started.takeCalls()).toEqual([
      `/conversation?page=1 channel=${filter.channel} website_id=${filter.websiteId}`,
      '/conversation?page=1 tag_id=3001',
      '/conversation?page=1 operator_id=4101 visitor_id=7 skill_id=201',
    ]);
  });
});

describe('a range of conversations', () => {
  const from = NOW - 290 * DAY_MS + 500;
  const to = NOW - 20 * DAY_MS;

  it('is split into parts of at most 3 months, newest first', async () => {
    const started = await start({ size: 1 });
    const { truth } = started.simulator;
    expect(numbersOf(await list(started, { from, to }))).toEqual(truth.conversationIds(undefined, { from, until: to }));
    expect(started.takeCalls()).toEqual([
      '/conversation?page=1 from=2026-02-28 14:00:01 to=2026-05-26 13:59:59',
      '/conversation?page=1 from=2025-11-29 14:00:01 to=2026-02-28 14:00:00',
      '/conversation?page=1 from=2025-08-29 14:00:01 to=2025-11-29 14:00:00',
    ]);
  });

  it('goes until now from `from` alone; its newest part is open and its parts stay the same tomorrow', async () => {
    const started = await start();
    const { truth } = started.simulator;
    expect(numbersOf(await list(started, { from }))).toEqual(
      truth.conversationIds(undefined, { from, until: NOW + 1 }),
    );
    const parts = [
      '/conversation?page=1 from=2026-05-28 14:00:01',
      '/conversation?page=1 from=2026-02-28 14:00:01 to=2026-05-28 14:00:00',
      '/conversation?page=1 from=2025-11-29 14:00:01 to=2026-02-28 14:00:00',
      '/conversation?page=1 from=2025-08-29 14:00:01 to=2025-11-29 14:00:00',
    ];
    expect(started.takeCalls()).toEqual(parts);
    started.clock.advance(30_000);
    await list(started, { from });
    expect(started.takeCalls()).toEqual([]);
  });

  it('is the 3 months before `to` alone', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const start3 = Date.parse('2026-02-26T13:00:00Z');
    expect(numbersOf(await list(started, { to }))).toEqual(
      truth.conversationIds(undefined, { from: start3, until: to }),
    );
    expect(started.takeCalls()).toEqual(['/conversation?page=1 from=2026-02-26 14:00:00 to=2026-05-26 13:59:59']);
  });

  it('is told on the clocks of the website that is named', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const ids = truth.conversationIds(undefined, { from, until: to });
    expect(numbersOf(await list(started, { from: to - 40 * DAY_MS, to, websiteId: '1502' }))).toEqual(
      ids.filter((id) => {
        const one = truth.conversation(id);
        return one?.websiteId === 1502 && one.createdAt >= to - 40 * DAY_MS;
      }),
    );
    expect(started.takeCalls()).toEqual([
      '/website/1502',
      '/conversation?page=1 website_id=1502 from=2026-04-16 08:00:00 to=2026-05-26 07:59:59',
    ]);
  });

  it('has the sum of its parts as total, at one call for each', async () => {
    const started = await start({ size: 3 });
    const { reads, reader } = started.begin();
    const expected = started.simulator.truth.conversationIds(undefined, { from, until: to });
    expect(await reads.conversations(reader, { from, to }).total()).toBe(expected.length);
    expect(started.takeCalls()).toHaveLength(3);
  });

  it('that holds no second is empty without a call, one that ends before it begins is refused', async () => {
    const started = await start();
    expect(await list(started, { from, to: from })).toEqual([]);
    expect(await list(started, { from: from + 1, to: from + 400 })).toEqual([]);
    expect(started.takeCalls()).toEqual([]);
    await expect(list(started, { from: to, to: from })).rejects.toThrow(InputError);
  });

  it('is paged without repeating or leaving out while conversations come and go', async () => {
    const started = await start({ size: 6 });
    const { edit, truth } = started.simulator;
    const before = truth.conversationIds(undefined, { from, until: NOW + 1 });
    const [visitorId = 0] = truth.visitorIds();
    const gone = new Set<number>();
    const seen = await walk(
      () => {
        const { reads, reader } = started.begin();
        return reads.conversations(reader, { from });
      },
      60,
      (page, rows) => {
        started.clock.advance(page % 3 === 0 ? 61_000 : 1_000);
        edit.addConversation({ visitorId });
        const last = before.indexOf(Number(rows.at(-1)?.item.id));
        for (const id of [before[last - 30], before[last + 20]]) {
          if (id === undefined || gone.has(id)) continue;
          gone.add(id);
          edit.deleteConversation(id);
        }
      },
    );
    const ids = numbersOf(seen);
    expect(new Set(ids).size).toBe(ids.length);
    const stayed = before.filter((id) => !gone.has(id));
    expect(stayed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  it('is paged by what is known: the last row tells that nothing follows', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const rows = await rowsOf(reads.conversations(reader, {}));
    expect(rows.map(({ more }) => more)).toEqual([...rows.slice(1).map(() => true), false]);
  });
});
