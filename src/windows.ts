import type { Lane } from './base/lane.ts';
import type { Upstream } from './base/upstream.ts';
import { ConfigError } from './config/variables.ts';
import type { Config, UpstreamConfig } from './config.ts';
import { IADVIZE_WINDOWS } from './sources/iadvize/endpoints.ts';
import { NOTIFY_VISITORS_WINDOWS } from './sources/notify-visitors/endpoints.ts';
import { VISIT_WINDOWS } from './sources/visit/endpoints.ts';
import { VISUAL_VISITOR_WINDOWS } from './sources/visual-visitor/endpoints.ts';
import { mostAtOnce } from './transport/quota/lanes.ts';
import type { Ledger, WindowSpec } from './transport/quota/ledger.ts';
import type { QuotaWaits } from './transport/quota/quota-wait.ts';

const CONTRACTS: Readonly<Record<Upstream, readonly WindowSpec[]>> = {
  VISUAL_VISITOR: VISUAL_VISITOR_WINDOWS,
  VISIT: VISIT_WINDOWS,
  NOTIFY_VISITORS: NOTIFY_VISITORS_WINDOWS,
  IADVIZE: IADVIZE_WINDOWS,
};

const DAY_SECONDS = 86_400;

/** The contract's windows with what the operator changed. */
export function windowsOf(upstream: Upstream, { windows }: Config): readonly WindowSpec[] {
  const changes = windows[upstream] ?? {};
  const known = CONTRACTS[upstream];
  const unknown = Object.keys(changes).find((name) => !known.some((spec) => spec.name === name));
  if (unknown !== undefined) {
    const names = known.map(({ name }) => name).join(', ') || 'none: it has no documented window';
    throw new ConfigError('WEIR_CONFIG', `has an unknown window: ${upstream}.${unknown}`, names);
  }
  return known.map((spec) => {
    const { limit = spec.limit, seconds = spec.seconds, zone } = changes[spec.name] ?? {};
    if (zone === undefined) return { ...spec, limit, seconds };
    if (seconds !== DAY_SECONDS) {
      const where = `counts calendar days in a window that is no day: ${upstream}.${spec.name}`;
      throw new ConfigError('WEIR_CONFIG', where, `kind calendar in a window of ${DAY_SECONDS} seconds`);
    }
    return { ...spec, limit, seconds, calendar: { zone } };
  });
}

export function limitsOf({ upstream, credentials }: UpstreamConfig, lane: Lane, config: Config) {
  const counted = windowsOf(upstream, config).filter(({ seconds }) => seconds > 0);
  return counted.map(({ name, limit, seconds, per }) => {
    const most = mostAtOnce({ key: name, limit, lengthMs: seconds * 1000 }, lane, config.interactiveFloor);
    return { upstream, name, limit: per === 'address' ? most : most * credentials.length };
  });
}

/** How long quota makes calls of an endpoint wait, by what the windows of the lane that they are made in have left. */
export function quotaWaits(ledger: Pick<Ledger, 'wait'>): QuotaWaits {
  return ({ upstream, quota: windows }, calls, { signal, consumer, lane = 'interactive', budgets = [] }) =>
    ledger.wait({ upstream, windows, calls, consumer, lane, budgets }, signal);
}
