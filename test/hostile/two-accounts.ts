import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

/** What the narrower of two sets of keys sees. */
export type Sight = 'nothing' | 'a part';

/** As the goldens have it, whose truth is what the key of this label sees: a webhook is its maker's alone. */
const OWN_LABEL = 'key-1';
const BRANDS = { own: '7001', other: '7002' };

/** Simulators that two sets of keys open: the own one sees everything, the other one nothing of it, or a part. */
export type TwoAccounts = AsyncDisposable & {
  readonly own: Sandbox;
  /** The same simulators with the other keys; its NotifyVisitors account is another one, with other people and campaigns. */
  readonly other: Sandbox;
};

function visualVisitorKeys(sight: Sight) {
  const products = { employee: sight === 'a part', person: false };
  return [
    { label: OWN_LABEL, secret: 'own', products: { employee: true, person: true }, partner: true },
    { label: 'other', secret: 'other', products },
  ];
}

async function startSimulators(now: () => number, sight: Sight) {
  const world = createWorld({ seed: 1, size: 1, now: now() });
  const seesPart = sight === 'a part';
  const [visualVisitor, visit, iadvize, notifyVisitors, otherAccount] = await Promise.all([
    startVisualVisitorSimulator({ world, now, keys: visualVisitorKeys(sight) }),
    startVisitSimulator({
      world,
      now,
      keys: [
        { label: OWN_LABEL, secret: 'own', expos: 'all', leads: true },
        { label: 'other', secret: 'other', expos: seesPart ? [0] : [], leads: false },
      ],
    }),
    startIadvizeSimulator({
      world,
      now,
      keys: [
        { label: OWN_LABEL, secret: 'own', websites: 'all' },
        { label: 'other', secret: 'other', websites: seesPart ? [0] : [] },
      ],
    }),
    startNotifyVisitorsSimulator({ world, now, brandId: BRANDS.own, apiKey: 'own', accessToken: 'own-app' }),
    startNotifyVisitorsSimulator({
      world: createWorld({ seed: 99, size: 1, now: now() }),
      now,
      brandId: BRANDS.other,
      apiKey: 'other',
      accessToken: 'other-app',
    }),
  ]);
  return { world, visualVisitor, visit, iadvize, notifyVisitors, otherAccount };
}

export async function startTwoAccounts(now: () => number, sight: Sight): Promise<TwoAccounts> {
  const { otherAccount, ...own } = await startSimulators(now, sight);
  const all = [own.visualVisitor, own.visit, own.iadvize, own.notifyVisitors, otherAccount];
  const close = async (): Promise<void> => {
    await Promise.all(all.map((simulator) => simulator.close()));
  };
  const settings = (who: keyof typeof BRANDS, reports: { readonly origin: string }): Sandbox['settings'] => ({
    VISUAL_VISITOR_URL: `${own.visualVisitor.origin}/api`,
    VISUAL_VISITOR_KEYS: who,
    VISIT_URL: `${own.visit.origin}/create/v2`,
    VISIT_KEYS: who,
    NOTIFY_VISITORS_URL: reports.origin,
    NOTIFY_VISITORS_BRAND_ID: BRANDS[who],
    NOTIFY_VISITORS_KEY: who,
    IADVIZE_URL: `${own.iadvize.origin}/api/2`,
    IADVIZE_KEYS: who,
  });
  return {
    own: { ...own, settings: settings('own', own.notifyVisitors), close },
    other: { ...own, notifyVisitors: otherAccount, settings: settings('other', otherAccount), close },
    [Symbol.asyncDispose]: close,
  };
}
