import { describe, expect, it } from 'vitest';
import { normaliseEmail } from '../../src/base/addresses.ts';
import { operatorRow, SSO_SECRET_PREFIX } from '../../src/sandbox/iadvize/operators.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { DAY_MS, NOW, numbersOf, type Started, start } from '../support/iadvize-source.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';

const someone = (started: Started, index = 0): number => started.simulator.truth.operatorIds()[index] ?? 0;

describe('operators', () => {
  it('are listed by id descending, as the upstream holds them', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const operators = await itemsOf(reads.operators(reader, {}));
    const { truth } = started.simulator;
    expect(numbersOf(operators)).toEqual(truth.operatorIds());
    const world = createWorld({ seed: 1, size: 1, now: NOW });
    for (const operator of operators) {
      const known = truth.operator(Number(operator.id));
      const sent = known === undefined ? {} : operatorRow(world, known);
      const config = (sent.call_config ?? null) as Record<string, unknown> | null;
      expect(operator).toEqual({
        id: String(known?.id),
        firstName: known?.firstName,
        lastName: known?.name,
        pseudo: known?.pseudo,
        email: normaliseEmail(known?.email ?? ''),
        externalId: known?.externalId,
        roles: known?.roles,
        role: sent.role,
        chatEnabled: sent.chat_enabled,
        callEnabled: sent.call_enabled,
        videoEnabled: sent.video_enabled,
        chatMaxNumber: Number(sent.chat_max_number),
        chatAndCall: sent.chat_and_call,
        chatToVideo: sent.chat_to_video,
        chatPriority: sent.chat_priority,
        callPriority: sent.call_priority,
        videoPriority: sent.video_priority,
        languages: known?.languages,
        languageAdmin: sent.language_admin,
        callConfig: config && {
          type: config.type,
          askPhoneNumberAtEveryConnection: config.ask_phone_number_at_every_connection,
          phoneNumber: config.phone_number ?? null,
        },
        groupId: known?.groupId === null ? null : String(known?.groupId),
        websiteIds: known?.websiteIds.map(String),
        skillIds: known?.skillIds.map(String),
      });
    }
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
    expect(JSON.stringify(operators)).not.toContain(SSO_SECRET_PREFIX);
  });

  it('are held: the second reading costs nothing, the total nothing either', async () => {
    const started = await start();
    const first = started.begin();
    await itemsOf(first.reads.operators(first.reader, {}));
    started.takeCalls();
    started.clock.advance(299_000);
    const { reads, reader, meter } = started.begin();
    const list = reads.operators(reader, {});
    expect(await list.total()).toBe(started.simulator.truth.operatorIds().length);
    await itemsOf(list);
    expect(started.takeCalls()).toEqual([]);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 299, reason: 'CACHE' }]);
    expect(meter.hits.size).toBe(1);
  });

  it('keep no sso_key anywhere', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const [first, second] = await itemsOf(reads.operators(reader, {}));
    await Promise.all([reads.operator(reader, '1'), reads.operator(reader, '2')]);
    const { copies } = started.harness.store;
    const rows = await copies.rows('iadvize.operators 2 sees-all', [first?.id ?? '', second?.id ?? '']);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/sso/i);
  });

  it('are filtered by the upstream', async () => {
    const started = await start({ size: 3 });
    const { truth } = started.simulator;
    const all = truth.operatorIds().map((id) => truth.operator(id));
    const { reads, reader } = started.begin();
    const ids = async (filter: Parameters<typeof reads.operators>[1]) =>
      numbersOf(await itemsOf(reads.operators(reader, filter)));
    const idsWhere = (test: (one: NonNullable<(typeof all)[number]>) => boolean) =>
      all.flatMap((one) => (one !== undefined && test(one) ? [one.id] : []));
    const sample = truth.operator(someone(started, 3));
    expect(await ids({ groupId: '51' })).toEqual(idsWhere(({ groupId }) => groupId === 51));
    expect(await ids({ websiteId: '1777' })).toEqual(idsWhere(({ websiteIds }) => websiteIds.includes(1777)));
    expect(await ids({ skillId: '201' })).toEqual(idsWhere(({ skillIds }) => skillIds.includes(201)));
    expect(await ids({ name: `${sample?.name}` })).toEqual(idsWhere(({ name }) => name === sample?.name));
    expect(await ids({ externalId: 'HR-1' })).toEqual(idsWhere(({ externalId }) => externalId === 'HR-1'));
    expect(started.takeCalls()).toEqual([
      '/operator?page=1 group_id=51',
      '/operator?page=1 website_id=1777',
      '/operator?page=1 skill_id=201',
      `/operator?page=1 name=${sample?.name}`,
      '/operator?page=1 external_id=HR-1',
    ]);
  });

  it('are answered from the copy while all of it is fresh', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const ids = started.simulator.truth.operatorIds().slice(0, 3).map(String);
    await Promise.all(ids.map((id) => reads.operator(reader, id)));
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
    const list = reads.operators(reader, { websiteId: '1777' });
    const { truth } = started.simulator;
    const expected = truth.operatorIds().filter((id) => truth.operator(id)?.websiteIds.includes(1777));
    expect(numbersOf(await itemsOf(list))).toEqual(expected);
    expect(await list.total()).toBe(expected.length);
    expect(started.takeCalls()).toEqual([]);
  });

  it('page through many without repeating or leaving out', async () => {
    const started = await start({ size: 150 });
    const before = started.simulator.truth.operatorIds();
    expect(before.length).toBeGreaterThan(300);
    const seen = await walk(() => {
      const { reads, reader } = started.begin();
      return reads.operators(reader, {});
    }, 70);
    expect(numbersOf(seen)).toEqual(before);
    expect(started.takeCalls()).toEqual([1, 2, 3, 4].map((page) => `/operator?page=${page}`));
  });

  it('have an exact total by address', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const email = addressOf(started, 2);
    const list = reads.operators(reader, { email: ` ${email.toUpperCase()} ` });
    expect(await list.total()).toBe(1);
    expect((await rowsOf(list)).map(({ more }) => more)).toEqual([false]);
    expect(started.takeCalls()).toEqual([`/operator?page=1 email=${email}`]);
  });
});

