import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/sandbox/world.ts';
import { NOW, RECENT, type Started, start } from '../support/visual-visitor-source.ts';

/** As many look-ups as there are addresses, all asked in one tick. */
async function lookUp(started: Started, addresses: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { reads, reader } = started.begin();
  return Promise.all(
    addresses.map(async (address) => {
      const ids: string[] = [];
      for await (const { item } of reads.leadsByEmail(reader, address).rows()) ids.push(item.id);
      return ids;
    }),
  );
}

describe('leads of several people', () => {
  it.each([
    { people: 3, size: 1, calls: 1, why: 'one page holds the range' },
    { people: 1, size: 1, calls: 1, why: 'one person is looked up singly' },
    { people: 8, size: 5, calls: 3, why: 'the pages of the range are fewer than eight searches' },
    { people: 2, size: 9, calls: 3, why: 'the first page tells that two searches are fewer than the rest' },
  ])('cost $calls calls for $people in a world of size $size: $why', async ({ people, size, calls }) => {
    const started = await start({ size });
    const world = createWorld({ seed: 1, size, now: NOW });
    const addresses = Array.from({ length: people }, (_, index) => world.people.at(index).email);
    const expected = addresses.map((address) =>
      started.simulator.truth.byEmail(address, RECENT).map(({ id }) => String(id)),
    );
    const found = await lookUp(started, addresses);
    expect(found.map((ids) => [...ids].sort())).toEqual(expected.map((ids) => [...ids].sort()));
    expect(started.takeCalls()).toHaveLength(calls);
    // Asked again while all of it is fresh, nothing leaves.
    expect(await lookUp(started, addresses)).toEqual(found);
    expect(started.takeCalls()).toEqual([]);
  });
});
