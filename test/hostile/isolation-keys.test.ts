import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { leavesOf } from './guarded-paths.ts';
import { type Sight, startTwoAccounts, type TwoAccounts } from './two-accounts.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();
const KEY = { 'x-api-key': 'test-secret' };

type Question = { readonly query: string; readonly variables: Record<string, unknown> };
type Told = Pick<Answer, 'status' | 'data' | 'errors'> & { readonly cost: unknown; readonly freshness: unknown };

/** The ways to ask: as usual, for held data alone, and while no upstream gives an answer that can be read. */
const WAYS = ['as usual', 'only what is held', 'while all upstreams are down'] as const;

async function ask(gateway: TestGateway, way: (typeof WAYS)[number], { query, variables }: Question): Promise<Told> {
  const { sandbox } = gateway;
  const simulators = [sandbox.visualVisitor, sandbox.visit, sandbox.notifyVisitors, sandbox.iadvize];
  if (way === 'while all upstreams are down')
    for (const { faults } of simulators) faults.inject({ kind: 'body', body: '"down"' }, { times: Infinity });
  const extensions = way === 'only what is held' ? { cache: { mode: 'only-held' } } : {};
  const answer = await gateway.ask(query, { variables, extensions, headers: KEY });
  for (const { faults } of simulators) faults.clear();
  const { status, data } = answer;
  // Errors come in the order of what failed first, which says nothing.
  const errors = answer.errors.toSorted((a, b) => String(a.path).localeCompare(String(b.path)));
  const { windows: _windows, ...cost } = answer.extensions.cost;
  return { status, data, errors, cost, freshness: answer.extensions.freshness };
}

/** Gateways of both accounts: they share one store, but for the control, which has one of its own. */
async function startGateways({ own, other }: TwoAccounts, path: string) {
  const clock = createVirtualClock(NOW);
  const start = (sandbox: TwoAccounts['own'], store: string): Promise<TestGateway> =>
    startGateway({ clock, live: true, sandbox, env: { WEIR_STORE: store } });
  const shared = `sqlite:${join(path, 'weir.db')}`;
  return {
    owner: await start(own, shared),
    stranger: await start(other, shared),
    control: await start(other, 'memory'),
  };
}

/** What the owner reads, held in the store that both use, changes nothing of what the other keys are told. */
async function cross(golden: Golden, sight: Sight): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'weir-isolation-'));
  try {
    await using accounts = await startTwoAccounts(() => NOW, sight);
    const gateways = await startGateways(accounts, folder);
    await using owner = gateways.owner;
    await using stranger = gateways.stranger;
    await using control = gateways.control;
    const told = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
      (await owner.ask(query, { variables, headers: KEY })).data;
    const variables = (await golden.variables?.(accounts.own, told)) ?? {};
    const question = { query: golden.query, variables };
    const full = await ask(owner, 'as usual', question);
    expect(full.errors).toEqual([]);
    for (const way of WAYS.toReversed()) {
      const answer = await ask(stranger, way, question);
      expect({ way, answer }).toEqual({ way, answer: await ask(control, way, question) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('held data of one set of keys', () => {
  it.each(
    chosen(goldens, 30).map((golden, index) => [golden.name, index % 2 === 0 ? 'nothing' : 'a part', golden] as const),
  )('is nothing to keys that see less: %s (%s)', async (_name, sight, golden) => {
    await cross(golden, sight);
  });

  it('is what the owner of the keys is told', async () => {
    await using accounts = await startTwoAccounts(() => NOW, 'nothing');
    await using owner = await startGateway({ clock: createVirtualClock(NOW), live: true, sandbox: accounts.own });
    const { data } = await owner.ask('{ expos { nodes { name } } operators { nodes { pseudo } } }', { headers: KEY });
    expect(leavesOf(data).length).toBeGreaterThan(5);
  });
});
