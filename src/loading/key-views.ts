import type { Clock } from '../base/clock.ts';
import { type UpstreamCode, UpstreamError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { View } from './view.ts';

/** How long a refusal (a 403) takes a key out of a visibility. */
const BARRED_MS = 5 * 60_000;

/** A credential as the layers above transport know it. */
export type KeyView = {
  readonly label: string;
  /** Names what this key sees; a digest, never the key. */
  readonly fingerprint: string;
};

/** The keys of one upstream, and which of them may be used for what. */
export type KeyViews = {
  /** One view for each key. */
  readonly each: readonly View[];
  /** The keys among these labels that no refusal has barred from a place. Fails as a refusal does if none is left. */
  among(labels: readonly string[], place: string): View;
  /** Runs a read with a view. A key that is refused is barred from the place, and another one is tried. */
  attempt<T>(view: View, place: string, run: (view: View) => Promise<T>): Promise<T>;
};

/** Failures that say "not with this key". */
const REFUSALS: ReadonlySet<UpstreamCode> = new Set<UpstreamCode>(['UPSTREAM_FORBIDDEN', 'UPSTREAM_UNAUTHORIZED']);

export function isRefusal(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && REFUSALS.has(error.code);
}

type Bar = { readonly until: number; readonly code: UpstreamCode };

export function createKeyViews(upstream: Upstream, keys: readonly KeyView[], clock: Clock): KeyViews {
  const bars = new Map<string, Bar>();
  const barOf = (label: string, place: string): Bar | undefined => {
    const bar = bars.get(`${label} ${place}`);
    return bar !== undefined && bar.until > clock.now() ? bar : undefined;
  };
  const among = (labels: readonly string[], place: string): View => {
    const wanted = keys.filter(({ label }) => labels.includes(label));
    const [first, ...rest] = wanted.filter(({ label }) => barOf(label, place) === undefined);
    if (first !== undefined) {
      return { visibility: first.fingerprint, credentials: [first.label, ...rest.map(({ label }) => label)] };
    }
    const bar = wanted.map(({ label }) => barOf(label, place)).find((one) => one !== undefined);
    throw new UpstreamError(upstream, bar?.code ?? 'UPSTREAM_NOT_CONFIGURED');
  };
  /** A key that is refused as a whole makes way only if there is another one. */
  const bar = (label: string, place: string, code: UpstreamCode): boolean => {
    if (keys.length === 1 && code !== 'UPSTREAM_FORBIDDEN') return false;
    bars.set(`${label} ${place}`, { until: clock.now() + BARRED_MS, code });
    return true;
  };
  return {
    each: keys.map(({ label, fingerprint }) => ({ visibility: fingerprint, credentials: [label] })),
    among,
    attempt: async (view, place, run) => {
      for (;;) {
        const { credentials } = among(view.credentials, place);
        try {
          return await run({ ...view, credentials });
        } catch (error) {
          const label = isRefusal(error) ? (error.credential ?? credentials[0]) : undefined;
          if (label === undefined || !isRefusal(error) || !bar(label, place, error.code) || credentials.length === 1)
            throw error;
        }
      }
    },
  };
}
