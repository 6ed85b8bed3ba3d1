import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { runCommand } from '../support/commands.ts';
import { type GatewayOptions, startGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const EXPOS = '{ expos(first: 1) { nodes { id } } }';
const AGENTS = '{ operators(first: 1) { nodes { id } } }';
const PROFILES = 'query ($emails: [EmailAddress!]!) { people(emails: $emails) { profile { id } } }';
const QUOTA = '{ quota { consumer { name windows { name limit windowSeconds used reserved remaining resetsAt } } } }';

/** Everything that gateways and commands share: upstreams, a store in a file, and the time. */
type Place = {
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  start(options?: GatewayOptions): ReturnType<typeof startGateway>;
  command(...args: readonly string[]): ReturnType<typeof runCommand>;
  /** Makes a key, and gives the headers that carry it. */
  key(name: string, ...options: readonly string[]): Promise<{ readonly headers: Record<string, string> }>;
};

async function makePlace(): Promise<Place> {
  const folder = makeFolder();
  const clock = createVirtualClock();
  const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
  onTestFinished(async () => {
    await sandbox.close();
    folder[Symbol.dispose]();
  });
  const env = { WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}` };
  const command: Place['command'] = (...args) => runCommand({ env: { ...sandbox.settings, ...env }, clock }, ...args);
  return {
    clock,
    sandbox,
    command,
    start: (options) => startGateway({ live: true, sandbox, clock, env, ...options }),
    key: async (name, ...options) => {
      const { code, stdout, stderr } = await command('keys', 'create', name, '--scope', 'quota', ...options);
      expect(code, stderr).toBe(0);
      return { headers: { 'x-api-key': stdout.trim() } };
    },
  };
}

const SOMEBODY = 'david.andersson2@iron-river-33.example';
const READS = ['--scope', 'read:visit', '--scope', 'read:iadvize'];
const NOTHING_HELD = { cache: { maxAge: 0, staleIfError: 0 } };

describe('a budget', () => {
  it('refuses, with 429 and the time to wait, what needs a call beyond it; then the window has moved on', async () => {
    const { start, key, clock } = await makePlace();
    const asks = await key('dashboard', ...READS, '--budget', '1/3600');
    await using gateway = await start();
    const ask = (query: string) => gateway.ask(query, { ...asks, extensions: NOTHING_HELD });
    const first = await ask(EXPOS);
    expect(first).toMatchObject({ status: 200, errors: [], extensions: { cost: { actual: 1 } } });
    expect(first.headers.get('ratelimit-policy')).toBe('"budget-3600";q=1;qu="upstream-calls";w=3600');
    expect(first.headers.get('ratelimit')).toBe('"budget-3600";r=0;t=3600');
    clock.advance(600_000);
    gateway.takeCalls();
    const refused = await ask(AGENTS);
    expect(refused).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'BUDGET_EXCEEDED', window: 'budget-3600', retryAfterSeconds: 3_000 } }],
      extensions: { cost: { actual: 0 } },
    });
    expect(refused.data).toBeUndefined();
    expect(refused.headers.get('retry-after')).toBe('3000');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(gateway.takeCalls()).toEqual([]);
    clock.advance(2_999_000);
    expect((await ask(AGENTS)).status).toBe(429);
    clock.advance(1_000);
    expect(await ask(AGENTS)).toMatchObject({ status: 200, errors: [], extensions: { cost: { actual: 1 } } });
  });

  it('is told inside a 200 to who wants application/json', async () => {
    const { start, key } = await makePlace();
    const { headers } = await key('dashboard', ...READS, '--budget', '1/3600');
    await using gateway = await start();
    await gateway.ask(EXPOS, { headers });
    const refused = await gateway.ask(AGENTS, { headers: { ...headers, accept: 'application/json' } });
    expect([refused.status, refused.data]).toEqual([200, undefined]);
    expect(refused.headers.get('retry-after')).toBe('3600');
  });

  it('of one upstream leaves the others alone, and costs its fields only where the operation may be answered in part', async () => {
    const { start, key, clock } = await makePlace();
    const asks = await key('dashboard', ...READS, '--budget', '1/60:VISIT');
    await using gateway = await start();
    const both = `{ expos(first: 1) { nodes { id } } operators(first: 1) { nodes { id } } }`;
    const ask = (wish = {}) => gateway.ask(both, { ...asks, extensions: { ...NOTHING_HELD, ...wish } });
    expect((await ask()).errors).toEqual([]);
    clock.advance(1_000);
    gateway.takeCalls();
    const whole = await ask();
    expect([whole.status, whole.data, gateway.takeCalls()]).toEqual([429, undefined, []]);
    const second = await ask({ admission: 'partial' });
    expect(second).toMatchObject({ status: 200, data: { expos: null, operators: { nodes: [{}] } } });
    expect(second.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['expos'], { code: 'BUDGET_EXCEEDED', upstream: 'VISIT', window: 'budget-60-VISIT', retryAfterSeconds: 59 }],
    ]);
  });

  it('that an operation may need more than whole is no question of waiting', async () => {
    const { start, key } = await makePlace();
    const reads = ['--scope', 'read:notify-visitors', '--scope', 'read:contact'];
    const asks = await key('dashboard', ...reads, '--budget', '100/3600', '--budget', '2/60:NOTIFY_VISITORS');
    await using gateway = await start();
    const ask = (emails: readonly string[], wish = {}) =>
      gateway.ask(PROFILES, { ...asks, variables: { emails }, extensions: wish });
    const dear = await ask(['a@b.example', 'b@b.example', 'c@b.example']);
    expect([dear.status, dear.data, dear.headers.get('retry-after')]).toEqual([400, undefined, null]);
    expect(dear.errors).toMatchObject([
      {
        message:
          'budget-60-NOTIFY_VISITORS: at most 2 calls, and this may need 3 (see /docs/errors#COST_LIMIT_EXCEEDED)',
        extensions: { code: 'COST_LIMIT_EXCEEDED', needed: 3, limit: 2, field: ['people', 'profile'] },
      },
    ]);
    expect(gateway.takeCalls()).toEqual([]);
    expect(await ask(['a@b.example', 'b@b.example'])).toMatchObject({ status: 200, errors: [] });
    const full = await ask(['c@b.example', 'd@b.example']);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('costs nothing where held data answer, and lets what is still usable stand in', async () => {
    const { start, key, clock } = await makePlace();
    const asks = await key('dashboard', ...READS, '--budget', '1/86400');
    await using gateway = await start();
    await gateway.ask(EXPOS, asks);
    expect(await gateway.ask(EXPOS, asks)).toMatchObject({ status: 200, extensions: { cost: { actual: 0 } } });
    clock.advance(3_600_000);
    expect(await gateway.ask(EXPOS, asks)).toMatchObject({
      status: 200,
      errors: [],
      data: { expos: { nodes: [{}] } },
      extensions: { freshness: [{ path: ['expos'], reason: 'QUOTA' }] },
    });
  });

  it('is one for all gateways on a store, its own for each consumer, and shown to its own', async () => {
    const { start, key, clock } = await makePlace();
    const [poor, other] = [await key('poor', ...READS, '--budget', '2/3600'), await key('other', ...READS)];
    await using one = await start();
    await using two = await start();
    const extensions = NOTHING_HELD;
    await one.ask(EXPOS, { ...poor, extensions });
    await two.ask(EXPOS, { ...poor, extensions });
    expect((await one.ask(AGENTS, { ...poor, extensions })).status).toBe(429);
    expect((await two.ask(AGENTS, { ...poor, extensions })).status).toBe(429);
    const rich = await one.ask(AGENTS, { ...other, extensions });
    expect([rich.status, rich.headers.get('ratelimit')]).toEqual([200, null]);
    const resetsAt = new Date(clock.now() + 3_600_000).toISOString().replace('.000', '');
    const window = {
      name: 'budget-3600',
      limit: 2,
      windowSeconds: 3_600,
      used: 2,
      reserved: 0,
      remaining: 0,
      resetsAt,
    };
    expect((await two.ask(QUOTA, poor)).data).toEqual({ quota: { consumer: { name: 'poor', windows: [window] } } });
    expect((await two.ask(QUOTA, other)).data).toEqual({ quota: { consumer: { name: 'other', windows: [] } } });
  });
});

describe('a maximum cost', () => {
  it('refuses an operation that may need more before anything is called', async () => {
    const { start, key } = await makePlace();
    const asks = await key('small', ...READS, '--max-cost', '1');
    await using gateway = await start();
    const refused = await gateway.ask(
      '{ a: expos(first: 1) { nodes { id } } operators(first: 1) { nodes { id } } }',
      asks,
    );
    expect(refused).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED', needed: 2, limit: 1 } }],
      extensions: { cost: { actual: 0 } },
    });
    expect(gateway.takeCalls()).toEqual([]);
    expect((await gateway.ask(EXPOS, asks)).errors).toEqual([]);
  });

  it('stops where it is spent what nothing bounds beforehand, and the next operation goes on from there', async () => {
    const { start, key } = await makePlace();
    const asks = await key('small', ...READS, '--scope', 'read:contact', '--max-cost', '3');
    await using gateway = await start();
    const ask = () => gateway.ask(`{ person(email: "${SOMEBODY}") { encounters(first: 1) { nodes { id } } } }`, asks);
    const costs: number[] = [];
    let answer = await ask();
    for (; answer.errors.length > 0 && costs.length < 20; answer = await ask()) {
      expect(answer.errors).toMatchObject([
        { path: ['person', 'encounters'], extensions: { code: 'COST_LIMIT_EXCEEDED', upstream: 'VISIT' } },
      ]);
      costs.push(answer.extensions.cost.actual);
    }
    expect(costs.length).toBeGreaterThan(1);
    expect(Math.max(...costs)).toBe(3);
    expect(answer.data).toMatchObject({ person: { encounters: { nodes: [{}] } } });
  });
});

describe('weir quota', () => {
  it('tells what all gateways have spent, of windows and of budgets', async () => {
    const { start, key, command } = await makePlace();
    const asks = await key('dashboard', '--scope', 'read:visual-visitor', '--budget', '5/60:VISUAL_VISITOR');
    await using gateway = await start();
    await gateway.ask('{ referenceLists { name } }', asks);
    const { stdout } = await command('quota', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      heldUntil: null,
      windows: expect.arrayContaining([
        expect.objectContaining({
          owner: 'VISUAL_VISITOR key-1',
          name: 'ip-20m',
          limit: 200,
          used: 1,
          reserved: 0,
          remaining: 199,
        }),
        expect.objectContaining({
          owner: 'consumer dashboard',
          name: 'budget-60-VISUAL_VISITOR',
          used: 1,
          remaining: 4,
        }),
      ]),
    });
    expect((await command('quota')).stdout).toMatch(
      /^WHOSE +WINDOW +LIMIT .*\n(.*\n)*consumer dashboard +budget-60-VISUAL_VISITOR +5 +60 +1 +0 +4 +2/,
    );
  });

  it('lets no call leave with --hold until it has passed, and says so, while held data answer', async () => {
    const { start, key, command, clock } = await makePlace();
    const asks = await key('dashboard', ...READS);
    await using gateway = await start();
    await gateway.ask(EXPOS, asks);
    const { code, stdout } = await command('quota', '--hold', '1200');
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      `No call leaves until ${new Date(clock.now() + 1_200_000).toISOString()}`,
    ]);
    gateway.takeCalls();
    const held = await gateway.ask(
      `{ expos(first: 1) { nodes { id } } operators(first: 1) { nodes { id } }
         partners(expoId: "0000000000000", first: 1) { nodes { id } } }`,
      asks,
    );
    expect(held).toMatchObject({ data: { expos: { nodes: [{}] }, operators: null, partners: null } });
    const refusals = held.errors.map(({ extensions }) => extensions);
    // Independent fields fail in no order.
    expect(refusals.toSorted((a, b) => String(a.upstream).localeCompare(String(b.upstream)))).toEqual([
      { code: 'QUOTA_EXCEEDED', upstream: 'IADVIZE', window: 'hold', retryAfterSeconds: 1_200 },
      { code: 'QUOTA_EXCEEDED', upstream: 'VISIT', window: 'hold', retryAfterSeconds: 1_200 },
    ]);
    expect(gateway.takeCalls()).toEqual([]);
    clock.advance(1_200_000);
    expect((await gateway.ask(AGENTS, asks)).errors).toEqual([]);
  });
});
