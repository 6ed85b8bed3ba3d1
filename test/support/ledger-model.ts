import fc from 'fast-check';
import type { PermitStore } from '../../src/store/permits.ts';
import type { Outcome } from '../../src/transport/call.ts';
import type { Permit, WindowSpec } from '../../src/transport/quota/ledger.ts';
import { callScope } from './calls.ts';
import { receipt } from './engine.ts';
import { createTestLedger, permitRequest, type TestLedger } from './ledger.ts';
import type { VirtualClock } from './virtual-clock.ts';

const TIMEOUT_MS = 500;
const CLOSING_MS = 1_000;
const KEYS = ['a', 'b', 'c'];
/** After so long without a call every place is free again, and every pause over. */
const ALL_OVER_MS = 10_000;

/** How a call ends; `crashed`: its process died, and nobody ever says. */
type End = Outcome | 'given back' | 'crashed';

const windowSpec = (name: string, seconds: fc.Arbitrary<number>): fc.Arbitrary<WindowSpec> =>
  fc.record({
    name: fc.constant(name),
    limit: fc.integer({ min: 1, max: 4 }),
    seconds,
    per: fc.constantFrom('address', 'credential'),
  });

const length = fc.integer({ min: 1, max: 3 });
export const windowSpecs = fc.tuple(windowSpec('x', length), windowSpec('y', length), windowSpec('z', fc.constant(0)));

const step = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.nat(1_200)),
  windows: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
  keys: fc.subarray(KEYS, { minLength: 1 }),
  end: fc.constantFrom<End>(
    'OK',
    'OK',
    'SERVER_ERROR',
    'NETWORK',
    'THROTTLED',
    'ABORTED',
    'TIMEOUT',
    'given back',
    'crashed',
  ),
  durationMs: fc.nat(TIMEOUT_MS),
  pauseMs: fc.integer({ min: 1_000, max: 3_000 }),
});
export const steps = fc.array(step, { maxLength: 60 });

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A call as the vendor may see it: counted at any instant from its leaving to `until`, in flight to `closedAt`. */
type Seen = {
  readonly key: string;
  readonly windows: readonly string[];
  readonly from: number;
  until: number;
  closedAt: number;
  counts: boolean;
};

type Play = {
  readonly clock: VirtualClock;
  readonly ledger: TestLedger;
  readonly windows: readonly WindowSpec[];
  readonly calls: Seen[];
  readonly pausedUntil: Map<string, number>;
};

const sharing =
  ({ name, per }: WindowSpec, key: string) =>
  (call: Seen): boolean =>
    call.counts && call.windows.includes(name) && (per === 'address' || call.key === key);

/** The most calls that a vendor who counts unkindly can find in one interval of the window's length, or at one instant in flight. */
function worst(calls: readonly Seen[], lengthMs: number): number {
  const inInterval = ({ until }: Seen) =>
    calls.filter((call) => call.from < until + lengthMs && call.until >= until).length;
  const atInstant = ({ from }: Seen) => calls.filter((call) => call.from <= from && call.closedAt > from).length;
  return Math.max(0, ...calls.map(lengthMs > 0 ? inInterval : atInstant));
}

function occupied({ clock, calls }: Play, spec: WindowSpec, key: string): number {
  const now = clock.now();
  const holds = ({ until, closedAt }: Seen): boolean =>
    spec.seconds > 0 ? until + spec.seconds * 1000 > now : closedAt > now;
  return calls.filter(sharing(spec, key)).filter(holds).length;
}

function hasRoom(play: Play, { windows: names, keys }: Step): boolean {
  const { clock, pausedUntil, windows } = play;
  return keys.some(
    (key) =>
      (pausedUntil.get(key) ?? 0) <= clock.now() &&
      windows.filter(({ name }) => names.includes(name)).every((spec) => occupied(play, spec, key) < spec.limit),
  );
}

/** Ends the call at its time. Until then, and after a crash, its places are held to their bounds. */
function start({ clock, calls, pausedUntil }: Play, permit: Permit, { windows, end, durationMs, pauseMs }: Step): void {
  const from = clock.now();
  const bound = from + TIMEOUT_MS;
  const call: Seen = {
    key: permit.credential,
    windows,
    from,
    until: bound,
    closedAt: bound + CLOSING_MS,
    counts: true,
  };
  calls.push(call);
  if (end === 'crashed') return;
  clock.after(end === 'TIMEOUT' ? TIMEOUT_MS : durationMs, () => {
    const now = clock.now();
    const unanswered = end === 'ABORTED' || end === 'TIMEOUT';
    call.counts = end !== 'given back';
    call.until = unanswered ? bound : now;
    call.closedAt = unanswered ? now + CLOSING_MS : now;
    if (end === 'given back') return permit.giveBack();
    if (end === 'THROTTLED') {
      pausedUntil.set(call.key, Math.max(pausedUntil.get(call.key) ?? 0, now + pauseMs));
      permit.throttled(pauseMs);
    }
    permit.settle(receipt(callScope(), from, { outcome: end }));
  });
}

async function compareStates(play: Play, violations: string[]): Promise<void> {
  for (const { name, credential, used } of await play.ledger.states()) {
    const spec = play.windows.find((one) => one.name === name);
    const expected = spec === undefined ? 0 : occupied(play, spec, credential);
    if (used !== expected) violations.push(`${name} of ${credential} shows ${used} used, not ${expected}`);
  }
}

/** Lets the ledger decide step by step, and tells where it did not do what the vendor and the model allow. */
export async function violationsOf(
  permits: PermitStore,
  clock: VirtualClock,
  { windows, steps: all }: { readonly windows: readonly WindowSpec[]; readonly steps: readonly Step[] },
): Promise<readonly string[]> {
  clock.advance(ALL_OVER_MS);
  const ledger = createTestLedger({ clock, windows, credentials: KEYS, callTimeoutMs: TIMEOUT_MS, permits });
  const play: Play = { clock, ledger, windows, calls: [], pausedUntil: new Map() };
  const violations: string[] = [];
  for (const one of all) {
    clock.advance(one.afterMs);
    const room = hasRoom(play, one);
    const request = permitRequest({ windows: one.windows, credentials: one.keys, mayWait: false });
    const permit = await ledger.acquire(request, new AbortController().signal).catch(() => undefined);
    if ((permit !== undefined) !== room)
      violations.push(room ? 'refused though there was room' : 'let out without room');
    if (permit !== undefined) start(play, permit, one);
    await compareStates(play, violations);
  }
  clock.advance(ALL_OVER_MS);
  for (const { used } of await ledger.states()) if (used > 0) violations.push('a place was never given back');
  for (const spec of windows)
    for (const key of KEYS)
      if (worst(play.calls.filter(sharing(spec, key)), spec.seconds * 1000) > spec.limit)
        violations.push('above the limit at the vendor');
  return violations;
}
