import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/iadvize.ts';
import type { IadvizeKey } from '../../src/sandbox/iadvize/simulator.ts';
import { NOW, numbersOf, start } from '../support/iadvize-source.ts';
import { itemsOf } from '../support/source-harness.ts';

const PARIS: IadvizeKey = { label: 'paris', secret: 'secret-paris', websites: [0, 3] };
const TWIN: IadvizeKey = { label: 'twin', secret: 'secret-twin', websites: [0, 3] };
const WEST: IadvizeKey = { label: 'west', secret: 'secret-west', websites: [0, 1] };
const MONTHS = { from: Date.parse('2026-03-15T13:00:00Z'), until: NOW + 1 };

const descending = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => b - a);

describe('several keys', () => {
  it('that see the same websites are one view', async () => {
    const started = await start({ keys: [PARIS, TWIN] });
    const { reads, reader } = started.begin();
    const list = reads.operators(reader, {});
    expect(numbersOf(await itemsOf(list))).toEqual(started.simulator.truth.operatorIds('paris'));
    expect(await list.total()).toBe(started.simulator.truth.operatorIds('paris').length);
    expect(started.takeCalls()).toEqual(['paris /website?page=1', 'twin /website?page=1', 'paris /operator?page=1']);
  });

  it('that see different websites show the union by id, without a total', async () => {
    const started = await start({ size: 2, keys: [PARIS, WEST] });
    const { truth } = started.simulator;
    const { reads, reader } = started.begin();
    const list = reads.operators(reader, {});
    expect(numbersOf(await itemsOf(list))).toEqual(
      descending([...truth.operatorIds('paris'), ...truth.operatorIds('west')]),
    );
    expect(await list.total()).toBeNull();
    expect(numbersOf(await itemsOf(reads.conversations(reader, {})))).toEqual(
      descending([...truth.conversationIds('paris', MONTHS), ...truth.conversationIds('west', MONTHS)]),
    );
  });

  it('are asked one after another until a record is found; what is held is looked at first', async () => {
    const started = await start({ keys: [PARIS, WEST] });
    const { truth } = started.simulator;
    const paris = truth.operatorIds('paris');
    const id = String(truth.operatorIds('west').find((one) => !paris.includes(one)));
    const { reads, reader } = started.begin();
    expect((await reads.operator(reader, id))?.id).toBe(id);
    expect(await reads.operator(reader, '1')).toBeNull();
    await reads.live(reader, id);
    expect(started.takeCalls()).toEqual([
      'paris /website?page=1',
      'west /website?page=1',
      `paris /operator/${id}`,
      `west /operator/${id}`,
      'paris /operator/1',
      'west /operator/1',
      `west /operator/${id}/live`,
    ]);
  });

  it('leave out those that do not see the website that is named', async () => {
    const started = await start({ keys: [PARIS, WEST] });
    const { reads, reader } = started.begin();
    const list = reads.conversations(reader, { websiteId: '1502' });
    expect(numbersOf(await itemsOf(list)).length).toBe(await list.total());
    expect(await itemsOf(reads.conversations(reader, { websiteId: '1777' }))).toEqual([]);
    await itemsOf(reads.operators(reader, { websiteId: '1904' }));
    expect(started.takeCalls()).toEqual([
      'paris /website?page=1',
      'west /website?page=1',
      'west /conversation?page=1 website_id=1502',
      'paris /operator?page=1 website_id=1904',
    ]);
  });

  it('know their websites from their lists, and so the clocks and the key of a text', async () => {
    const started = await start({ keys: [PARIS, WEST] });
    const { truth } = started.simulator;
    const [id = 0] = truth.conversationIds('west').filter((one) => truth.conversation(one)?.websiteId === 1502);
    const { reads, reader } = started.begin();
    const conversation = (await reads.conversation(reader, String(id))) as Conversation;
    const { createdAt, closedAt } = truth.conversation(id) ?? {};
    expect(await reads.conversationTimes(reader, conversation)).toEqual({ createdAt, closedAt });
    started.takeCalls();
    started.clock.advance(61_000);
    const later = started.begin();
    await later.reads.messages(later.reader, conversation);
    expect(started.takeCalls()).toEqual([`west /conversation/${id}`]);
  });

  it('go on without one that is refused, for five minutes', async () => {
    const started = await start({ keys: [PARIS, WEST] });
    const { truth, edit } = started.simulator;
    edit.revokeKey('paris');
    const read = async () => {
      const { reads, reader } = started.begin();
      return numbersOf(await itemsOf(reads.operators(reader, {})));
    };
    expect(await read()).toEqual(truth.operatorIds('west'));
    expect(started.takeCalls()).toEqual(['paris /website?page=1', 'west /website?page=1', 'west /operator?page=1']);
    started.clock.advance(1_000);
    await read();
    expect(started.takeCalls()).toEqual([]);
    started.clock.advance(300_000);
    await read();
    expect(started.takeCalls()).toContain('paris /website?page=1');
  });

  it('go on without one that is refused later, in the same list', async () => {
    const started = await start({ keys: [PARIS, TWIN, WEST] });
    const { truth, edit } = started.simulator;
    const first = started.begin();
    await first.reads.operator(first.reader, '1');
    started.takeCalls();
    edit.revokeKey('paris');
    const next = started.begin();
    const both = descending([...truth.operatorIds('twin'), ...truth.operatorIds('west')]);
    expect(numbersOf(await itemsOf(next.reads.operators(next.reader, {})))).toEqual(both);
    edit.revokeKey('west');
    const last = started.begin();
    expect(numbersOf(await itemsOf(last.reads.conversations(last.reader, {})))).toEqual(
      truth.conversationIds('twin', MONTHS),
    );
  });

  it('fail when all are refused', async () => {
    const started = await start({ keys: [PARIS, WEST] });
    started.simulator.edit.revokeKey('paris');
    started.simulator.edit.revokeKey('west');
    const code = { code: 'UPSTREAM_UNAUTHORIZED' };
    const { reads, reader } = started.begin();
    await expect(itemsOf(reads.operators(reader, {}))).rejects.toMatchObject(code);
    await expect(reads.operator(reader, '1')).rejects.toMatchObject(code);
    await expect(reads.conversation(reader, '1')).rejects.toMatchObject(code);
  });
});
