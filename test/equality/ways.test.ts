import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { waysOf } from '../support/ways.ts';
import { startPlainApollo } from './plain-apollo.ts';

const SECOND_MS = 1_000;
/** The first time through Apollo, the second time the short way, the third time from ready bytes where that may be. */
const ROUNDS = 3;

let twin: TestGateway;
beforeAll(async () => {
  twin = await startGateway({ clock: createVirtualClock(NOW) });
});
afterAll(() => twin[Symbol.asyncDispose]());

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  return (await twin.ask(query, { variables })).data;
}

type Told = Pick<Answer, 'data' | 'errors'>;

/** Data, and of errors code and path: in lists of failures their order is nobody's promise. */
function told({ data, errors }: Told): object {
  const failures = errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).toSorted();
  return { data, failures };
}

async function compare(golden: Golden): Promise<Readonly<Record<string, number>>> {
  const clock = createVirtualClock(NOW);
  await using short = await startGateway({ clock });
  await using through = await startGateway({ clock, env: { WEIR_SHORT_WAY: 'off' } });
  await using plain = await startPlainApollo(clock);
  const variables = (await golden.variables?.(short.sandbox, ask)) ?? {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const [first, second] = [
      await short.ask(golden.query, { variables }),
      await through.ask(golden.query, { variables }),
    ];
    expect(first.status).toBe(second.status);
    expect(told(first)).toEqual(told(second));
    expect(first.extensions).toEqual(second.extensions);
    const third = JSON.parse(JSON.stringify(await plain.ask(golden.query, variables))) as Partial<Told>;
    expect(told(first)).toEqual(told({ data: third.data, errors: third.errors ?? [] }));
    clock.advance(SECOND_MS);
  }
  expect(await waysOf(through)).toEqual({ apollo: ROUNDS });
  // Before the gateway ends.
  return await waysOf(short);
}

const taken: Record<string, number> = {};

describe('an operation tells the same the short way, through Apollo, and on plain Apollo Server', () => {
  const goldens = chosen(Object.values(GOLDENS).flat(), 30);
  it.each(goldens)('$name', async (golden) => {
    const ways = await compare(golden);
    expect(ways.apollo).toBe(1);
    for (const [way, count] of Object.entries(ways)) taken[way] = (taken[way] ?? 0) + count;
  });

  it('and all three ways were taken', () => {
    expect(Object.keys(taken).toSorted()).toEqual(['apollo', 'ready', 'short']);
  });
});
