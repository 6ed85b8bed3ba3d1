import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/model/consumer.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { startGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();
const CONSUMERS = ['first', 'second'].map((name) => ({ name, secret: name, scopes: new Set<string>(SCOPES) }));
const CURSOR = 'query($after: String) { expos(first: 1, after: $after) { pageInfo { endCursor } nodes { id name } } }';

describe('consumers behind one credential', () => {
  it.each(chosen(goldens, 12).map((golden) => [golden.name, golden] as const))(
    'share what is held: the second one costs no call. %s',
    async (_name, golden) => {
      await using gateway = await startGateway({ clock: createVirtualClock(NOW), live: true, consumers: CONSUMERS });
      await using guide = await startGateway({ clock: createVirtualClock(NOW), live: true });
      const told = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
        (await guide.ask(query, { variables, headers: { 'x-api-key': 'test-secret' } })).data;
      const variables = (await golden.variables?.(gateway.sandbox, told)) ?? {};
      const ask = (key: string) => gateway.ask(golden.query, { variables, headers: { 'x-api-key': key } });
      const first = await ask('first');
      gateway.takeCalls();
      const second = await ask('second');
      expect({ data: second.data, actual: second.extensions.cost.actual, calls: gateway.takeCalls() }).toEqual({
        data: first.data,
        actual: 0,
        calls: [],
      });
    },
  );

  it('page with each other’s cursors, and read records by each other’s ids, without a call', async () => {
    await using gateway = await startGateway({ clock: createVirtualClock(NOW), live: true, consumers: CONSUMERS });
    const ask = async (key: string, query: string, variables: Record<string, unknown>) =>
      (await gateway.ask(query, { variables, headers: { 'x-api-key': key } })).data as {
        expos: { pageInfo: { endCursor: string }; nodes: { id: string; name: string }[] };
      };
    const { expos } = await ask('first', CURSOR, {});
    const next = await ask('first', CURSOR, { after: expos.pageInfo.endCursor });
    gateway.takeCalls();
    expect(await ask('second', CURSOR, { after: expos.pageInfo.endCursor })).toEqual(next);
    const [record] = next.expos.nodes;
    const node = await ask('second', 'query($id: ID!) { node(id: $id) { ... on Expo { id name } } }', {
      id: record?.id,
    });
    expect(node).toEqual({ node: record });
    expect(gateway.takeCalls()).toEqual([]);
  });
});
