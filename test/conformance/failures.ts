import { expect } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import {
  type Asked,
  type Bench,
  CALL_TIMEOUT_MS,
  check,
  expectFailure,
  type Lab,
  LEAK,
  nextWindow,
  startTrap,
  turns,
  under,
  until,
} from './lab.ts';
import { freePlaces, outlast } from './passing-time.ts';
import type { SourceSpec } from './spec.ts';

const HEADERS = { 'x-detail': LEAK, 'set-cookie': `session=${LEAK}` };
/** Above the 8 MB that an answer may have. */
const TOO_LARGE = 9_000_000;

type Case = { readonly name: string; readonly fault: Fault; readonly code: string };

function status(code: string, statuses: readonly number[]): readonly Case[] {
  const fault = (number: number): Fault => ({
    kind: 'status',
    status: number,
    body: `{"e":"${LEAK}"}`,
    headers: HEADERS,
  });
  return statuses.map((number) => ({ name: `status ${number}`, fault: fault(number), code }));
}

const REFUSALS: readonly Case[] = [...status('UPSTREAM_UNAUTHORIZED', [401]), ...status('UPSTREAM_FORBIDDEN', [403])];

const DOWN: readonly Case[] = [
  ...status('UPSTREAM_UNAVAILABLE', [500, 502, 503, 504, 599]),
  { name: 'reset', fault: { kind: 'reset' }, code: 'UPSTREAM_UNAVAILABLE' },
  { name: 'truncated', fault: { kind: 'truncated' }, code: 'UPSTREAM_UNAVAILABLE' },
];

function body(name: string, text: string, contentType?: string): Case {
  const fault: Fault = { kind: 'body', body: text, ...(contentType !== undefined && { contentType }) };
  return { name, fault, code: 'UPSTREAM_BAD_RESPONSE' };
}

const UNREADABLE: readonly Case[] = [
  body('malformed JSON', `{"data":[{"id":"${LEAK}"`),
  body('two JSON texts', `{"e":"${LEAK}"}{}`),
  body('HTML', `<!doctype html><title>${LEAK}</title>`, 'text/html'),
  body('empty body', ''),
  body('blank body', ' \n '),
  ...['null', '42', 'true', `"${LEAK}"`].map((text) => body(`JSON ${text}`, text)),
  { name: 'deep', fault: { kind: 'deep', depth: 10_000 }, code: 'UPSTREAM_BAD_RESPONSE' },
];

const OVERSIZED: readonly Case[] = [
  { name: 'huge', fault: { kind: 'huge', bytes: TOO_LARGE }, code: 'UPSTREAM_BAD_RESPONSE' },
  { name: 'gzip bomb', fault: { kind: 'bomb', bytes: TOO_LARGE, encoding: 'gzip' }, code: 'UPSTREAM_BAD_RESPONSE' },
  { name: 'brotli bomb', fault: { kind: 'bomb', bytes: TOO_LARGE, encoding: 'br' }, code: 'UPSTREAM_BAD_RESPONSE' },
];

/** Every read under every fault, each with nothing held. */
async function eachFails<R>(
  lab: Lab<R>,
  cases: readonly Case[],
  asked: readonly Asked<R>[] = lab.tried,
): Promise<void> {
  const { faults } = lab.simulator;
  for (const { name, fault, code } of cases) {
    for (const { name: read, run } of asked) {
      await under(`${read}, ${name}`, async () => {
        faults.inject(fault, { times: Number.POSITIVE_INFINITY });
        const ask = lab.bench().ask(run);
        await Promise.all([expectFailure(lab, ask.result, code), freePlaces(lab, ask)]);
        faults.clear();
        nextWindow(lab);
      });
    }
  }
}

const HANGING: readonly Fault[] = [
  { kind: 'black-hole' },
  { kind: 'delay-headers', ms: 600_000 },
  { kind: 'delay-body', ms: 600_000 },
];

async function timesOut<R>(lab: Lab<R>, { kind, run }: Asked<R>, fault: Fault): Promise<void> {
  const { simulator, clock } = lab;
  simulator.clearCalls();
  simulator.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
  const ask = lab.bench().ask(run);
  ask.result.catch(() => undefined);
  await until(() => simulator.calls.length > 0, 'the call');
  if (kind !== 'batch') {
    clock.advance(CALL_TIMEOUT_MS - 1);
    await turns();
    expect(ask.over(), 'gives up before its time').toBe(false);
    clock.advance(1);
    await turns();
  }
  await outlast(lab, ask);
  await expectFailure(lab, ask.result, 'UPSTREAM_TIMEOUT');
  simulator.faults.clear();
}

type Pause = { readonly name: string; readonly header: (now: number) => string | undefined; readonly ms: number };

const PAUSES: readonly Pause[] = [
  { name: 'Retry-After in seconds', header: () => '30', ms: 30_000 },
  { name: 'Retry-After as a date', header: (now) => new Date(now + 45_000).toUTCString(), ms: 45_000 },
  { name: 'no Retry-After', header: () => undefined, ms: 1_000 },
];

