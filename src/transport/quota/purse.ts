import type { Upstream } from '../../base/upstream.ts';
import { createFlightGate, type FlightGate } from './flight-gate.ts';
import type { WindowSpec, WindowView } from './ledger.ts';
import { createWindowLog, type WindowLog } from './window-log.ts';

export type Counted = { readonly kind: 'counted'; readonly spec: WindowSpec; readonly log: WindowLog };
export type Gated = { readonly kind: 'gated'; readonly spec: WindowSpec; readonly gate: FlightGate };
/** One credential with the windows it spends from; windows per address are shared by all purses of the upstream. */
export type Purse = {
  readonly label: string;
  readonly windows: ReadonlyMap<string, Counted | Gated>;
  throttledUntil: number;
  /** 429s without a time of the vendor's, since the last good answer. */
  unnamedThrottles: number;
};

function makeWindow(spec: WindowSpec): Counted | Gated {
  return spec.seconds === 0
    ? { kind: 'gated', spec, gate: createFlightGate(spec.limit) }
    : { kind: 'counted', spec, log: createWindowLog(spec.limit, spec.seconds * 1000) };
}

export function makePurses(credentials: readonly string[], windows: readonly WindowSpec[]): ReadonlyMap<string, Purse> {
  const shared = new Map(windows.filter(({ per }) => per === 'address').map((spec) => [spec.name, makeWindow(spec)]));
  return new Map(
    credentials.map((label) => {
      const own = windows.map((spec) => [spec.name, shared.get(spec.name) ?? makeWindow(spec)] as const);
      return [label, { label, windows: new Map(own), throttledUntil: 0, unnamedThrottles: 0 }];
    }),
  );
}

export function partsOf(purse: Purse, names: readonly string[]): { counted: Counted[]; gated: Gated[] } {
  const counted: Counted[] = [];
  const gated: Gated[] = [];
  for (const name of names) {
    const window = purse.windows.get(name);
    if (window === undefined) throw new RangeError(`no window is named ${name}`);
    if (window.kind === 'counted') counted.push(window);
    else gated.push(window);
  }
  return { counted, gated };
}

/** The share that is left in the fullest window of its own: a pool is spent by what each key has left. What all share tells nothing. */
export function shareLeft(purse: Purse, names: readonly string[], now: number): number {
  const { counted, gated } = partsOf(purse, names);
  const isOwn = ({ spec }: Counted | Gated): boolean => spec.per === 'credential';
  const shares = [
    ...counted.filter(isOwn).map(({ spec, log }) => (spec.limit - log.used(now)) / spec.limit),
    ...gated.filter(isOwn).map(({ spec, gate }) => (spec.limit - gate.used()) / spec.limit),
  ];
  return Math.min(1, ...shares);
}

/** Enters every gate or none. */
export function enterAll(gated: readonly Gated[]): boolean {
  const entered: Gated[] = [];
  for (const window of gated) {
    if (!window.gate.tryEnter()) {
      for (const { gate } of entered) gate.leave();
      return false;
    }
    entered.push(window);
  }
  return true;
}

export function viewOf(upstream: Upstream, credential: string, window: Counted | Gated, now: number): WindowView {
  const { name, limit, seconds } = window.spec;
  const used = window.kind === 'counted' ? window.log.used(now) : window.gate.used();
  const resetsAt = window.kind === 'counted' ? window.log.nextFree(now) : null;
  return {
    upstream,
    credential,
    name,
    limit,
    windowSeconds: seconds,
    used,
    reserved: 0,
    remaining: limit - used,
    resetsAt,
  };
}
