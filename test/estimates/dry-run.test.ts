import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW } from '../golden/golden.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { wrongBounds } from './check-estimate.ts';

const KEY = { 'x-api-key': 'sandbox' };
const DRY = { extensions: { dryRun: true }, headers: KEY };
const EXPOS = '{ list: expos(first: 3) { nodes { name } } }';
const LIST = { upstream: 'VISIT', endpoint: 'visit.expos.list', paths: [['list']] };

let clock: VirtualClock;
let gateway: TestGateway;
beforeEach(async () => {
  clock = createVirtualClock(NOW);
  gateway = await startGateway({ clock });
});
afterEach(() => gateway[Symbol.asyncDispose]());

describe('a dry run', () => {
  it('answers with the calls that the operation would make, and makes none', async () => {
    const { status, data, errors, extensions } = await gateway.ask(EXPOS, DRY);
    expect({ status, data, errors }).toEqual({ status: 200, data: null, errors: [] });
    expect(extensions).toMatchObject({
      cost: { estimated: { min: 1, max: 1, byUpstream: { VISIT: { min: 1, max: 1 } } } },
      plan: [{ ...LIST, calls: { min: 1, max: 1 }, fromCache: false, ageSeconds: null }],
    });
    expect(Object.keys(extensions.cost)).toEqual(['estimated', 'windows']);
    expect(extensions).not.toHaveProperty('freshness');
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('says what held data would answer, and how old it is', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    gateway.takeCalls();
    clock.advance(20_000);
    const { extensions } = await gateway.ask(EXPOS, DRY);
    expect(extensions.plan).toEqual([{ ...LIST, calls: { min: 0, max: 0 }, fromCache: true, ageSeconds: 20 }]);
    expect(extensions.cost.estimated).toEqual({ min: 0, max: 0, byUpstream: {} });
    clock.advance(300_000);
    const stale = await gateway.ask(EXPOS, DRY);
    expect(stale.extensions.plan).toMatchObject([{ ...LIST, calls: { min: 1, max: 1 }, fromCache: false }]);
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('follows the wish for freshness: nothing is called for what must be held', async () => {
    const asked = async (cache: object) => {
      const { extensions } = await gateway.ask(EXPOS, { headers: KEY, extensions: { dryRun: true, cache } });
      return extensions.cost.estimated;
    };
    expect(await asked({ mode: 'only-held' })).toMatchObject({ min: 0, max: 0 });
    await gateway.ask(EXPOS, { headers: KEY });
    expect(await asked({ mode: 'verify' })).toMatchObject({ min: 1, max: 1 });
    expect(await asked({ maxAge: 0 })).toMatchObject({ min: 0, max: 0 });
    clock.advance(1_000);
    expect(await asked({ maxAge: 0 })).toMatchObject({ min: 1, max: 1 });
  });

  it('tells the windows that the calls would spend', async () => {
    const { extensions } = await gateway.ask('{ customerProfile(userId: "a@b.example") { id } }', DRY);
    expect(extensions.cost.windows).toMatchObject([
      { upstream: 'NOTIFY_VISITORS', name: 'users-minute', limit: 100, remaining: 100 },
      { upstream: 'NOTIFY_VISITORS', name: 'reports-minute', limit: 50, remaining: 50 },
    ]);
  });

  it('counts nothing for a field that is refused before it reads, for what is skipped, and for an unknown id', async () => {
    const query = `query ($no: Boolean!) {
      expos(first: 0) { nodes { id } }
      partner(id: "nobody") { name }
      node(id: "nobody") { id }
      skipped: expos @skip(if: $no) { nodes { id } }
    }`;
    const { extensions } = await gateway.ask(query, { ...DRY, variables: { no: true } });
    expect(extensions.plan).toEqual([]);
  });

  it('refuses what would be refused', async () => {
    const wrong = await gateway.ask('query ($n: Int!) { expos(first: $n) { nodes { id } } }', DRY);
    expect(wrong).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const odd = await gateway.ask(EXPOS, { headers: KEY, extensions: { dryRun: 'yes' } });
    expect(odd).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('an estimate', () => {
  it('is read for each type that the ids of nodes can be', async () => {
    const { data } = await gateway.ask('{ expos(first: 1) { nodes { id } } }', { headers: KEY });
    const [expo] = (data as { expos: { nodes: { id: string }[] } }).expos.nodes;
    const query =
      '{ node(id: "ID") { ... on Expo { forms { description } } ... on Operator { live { status: operator { id } } } } }';
    const { extensions } = await gateway.ask(query.replace('ID', expo?.id ?? ''), DRY);
    expect(extensions.plan?.map(({ endpoint }) => endpoint).sort()).toEqual(['visit.expos.item', 'visit.expos.list']);
  });

  it('of one page too few is noticed by the check', async () => {
    const { data } = await gateway.ask('{ expos { nodes { id } } }', { headers: KEY });
    const expos = (data as { expos: { nodes: { id: string }[] } }).expos.nodes;
    let noticed = 0;
    for (const { id } of expos) {
      const query = `{ visitors(expoId: "${id}", first: 150) { nodes { id } pageInfo { hasNextPage } } }`;
      const { cost } = (await gateway.ask(query, { headers: KEY })).extensions;
      expect(wrongBounds(cost, false)).toEqual([]);
      const { min, max } = cost.estimated;
      const fewer = { min, max: (max ?? 0) - 1, byUpstream: { VISIT: { min, max: (max ?? 0) - 1 } } };
      if (cost.actual === max) noticed += wrongBounds({ ...cost, estimated: fewer }, false).length;
    }
    expect(noticed).toBeGreaterThan(0);
  });
});
