import { startIadvizeSimulator } from './iadvize/simulator.ts';
import { SANDBOX_KEYS } from './keys.ts';
import { startNotifyVisitorsSimulator } from './notify-visitors/simulator.ts';
import { startVisitSimulator } from './visit/simulator.ts';
import { startVisualVisitorSimulator } from './visual-visitor/simulator.ts';
import { createWorld, type World } from './world.ts';

export type SandboxOptions = {
  readonly seed: number;
  readonly size: number;
  /** The clock of the simulators' limits. */
  readonly now: () => number;
};

/** The labels and secrets of the accounts of upstreams that take several keys. */
type Keys = readonly { readonly label: string; readonly secret: string }[];

/** Whose keys there are. All of them see everything. */
type Accounts = {
  readonly visualVisitor: Keys;
  readonly visit: Keys;
  readonly iadvize: Keys;
  readonly notifyVisitors: { readonly brandId: string; readonly apiKey: string };
};

const ACCOUNTS: Accounts = {
  visualVisitor: [{ label: 'key-1', secret: SANDBOX_KEYS.VISUAL_VISITOR_KEYS }],
  visit: [{ label: 'key-1', secret: SANDBOX_KEYS.VISIT_KEYS }],
  iadvize: [{ label: 'key-1', secret: SANDBOX_KEYS.IADVIZE_KEYS }],
  notifyVisitors: { brandId: SANDBOX_KEYS.NOTIFY_VISITORS_BRAND_ID, apiKey: SANDBOX_KEYS.NOTIFY_VISITORS_KEY },
};

function startSimulators(world: World, now: () => number, accounts: Accounts) {
  const products = { employee: true, person: true };
  const { brandId, apiKey } = accounts.notifyVisitors;
  return Promise.all([
    startVisualVisitorSimulator({
      world,
      now,
      keys: accounts.visualVisitor.map((key) => ({ ...key, products, partner: true })),
    }),
    startVisitSimulator({ world, now, keys: accounts.visit.map((key) => ({ ...key, expos: 'all', leads: true })) }),
    startNotifyVisitorsSimulator({ world, now, brandId, apiKey, accessToken: `${apiKey}-app` }),
    startIadvizeSimulator({ world, now, keys: accounts.iadvize.map((key) => ({ ...key, websites: 'all' })) }),
  ]);
}

function listOf(keys: Keys): string {
  return keys.map(({ secret }) => secret).join(',');
}

/** The four simulators over one seeded world. */
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Starts all four on free loopback ports, their world's times laid out back from now. */
export async function startSandbox({ seed, size, now }: SandboxOptions, accounts: Accounts = ACCOUNTS) {
  const world = createWorld({ seed, size, now: now() });
  const [visualVisitor, visit, notifyVisitors, iadvize] = await startSimulators(world, now, accounts);
  const simulators = { visualVisitor, visit, notifyVisitors, iadvize };
  return {
    world,
    ...simulators,
    /** The settings that point a gateway at the simulators. */
    settings: {
      VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
      VISUAL_VISITOR_KEYS: listOf(accounts.visualVisitor),
      VISIT_URL: `${visit.origin}/create/v2`,
      VISIT_KEYS: listOf(accounts.visit),
      NOTIFY_VISITORS_URL: notifyVisitors.origin,
      NOTIFY_VISITORS_BRAND_ID: accounts.notifyVisitors.brandId,
      NOTIFY_VISITORS_KEY: accounts.notifyVisitors.apiKey,
      IADVIZE_URL: `${iadvize.origin}/api/2`,
      IADVIZE_KEYS: listOf(accounts.iadvize),
    },
    close: async (): Promise<void> => {
      await Promise.all(Object.values(simulators).map((simulator) => simulator.close()));
    },
  };
}
