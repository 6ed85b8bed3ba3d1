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
  /** Runs a read with a view. A key that is refused with 403 is barred from the place, and another one is tried. */
  attempt<T>(view: View, place: string, run: (view: View) => Promise<T>): Promise<T>;
};

/** `refusals`: the codes of failures that say "not with this key"; the first stands for all when no key is left. */
export function createKeyViews(
  upstream: Upstream,
  keys: readonly KeyView[],
  clock: Clock,
  refusals: readonly [UpstreamCode, ...UpstreamCode[]] = ['UPSTREAM_FORBIDDEN'],
): KeyViews {
  const isRefused = (error: unknown): boolean => error instanceof UpstreamError && refusals.includes(error.code);
  const barredUntil = new Map<string, number>();
  const barred = (label: string, place: string): boolean => (barredUntil.get(`${label} ${place}`) ?? 0) > clock.now();
  const among = (labels: readonly string[], place: string): View => {
    const [first, ...rest] = keys.filter(({ label }) => labels.includes(label) && !barred(label, place));
    if (first === undefined) throw new UpstreamError(upstream, refusals[0]);
    return { visibility: first.fingerprint, credentials: [first.label, ...rest.map(({ label }) => label)] };
  };
  const single = async <T>(label: string, view: View, place: string, run: (view: View) => Promise<T>): Promise<T> => {
    try {
      return await run({ ...view, credentials: [label] });
    } catch (error) {
      if (isRefused(error)) barredUntil.set(`${label} ${place}`, clock.now() + BARRED_MS);
      throw error;
    }
  };
  return {
    each: keys.map(({ label, fingerprint }) => ({ visibility: fingerprint, credentials: [label] })),
    among,
    attempt: async (view, place, run) => {
      const [first, ...others] = view.credentials;
      if (first === undefined) throw new UpstreamError(upstream, 'UPSTREAM_NOT_CONFIGURED');
      if (others.length === 0) return single(first, view, place, run);
      try {
        return await run(view);
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
      for (const label of view.credentials) {
        try {
          return await single(label, view, place, run);
        } catch (error) {
          if (!isRefused(error)) throw error;
        }
      }
      throw new UpstreamError(upstream, refusals[0]);
    },
  };
}