/** The operators with the lowest ids all have an address. */
function addressOf(started: Started, index: number): string {
  const { truth } = started.simulator;
  return normaliseEmail(truth.operator(someone(started, -1 - index + truth.operatorIds().length))?.email ?? '') ?? '';
}

describe('one operator', () => {
  it('is read singly, and once while fresh, unknown ones too', async () => {
    const started = await start();
    const id = String(someone(started));
    const { reads, reader } = started.begin();
    expect((await reads.operator(reader, id))?.id).toBe(id);
    expect(await reads.operator(reader, '1')).toBeNull();
    started.clock.advance(1_000);
    const again = started.begin();
    expect((await again.reads.operator(again.reader, id))?.id).toBe(id);
    expect(await again.reads.operator(again.reader, '1')).toBeNull();
    expect(started.takeCalls()).toEqual([`/operator/${id}`, '/operator/1']);
    expect(again.meter.hits.size).toBe(2);
  });

  it('is aligned with its id among missing and repeated ones, at the cost of a page', async () => {
    const started = await start();
    const [a, b] = [String(someone(started, 4)), String(someone(started, 9))];
    const { reads, reader } = started.begin();
    const found = await Promise.all([a, '1', b, a, '2'].map((id) => reads.operator(reader, id)));
    expect(found.map((one) => one?.id ?? null)).toEqual([a, null, b, a, null]);
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
  });

  it('shows edits once its age is no longer fresh', async () => {
    const started = await start();
    const [a, b] = [String(someone(started, 0)), String(someone(started, 1))];
    const read = async () => {
      const { reads, reader } = started.begin();
      return (await Promise.all([a, b].map((id) => reads.operator(reader, id)))).map((one) => one?.pseudo);
    };
    await read();
    started.simulator.edit.changeOperator(Number(a), { pseudo: 'Neu' });
    started.clock.advance(250_000);
    expect((await read())[0]).not.toBe('Neu');
    started.clock.advance(51_000);
    expect((await read())[0]).toBe('Neu');
    expect(started.takeCalls()).toEqual(['/operator?page=1', '/operator?page=1']);
  });

  it('is found by address: one with a filter, several with pages, none at no further cost', async () => {
    const started = await start();
    const addresses = [1, 2, 3].map((index) => addressOf(started, index));
    const first = started.begin();
    expect((await first.reads.operatorByEmail(first.reader, addresses[0] ?? ''))?.email).toBe(addresses[0]);
    expect(started.takeCalls()).toEqual([`/operator?page=1 email=${addresses[0]}`]);
    const { reads, reader } = started.begin();
    const asked = [...addresses, 'nobody@nowhere.example'];
    const found = await Promise.all(asked.map((email) => reads.operatorByEmail(reader, email)));
    expect(found.map((one) => one?.email ?? null)).toEqual([...addresses, null]);
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
    const last = started.begin();
    expect(await last.reads.operatorByEmail(last.reader, 'nobody@elsewhere.example')).toBeNull();
    expect(started.takeCalls()).toEqual([]);
  });

  it('remembers that nobody has an address', async () => {
    const started = await start();
    for (let time = 0; time < 2; time += 1) {
      const { reads, reader } = started.begin();
      expect(await reads.operatorByEmail(reader, 'nobody@nowhere.example')).toBeNull();
    }
    expect(started.takeCalls()).toEqual(['/operator?page=1 email=nobody@nowhere.example']);
  });

  it('leads to groups, skills, websites and their parents', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const operators = await itemsOf(reads.operators(reader, {}));
    started.takeCalls();
    const skillIds = operators.flatMap((operator) => operator.skillIds ?? []);
    const websiteIds = operators.flatMap((operator) => operator.websiteIds ?? []);
    const skills = await Promise.all(skillIds.map((id) => reads.skill(reader, id)));
    const websites = await Promise.all(websiteIds.map((id) => reads.website(reader, id)));
    expect(skills.map((skill) => skill?.id)).toEqual(skillIds);
    expect(websites.map((website) => website?.id)).toEqual(websiteIds);
    const madeAt = (days: number, minutes: number) => NOW - days * DAY_MS - minutes * 60_000;
    expect(await reads.group(reader, '63')).toEqual({
      id: '63',
      name: 'Visitors, evening shift',
      createdAt: madeAt(410, 63),
      parentId: '51',
      parentIds: ['51'],
    });
    expect(await reads.group(reader, '51')).toMatchObject({ parentId: null, parentIds: [] });
    expect(await reads.skill(reader, '222')).toEqual({
      id: '222',
      name: 'Group tickets',
      order: 6,
      createdAt: madeAt(300, 222),
      parentId: '201',
    });
    expect(await reads.website(reader, '1502')).toEqual({
      id: '1502',
      url: 'us.expo.example',
      label: 'Expo America',
      clientId: '88',
      currency: 'USD',
      languageAdmin: 'en',
      timezone: 'America/New_York',
    });
    expect(started.takeCalls()).toEqual(['/skill?page=1', '/website?page=1', '/group/63', '/group/51']);
  });

  it('has a live state that is fresh for seconds, and figures', async () => {
    const started = await start();
    const id = String(someone(started));
    const read = async () => {
      const { reads, reader } = started.begin();
      return [await reads.live(reader, id), await reads.statistic(reader, id)] as const;
    };
    const [live, statistic] = await read();
    expect(live?.chat).toEqual({
      enabled: expect.any(Boolean),
      slotsUsed: expect.any(Number),
      slots: expect.any(Number),
      busy: expect.any(Boolean),
      available: expect.any(Boolean),
    });
    expect(statistic).toEqual({
      conversationCount: expect.any(Number),
      experiencePoints: expect.any(Number),
      satisfactionGlobalRate: expect.any(Number),
    });
    started.clock.advance(6_000);
    await read();
    expect(started.takeCalls()).toEqual([`/operator/${id}/live`, `/operator/${id}/statistic`, `/operator/${id}/live`]);
    const { reads, reader } = started.begin();
    expect(await reads.live(reader, '1')).toBeNull();
    expect(await reads.statistic(reader, '1')).toBeNull();
  });
});
