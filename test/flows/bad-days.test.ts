import { describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const ALWAYS = { times: Number.POSITIVE_INFINITY };
const EXPOS = 'expos(first: 1) { nodes { id } }';
const LEADS = 'leads(product: PLUS_PERSON, first: 2) { nodes { id } }';
const OPERATORS = 'operators(first: 1) { nodes { id } }';
const CAMPAIGNS = 'campaignReports(first: 1) { nodes { id } }';
const ALL = `{ ${EXPOS} ${LEADS} ${OPERATORS} ${CAMPAIGNS} }`;
const OTHERS = [EXPOS, OPERATORS, CAMPAIGNS];

function codesOf({ errors }: Answer): Record<string, unknown> {
  return Object.fromEntries(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]));
}

function callsTo(gateway: TestGateway, upstream: string): readonly string[] {
  return gateway.takeCalls().filter((call) => call.startsWith(`${upstream} `));
}

describe('an upstream that never answers', () => {
  it('costs its own field alone, when the call has had its time', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ clock });
    gateway.sandbox.visualVisitor.faults.inject({ kind: 'black-hole' }, ALWAYS);
    let over = false;
    const whole = gateway.ask(ALL).finally(() => {
      over = true;
    });
    await vi.waitFor(() => expect(gateway.sandbox.visualVisitor.calls).toHaveLength(1));
    // Others that ask meanwhile are not held up: no time passes at all.
    for (const field of OTHERS) {
      const { data, errors } = await gateway.ask(`{ ${field} }`);
      expect(errors).toEqual([]);
      expect(Object.values(data ?? {})).not.toContain(null);
    }
    expect(over).toBe(false);
    clock.advance(7_999);
    expect(over).toBe(false);
    clock.advance(1);
    const answer = await whole;
    expect(codesOf(answer)).toEqual({ leads: 'UPSTREAM_TIMEOUT' });
    expect(answer.data).toMatchObject({ leads: null, expos: { nodes: [{}] }, operators: { nodes: [{}] } });
    expect(answer.extensions.cost.byUpstream.VISUAL_VISITOR).toBe(1);
  });

  it('costs its field at the deadline, if that comes first', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ clock, config: { deadlineMs: 3_000 } });
    gateway.sandbox.visualVisitor.faults.inject({ kind: 'black-hole' }, ALWAYS);
    const asked = gateway.ask(`{ ${LEADS} ${EXPOS} }`);
    await vi.waitFor(() => expect(gateway.sandbox.visualVisitor.calls).toHaveLength(1));
    await vi.waitFor(() => expect(gateway.sandbox.visit.calls).toHaveLength(1));
    await gateway.ask(`{ ${EXPOS} }`);
    clock.advance(3_000);
    const answer = await asked;
    expect(codesOf(answer)).toEqual({ leads: 'DEADLINE_EXCEEDED' });
    expect(answer.data).toMatchObject({ leads: null, expos: { nodes: [{}] } });
  });
});

describe('an upstream that refuses the key', () => {
  it('costs its fields alone, and no repeats', async () => {
    await using gateway = await startGateway();
    gateway.sandbox.visit.edit.changeKey('key-1', { state: 'disabled' });
    const answer = await gateway.ask(ALL);
    expect(codesOf(answer)).toEqual({ expos: 'UPSTREAM_UNAUTHORIZED' });
    expect(answer.data).toMatchObject({ expos: null, leads: { nodes: [{}, {}] } });
    expect(callsTo(gateway, 'VISIT')).toHaveLength(1);
    gateway.sandbox.visit.edit.changeKey('key-1', { state: 'active' });
    expect((await gateway.ask(ALL)).errors).toEqual([]);
  });
});

describe('an upstream that is off', () => {
  it('leaves its fields null and the others whole', async () => {
    const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    await using gateway = await startGateway({
      live: true,
      sandbox,
      env: { VISUAL_VISITOR_KEYS: '', NOTIFY_VISITORS_KEY: '', NOTIFY_VISITORS_BRAND_ID: '' },
    });
    const answer = await gateway.ask(ALL, { headers: { 'x-api-key': 'test-secret' } });
    expect(codesOf(answer)).toEqual({
      leads: 'UPSTREAM_NOT_CONFIGURED',
      campaignReports: 'UPSTREAM_NOT_CONFIGURED',
    });
    expect(answer.errors.map(({ extensions }) => extensions.upstream).sort()).toEqual([
      'NOTIFY_VISITORS',
      'VISUAL_VISITOR',
    ]);
    expect(answer.data).toMatchObject({ leads: null, campaignReports: null, expos: { nodes: [{}] } });
    expect(answer.extensions.cost.byUpstream).toEqual({ VISIT: 1, IADVIZE: 1 });
    await sandbox.close();
  });
});