/** No call leaves before the pause is over, by whatever read; the first one after it does. */
async function pauses<R>(lab: Lab<R>, { run }: Asked<R>, { header, ms }: Pause): Promise<void> {
  const { simulator, clock } = lab;
  const bench: Bench<R> = lab.bench();
  const value = header(clock.now());
  const headers = { ...HEADERS, ...(value !== undefined && { 'retry-after': value }) };
  simulator.clearCalls();
  simulator.faults.inject({ kind: 'status', status: 429, headers, body: LEAK }, { times: Number.POSITIVE_INFINITY });
  const first = await expectFailure(lab, bench.ask(run).result, 'UPSTREAM_RATE_LIMITED');
  await bench.quiet();
  const sent = simulator.calls.length;
  const seconds = first.details.retryAfterSeconds;
  expect(seconds === undefined ? ms : seconds * 1000).toBe(ms);
  clock.advance(ms - 1);
  for (const { run: other } of lab.tried) await expectFailure(lab, bench.ask(other).result, 'UPSTREAM_RATE_LIMITED');
  expect(simulator.calls.length).toBe(sent);
  simulator.faults.clear();
  clock.advance(1);
  await bench.ask(run).result;
  expect(simulator.calls.length).toBeGreaterThan(sent);
}

async function redirected<R>(lab: Lab<R>): Promise<void> {
  await using trap = await startTrap();
  const places = [
    `http://127.0.0.1:${trap.port}/${LEAK}`,
    `http://localhost:${trap.port}/${LEAK}`,
    `https://127.0.0.1:${trap.port}/${LEAK}`,
    `//127.0.0.1:${trap.port}/${LEAK}`,
  ];
  const to = (location: string, status: number): Case => {
    const fault: Fault = { kind: 'status', status, headers: { ...HEADERS, location }, body: LEAK };
    return { name: `${status} to ${location}`, fault, code: 'UPSTREAM_BAD_RESPONSE' };
  };
  const cases = [
    ...places.map((location) => to(location, 302)),
    ...[301, 303, 307, 308].map((status) => to(places[0] ?? '', status)),
  ];
  await eachFails(lab, cases);
  expect(trap.connections()).toBe(0);
  expect(trap.bytes()).toBe('');
}

async function wrongShapes<R>(lab: Lab<R>): Promise<void> {
  for (const { name, list, page, item } of lab.spec.wrong) {
    const cases = (shape: unknown): readonly Case[] => (shape === undefined ? [] : [body(name, JSON.stringify(shape))]);
    const ofKind = (...kinds: string[]) => lab.tried.filter(({ kind }) => kinds.includes(kind));
    await eachFails(lab, cases(item), ofKind('item'));
    await eachFails(lab, cases(list), ofKind('list', 'lookup'));
    await eachFails(
      lab,
      cases(page),
      ofKind('list', 'lookup').filter(({ paged }) => paged),
    );
  }
}

/** What the vendor says inside a 200 is a failure, never data. */
async function insideSuccess<R>(lab: Lab<R>): Promise<void> {
  const { simulator, spec } = lab;
  const single = new Set(['item', 'batch']);
  for (const { name, body: told, item, list } of spec.inside200) {
    for (const { name: read, kind, run } of lab.tried) {
      await under(`${read}, ${name}`, async () => {
        const code = single.has(kind) ? item : list;
        const fault: Fault = { kind: 'body', body: JSON.stringify(told) };
        simulator.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
        const { result } = lab.bench().ask(run);
        // A batch is told by lists and by single reads: its records come from neither.
        if (code !== null && kind !== 'batch') await expectFailure(lab, result, code);
        else expect((await result.catch(() => [])).filter((row) => row !== null)).toEqual([]);
        simulator.faults.clear();
        nextWindow(lab);
      });
    }
  }
}

export function checkFailures<R>(spec: SourceSpec<R>): void {
  check(spec, '401 and 403 are told apart', (lab) => eachFails(lab, REFUSALS));
  check(spec, '5xx, reset and truncated: unavailable', (lab) => eachFails(lab, DOWN));
  check(spec, 'an answer that is no JSON of any shape we know: bad response', (lab) => eachFails(lab, UNREADABLE));
  // The bytes are bounded before anyone looks at them: one read of each kind is enough.
  check(spec, 'a huge answer and bombs: bad response', (lab) => {
    const kinds = ['item', 'list'].map((kind) => lab.asked.find((one) => one.kind === kind));
    return eachFails(
      lab,
      OVERSIZED,
      kinds.filter((one) => one !== undefined),
    );
  });
  check(spec, 'wrong shapes: bad response', wrongShapes);
  check(spec, 'redirects are refused and the other origin sees nothing', redirected);
  if (spec.inside200.length > 0) check(spec, 'a failure inside a 200', insideSuccess);
  check(spec, 'black hole, slow headers and slow body: timeout, neither early nor late', async (lab) => {
    for (const fault of HANGING)
      for (const asked of lab.tried) {
        await under(`${asked.name}, ${fault.kind}`, () => timesOut(lab, asked, fault));
        nextWindow(lab);
      }
  });
  for (const pause of PAUSES)
    check(spec, `429 with ${pause.name}: nothing leaves before it is over`, async (lab) => {
      for (const asked of lab.tried) {
        await under(asked.name, () => pauses(lab, asked, pause));
        nextWindow(lab);
      }
    });
}
