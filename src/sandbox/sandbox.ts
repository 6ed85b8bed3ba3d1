import { startIadvizeSimulator } from './iadvize/simulator.ts';
import { startNotifyVisitorsSimulator } from './notify-visitors/simulator.ts';
import { startVisitSimulator } from './visit/simulator.ts';
import { startVisualVisitorSimulator } from './visual-visitor/simulator.ts';
import { createWorld } from './world.ts';

/** Secrets of the simulated accounts: they open nothing but loopback ports of this process. */
const KEYS = {
  visualVisitor: 'sandbox-visual-visitor',
  visit: 'sandbox-visit',
  iadvize: 'sandbox-iadvize',
  notifyVisitors: 'sandbox-notify-visitors',
};
const BRAND_ID = '7001';

/** The four simulators over one seeded world. */
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export type SandboxOptions = {
  readonly seed: number;
  readonly size: number;
  /** The clock of the simulators' limits. */
  readonly now: () => number;
};

/** Starts all four on free loopback ports, their world's times laid out back from now. */
export async function startSandbox({ seed, size, now }: SandboxOptions) {
  const world = createWorld({ seed, size, now: now() });
  const [visualVisitor, visit, notifyVisitors, iadvize] = await Promise.all([
    startVisualVisitorSimulator({
      world,
      now,
      keys: [{ label: 'key-1', secret: KEYS.visualVisitor, products: { employee: true, person: true }, partner: true }],
    }),
    startVisitSimulator({ world, now, keys: [{ label: 'key-1', secret: KEYS.visit, expos: 'all', leads: true }] }),
    startNotifyVisitorsSimulator({
      world,
      now,
      brandId: BRAND_ID,
      apiKey: KEYS.notifyVisitors,
      accessToken: `${KEYS.notifyVisitors}-app`,
    }),
    startIadvizeSimulator({ world, now, keys: [{ label: 'key-1', secret: KEYS.iadvize, websites: 'all' }] }),
  ]);
  const simulators = { visualVisitor, visit, notifyVisitors, iadvize };
  return {
    world,
    ...simulators,
    /** The settings that point a gateway at the simulators. */
    settings: {
      VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
      VISUAL_VISITOR_KEYS: KEYS.visualVisitor,
      VISIT_URL: `${visit.origin}/create/v2`,
      VISIT_KEYS: KEYS.visit,
      NOTIFY_VISITORS_URL: notifyVisitors.origin,
      NOTIFY_VISITORS_BRAND_ID: BRAND_ID,
      NOTIFY_VISITORS_KEY: KEYS.notifyVisitors,
      IADVIZE_URL: `${iadvize.origin}/api/2`,
      IADVIZE_KEYS: KEYS.iadvize,
    },
    close: async (): Promise<void> => {
      await Promise.all(Object.values(simulators).map((simulator) => simulator.close()));
    },
  };
}
