import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationFilter } from '../../src/model/iadvize.ts';
import { createChatShelf } from '../../src/sources/iadvize/chats.ts';
import { type Started, start } from '../support/iadvize-source.ts';
import { itemsOf } from '../support/source-harness.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

async function list(started: Started, filter: ConversationFilter): Promise<Conversation[]> {
  const { reads, reader } = started.begin();
  return itemsOf(reads.conversations(reader, filter));
}

describe('what was said', () => {
  it('is told in order, with author, kind and instant', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const { reads, reader } = started.begin();
    const conversations = await itemsOf(reads.conversations(reader, {}));
    started.takeCalls();
    const all = await Promise.all(conversations.map((one) => reads.messages(reader, one)));
    // One call for the websites' clocks, none for the texts.
    expect(started.takeCalls()).toEqual(['/website?page=1']);
    const kinds: Record<number, [string, string]> = {
      1: ['OPERATOR', 'text'],
      2: ['VISITOR', 'text'],
      3: ['SYSTEM', 'notification'],
      4: ['UNKNOWN', '4'],
      5: ['UNKNOWN', 'link'],
      6: ['OPERATOR', 'rich'],
      7: ['VISITOR', 'rich'],
    };
    let unreadable = 0;
    for (const [index, { id }] of conversations.entries()) {
      const messages = all[index];
      if (messages === null) unreadable += 1;
      else
        expect(messages).toEqual(
          truth.conversation(Number(id))?.entries.map(({ type, text, at, epochMs }) => ({
            author: kinds[type]?.[0],
            kind: kinds[type]?.[1],
            text,
            sentAt: epochMs ?? at,
          })),
        );
    }
    expect(unreadable).toBeGreaterThan(0);
    expect([...started.harness.drifts.counts()]).toEqual([['iadvize.conversations.list history', unreadable]]);
  });

  it('is held while it is fresh, then read with its conversation', async () => {
    const started = await start();
    const [one] = await list(started, {});
    const conversation = one as Conversation;
    const read = async () => {
      const { reads, reader, meter } = started.begin();
      return { messages: await reads.messages(reader, conversation), meter };
    };
    started.takeCalls();
    started.clock.advance(60_000);
    const held = await read();
    expect(started.takeCalls()).toEqual([`/website/${conversation.websiteId}`]);
    expect(held.meter.notes).toEqual([{ path: ['field'], ageSeconds: 60, reason: 'CACHE' }]);
    started.clock.advance(1_000);
    const again = await read();
    expect(again.messages).toEqual(held.messages);
    expect(started.takeCalls()).toEqual([`/conversation/${conversation.id}`]);
  });

  it('is at hand for an operation that was given a page just before it grew too old', async () => {
    const started = await start();
    await list(started, {});
    started.takeCalls();
    started.clock.advance(60_000);
    const { reads, reader } = started.begin();
    const conversations = await itemsOf(reads.conversations(reader, {}));
    started.clock.advance(2_000);
    await Promise.all(conversations.map((one) => reads.messages(reader, one)));
    expect(started.takeCalls()).toEqual(['/website?page=1']);
  });

  it('is not given out stale when the upstream is down, though the conversation is', async () => {
    const started = await start();
    const [one] = await list(started, {});
    started.clock.advance(120_000);
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    expect((await itemsOf(reads.conversations(reader, {}))).length).toBeGreaterThan(0);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 120, reason: 'UPSTREAM_DOWN' }]);
    await expect(reads.messages(reader, one as Conversation)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('is held no longer when all that is held is dropped, and what was read before is not held either', async () => {
    const clock = createVirtualClock();
    const shelf = createChatShelf(clock, 60);
    const chat = (id: string) => ({ conversation: { id } as Conversation, history: 'Hello', endpoint: 'item' });
    shelf.put(chat('1'), clock.now());
    expect(shelf.get('1')).toMatchObject({ history: 'Hello' });
    const readAt = clock.now();
    clock.advance(1);
    shelf.clear();
    shelf.put(chat('2'), readAt);
    expect([shelf.get('1'), shelf.get('2')]).toEqual([undefined, undefined]);
    clock.advance(1);
    shelf.put(chat('2'), clock.now());
    expect(shelf.get('2')).toMatchObject({ history: 'Hello' });
  });

  it('stays out of the store and of held answers', async () => {
    const started = await start();
    const held: unknown[] = [];
    const { reads, reader } = started.begin();
    held.push(await itemsOf(reads.conversations(reader, {})));
    held.push(await Promise.all([...reader.scope.asked.values()]));
    expect(JSON.stringify(held)).not.toContain('Hello');
  });

  it('costs nothing for a conversation that says nothing of time and site', async () => {
    const started = await start();
    const { edit, truth } = started.simulator;
    const [visitorId = 0] = truth.visitorIds();
    const id = edit.addConversation({ visitorId, entries: [] });
    const { reads, reader } = started.begin();
    const conversation = await reads.conversation(reader, String(id));
    expect(await reads.messages(reader, conversation as Conversation)).toEqual([]);
    expect(started.takeCalls()).toEqual([`/conversation/${id}`]);
  });
});

describe('one conversation', () => {
  it('is read however old it is, with its text at no further call', async () => {
    const started = await start();
    const ids = started.simulator.truth.conversationIds();
    const oldest = String(ids.at(-3));
    const { reads, reader } = started.begin();
    const conversation = await reads.conversation(reader, oldest);
    expect(conversation?.id).toBe(oldest);
    expect(await reads.conversation(reader, '5')).toBeNull();
    await reads.messages(reader, conversation as Conversation);
    expect(started.takeCalls()).toEqual([
      `/conversation/${oldest}`,
      '/conversation/5',
      `/website/${conversation?.websiteId}`,
    ]);
  });

  it('costs nothing while a page with it is fresh, and follows verify', async () => {
    const started = await start();
    const [one] = await list(started, {});
    started.takeCalls();
    started.clock.advance(10_000);
    const id = one?.id ?? '';
    const { reads, reader, meter } = started.begin();
    expect(await reads.conversation(reader, id)).toEqual(one);
    expect(started.takeCalls()).toEqual([]);
    expect(meter.hits.size).toBe(1);
    const strict = started.begin({ wish: { mode: 'verify' } });
    expect(await strict.reads.conversation(strict.reader, id)).toEqual(one);
    expect(started.takeCalls()).toEqual([`/conversation/${id}`]);
  });
});
