import { expect, it } from 'vitest';
import { globalId } from '../../src/domains/global-id.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { NOW } from './golden.ts';

type Page = { readonly operators: { readonly edges: readonly { readonly cursor: string }[] } };

it('a cursor is good for either form of the ids in a filter, one by one and in a list', async () => {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const ask = (filter: Record<string, unknown>, after?: string) =>
    gateway.ask(
      `query ($filter: OperatorFilter, $after: String) {
        operators(filter: $filter, first: 1, after: $after) { edges { cursor } } }`,
      { variables: { filter, after } },
    );
  const forms = [
    [{ websiteId: globalId('Website', '1501') }, { websiteId: '1501' }],
    [{ websiteIds: [globalId('Website', '1501'), '1777'] }, { websiteIds: ['1501', globalId('Website', '1777')] }],
  ] as const;
  for (const [given, same] of forms) {
    const { data } = await ask(given);
    const cursor = (data as Page).operators.edges[0]?.cursor ?? '';
    expect((await ask(same, cursor)).errors).toEqual([]);
    const other = await ask({ websiteIds: ['1501', '1904'] }, cursor);
    expect(other.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
});
