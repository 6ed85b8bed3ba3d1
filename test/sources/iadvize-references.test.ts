import { describe, expect, it } from 'vitest';
import { DAY_MS, NOW, type Started, start } from '../support/iadvize-source.ts';
import type { OperationOptions } from '../support/source-harness.ts';

/** Reads several at once, as the fields of a list do. */
async function referred(started: Started, ids: readonly (number | undefined)[], options?: OperationOptions) {
  const { reads, reader } = started.begin(options);
  const found = await Promise.all(ids.map((id) => reads.referredConversation(reader, String(id)).catch(String)));
  return found.map((one) => (one === null || typeof one === 'string' ? one : Number(one.id)));
}

/** Conversations that are older than any list without a range. */
function oldOnes({ simulator }: Started): readonly number[] {
  return simulator.truth.conversationIds(undefined, { from: 0, until: NOW - 120 * DAY_MS });
}

describe('conversations that records refer to', () => {
  it('are read singly if one is missing, by pages if several are', async () => {
    const started = await start({ size: 3 });
    const ids = started.simulator.truth.conversationIds();
    expect(await referred(started, [ids[3]])).toEqual([ids[3]]);
    expect(started.takeCalls()).toEqual([`/conversation/${ids[3]}`]);
    expect(await referred(started, [ids[3], ids[10], ids[150], ids[10]])).toEqual([ids[3], ids[10], ids[150], ids[10]]);
    expect(started.takeCalls()).toEqual(['/conversation?page=1', `/conversation/${ids[150]}`]);
    const many = [ids[20], ids[120], ids[121], ids[130]];
    expect(await referred(started, many, { wish: { maxAge: 0 } })).toEqual(many);
    expect(started.takeCalls()).toEqual(['/conversation?page=2']);
  });

  it('cost no more pages than are missing where they are too old for the list, or unknown', async () => {
    const started = await start({ size: 3 });
    const [one = 0, two = 0, three = 0] = oldOnes(started);
    expect(await referred(started, [one, two, three])).toEqual([one, two, three]);
    expect(started.takeCalls().toSorted()).toEqual(
      [1, 2, 3]
        .map((page) => `/conversation?page=${page}`)
        .concat([three, two, one].map((id) => `/conversation/${id}`))
        .toSorted(),
    );
    expect(await referred(started, [1, 2])).toEqual([null, null]);
    expect(started.takeCalls()).toEqual(['/conversation/1', '/conversation/2']);
  });

  it('are still read singly where the list cannot be had', async () => {
    const started = await start();
    const [first, second] = started.simulator.truth.conversationIds();
    started.simulator.faults.inject(
      { kind: 'status', status: 500 },
      { times: 1, path: /\/conversation\.json-unicode$/ },
    );
    expect(await referred(started, [first, second])).toEqual([first, second]);
    expect(started.takeCalls()).toEqual(['/conversation?page=1', `/conversation/${first}`, `/conversation/${second}`]);
  });

  it('are only what is held with only-held', async () => {
    const started = await start();
    const [first, second] = started.simulator.truth.conversationIds();
    await referred(started, [first]);
    started.takeCalls();
    const [held, missing] = await referred(started, [first, second], { wish: { mode: 'only-held' } });
    expect(held).toBe(first);
    expect(missing).toContain('no quota');
    expect(started.takeCalls()).toEqual([]);
  });
});
