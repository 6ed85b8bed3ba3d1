import fc from 'fast-check';
import type { PermitStore } from '../../src/store/permits.ts';
import type { Outcome } from '../../src/transport/call.ts';
import type { Permit, WindowSpec } from '../../src/transport/quota/ledger.ts';
import { makePurses, type Purse, payersOf } from '../../src/transport/quota/purse.ts';
import { callScope } from './calls.ts';
import { receipt } from './engine.ts';
import { createTestLedger, permitRequest, type TestLedger } from './ledger.ts';
import {
  type Cell,
  keptIn,
  type ModelReservation,
  reserve,
  reserveStep,
  type Scene,
  shrink,
  shrinkStep,
} from './reservation-model.ts';
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

const callStep = fc.record({
  kind: fc.constant('call' as const),
  /** Whose calls it is: nobody's, or of an operation with a reservation. */
  of: fc.option(fc.nat(3)),
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
const step = fc.record({
  afterMs: fc.oneof(fc.constant(0), fc.nat(1_200)),
  does: fc.oneof(
    { weight: 5, arbitrary: callStep },
    { weight: 2, arbitrary: reserveStep },
    { weight: 1, arbitrary: shrinkStep },
  ),
});
export const steps = fc.array(step, { maxLength: 60 });

type CallStep = typeof callStep extends fc.Arbitrary<infer S> ? S : never;
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
  readonly permits: PermitStore;
  readonly windows: readonly WindowSpec[];
  readonly purses: ReadonlyMap<string, Purse>;
  readonly calls: Seen[];
  readonly pausedUntil: Map<string, number>;
  readonly reservations: ModelReservation[];
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

function occupied({ calls }: Play, spec: WindowSpec, key: string, at: number): number {
  const holds = ({ until, closedAt }: Seen): boolean =>
    spec.seconds > 0 ? until + spec.seconds * 1000 > at : closedAt > at;
  return calls.filter(sharing(spec, key)).filter(holds).length;
}

function storeKey({ purses }: Play, { name }: WindowSpec, key: string): string {
  return purses.get(key)?.windows.get(name)?.window.key ?? '';
}

/** Which of the keys can pay now, and of those the ones that the reservation backs wholly. */
function whoCanPay(play: Play, { windows: names, keys }: CallStep, own: ModelReservation | undefined) {
  const { clock, pausedUntil, windows, reservations } = play;
  const now = clock.now();
  const spent = windows.filter(({ name }) => names.includes(name));
  const isBacked = (spec: WindowSpec, key: string): boolean =>
    own !== undefined && keptIn([own], storeKey(play, spec, key), now) > 0;
  const hasRoom = (spec: WindowSpec, key: string): boolean => {
    const kept = keptIn(reservations, storeKey(play, spec, key), now);
    return isBacked(spec, key) || occupied(play, spec, key, now) + kept < spec.limit;
  };
  const able = keys.filter((key) => (pausedUntil.get(key) ?? 0) <= now && spent.every((spec) => hasRoom(spec, key)));
  const counted = spent.filter(({ seconds }) => seconds > 0);
  return { able, backed: able.filter((key) => counted.every((spec) => isBacked(spec, key))) };
}

/** Takes what is kept for the call; gives it back when that is told. */
function spend(play: Play, { windows: names }: CallStep, own: ModelReservation | undefined, key: string): () => void {
  const keys = play.windows.filter(({ name, seconds }) => seconds > 0 && names.includes(name));
  const paid = keys
    .map((spec) => storeKey(play, spec, key))
    .filter((one) => own !== undefined && keptIn([own], one, play.clock.now()) > 0);
  const change = (by: number): void => {
    for (const one of paid) if (own?.gone === false) own.kept.set(one, (own.kept.get(one) ?? 0) + by);
  };
  change(-1);
  return () => change(1);
}

/** Ends the call at its time. Until then, and after a crash, its places are held to their bounds. */
function start(play: Play, permit: Permit, step: CallStep, putBack: () => void): void {
  const { clock, calls, pausedUntil } = play;
  const { windows, end, durationMs, pauseMs } = step;
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
    const unanswered = end === 'ABORTED' || end === 'TIMEOUT' || end === 'NETWORK';
    call.counts = end !== 'given back';
    call.until = unanswered ? bound : now;
    call.closedAt = unanswered ? now + CLOSING_MS : now;
    if (end === 'given back') {
      putBack();
      return permit.giveBack();
    }
    if (end === 'THROTTLED') {
      pausedUntil.set(call.key, Math.max(pausedUntil.get(call.key) ?? 0, now + pauseMs));
      permit.throttled(pauseMs);
    }
    permit.settle(receipt(callScope(), from, { outcome: end }));
  });
}

