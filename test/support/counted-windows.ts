import { digest } from '../../src/base/canonical.ts';
import type { Upstream } from '../../src/base/upstream.ts';
import { readConfig } from '../../src/config.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { ENDPOINTS } from '../../src/sources/endpoints.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Answer } from './gateway.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The counted windows of the contracts; long ones shortened, because a gateway has work to do in each second of them. */
export const COUNTED = [
  { upstream: 'VISUAL_VISITOR', name: 'ip-20m', seconds: 90, per: 'address' },
  { upstream: 'VISUAL_VISITOR', name: 'key-day', seconds: 120, per: 'credential' },
  { upstream: 'NOTIFY_VISITORS', name: 'users-minute', seconds: 60, per: 'credential' },
  { upstream: 'NOTIFY_VISITORS', name: 'reports-minute', seconds: 60, per: 'credential' },
] as const satisfies readonly { upstream: Upstream; name: string; seconds: number; per: string }[];

export type CountedWindow = (typeof COUNTED)[number];

/** How much of a window a plan may spend; null: nothing bounds it. */
export function neededOf({ upstream, name }: CountedWindow, plan: Answer['extensions']['plan'] = []): number | null {
  const spending = plan.filter(
    (one) => one.upstream === upstream && ENDPOINTS.get(one.endpoint)?.quota.includes(name) === true,
  );
  return spending.reduce<number | null>(
    (sum, { calls }) => (sum === null || calls.max === null ? null : sum + calls.max),
    0,
  );
}

/** Spends a window from outside of the gateway, as another process on its store would. */
export async function openSpender(path: string, clock: VirtualClock, settings: Record<string, string>) {
  const store = await openSqliteStore(path, clock);
  const keyOf = ({ upstream, name, per }: CountedWindow, credential: number): string => {
    const own = readConfig(settings).upstreams.find((one) => one.upstream === upstream)?.credentials[credential];
    if (own === undefined) throw new RangeError(`${upstream} has no credential ${credential}`);
    return `${upstream}${per === 'address' ? '' : ` ${digest(`${upstream} ${own.secret}`, 16)}`} ${name}`;
  };
  return {
    /** One call that was answered just now. */
    spend: async (window: CountedWindow, credential = 0): Promise<void> => {
      const key = keyOf(window, credential);
      const windows = [{ key, limit: 1_000_000, lengthMs: window.seconds * 1_000 }];
      const call = { upstream: window.upstream, endpoint: 'other', consumer: 'other', operation: 'other', attempt: 1 };
      const payers = [{ account: 'other', credential: 'other', windows }];
      const decision = await store.permits.take({ payers, call, timeoutMs: 1_000 });
      if (decision.kind !== 'permit') throw new Error('nothing was spent');
      await store.permits.settle(decision.id, { outcome: 'OK', durationMs: 0, bytes: 0, answered: true });
    },
    close: store.close,
  };
}

/** The same simulators, but Visual Visitor knows two keys of one account. */
export async function withPool(sandbox: Sandbox, clock: VirtualClock) {
  const products = { employee: true, person: true };
  const keys = ['pool-a', 'pool-b'].map((secret, index) => ({
    label: `key-${index + 1}`,
    secret,
    products,
    partner: true,
  }));
  const visualVisitor = await startVisualVisitorSimulator({ world: sandbox.world, now: clock.now, keys });
  const settings = {
    ...sandbox.settings,
    VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
    VISUAL_VISITOR_KEYS: 'pool-a,pool-b',
  };
  return {
    ...sandbox,
    visualVisitor,
    settings,
    close: async (): Promise<void> => {
      await visualVisitor.close();
      await sandbox.close();
    },
  };
}
