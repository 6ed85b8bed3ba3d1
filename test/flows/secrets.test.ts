import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { makeFolder, startProcess } from '../support/process.ts';

/** Every key, with characters that change under URL encoding. */
const MARKERS = {
  visualVisitor: 'MARK+vv/one==7f3a',
  visit: 'MARK+visit/two==9c1d',
  iadvize: 'MARK+iadvize/three==2b8e',
  notifyVisitors: 'MARK+notify/four==5d6f',
  consumer: 'MARK+consumer/five==8a4c',
  wrongConsumer: 'MARK+wrong/six==1e9b',
};

function formsOf(marker: string): readonly string[] {
  const bytes = Buffer.from(marker);
  // As base64 also behind a prefix of any length: without the letters that the neighbours change.
  const shifted = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(4, -2),
  );
  return [
    marker,
    encodeURIComponent(marker),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    ...shifted,
  ];
}

async function startUpstreams() {
  const world = createWorld({ seed: 1, size: 1, now: Date.now() });
  const [visualVisitor, visit, iadvize, notifyVisitors] = await Promise.all([
    startVisualVisitorSimulator({
      world,
      keys: [{ label: 'key-1', secret: MARKERS.visualVisitor, products: { employee: true, person: true } }],
    }),
    startVisitSimulator({ world, keys: [{ label: 'key-1', secret: MARKERS.visit, expos: 'all', leads: true }] }),
    startIadvizeSimulator({ world, keys: [{ label: 'key-1', secret: MARKERS.iadvize, websites: 'all' }] }),
    startNotifyVisitorsSimulator({ world, brandId: '7001', apiKey: MARKERS.notifyVisitors, accessToken: 'unused' }),
  ]);
  return {
    world,
    simulators: [visualVisitor, visit, iadvize, notifyVisitors],
    visualVisitor,
    visit,
    iadvize,
    notifyVisitors,
  };
}

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 401, body: JSON.stringify(MARKERS) },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 500, body: JSON.stringify(MARKERS) },
  {
    kind: 'status',
    status: 302,
    headers: { location: `http://127.0.0.1:1/?key=${encodeURIComponent(MARKERS.visit)}` },
  },
  { kind: 'body', body: `{"error":"${MARKERS.visit}"}` },
  { kind: 'body', body: MARKERS.iadvize, contentType: 'text/html' },
  { kind: 'truncated' },
  { kind: 'reset' },
];

const queryFor = (index: number, email: string): string => `query Everything {
  expos(reference: "r${index}") { nodes { id } }
  lead(id: "${9_000_000 + index}", product: PLUS_PERSON) { id }
  conversation(id: "${9_000_000 + index}") { id }
  campaignReport(campaignId: "${9_000_000 + index}") { id }
  person(email: "${email}") { firstName profile { name } visitors { nodes { id contact { email } } } chatVisitors { id } leads(first: 1) { nodes { id } } }
  quota { upstreams { credentials { label windows { name used } } } }
}`;

describe('a secret', () => {
  it('is in no output, answer, metric or file, whatever goes wrong', async () => {
    using folder = makeFolder();
    const { world, simulators, visualVisitor, visit, iadvize, notifyVisitors } = await startUpstreams();
    const gateway = startProcess({
      env: {
        VISUAL_VISITOR_URL: `${visualVisitor.origin}/api`,
        VISUAL_VISITOR_KEYS: MARKERS.visualVisitor,
        VISIT_URL: `${visit.origin}/create/v2`,
        VISIT_KEYS: MARKERS.visit,
        IADVIZE_URL: `${iadvize.origin}/api/2`,
        IADVIZE_KEYS: MARKERS.iadvize,
        NOTIFY_VISITORS_URL: notifyVisitors.origin,
        NOTIFY_VISITORS_BRAND_ID: '7001',
        NOTIFY_VISITORS_KEY: MARKERS.notifyVisitors,
        WEIR_CONSUMER_KEYS: `reader:${MARKERS.consumer}`,
        WEIR_LOG: 'debug',
        WEIR_STORE: `sqlite:${join(folder.path, 'data', 'weir.db')}`,
      },
    });
    await using _ended = gateway;
    const url = await gateway.ready;
    const outputs = new Map<string, string>();
    const ask = async (name: string, query: string, headers: Record<string, string>): Promise<string> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      const text = JSON.stringify([...response.headers]) + (await response.text());
      outputs.set(name, text);
      return text;
    };
    const key = { 'x-api-key': MARKERS.consumer };
    const email = world.people.at(1).email;
    expect(await ask('a success', queryFor(0, email), key)).toMatch(/"data":\{"expos":\{/);
    for (const [index, fault] of FAULTS.entries()) {
      for (const { faults } of simulators) faults.inject(fault, { times: Number.POSITIVE_INFINITY });
      expect(await ask(`fault ${index}`, queryFor(index + 1, world.people.at(index + 2).email), key)).toContain(
        'UPSTREAM_',
      );
      for (const { faults } of simulators) faults.clear();
    }
    await ask('a wrong key', '{ __typename }', { authorization: `Bearer ${MARKERS.wrongConsumer}` });
    await ask('a wrong form', '{ __typename }', { authorization: `Basic ${MARKERS.wrongConsumer}` });
    outputs.set('the metrics', await (await fetch(new URL('/metrics', url))).text());
    const read = (when: string): void => {
      for (const name of readdirSync(join(folder.path, 'data')))
        outputs.set(`${name} ${when}`, readFileSync(join(folder.path, 'data', name), 'latin1'));
    };
    read('while it runs');
    gateway.kill('SIGTERM');
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
    read('afterwards');
    outputs.set('standard output', gateway.stdout()).set('standard error', gateway.stderr());

    expect(gateway.stderr()).toContain('upstream call');
    expect(outputs.get('weir.db afterwards')).toContain('visit.visitors');
    for (const [where, text] of outputs) {
      for (const [name, marker] of Object.entries(MARKERS))
        for (const form of formsOf(marker)) expect(text.includes(form), `${name} as ${form} in ${where}`).toBe(false);
    }
    // The log says nothing of people either.
    expect(gateway.stderr()).not.toContain(email);
    for (const { violations } of simulators) expect(violations).toEqual([]);
    await Promise.all(simulators.map((simulator) => simulator.close()));
  });
});
