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
  return { simulator, ask, [Symbol.asyncDispose]: close };
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
