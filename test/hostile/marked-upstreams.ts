import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

/** Every secret, with characters that change under URL encoding, base64 and in JSON. */
export const MARKERS = {
  visualVisitor: 'MARK+vv/one"\\==7f3a',
  visit: 'MARK+visit/two"\\==9c1d',
  iadvize: 'MARK+iadvize/three"\\==2b8e',
  notifyVisitors: 'MARK+notify/four"\\==5d6f',
  consumer: 'MARK+consumer/five"\\==8a4c',
  wrongConsumer: 'MARK+wrong/six"\\==1e9b',
};

const PLENTY = { limit: 100_000 };
const BRAND_ID = '7001';

/** The four simulators behind marked keys, with room for every golden query. */
export async function startMarkedUpstreams(now: () => number): Promise<Sandbox & AsyncDisposable> {
  const world = createWorld({ seed: 1, size: 1, now: now() });
  const [visualVisitor, visit, iadvize, notifyVisitors] = await Promise.all([
    startVisualVisitorSimulator({
      world,
      now,
      keys: [
        {
          label: 'key-1',
          secret: MARKERS.visualVisitor,
          products: { employee: true, person: true },
          partner: true,
        },
      ],
      limits: { ip: PLENTY, key: PLENTY },
    }),
    startVisitSimulator({ world, now, keys: [{ label: 'key-1', secret: MARKERS.visit, expos: 'all', leads: true }] }),
    startIadvizeSimulator({ world, now, keys: [{ label: 'key-1', secret: MARKERS.iadvize, websites: 'all' }] }),
    startNotifyVisitorsSimulator({
      world,
      now,
      brandId: BRAND_ID,
      apiKey: MARKERS.notifyVisitors,
      accessToken: 'unused',
      limits: { users: PLENTY, reports: PLENTY },
    }),
  ]);
  const simulators = [visualVisitor, visit, iadvize, notifyVisitors];
  const close = async (): Promise<void> => {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  };
  const settings = {
    VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
    VISUAL_VISITOR_KEYS: MARKERS.visualVisitor,
    VISIT_URL: `${visit.origin}/create/v2`,
    VISIT_KEYS: MARKERS.visit,
    IADVIZE_URL: `${iadvize.origin}/api/2`,
    IADVIZE_KEYS: MARKERS.iadvize,
    NOTIFY_VISITORS_URL: notifyVisitors.origin,
    NOTIFY_VISITORS_BRAND_ID: BRAND_ID,
    NOTIFY_VISITORS_KEY: MARKERS.notifyVisitors,
  };
  return { world, visualVisitor, visit, iadvize, notifyVisitors, settings, close, [Symbol.asyncDispose]: close };
}

/** A text as itself and in every encoding that it could come out in. */
export function formsOf(marker: string): readonly string[] {
  const bytes = Buffer.from(marker);
  // As base64 also behind a prefix of any length: without the letters that the neighbours change.
  const shifted = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  );
  const forms = [
    marker,
    encodeURIComponent(marker),
    encodeURI(marker),
    JSON.stringify(marker).slice(1, -1),
    JSON.stringify(JSON.stringify(marker)).slice(3, -3),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    ...shifted,
  ];
  return [...new Set(forms)];
}
