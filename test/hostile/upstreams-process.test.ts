import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Upstream } from '../../src/base/upstream.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { under } from '../conformance/lab.ts';
import { type Folder, type GatewayProcess, makeFolder, startProcess } from '../support/process.ts';
import { chosen, PROVING } from '../support/proof.ts';
import { type Case, caseOf, MARKER, PASSING } from './faults.ts';
import { ALWAYS, NOTHING_HELD, othersThan, queryOf, ROOMY, simulatorOf, startRoomy, UPSTREAMS } from './upstreams.ts';

const CALL_TIMEOUT_MS = 1_000;
/** No repeat begins after a call that has had its time. */
const SETTINGS = { ...ROOMY, callTimeoutMs: CALL_TIMEOUT_MS, deadlineMs: CALL_TIMEOUT_MS + 50 };
const MOST_HELD_BYTES = 16 * 1024 * 1024;
/** With garbage, and with what the allocator keeps for later: both come and go with how busy the machine is. */
const MOST_RESIDENT_BYTES = 256 * 1024 * 1024;
const SLACK_MS = 50;
const ROUNDS = PROVING ? 10 : 1;
/** Some of them in the quick suite: each is met by `upstreams-faults.test.ts`, too. */
const SMALL = chosen(PASSING.small, 5);
const SIZES = PASSING.sizes.map((one) => [one, chosen(UPSTREAMS, 1)] as const);
/** Of a comparison; another process of the machine may disturb any single one. */
const MOST_ROUNDS = 20;
const CODES = /^(?:UPSTREAM_(?:REJECTED|UNAUTHORIZED|FORBIDDEN|UNAVAILABLE|TIMEOUT|BAD_RESPONSE)|DEADLINE_EXCEEDED)$/;

const ROOT = join(import.meta.dirname, '../..');
const [node, weir] = [join(ROOT, 'node_modules/.bin/node'), join(ROOT, 'bin/weir.js')];
/** Beside the program: collects garbage when it is asked to, and says what is left. */
const TELLS_MEMORY = `data:text/javascript,${encodeURIComponent(`
  process.on('SIGUSR2', () => {
    for (let time = 0; time < 3; time += 1) gc();
    const { heapUsed, external } = process.memoryUsage();
    process.stderr.write('COLLECTED ' + (heapUsed + external) + '\\n');
  });
`)}`;

type Answer = {
  readonly data: Record<string, unknown>;
  readonly errors?: { path: string[]; extensions: { code: string } }[];
};

let folder: Folder;
let sandbox: Sandbox & AsyncDisposable;
let gateway: GatewayProcess;
let url: string;
const told: string[] = [];

beforeAll(async () => {
  folder = makeFolder();
  sandbox = await startRoomy(Date.now);
  gateway = startProcess({
    command: [node, '--expose-gc', '--import', TELLS_MEMORY, weir],
    env: {
      ...sandbox.settings,
      WEIR_CONSUMER_KEYS: 'test:test-secret',
      WEIR_STORE: 'memory',
      WEIR_LOG: 'debug',
      WEIR_CONFIG: folder.write('config.json', SETTINGS),
    },
  });
  url = await gateway.ready;
}, 60_000);

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Past everything that is held. */
async function ask(upstreams: readonly Upstream[]): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'test-secret' },
    body: JSON.stringify({ query: queryOf(upstreams), extensions: NOTHING_HELD }),
  });
  const text = await response.text();
  told.push(text, JSON.stringify([...response.headers]));
  return JSON.parse(text) as Answer;
}

async function metrics(): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}

async function residentBytes(): Promise<number> {
  const [, bytes] = /^weir_process_resident_memory_bytes (\S+)$/m.exec(await metrics()) ?? [];
  return Number(bytes);
}

/** All answer again, so that the breakers begin anew. */
async function recover(): Promise<void> {
  for (const upstream of UPSTREAMS) simulatorOf(sandbox, upstream).faults.clear();
  // An open breaker lets a probe through after ten seconds.
  await vi.waitFor(async () => expect((await ask(UPSTREAMS)).errors).toBeUndefined(), { timeout: 30_000 });
}

function spoil(upstream: Upstream, { fault }: Case): void {
  const simulator = simulatorOf(sandbox, upstream);
  simulator.clearCalls();
  simulator.faults.inject(fault, ALWAYS);
}

/** What the process holds without its garbage, after so many good operations. */
async function heldBytes(): Promise<number> {
  for (let time = 0; time < 50; time += 1) await ask(UPSTREAMS);
  const known = gateway.stderr().length;
  gateway.kill('SIGUSR2');
  const said = (): string | undefined => /^COLLECTED (\d+)$/m.exec(gateway.stderr().slice(known))?.[1];
  await vi.waitUntil(said, { timeout: 30_000 });
  return Number(said());
}

