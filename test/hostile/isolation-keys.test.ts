import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Store } from '../../src/store/store.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { leavesOf } from './guarded-paths.ts';
import { MEDIA, type Medium } from './shared-media.ts';
import { type Sight, startTwoAccounts } from './two-accounts.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();
/** Its answer comes from a copy of a whole account. */
const COPIED = 'Person.operator reads the operators by a page';
/** Its answer is a single reading. */
const ANSWERED = 'campaignReports lists the last 30 days in the order of the upstream';
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
  const { estimated, cacheHits, byUpstream } = answer.extensions.cost;
  // That an expo is unknown may be told before a record of it is asked for, or after: then it is a call more.
  const called = Object.keys(byUpstream).filter((upstream) => byUpstream[upstream] !== 0);
  const cost = { estimated, cacheHits, called };
  return { status, data, errors, cost, freshness: answer.extensions.freshness };
}

type Build = (store: Store) => Store;
const right: Build = (store) => store;

/** What something is held under, without who sees it. */
function common(name: string): string {
  return name.replaceAll(/\b[0-9a-f]{16}\b/g, 'all');
}

/** A build that forgets in the names of copies who sees them. */
const copiesOfAll: Build = ({ copies, ...store }) => {
  return {
    ...store,
    copies: {
      ...copies,
      state: (copy) => copies.state(common(copy)),
      write: (copy, rows, state) => copies.write(common(copy), rows, state),
      rows: (copy, ids) => copies.rows(common(copy), ids),
      find: (copy, query) => copies.find(common(copy), query),
      count: (copy, through) => copies.count(common(copy), through),
    },
  };
};

/** A build that forgets it in the keys of answers. */
const answersOfAll: Build = ({ answers, ...store }) => ({
  ...store,
  ...(answers && {
    answers: {
      ...answers,
      get: (key) => answers.get(common(key)),
      put: (key, answer, terms) => answers.put(common(key), answer, terms),
    },
  }),
});

/** Gateways of two accounts: the first two share one store, the control has the second's keys and a medium of its own. */
async function startGateways(
  first: Sandbox,
  second: Sandbox,
  { shared, own, build }: { shared: Medium; own: Medium; build: Build },
) {
  const clock = createVirtualClock(NOW);
  const start = (sandbox: Sandbox, store: Store): Promise<TestGateway> =>
    startGateway({ clock, live: true, sandbox, store });
  const openShared = async (): Promise<Store> => build(await shared.open(clock));
  return {
    holder: await start(first, await openShared()),
    asker: await start(second, await openShared()),
    control: await start(second, await own.open(clock)),
  };
}

type Crossing = {
  readonly golden: Golden;
  readonly sight: Sight;
  readonly from: 'own' | 'other';
  readonly build: Build;
};

/** What one account has read, or found missing, and is held in the store that both use, changes nothing of what the other is told. */
async function cross(start: () => Promise<Medium>, { golden, sight, from, build }: Crossing): Promise<void> {
  await using shared = await start();
  // Of the same kind: which reads are made together depends on the way to the store.
  await using own = await start();
  await using accounts = await startTwoAccounts(() => NOW, sight);
  const [first, second] = from === 'own' ? [accounts.own, accounts.other] : [accounts.other, accounts.own];
  const gateways = await startGateways(first, second, { shared, own, build });
  await using holder = gateways.holder;
  await using asker = gateways.asker;
  await using control = gateways.control;
  await using guide = await startGateway({ clock: createVirtualClock(NOW), live: true, sandbox: accounts.own });
  const told = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
    (await guide.ask(query, { variables, headers: KEY })).data;
  // Ids and cursors are those of the account that sees everything, whoever asks with them.
  const variables = (await golden.variables?.(accounts.own, told)) ?? {};
  const question = { query: golden.query, variables };
  const held = await ask(holder, 'as usual', question);
  if (from === 'own') expect(held.errors).toEqual([]);
  for (const way of WAYS.toReversed()) {
    const answer = await ask(asker, way, question);
    expect({ way, answer }).toEqual({ way, answer: await ask(control, way, question) });
  }
}

function goldenNamed(name: string): Golden {
  const golden = goldens.find((one) => one.name === name);
  if (golden === undefined) throw new TypeError(`no golden is named ${name}`);
  return golden;
}

describe.each(MEDIA)('held data of one set of keys, in $name,', ({ name: medium, crossings, start }) => {
  it.each(
    chosen(goldens, 6, { proof: crossings }).map(
      (golden, index) => [golden.name, index % 2 === 0 ? 'nothing' : 'a part', golden] as const,
    ),
  )('is nothing to keys that see less: %s (%s)', async (_name, sight, golden) => {
    await cross(start, { golden, sight, from: 'own', build: right });
  });

  it.each(chosen(goldens, 2, { proof: crossings }).map((golden) => [golden.name, golden] as const))(
    'hides nothing from keys that see more, also what those found missing: %s',
    async (_name, golden) => {
      await cross(start, { golden, sight: 'nothing', from: 'other', build: right });
    },
  );

  it.each([
    ['copies', COPIED, copiesOfAll],
    ...(medium === 'Redis' ? ([['answers', ANSWERED, answersOfAll]] as const) : []),
  ] as const)(
    'is found out to be theirs by the same comparison, where %s are kept without saying who sees them',
    async (_what, name, build) => {
      const crossing = { golden: goldenNamed(name), sight: 'nothing', from: 'own' } as const;
      await expect(cross(start, { ...crossing, build })).rejects.toThrow('to deeply equal');
      await cross(start, { ...crossing, build: right });
    },
  );
});

it('what one set of keys sees and another does not, its owner is told', async () => {
  await using accounts = await startTwoAccounts(() => NOW, 'nothing');
  await using owner = await startGateway({ clock: createVirtualClock(NOW), live: true, sandbox: accounts.own });
  const { data } = await owner.ask('{ expos { nodes { name } } operators { nodes { pseudo } } }', { headers: KEY });
  expect(leavesOf(data).length).toBeGreaterThan(5);
});
