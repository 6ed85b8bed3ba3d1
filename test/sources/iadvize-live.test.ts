import { describe, expect, it } from 'vitest';
import type { IadvizeKey } from '../../src/sandbox/iadvize/simulator.ts';
import { type Started, start } from '../support/iadvize-source.ts';

const PARIS: IadvizeKey = { label: 'paris', secret: 'secret-paris', websites: [0] };
const WEST: IadvizeKey = { label: 'west', secret: 'secret-west', websites: [1, 2] };

const idsOf = (states: readonly { readonly operatorId: string }[]): readonly string[] =>
  states.map(({ operatorId }) => operatorId);

async function live({ begin }: Started, filter: Parameters<ReturnType<Started['begin']>['reads']['liveOperators']>[1]) {
  const { reads, reader } = begin();
  return reads.liveOperators(reader, filter);
}

describe('what operators are doing now', () => {
  it('is one call for all of them, by id descending, and fresh for seconds', async () => {
    const started = await start({ size: 10 });
    const states = await live(started, { groupId: '51' });
    expect(states.length).toBeGreaterThan(1);
    expect(idsOf(states)).toEqual(idsOf(states).toSorted((a, b) => Number(b) - Number(a)));
    started.clock.advance(5_000);
    await live(started, { groupId: '51' });
    expect(started.takeCalls()).toEqual(['/operator/live?group_id=51']);
    started.clock.advance(1_000);
    await live(started, { groupId: '51' });
    expect(started.takeCalls()).toEqual(['/operator/live?group_id=51']);
  });

  it('is known of each operator that the list showed', async () => {
    const started = await start({ size: 10 });
    const { reads, reader } = started.begin();
    const [first] = await reads.liveOperators(reader, { groupId: '51' });
    started.takeCalls();
    expect(await reads.live(reader, first?.operatorId ?? '')).toEqual(first);
    expect(started.takeCalls()).toEqual([]);
  });

  it('takes every filter of operators, and who is signed in', async () => {
    const started = await start();
    await live(started, { connected: false, skillId: '201', websiteIds: ['1501', '1904'], name: 'B*', id: '4100' });
    await live(started, { connected: true, externalId: 'HR-1', email: ' A@B.example' });
    expect(started.takeCalls().map((call) => call.split('?')[1]?.split(' ').toSorted())).toEqual([
      ['connected=0', 'id=4100', 'name=B*', 'skill_id=201', 'website_list=1501,1904'],
      ['connected=1', 'email=a@b.example', 'external_id=HR-1'],
    ]);
  });

  it('is what several keys see together; one that is refused makes way', async () => {
    const started = await start({ size: 10, keys: [PARIS, WEST] });
    const { truth, edit } = started.simulator;
    const all = await live(started, { groupId: '51' });
    const seenBy = (label: string) => idsOf(all).filter((id) => truth.operatorIds(label).includes(Number(id)));
    expect(new Set([...seenBy('paris'), ...seenBy('west')])).toEqual(new Set(idsOf(all)));
    expect(new Set(idsOf(all)).size).toBe(all.length);
    started.takeCalls();
    started.clock.advance(6_000);
    edit.revokeKey('paris');
    expect(idsOf(await live(started, { groupId: '51' }))).toEqual(seenBy('west'));
    const onSite = ({ operatorId }: { readonly operatorId: string }): boolean =>
      truth.operator(Number(operatorId))?.websiteIds.includes(1502) === true;
    expect(idsOf(await live(started, { groupId: '51', websiteId: '1502' }))).toEqual(idsOf(all.filter(onSite)));
    edit.revokeKey('west');
    started.clock.advance(6_000);
    await expect(live(started, { groupId: '51' })).rejects.toMatchObject({ code: 'UPSTREAM_UNAUTHORIZED' });
  });

  it('is drift, where the upstream shows it in pages after all', async () => {
    const started = await start({ size: 10 });
    const pagination = { page: 1, pages: 2, limit: 20, count: 30 };
    started.simulator.faults.inject({
      kind: 'change',
      change: (body) => ({ ...(body as object), pagination }),
    });
    await live(started, { groupId: '51' });
    expect([...started.harness.drifts.counts()]).toEqual([['iadvize.operators.live-list pagination.pages', 1]]);
  });
});

describe('the profile of an operator', () => {
  it('is keyed by user_id, is null in its members where nothing was told, and null for nobody', async () => {
    const started = await start({ size: 10 });
    const ids = started.simulator.truth.operatorIds().map(String);
    const { reads, reader } = started.begin();
    const profiles = await Promise.all(ids.map((id) => reads.profile(reader, id)));
    expect(profiles.filter((profile) => profile?.status === null).length).toBeGreaterThan(0);
    expect(profiles.filter((profile) => profile?.description?.startsWith('Passionné')).length).toBeGreaterThan(0);
    expect(await reads.profile(reader, '1')).toBeNull();
    expect(started.takeCalls()).toHaveLength(ids.length + 1);
    expect(started.harness.drifts.counts().size).toBe(0);
  });

  it('of another operator than was asked for is no answer', async () => {
    const started = await start();
    const [id = 0] = started.simulator.truth.operatorIds();
    started.simulator.faults.inject({
      kind: 'change',
      change: (body) => ({ ...(body as object), data: { user_id: 7, status: 'not me' } }),
    });
    const { reads, reader } = started.begin();
    await expect(reads.profile(reader, String(id))).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
  });
});
