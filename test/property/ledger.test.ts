import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/transport/call.ts';
import type { Permit, WindowSpec } from '../../src/transport/quota/ledger.ts';
import { createProcessLedger } from '../../src/transport/quota/process-ledger.ts';
import { callScope } from '../support/calls.ts';
import { receipt, settled } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const TIMEOUT_MS = 500;
const KEYS = ['a', 'b', 'c'];

const windowSpec = (name: string): fc.Arbitrary<WindowSpec> =>
  fc.record({
    name: fc.constant(name),
    limit: fc.integer({ min: 1, max: 4 }),
    seconds: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom('address', 'credential'),
  });

const step = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.nat(1_200)),
  windows: fc.subarray(['x', 'y'], { minLength: 1 }),
  keys: fc.subarray(KEYS, { minLength: 1 }),
  /** How the call ends, and when; `given back` never left. */
  outcome: fc.constantFrom<Outcome | 'given back'>(
    'OK',
    'OK',
    'SERVER_ERROR',
    'NETWORK',
    'ABORTED',
    'TIMEOUT',
    'given back',
  ),
  durationMs: fc.nat(TIMEOUT_MS),
});

/** A call as the vendor may see it: counted at any instant from its leaving to its end. */
type Seen = {
  readonly key: string;
  readonly windows: readonly string[];
  readonly from: number;
  until: number;
  counts: boolean;
};

const sharing =
  ({ name, per }: WindowSpec, key: string) =>
  (call: Seen): boolean =>
    call.counts && call.windows.includes(name) && (per === 'address' || call.key === key);

/** The most calls that a vendor who counts unkindly can find in one interval of the window's length. */
function worst(calls: readonly Seen[], lengthMs: number): number {
  return Math.max(
    0,
    ...calls.map(({ until }) => calls.filter((other) => other.from < until + lengthMs && other.until >= until).length),
  );
}

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(windows: readonly WindowSpec[], steps: readonly Step[]) {
  const clock = createVirtualClock(0);
  const ledger = createProcessLedger({
    upstreams: [{ upstream: 'VISIT', credentials: KEYS, windows }],
    clock,
    callTimeoutMs: TIMEOUT_MS,
    record: () => undefined,
  });
  const calls: Seen[] = [];
  const occupied = (spec: WindowSpec, key: string): number =>
    calls.filter(sharing(spec, key)).filter(({ until }) => until + spec.seconds * 1000 > clock.now()).length;
  const hasRoom = ({ windows: names, keys }: Step): boolean =>
    keys.some((key) =>
      windows.filter(({ name }) => names.includes(name)).every((spec) => occupied(spec, key) < spec.limit),
    );
  const start = (permit: Permit, { windows: names, outcome, durationMs }: Step): void => {
    const unanswered = outcome === 'ABORTED' || outcome === 'TIMEOUT';
    const call: Seen = {
      key: permit.credential,
      windows: names,
      from: clock.now(),
      until: Number.POSITIVE_INFINITY,
      counts: true,
    };
    calls.push(call);
    clock.after(outcome === 'TIMEOUT' ? TIMEOUT_MS : durationMs, () => {
      call.counts = outcome !== 'given back';
      call.until = unanswered ? call.from + TIMEOUT_MS : clock.now();
      if (outcome === 'given back') permit.giveBack();
      else permit.settle(receipt(callScope(), call.from, { outcome }));
    });
  };
  for (const one of steps) {
    clock.advance(one.afterMs);
    const room = hasRoom(one);
    const request = { upstream: 'VISIT', windows: one.windows, credentials: one.keys, mayWait: true } as const;
    const permit = await ledger.acquire(request, new AbortController().signal).catch(() => undefined);
    expect(permit !== undefined, 'refused just where there is no room').toBe(room);
    if (permit !== undefined) start(permit, one);
    for (const view of ledger.windows()) {
      const spec = windows.find(({ name }) => name === view.name) as WindowSpec;
      expect(view.used).toBe(occupied(spec, view.credential));
      expect(view.remaining).toBe(view.limit - view.used);
      expect(view.used).toBeLessThanOrEqual(view.limit);
    }
  }
  return { clock, ledger, calls };
}

describe('the ledger', () => {
  test('never lets more calls than the limit into any interval of the length, refuses none for which there is room, and loses no permit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(windowSpec('x'), windowSpec('y')),
        fc.array(step, { maxLength: 60 }),
        async (windows, steps) => {
          const { clock, ledger, calls } = await play(windows, steps);
          for (const spec of windows)
            for (const key of KEYS)
              expect(worst(calls.filter(sharing(spec, key)), spec.seconds * 1000)).toBeLessThanOrEqual(spec.limit);
          clock.advance(TIMEOUT_MS + 3_000 + 1);
          expect(ledger.windows().map(({ used, resetsAt }) => [used, resetsAt])).toEqual(
            ledger.windows().map(() => [0, null]),
          );
        },
      ),
      runs(150, 10_000),
    );
  });
});

type Waiting = { readonly at: 'arrive' | 'leave' | 'end'; readonly which: number };

const waiting: fc.Arbitrary<Waiting> = fc.record({
  at: fc.constantFrom('arrive', 'arrive', 'leave', 'end'),
  which: fc.nat(100),
});

describe('the bound on calls in flight', () => {
  test('is kept, and places go to those who wait in the order in which they came, except to those who left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(waiting, { maxLength: 40 }), async (limit, script) => {
        const clock = createVirtualClock(0);
        const ledger = createProcessLedger({
          upstreams: [
            {
              upstream: 'VISIT',
              credentials: ['a'],
              windows: [{ name: 'in-flight', limit, seconds: 0, per: 'credential' }],
            },
          ],
          clock,
          callTimeoutMs: TIMEOUT_MS,
          record: () => undefined,
        });
        let serial = 0;
        const line: { readonly serial: number; readonly controller: AbortController }[] = [];
        const flying: Permit[] = [];
        const served: number[] = [];
        const expected: number[] = [];
        const arrive = (): void => {
          serial += 1;
          const mine = { serial, controller: new AbortController() };
          line.push(mine);
          const request = { upstream: 'VISIT', windows: ['in-flight'], credentials: ['a'], mayWait: true } as const;
          ledger.acquire(request, mine.controller.signal).then(
            (permit) => {
              flying.push(permit);
              served.push(mine.serial);
            },
            () => undefined,
          );
        };
        for (const { at, which } of script) {
          if (at === 'arrive') arrive();
          else if (at === 'leave' && line.length > 0)
            line.splice(which % line.length, 1)[0]?.controller.abort(new Error('left'));
          else if (at === 'end' && flying.length > 0) flying.splice(which % flying.length, 1)[0]?.giveBack();
          const room = limit - (served.length - expected.length) - flying.length;
          for (const { serial: next } of line.splice(0, Math.max(0, room))) expected.push(next);
          await settled();
          expect(served).toEqual(expected);
          expect(flying.length).toBeLessThanOrEqual(limit);
          expect(ledger.windows()[0]?.used).toBe(flying.length);
        }
      }),
      runs(40, 2_000),
    );
  });
});
