import type { Lane } from '../../base/lane.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { Payer, PermitWindow, WindowState } from '../../store/permits.ts';
import { countedView } from './budgets.ts';
import { type Asked, calendarLengthMs } from './calendar.ts';
import { biWindowsOf } from './lanes.ts';
import type { WindowSpec, WindowView } from './ledger.ts';

export type LedgerUpstream = {
  readonly upstream: Upstream;
  /** A label may name another secret tomorrow: what a credential has spent lies under its fingerprint. */
  readonly credentials: readonly { readonly label: string; readonly fingerprint: string }[];
  readonly windows: readonly WindowSpec[];
};

type PurseWindow = {
  readonly spec: WindowSpec;
  /** Of a calendar day: 24 hours; how long a call holds its place there depends on when it is asked for. */
  readonly window: PermitWindow;
  /** What a call of the bi lane spends beside it. */
  readonly bi: readonly PermitWindow[];
};

/** One credential with the windows that it spends from; those per address are the same for all purses of the upstream. */
export type Purse = {
  readonly upstream: Upstream;
  readonly label: string;
  /** Its name in the store. */
  readonly account: string;
  readonly windows: ReadonlyMap<string, PurseWindow>;
};

export type Purses = ReadonlyMap<Upstream, ReadonlyMap<string, Purse>>;

type Owner = LedgerUpstream['credentials'][number];

function makePurse({ upstream, windows }: LedgerUpstream, owner: Owner, interactiveFloor: number): Purse {
  const { label, fingerprint } = owner;
  const account = `${upstream} ${fingerprint}`;
  const own = windows.map((spec): readonly [string, PurseWindow] => {
    const { name, limit, seconds, per } = spec;
    const key = `${per === 'address' ? upstream : account} ${name}`;
    const window = { key, limit, lengthMs: Math.ceil(seconds * 1000) };
    return [name, { spec, window, bi: biWindowsOf(window, interactiveFloor) }];
  });
  return { upstream, label, account, windows: new Map(own) };
}

/** `interactiveFloor`: the share of each window that the bi lane leaves to interactive, 0 to 1. */
export function makePurses(upstreams: readonly LedgerUpstream[], interactiveFloor: number): Purses {
  return new Map(
    upstreams.map((one) => [
      one.upstream,
      new Map(one.credentials.map((owner) => [owner.label, makePurse(one, owner, interactiveFloor)])),
    ]),
  );
}

function windowNamed({ windows }: Purse, name: string): PurseWindow {
  const own = windows.get(name);
  if (own === undefined) throw new RangeError(`no window is named ${name}`);
  return own;
}

/** As a call that is asked for now holds its places: in a calendar's window, and its lane's share of it, until that day is over. */
function heldFrom({ spec: { calendar }, window, bi }: PurseWindow, asked: Asked): Pick<PurseWindow, 'window' | 'bi'> {
  if (calendar === undefined) return { window, bi };
  const lengthMs = calendarLengthMs(calendar, asked);
  const [share, ...pace] = bi;
  const held = { lengthMs, everyMs: window.lengthMs };
  return { window: { ...window, ...held }, bi: share === undefined ? [] : [{ ...share, ...held }, ...pace] };
}

/** What a call in a lane spends, of the windows with these names, if this credential pays. */
function payerOf(purse: Purse, { names, lane, asked }: Spending): Payer {
  const spent = names.flatMap((name) => {
    const { window, bi } = heldFrom(windowNamed(purse, name), asked);
    return lane === 'bi' ? [window, ...bi] : [window];
  });
  return { account: purse.account, credential: purse.label, windows: spent };
}

/** The first of the windows of which the lane has no share: none of its calls is ever let through. */
export function closedTo(lane: Lane, purse: Purse, names: readonly string[]): string | undefined {
  return lane === 'bi' ? names.find((name) => windowNamed(purse, name).bi.some(({ limit }) => limit === 0)) : undefined;
}

/** What a call spends: windows by their names, as its lane does, and others beside them. */
export type Spending = {
  readonly names: readonly string[];
  readonly lane: Lane;
  readonly asked: Asked;
  readonly beside?: readonly PermitWindow[];
};

/** Each purse as it would pay for a call. */
export function payersOf(purses: Iterable<Purse>, spending: Spending): readonly Payer[] {
  const { beside = [] } = spending;
  return [...purses].map((purse) => {
    const payer = payerOf(purse, spending);
    return { ...payer, windows: [...payer.windows, ...beside] };
  });
}

/** What each window of a credential holds, as far as the store has told. */
export function viewsOf(purse: Purse, stateOf: (key: string) => WindowState | undefined): readonly WindowView[] {
  const { upstream, label, windows } = purse;
  return [...windows.values()].map(({ spec, window }) => ({
    upstream,
    credential: label,
    ...countedView(spec, stateOf(window.key)),
  }));
}
