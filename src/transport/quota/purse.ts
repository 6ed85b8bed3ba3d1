import type { Upstream } from '../../base/upstream.ts';
import type { Payer, PermitWindow, WindowState } from '../../store/permits.ts';
import type { WindowSpec, WindowView } from './ledger.ts';

export type LedgerUpstream = {
  readonly upstream: Upstream;
  /** A label may name another secret tomorrow: what a credential has spent lies under its fingerprint. */
  readonly credentials: readonly { readonly label: string; readonly fingerprint: string }[];
  readonly windows: readonly WindowSpec[];
};

type PurseWindow = { readonly spec: WindowSpec; readonly window: PermitWindow };

/** One credential with the windows that it spends from; those per address are the same for all purses of the upstream. */
export type Purse = {
  readonly upstream: Upstream;
  readonly label: string;
  /** Its name in the store. */
  readonly account: string;
  readonly windows: ReadonlyMap<string, PurseWindow>;
};

export type Purses = ReadonlyMap<Upstream, ReadonlyMap<string, Purse>>;

function makePurse({ upstream, windows }: LedgerUpstream, label: string, fingerprint: string): Purse {
  const account = `${upstream} ${fingerprint}`;
  const own = windows.map((spec): readonly [string, PurseWindow] => {
    const { name, limit, seconds, per } = spec;
    const key = `${per === 'address' ? upstream : account} ${name}`;
    return [name, { spec, window: { key, limit, lengthMs: Math.ceil(seconds * 1000) } }];
  });
  return { upstream, label, account, windows: new Map(own) };
}

export function makePurses(upstreams: readonly LedgerUpstream[]): Purses {
  return new Map(
    upstreams.map((one) => [
      one.upstream,
      new Map(one.credentials.map(({ label, fingerprint }) => [label, makePurse(one, label, fingerprint)])),
    ]),
  );
}

export function payerOf({ account, label, windows }: Purse, names: readonly string[]): Payer {
  const spent = names.map((name) => {
    const window = windows.get(name)?.window;
    if (window === undefined) throw new RangeError(`no window is named ${name}`);
    return window;
  });
  return { account, credential: label, windows: spent };
}

export function viewsOf(purse: Purse, stateOf: (key: string) => WindowState | undefined): readonly WindowView[] {
  const { upstream, label, windows } = purse;
  return [...windows.values()].map(({ spec: { name, limit, seconds }, window }) => {
    const { used, reserved, freeAt } = stateOf(window.key) ?? { used: 0, reserved: 0, freeAt: null };
    return {
      upstream,
      credential: label,
      name,
      limit,
      windowSeconds: seconds,
      used,
      reserved,
      remaining: Math.max(0, limit - used - reserved),
      resetsAt: freeAt,
    };
  });
}
