import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { runCommand } from '../support/commands.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { type Folder, makeFolder } from '../support/process.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const HELD_S = 600;
const headers = { 'x-api-key': 'test-secret' };
const EXPOS = 'expos(first: 1) { nodes { sourceId } }';
const emails = ['a', 'b', 'c'].map((name) => `${name}@example.com`);
const PROFILES = `people(emails: ${JSON.stringify(emails)}) { profile { id } }`;
const QUOTA = '{ quota { upstreams { credentials { windows { name used reserved } } } } }';
const refusal = (retryAfterSeconds: number) => ({ code: 'QUOTA_EXCEEDED', window: 'hold', retryAfterSeconds });

let folder: Folder;
let clock: VirtualClock;
let sandbox: Sandbox;
let gateway: TestGateway;
/** What happens before room is kept is told, and before a permit for a profile is asked for. */
let onReserved: () => Promise<void>;
let onProfile: () => Promise<void>;
beforeEach(async () => {
  folder = makeFolder();
  clock = createVirtualClock();
  onReserved = async () => undefined;
  onProfile = async () => undefined;
  sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
  const store = await openSqliteStore(join(folder.path, 'weir.db'), clock);
  const { permits } = store;
  const reserve: PermitStore['reserve'] = async (...asked) => {
    const decision = await permits.reserve(...asked);
    await onReserved();
    return decision;
  };
  const take: PermitStore['take'] = async (request) => {
    if (request.call.upstream === 'NOTIFY_VISITORS') await onProfile();
    return permits.take(request);
  };
  gateway = await startGateway({
    live: true,
    sandbox,
    clock,
    store: { ...store, permits: { ...permits, reserve, take } },
  });
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
  folder[Symbol.dispose]();
});

async function hold(): Promise<void> {
  const env = { ...sandbox.settings, WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}` };
  const { code, stderr } = await runCommand({ env, clock }, 'quota', '--hold', String(HELD_S));
  expect(code, stderr).toBe(0);
}

const ask = (query: string, extensions: Record<string, unknown> = {}): Promise<Answer> =>
  gateway.ask(query, { headers, extensions });

function expectRefused(answer: Answer, seconds: number): void {
  expect([answer.status, answer.data, answer.headers.get('retry-after')]).toEqual([503, undefined, String(seconds)]);
  expect(answer.errors).toMatchObject([{ extensions: refusal(seconds) }]);
  expect(answer.extensions.cost.actual).toBe(0);
  expect(gateway.takeCalls()).toEqual([]);
}

async function expectNothingSpent(): Promise<void> {
  const windows = JSON.stringify((await ask(QUOTA)).data);
  expect(windows.match(/"used":\d+,"reserved":\d+/g)).toEqual(Array(5).fill('"used":0,"reserved":0'));
}

describe('while an operator holds all calls', () => {
  it('an operation is refused before it spends anything, and passes when the time told is over', async () => {
    await hold();
    const query = `{ ${PROFILES} ${EXPOS} }`;
    expectRefused(await ask(query), HELD_S);
    await expectNothingSpent();
    clock.advance(HELD_S * 1_000 - 1);
    expectRefused(await ask(query), 1);
    clock.advance(1);
    const answer = await ask(query);
    expect(answer).toMatchObject({ status: 200, errors: [], extensions: { cost: { actual: 4 } } });
  });

  it('what is held and usable answers, whole or in the part that was asked for', async () => {
    expect((await ask(`{ ${EXPOS} }`)).errors).toEqual([]);
    gateway.takeCalls();
    await hold();
    clock.advance(301_000);
    const left = HELD_S - 301;
    const whole = await ask(`{ ${EXPOS} }`);
    expect(whole).toMatchObject({ status: 200, errors: [], data: { expos: { nodes: [{}] } } });
    expect(whole.extensions.freshness).toMatchObject([{ path: ['expos'], reason: 'QUOTA' }]);
    expectRefused(await ask(`{ ${PROFILES} ${EXPOS} }`), left);
    const part = await ask(`{ ${PROFILES} ${EXPOS} }`, { admission: 'partial' });
    expect([part.status, part.data]).toEqual([200, { ...whole.data, people: emails.map(() => ({ profile: null })) }]);
    expect(part.errors.map(({ path }) => path)).toEqual(emails.map((_email, index) => ['people', index, 'profile']));
    for (const { extensions } of part.errors) expect(extensions).toMatchObject(refusal(left));
    expect(gateway.takeCalls()).toEqual([]);
  });
});

describe('a hold that begins', () => {
  it('after an operation was admitted and before its first call refuses it all the same', async () => {
    onReserved = hold;
    expectRefused(await ask(`{ ${PROFILES} }`), HELD_S);
    await expectNothingSpent();
  });

  it('after its first call lets no other leave: what was read is given', async () => {
    onProfile = hold;
    const answer = await ask(
      '{ leads(product: PLUS_PERSON, first: 9) { nodes { sourceId person { profile { id } } } } }',
    );
    expect(answer).toMatchObject({ status: 200, data: { leads: { nodes: Array(9).fill({}) } } });
    expect(answer.errors.length).toBeGreaterThan(0);
    for (const { path, extensions } of answer.errors) {
      expect(path?.slice(3)).toEqual(['person', 'profile']);
      expect(extensions).toEqual({ ...refusal(HELD_S), upstream: 'NOTIFY_VISITORS' });
    }
    expect(answer.extensions.cost.actual).toBe(1);
    expect(gateway.takeCalls()).toHaveLength(1);
  });
});