async function call(play: Play, step: CallStep): Promise<readonly string[]> {
  const own = step.of === null ? undefined : play.reservations.at(-1 - step.of);
  const { able, backed } = whoCanPay(play, step, own);
  const request = permitRequest({
    windows: step.windows,
    credentials: step.keys,
    mayWait: false,
    reservation: own?.id,
  });
  const permit = await play.ledger.acquire(request, new AbortController().signal).catch(() => undefined);
  if (permit !== undefined) start(play, permit, step, spend(play, step, own, permit.credential));
  const has = able.length > 0;
  return [
    ...((permit !== undefined) === has ? [] : [has ? 'refused though there was room' : 'let out without room']),
    ...(permit === undefined || backed.length === 0 || backed.includes(permit.credential)
      ? []
      : ['did not spend what was kept']),
  ];
}

async function compareStates(play: Play): Promise<readonly string[]> {
  const now = play.clock.now();
  return (await play.ledger.states()).flatMap(({ name, credential, used, reserved }) => {
    const spec = play.windows.find((one) => one.name === name);
    if (spec === undefined) return [`${name} is no window`];
    const expected = occupied(play, spec, credential, now);
    const kept = keptIn(play.reservations, storeKey(play, spec, credential), now);
    return [
      ...(used === expected ? [] : [`${name} of ${credential} shows ${used} used, not ${expected}`]),
      ...(reserved === kept ? [] : [`${name} of ${credential} shows ${reserved} reserved, not ${kept}`]),
      ...(spec.seconds > 0 && used + reserved > spec.limit ? ['more is used and reserved than the limit'] : []),
    ];
  });
}

function sceneOf(play: Play): Scene {
  const { clock, permits, purses, calls, windows, pausedUntil, reservations } = play;
  const cells = windows.flatMap((spec) =>
    [...purses].map(([key, purse]): [string, Cell] => {
      const window = purse.windows.get(spec.name)?.window ?? { key: '', limit: 0, lengthMs: 0 };
      return [window.key, { window, occupied: (at) => occupied(play, spec, key, at) }];
    }),
  );
  const ends = windows.flatMap(({ seconds }) => calls.map(({ until }) => until + seconds * 1000));
  const accounts = new Map([...purses].map(([key, { account }]) => [account, key]));
  return {
    permits,
    cells: new Map(cells),
    reservations,
    instants: [...ends, ...pausedUntil.values()],
    now: clock.now(),
    pausedUntil: (account) => pausedUntil.get(accounts.get(account) ?? '') ?? 0,
    payersOf: (names, keys) =>
      payersOf(
        keys.flatMap((key) => purses.get(key) ?? []),
        { names, lane: 'interactive', asked: { now: play.clock.now(), callTimeoutMs: TIMEOUT_MS } },
      ),
  };
}

function begin(permits: PermitStore, clock: VirtualClock, windows: readonly WindowSpec[]): Play {
  const ledger = createTestLedger({ clock, windows, credentials: KEYS, callTimeoutMs: TIMEOUT_MS, permits });
  const credentials = KEYS.map((label) => ({ label, fingerprint: `of-${label}` }));
  const purses = makePurses([{ upstream: 'VISIT', credentials, windows }], 0.5).get('VISIT') ?? new Map();
  return { clock, ledger, permits, windows, purses, calls: [], pausedUntil: new Map(), reservations: [] };
}

/** Lets the ledger decide step by step, and tells where it did not do what the vendor and the model allow. */
export async function violationsOf(
  permits: PermitStore,
  clock: VirtualClock,
  { windows, steps: all }: { readonly windows: readonly WindowSpec[]; readonly steps: readonly Step[] },
): Promise<readonly string[]> {
  clock.advance(ALL_OVER_MS);
  const play = begin(permits, clock, windows);
  const violations: string[] = [];
  for (const { afterMs, does } of all) {
    clock.advance(afterMs);
    if (does.kind === 'call') violations.push(...(await call(play, does)));
    else if (does.kind === 'reserve') violations.push(...(await reserve(sceneOf(play), does)));
    else violations.push(...(await shrink(sceneOf(play), does)));
    violations.push(...(await compareStates(play)));
  }
  clock.advance(ALL_OVER_MS);
  for (const { used, reserved } of await play.ledger.states())
    if (used + reserved > 0) violations.push('a place was never given back');
  for (const spec of windows)
    for (const key of KEYS)
      if (worst(play.calls.filter(sharing(spec, key)), spec.seconds * 1000) > spec.limit)
        violations.push('above the limit at the vendor');
  return violations;
}