/** One operation over all four while some of them fail so; the memory just after it. */
async function suffer(upstreams: readonly Upstream[], one: Case): Promise<number> {
  for (const upstream of upstreams) spoil(upstream, one);
  const { data, errors = [] } = await ask(UPSTREAMS);
  for (const upstream of upstreams) expect(data[upstream]).toBeNull();
  for (const { extensions } of errors) expect(extensions.code).toMatch(CODES);
  const bytes = await residentBytes();
  await recover();
  return bytes;
}

describe('a process whose upstreams are at their worst', () => {
  it('keeps its memory, and says nothing of theirs in answers, log or metrics', { timeout: 600_000 }, async () => {
    const before = await heldBytes();
    const ordinary = await residentBytes();
    let most = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of SMALL)
        await under(one.name, async () => {
          most = Math.max(most, await suffer(UPSTREAMS, one));
        });
      for (const [one, upstreams] of SIZES)
        for (const upstream of upstreams)
          await under(`${one.name} of ${upstream}`, async () => {
            most = Math.max(most, await suffer([upstream], one));
          });
    }
    const after = await heldBytes();
    expect(after - before).toBeLessThan(MOST_HELD_BYTES);
    expect(most - ordinary).toBeLessThan(MOST_RESIDENT_BYTES);
    expect(gateway.stderr()).toContain('upstream call');
    for (const text of [...told, gateway.stderr(), await metrics()]) expect(text.includes(MARKER)).toBe(false);
  });
});

/** How long the answer takes; one that was disturbed from elsewhere does not count. */
async function timed(upstreams: readonly Upstream[]): Promise<number> {
  const start = performance.now();
  const { errors } = await ask(upstreams);
  return errors === undefined ? performance.now() - start : Number.POSITIVE_INFINITY;
}

/**
 * How much longer the others take, at best of as many rounds as it takes, each of them without and with the fault. The slack is that of
 * a machine with time for this: where the control alone usually takes long, as much more is allowed.
 */
async function delayOf(upstream: Upstream, one: Case): Promise<{ delay: number; slack: number }> {
  const others = othersThan(upstream);
  const alone: number[] = [];
  const beside: number[] = [];
  const result = () => {
    const usual = alone.toSorted((a, b) => a - b)[alone.length >> 1] ?? 0;
    return { delay: Math.min(...beside) - Math.min(...alone), slack: Math.max(SLACK_MS, 3 * usual) };
  };
  for (let round = 0; round < MOST_ROUNDS && !(result().delay < SLACK_MS); round += 1) {
    alone.push(await timed(others));
    spoil(upstream, one);
    const faulty = ask([upstream]);
    beside.push(await timed(others));
    expect((await faulty).data).toEqual({ [upstream]: null });
    expect(simulatorOf(sandbox, upstream).calls.length).toBeGreaterThan(0);
    await recover();
  }
  return result();
}

const HEAVY = ['no answer', 'status 503', 'reset', 'HTML with 200', '100 MB', 'br bomb', 'deep arrays'].map(caseOf);

describe.each(UPSTREAMS)('while %s is at its worst', (upstream) => {
  it('the others answer within 50 ms of alone', { timeout: 600_000 }, async () => {
    for (const one of chosen(HEAVY, 1))
      await under(one.name, async () => {
        const { delay, slack } = await delayOf(upstream, one);
        expect(delay).toBeLessThan(slack);
      });
  });
});

function refusals({ errors = [] }: Answer): unknown {
  return errors.map(({ extensions }) => extensions);
}

const allRefused = expect.arrayContaining(
  UPSTREAMS.map((upstream) => ({
    code: 'UPSTREAM_UNAVAILABLE',
    retryAfterSeconds: expect.any(Number),
    upstream,
  })),
);

describe('upstreams whose breakers are open', () => {
  it('fail their fields within 50 ms', { timeout: 120_000 }, async () => {
    for (const upstream of UPSTREAMS) spoil(upstream, caseOf('no answer'));
    // Two calls that run into their time open one; where the deadline comes first, a call says nothing.
    await vi.waitFor(async () => expect(refusals(await ask(UPSTREAMS))).toEqual(allRefused), { timeout: 60_000 });
    for (const upstream of UPSTREAMS) simulatorOf(sandbox, upstream).clearCalls();
    let best = Number.POSITIVE_INFINITY;
    for (let time = 0; time < MOST_ROUNDS; time += 1) {
      const start = performance.now();
      const answer = await ask(UPSTREAMS);
      best = Math.min(best, performance.now() - start);
      expect(refusals(answer)).toEqual(allRefused);
    }
    expect(UPSTREAMS.flatMap((upstream) => simulatorOf(sandbox, upstream).calls)).toEqual([]);
    expect(best).toBeLessThan(SLACK_MS);
  });
});
