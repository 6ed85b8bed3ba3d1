import type { Upstream } from '../../src/base/upstream.ts';
import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import type { Simulator } from '../../src/sandbox/kit/simulator.ts';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

export const UPSTREAMS = ['VISUAL_VISITOR', 'VISIT', 'NOTIFY_VISITORS', 'IADVIZE'] as const satisfies Upstream[];

/** One field of each upstream, under the upstream's name. */
const FIELDS: Readonly<Record<Upstream, string>> = {
  VISUAL_VISITOR: 'VISUAL_VISITOR: leads(product: PLUS_PERSON, first: 2) { nodes { id companyName } }',
  VISIT: 'VISIT: expos(first: 2) { nodes { id name } }',
  NOTIFY_VISITORS: 'NOTIFY_VISITORS: campaignReports(first: 2) { nodes { name channel } }',
  IADVIZE: 'IADVIZE: operators(first: 2) { nodes { id pseudo } }',
};

export function queryOf(upstreams: readonly Upstream[]): string {
  return `{ ${upstreams.map((upstream) => FIELDS[upstream]).join(' ')} }`;
}

export function othersThan(upstream: Upstream): readonly Upstream[] {
  return UPSTREAMS.filter((other) => other !== upstream);
}

export function simulatorOf(sandbox: Sandbox, upstream: Upstream): Simulator {
  const { visualVisitor, visit, notifyVisitors, iadvize } = sandbox;
  return { VISUAL_VISITOR: visualVisitor, VISIT: visit, NOTIFY_VISITORS: notifyVisitors, IADVIZE: iadvize }[upstream];
}

/** Nothing that is held is fresh enough, or stands in. */
export const NOTHING_HELD = { cache: { maxAge: 0, staleIfError: 0 } };
export const ALWAYS = { times: Number.POSITIVE_INFINITY };

const ROOM = { limit: 1_000_000 };

/** Room for any load in the windows of the gateway; those of `startRoomy` have it, too. */
export const ROOMY = {
  windows: {
    VISUAL_VISITOR: { 'ip-20m': ROOM, 'key-day': ROOM },
    NOTIFY_VISITORS: { 'users-minute': ROOM, 'reports-minute': ROOM },
  },
};

const SECRETS = {
  visualVisitor: 'hostile-visual-visitor',
  visit: 'hostile-visit',
  notifyVisitors: 'hostile-notify',
  iadvize: 'hostile-iadvize',
};

/** The four simulators as in the sandbox, but without counted limits. */
export async function startRoomy(now: () => number): Promise<Sandbox & AsyncDisposable> {
  const world = createWorld({ seed: 1, size: 1, now: now() });
  const products = { employee: true, person: true };
  const [visualVisitor, visit, notifyVisitors, iadvize] = await Promise.all([
    startVisualVisitorSimulator({
      world,
      now,
      keys: [{ label: 'key-1', secret: SECRETS.visualVisitor, products }],
      limits: { ip: ROOM, key: ROOM },
    }),
    startVisitSimulator({ world, now, keys: [{ label: 'key-1', secret: SECRETS.visit, expos: 'all', leads: true }] }),
    startNotifyVisitorsSimulator({
      world,
      now,
      brandId: '7001',
      apiKey: SECRETS.notifyVisitors,
      accessToken: 'unused',
      limits: { users: ROOM, reports: ROOM },
    }),
    startIadvizeSimulator({ world, now, keys: [{ label: 'key-1', secret: SECRETS.iadvize, websites: 'all' }] }),
  ]);
  const simulators = { visualVisitor, visit, notifyVisitors, iadvize };
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(simulators).map((simulator) => simulator.close()));
  };
  return {
    world,
    ...simulators,
    settings: {
      VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
      VISUAL_VISITOR_KEYS: SECRETS.visualVisitor,
      VISIT_URL: `${visit.origin}/create/v2`,
      VISIT_KEYS: SECRETS.visit,
      NOTIFY_VISITORS_URL: notifyVisitors.origin,
      NOTIFY_VISITORS_BRAND_ID: '7001',
      NOTIFY_VISITORS_KEY: SECRETS.notifyVisitors,
      IADVIZE_URL: `${iadvize.origin}/api/2`,
      IADVIZE_KEYS: SECRETS.iadvize,
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const DISTINCT: Readonly<Record<Upstream, (number: number) => string>> = {
  VISUAL_VISITOR: (number) => `VISUAL_VISITOR: lead(id: "${9_000_000 + number}", product: PLUS_PERSON) { id }`,
  VISIT: (number) => `VISIT: expos(reference: "r${number}") { nodes { id } }`,
  NOTIFY_VISITORS: (number) => `NOTIFY_VISITORS: campaignReport(campaignId: "${9_000_000 + number}") { id }`,
  IADVIZE: (number) => `IADVIZE: conversation(id: "${9_000_000 + number}") { id }`,
};

/** A query that shares no call with that of another number: one call to each of the upstreams. */
export function distinctQuery(number: number, upstreams: readonly Upstream[] = UPSTREAMS): string {
  return `{ ${upstreams.map((upstream) => DISTINCT[upstream](number)).join(' ')} }`;
}
