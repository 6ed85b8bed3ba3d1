import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { globalId } from '../../src/domains/global-id.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { runCommand } from '../support/commands.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const KEY = { 'x-api-key': 'test-secret' };
/** A person whose profile is an answer, and whose encounters lie in copies. */
const ADDRESS = 'david.andersson2@iron-river-33.example';
const PERSON = `{ person(email: "${ADDRESS}") { profile { firstName } encounters(first: 1) { nodes { id } } } }`;

describe.skipIf(!HAS_REDIS)('what an operator does to the Redis of two gateways', () => {
  let server: RedisServer;
  let sandbox: Sandbox;
  /** Of both gateways: it stands still but for what is moved on. */
  let clock: VirtualClock;
  let one: TestGateway;
  let other: TestGateway;
  const weir = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand({ env: { WEIR_STORE: server.url } }, ...args);
    expect(code, stderr).toBe(0);
    return stdout.trimEnd();
  };
  beforeEach(async () => {
    server = await startRedisServer();
    clock = createVirtualClock(Date.now());
    sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
    // The first member of a new store waits a second until permits are given: a command does, by its own clock.
    await weir('keys', 'list');
    const start = () => startGateway({ clock, live: true, sandbox, env: { WEIR_STORE: server.url } });
    [one, other] = [await start(), await start()];
  });
  afterEach(async () => {
    await one[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    await sandbox.close();
    await server[Symbol.asyncDispose]();
  });

  it('is seen by both half a second later: a key that is made, and one that is revoked', async () => {
    const statuses = async (key: string): Promise<readonly number[]> => {
      const answers = [one, other].map((gateway) => gateway.ask('{ __typename }', { headers: { 'x-api-key': key } }));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    const key = await weir('keys', 'create', 'dashboard');
    clock.advance(500);
    expect(await statuses(key)).toEqual([200, 200]);
    await weir('keys', 'revoke', 'dashboard');
    clock.advance(499);
    expect(await statuses(key), 'what was read half a second ago is not read again').toEqual([200, 200]);
    clock.advance(1);
    expect(await statuses(key)).toEqual([401, 401]);
  });

  it('takes a person out of what the other holds in its process, two seconds later', async () => {
    const cache = { mode: 'only-held' };
    const shows = async (): Promise<boolean> => {
      const { data } = await other.ask(PERSON, { headers: KEY, extensions: { cache } });
      return JSON.stringify([data]).includes('David');
    };
    expect((await one.ask(PERSON, { headers: KEY })).errors).toEqual([]);
    expect((await other.ask(PERSON, { headers: KEY })).extensions.cost.actual).toBe(0);
    await weir('forget', ADDRESS);
    expect(await shows(), 'no time has passed').toBe(true);
    clock.advance(2_000);
    // It looks at that instant, and the look has its way to the server.
    while (await shows()) await undefined;
  });

  it('drops a record from what both hold, two seconds later, and nothing else: it is read once for both', async () => {
    const profile = `{ person(email: "${ADDRESS}") { profile { id firstName } } }`;
    const others = '{ person(email: "nobody@example.com") { profile { id } } }';
    const costs = async (query: string): Promise<readonly number[]> => {
      const answers: Answer[] = [];
      for (const gateway of [one, other]) answers.push(await gateway.ask(query, { headers: KEY }));
      return answers.map(({ extensions }) => extensions.cost.actual);
    };
    expect([await costs(profile), await costs(others)]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await weir('drop', globalId('CustomerProfile', ADDRESS));
    clock.advance(2_000);
    // They look at that instant, and the looks have their way to the server.
    const cache = { mode: 'only-held' };
    for (const gateway of [one, other])
      while ((await gateway.ask(profile, { headers: KEY, extensions: { cache } })).errors.length === 0) await undefined;
    expect([await costs(profile), await costs(others)]).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });
});
