import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

const BRAND_ID = '7001';
/** The gateway gives the same labels, in the order of the settings. */
const KEYS = [
  { label: 'key-1', secret: 'one' },
  { label: 'key-2', secret: 'two' },
] as const;
const SECRETS = KEYS.map(({ secret }) => secret).join(',');

/** The simulators with two keys wherever an upstream takes several; both see everything. */
export async function startTwoKeySandbox(now: () => number): Promise<Sandbox> {
  const world = createWorld({ seed: 1, size: 1, now: now() });
  const products = { employee: true, person: true };
  const [visualVisitor, visit, notifyVisitors, iadvize] = await Promise.all([
    startVisualVisitorSimulator({ world, now, keys: KEYS.map((key) => ({ ...key, products, partner: true })) }),
    startVisitSimulator({ world, now, keys: KEYS.map((key) => ({ ...key, expos: 'all' as const, leads: true })) }),
    startNotifyVisitorsSimulator({ world, now, brandId: BRAND_ID, apiKey: 'one', accessToken: 'one-app' }),
    startIadvizeSimulator({ world, now, keys: KEYS.map((key) => ({ ...key, websites: 'all' as const })) }),
  ]);
  const simulators = { visualVisitor, visit, notifyVisitors, iadvize };
  return {
    world,
    ...simulators,
    settings: {
      VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
      VISUAL_VISITOR_KEYS: SECRETS,
      VISIT_URL: `${visit.origin}/create/v2`,
      VISIT_KEYS: SECRETS,
      NOTIFY_VISITORS_URL: notifyVisitors.origin,
      NOTIFY_VISITORS_BRAND_ID: BRAND_ID,
      NOTIFY_VISITORS_KEY: 'one',
      IADVIZE_URL: `${iadvize.origin}/api/2`,
      IADVIZE_KEYS: SECRETS,
    },
    close: async () => {
      await Promise.all(Object.values(simulators).map((simulator) => simulator.close()));
    },
  };
}