describe('an upstream that is down', () => {
  it('at the start is used as soon as it is there', async () => {
    const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    const later = await startSandbox({ seed: 1, size: 1, now: Date.now });
    const { port } = new URL(later.visit.origin);
    await later.close();
    const clock = createVirtualClock(Date.now());
    const env = { VISIT_URL: `http://127.0.0.1:${port}/create/v2` };
    await using gateway = await startGateway({ clock, live: true, sandbox, env });
    const ask = () => gateway.ask(`{ ${EXPOS} ${OPERATORS} }`, { headers: { 'x-api-key': 'test-secret' } });
    const down = await ask();
    expect(codesOf(down)).toEqual({ expos: 'UPSTREAM_UNAVAILABLE' });
    // Nothing left the process: a refused connection is no call.
    expect(down.extensions.cost.byUpstream).toEqual({ IADVIZE: 1 });
    const { startVisitSimulator } = await import('../../src/sandbox/visit/simulator.ts');
    await using visit = await startVisitSimulator({
      world: sandbox.world,
      port: Number(port),
      keys: [{ label: 'key-1', secret: sandbox.settings.VISIT_KEYS, expos: 'all', leads: true }],
    });
    const back = await ask();
    expect(back.errors).toEqual([]);
    expect(visit.calls).toHaveLength(1);
    await sandbox.close();
  });

  it('is asked no more after five failures in a row, then by one probe', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ clock, chance: () => 0 });
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 503 }, ALWAYS);
    for (let i = 0; i < 5; i += 1) {
      const { extensions } = await gateway.ask(`{ ${EXPOS} }`);
      expect(extensions.cost.actual).toBe(1);
    }
    gateway.takeCalls();
    const open = await gateway.ask(`{ ${EXPOS} ${LEADS} }`);
    expect(open.errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'VISIT', retryAfterSeconds: 10 } },
    ]);
    expect(open.extensions.cost.byUpstream).toEqual({ VISUAL_VISITOR: 1 });
    expect(await (await fetch(new URL('/metrics', gateway.url))).text()).toMatch(
      /weir_upstream_available\{upstream="VISIT"\} 0/,
    );
    clock.advance(10_000);
    await gateway.ask(`{ ${EXPOS} }`);
    expect(callsTo(gateway, 'VISIT')).toHaveLength(1);
    gateway.sandbox.visit.faults.clear();
    clock.advance(10_000);
    expect((await gateway.ask(`{ ${EXPOS} }`)).errors).toEqual([]);
    expect((await gateway.ask('{ expos(first: 2, reference: "x") { nodes { id } } }')).errors).toEqual([]);
  });

  it('is stood in for by what is held, with its age and the reason', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ clock });
    const fresh = await gateway.ask(ALL);
    clock.advance(3_600_000);
    for (const simulator of [gateway.sandbox.visit, gateway.sandbox.visualVisitor])
      simulator.faults.inject({ kind: 'reset' }, ALWAYS);
    const stale = await gateway.ask(`{ ${EXPOS} ${LEADS} }`);
    expect(stale.errors).toEqual([]);
    expect(stale.data).toEqual({ expos: fresh.data?.expos, leads: fresh.data?.leads });
    const notes = [...stale.extensions.freshness].sort((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
    expect(notes).toEqual([
      { path: ['expos'], ageSeconds: 3_600, reason: 'UPSTREAM_DOWN' },
      { path: ['leads'], ageSeconds: 3_600, reason: 'UPSTREAM_DOWN' },
    ]);
    clock.advance(86_400_000);
    expect(codesOf(await gateway.ask(`{ ${EXPOS} }`))).toEqual({ expos: 'UPSTREAM_UNAVAILABLE' });
  });
});

describe('a window without room', () => {
  it('is stood in for by what is held, else the operation or, if it asks so, the field, with window and wait', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({
      clock,
      config: {
        windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 2 } } },
        freshness: { 'visual-visitor.leads': { fresh: 10 } },
      },
    });
    const first = await gateway.ask(`{ ${LEADS} }`);
    expect(first.extensions.cost.windows).toContainEqual(
      expect.objectContaining({ name: 'ip-20m', limit: 2, remaining: 1 }),
    );
    clock.advance(60_000);
    await gateway.ask('{ leads(product: PLUS_EMPLOYEE, first: 1) { nodes { id } } }');
    clock.advance(60_000);
    gateway.takeCalls();
    const held = await gateway.ask(`{ ${LEADS} }`);
    expect(held.errors).toEqual([]);
    expect(held.data).toEqual(first.data);
    expect(held.extensions).toMatchObject({
      cost: { actual: 0 },
      freshness: [{ path: ['leads'], ageSeconds: 120, reason: 'QUOTA' }],
    });
    const both = `{ lead(id: "4711", product: PLUS_PERSON) { id } ${EXPOS} }`;
    const whole = await gateway.ask(both);
    expect([whole.status, whole.data, gateway.takeCalls()]).toEqual([503, undefined, []]);
    const refused = await gateway.ask(both, { extensions: { admission: 'partial' } });
    expect(refused.status).toBe(200);
    expect(refused.data).toMatchObject({ lead: null, expos: { nodes: [{}] } });
    expect(refused.errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'QUOTA_EXCEEDED', upstream: 'VISUAL_VISITOR', window: 'ip-20m', retryAfterSeconds: 1_080 },
    ]);
    expect(callsTo(gateway, 'VISUAL_VISITOR')).toEqual([]);
    clock.advance(1_080_000);
    expect((await gateway.ask('{ lead(id: "4711", product: PLUS_PERSON) { id } }')).errors).toEqual([]);
    expect(gateway.violations()).toEqual([]);
  });
});
