import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const EXPOS = '{ expos(first: 1) { nodes { id name } } }';
const LEADS = '{ leads(product: PLUS_PERSON, first: 2) { nodes { id person { profile { emailOptIn } } } } }';
const KEY = { 'x-api-key': 'test-secret' };

let clock: VirtualClock;
let gateway: TestGateway;

beforeEach(async () => {
  clock = createVirtualClock();
  gateway = await startGateway({ clock, live: true, env: { WEIR_ANONYMOUS: 'on' } });
});
afterEach(() => gateway[Symbol.asyncDispose]());

const ask = (query: string, extensions: Record<string, unknown> = {}, headers: Record<string, string> = KEY) =>
  gateway.ask(query, { headers, extensions: { trace: true, ...extensions } });

describe('a trace', () => {
  it('names each call that left, in the order of their start, and nothing that they carried', async () => {
    const { extensions } = await ask(`{ a: ${EXPOS.slice(1, -1)} b: ${LEADS.slice(1, -1)} }`);
    const { calls, held } = extensions.trace ?? { calls: [], held: [] };
    expect(calls).toHaveLength(gateway.takeCalls().length);
    expect(calls).toHaveLength(extensions.cost.actual);
    expect(calls[0]).toEqual({
      upstream: 'VISIT',
      endpoint: 'visit.expos.list',
      startMs: 0,
      durationMs: 0,
      outcome: 'OK',
      attempt: 1,
      shared: false,
    });
    expect(calls.map(({ endpoint }) => endpoint)).toContain('notify-visitors.user');
    expect(held).toEqual([]);
    expect(JSON.stringify(extensions.trace)).not.toMatch(/@|https?:|key-1/);
  });

  it('tells what was held, how old, and never comes from ready bytes', async () => {
    await ask(EXPOS);
    await gateway.ask(EXPOS, { headers: KEY });
    for (const ageSeconds of [5, 10]) {
      clock.advance(5_000);
      const { extensions } = await ask(EXPOS);
      expect(extensions.trace).toEqual({
        calls: [],
        held: [{ upstream: 'VISIT', endpoint: 'visit.expos.list', reason: 'CACHE', reads: 1, ageSeconds }],
      });
    }
  });

  it('tells of a call that another operation began that it was shared', async () => {
    const [first, second] = await Promise.all([ask(EXPOS), ask(EXPOS)]);
    const told = [first, second].map(({ extensions }) => extensions.trace?.calls.map(({ shared }) => shared));
    expect(told.toSorted()).toEqual([[false], [true]]);
  });

  it('tells of a failed call what became of it', async () => {
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 403 });
    const { extensions } = await ask(EXPOS);
    expect(extensions.trace?.calls).toMatchObject([{ outcome: 'UNAUTHORIZED', attempt: 1 }]);
  });

  it('is left out unless it is asked for, and is told without the cost', async () => {
    const plain = await gateway.ask(EXPOS, { headers: KEY });
    expect(plain.extensions).not.toHaveProperty('trace');
    const alone = await ask(EXPOS, { cost: false });
    expect(Object.keys(alone.extensions)).toEqual(['trace']);
  });

  it('names with a dry run the counted windows that each endpoint spends', async () => {
    const { extensions } = await ask(LEADS, { dryRun: true });
    expect(extensions).not.toHaveProperty('trace');
    expect(extensions.plan).toMatchObject([
      { endpoint: 'visual-visitor.person-leads.search', windows: ['ip-20m', 'key-day'] },
      { endpoint: 'notify-visitors.user', windows: ['users-minute'] },
    ]);
    const plain = await gateway.ask(LEADS, { headers: KEY, extensions: { dryRun: true } });
    expect(plain.extensions.plan?.[0]).not.toHaveProperty('windows');
  });

  it('needs the scope, and makes no call without', async () => {
    const { status, data, errors } = await ask(EXPOS, {}, {});
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors).toMatchObject([
      { message: 'The key needs the scope trace (see /docs/errors#FORBIDDEN)', extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is true or false', async () => {
    const { errors } = await ask(EXPOS, { trace: 'yes' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const { extensions } = await ask(EXPOS, { trace: false }, {});
    expect(extensions).not.toHaveProperty('trace');
  });
});
