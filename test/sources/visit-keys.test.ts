import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

async function start() {
  const world = createWorld({ seed: 1, size: 1, now: Date.now() });
  const simulator = await startVisitSimulator({
    world,
    keys: [
      { label: 'first', secret: 'k-first', expos: [0, 1], leads: false },
      { label: 'second', secret: 'k-second', expos: [1, 2], leads: true },
    ],
  });
  const config = readConfig({
    PORT: '0',
    WEIR_STORE: 'memory',
    WEIR_LOG: 'silent',
    VISIT_URL: `${simulator.origin}/create/v2`,
    VISIT_KEYS: 'k-first,k-second',
    WEIR_CONSUMER_KEYS: 'test:secret',
  });
  const app = await startApp({
    config,
    clock: systemClock,
    chance: Math.random,
    log: createLog('silent'),
    announce: () => undefined,
  });
  const ask = async (query: string) => {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'secret' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as {
      data: Record<string, { nodes: { sourceId: string }[] } | null>;
      errors?: unknown;
    };
  };
  const close = async () => {
    await app.stop();
    await simulator.close();
  };
  // As the keys name them: by their place in time.
  const expos = simulator.truth
    .expos()
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ id }) => id);
  return { simulator, ask, expos, [Symbol.asyncDispose]: close };
}

const ids = (connection: { nodes: { sourceId: string }[] } | null | undefined) =>
  connection?.nodes.map(({ sourceId }) => sourceId);

test('lists are the union of what the keys see, each expo once', async () => {
  await using one = await start();
  const { data } = await one.ask('{ expos { nodes { sourceId } } }');
  expect(ids(data.expos)).toEqual(one.simulator.truth.expos().map(({ id }) => id));
  expect(one.simulator.violations).toEqual([]);
});

test('reads inside an expo use a key that lists it, and one that has the permission', async () => {
  await using one = await start();
  for (const { id } of one.simulator.truth.expos()) {
    const { data, errors } = await one.ask(`{ partners(expoId: "${id}", first: 3) { nodes { sourceId } } }`);
    expect(errors).toBeUndefined();
    expect(ids(data.partners)).toHaveLength(3);
  }
  const shared = one.simulator.truth.expos().map(({ id }) => id);
  const answers = await Promise.all(
    shared.map((id) => one.ask(`{ encounters(expoId: "${id}", first: 1) { nodes { sourceId } } }`)),
  );
  // The leads permission is the second key's alone, so only the first key's own expo stays closed.
  expect(answers.filter(({ errors }) => errors !== undefined)).toHaveLength(1);
  expect(one.simulator.violations).toEqual([]);
});

test('webhooks are those of every key that sees the expo, each found by the key that made it', async () => {
  await using one = await start();
  const { truth, calls, violations } = one.simulator;
  for (const { id: expo } of truth.expos()) {
    const owners = ['first', 'second'].filter((label) => {
      const index = one.expos.indexOf(expo);
      return label === 'first' ? index < 2 : index > 0;
    });
    const made = owners.flatMap((label) => truth.webhooks(expo, label));
    const { data, errors } = await one.ask(
      `{ webhooks(expoId: "${expo}") { nodes { sourceId log { time } } totalCount } }`,
    );
    expect(errors).toBeUndefined();
    expect(ids(data.webhooks)).toEqual(made.map(({ id }) => id).toSorted());
    expect(data.webhooks).toMatchObject({ totalCount: made.length });
    for (const { id } of made) {
      const found = await one.ask(`{ webhook(id: "${id}", expoId: "${expo}") { sourceId } }`);
      expect(found).toMatchObject({ data: { webhook: { sourceId: id } } });
    }
  }
  expect(calls.filter(({ status }) => status === 403)).toEqual([]);
  expect(violations).toEqual([]);
});

test('a webhook of another key is looked for with one key after another, and unknown to all is null', async () => {
  await using one = await start();
  const expo = one.expos[1] ?? '';
  const [other] = one.simulator.truth.webhooks(expo, 'second');
  const reads = () =>
    one.simulator.calls
      .filter(({ path }) => path.includes('/webhooks/'))
      .map(({ credential, status }) => [credential, status]);
  const { data } = await one.ask(`{ webhook(id: "${other?.id}", expoId: "${expo}") { sourceId } }`);
  expect(data.webhook).toEqual({ sourceId: other?.id });
  expect(reads()).toEqual([
    ['first', 404],
    ['second', 200],
  ]);
  expect((await one.ask(`{ webhook(id: "0000000000000", expoId: "${expo}") { sourceId } }`)).data.webhook).toBeNull();
});

test('the details of an expo are read with a key that sees it; of one that no key sees they are null', async () => {
  await using one = await start();
  for (const id of one.expos) {
    const { data, errors } = await one.ask(`{ expo(id: "${id}") { forms { url } } }`);
    expect(errors).toBeUndefined();
    expect((data.expo as unknown as { forms: unknown[] }).forms).toHaveLength(2);
  }
  expect((await one.ask('{ expo(id: "0000000000000") { forms { url } } }')).data.expo).toBeNull();
  expect(one.simulator.calls.filter(({ status }) => status >= 400)).toEqual([]);
});

test('a disabled key costs only what it alone sees', async () => {
  await using one = await start();
  one.simulator.edit.changeKey('first', { state: 'disabled' });
  const { data, errors } = await one.ask('{ expos { nodes { sourceId } } }');
  expect(errors).toBeUndefined();
  expect(ids(data.expos)).toHaveLength(2);
  await one.ask('{ expos(reference: "BUILD-SHOW") { nodes { sourceId } } }');
  const refused = one.simulator.calls.filter(({ status }) => status === 401);
  expect(refused).toHaveLength(1);
});
