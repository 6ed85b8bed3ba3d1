import { describe, expect, it } from 'vitest';
import { CLIENTS, GROUPS, SKILLS, TAGS, WEBSITES } from '../../src/sandbox/iadvize/directory.ts';
import type { IadvizeKey } from '../../src/sandbox/iadvize/simulator.ts';
import { numbersOf, type Started, start } from '../support/iadvize-source.ts';
import { itemsOf, walk } from '../support/source-harness.ts';

const PARIS: IadvizeKey = { label: 'paris', secret: 'secret-paris', websites: [0] };
const SHOP: IadvizeKey = { label: 'shop', secret: 'secret-shop', websites: [3] };

const descending = (records: readonly { readonly id: number }[]): number[] =>
  records.map(({ id }) => id).sort((a, b) => b - a);

describe('lists of the directory', () => {
  it('are by id descending, with all that the upstream holds', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    expect(numbersOf(await itemsOf(reads.groups(reader, {})))).toEqual(descending(GROUPS));
    expect(numbersOf(await itemsOf(reads.skills(reader, {})))).toEqual(descending(SKILLS));
    expect(await itemsOf(reads.tags(reader, {}))).toEqual(
      TAGS.toSorted((a, b) => b.id - a.id).map(({ id, name, websiteIds }) => ({
        id: String(id),
        name,
        websiteIds: websiteIds.map(String),
      })),
    );
    expect(await itemsOf(reads.clientAccounts(reader))).toEqual(
      CLIENTS.toReversed().map(({ id, ...rest }) => ({ id: String(id), ...rest })),
    );
    expect(numbersOf(await itemsOf(reads.websites(reader, {})))).toEqual(descending(WEBSITES));
    expect(started.takeCalls()).toEqual(
      ['group', 'skill', 'tag', 'client', 'website'].map((path) => `/${path}?page=1`),
    );
  });

  it('that were read whole answer what is asked next', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    await itemsOf(reads.groups(reader, {}));
    await itemsOf(reads.tags(reader, {}));
    started.takeCalls();
    started.clock.advance(299_000);
    const later = started.begin();
    const below = later.reads.groups(later.reader, { parentId: '51' });
    expect(numbersOf(await itemsOf(below))).toEqual([63]);
    expect(await below.total()).toBe(1);
    expect((await later.reads.group(later.reader, '58'))?.name).toBe('Équipe technique');
    expect(await later.reads.group(later.reader, '1')).toBeNull();
    expect(numbersOf(await itemsOf(later.reads.tags(later.reader, { websiteId: '1777' })))).toEqual([3010, 3009, 3001]);
    expect(started.takeCalls()).toEqual([]);
    started.clock.advance(2_000);
    const last = started.begin();
    await itemsOf(last.reads.groups(last.reader, { parentId: '51' }));
    expect(started.takeCalls()).toEqual(['/group?page=1 parent_id=51']);
  });

  it('ask the upstream for what rows do not tell', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const operator = truth
      .operatorIds()
      .map((id) => truth.operator(id))
      .find((one) => (one?.skillIds.length ?? 0) > 1);
    const { reads, reader } = started.begin();
    await itemsOf(reads.skills(reader, {}));
    const own = await itemsOf(reads.skills(reader, { operatorId: String(operator?.id) }));
    expect(numbersOf(own)).toEqual(operator?.skillIds.toSorted((a, b) => b - a));
    expect(started.takeCalls()).toEqual(['/skill?page=1', `/skill?page=1 operator_id=${operator?.id}`]);
  });

  it('stand in while the upstream is down', async () => {
    const started = await start();
    const first = started.begin();
    await itemsOf(first.reads.skills(first.reader, {}));
    started.clock.advance(301_000);
    started.simulator.faults.inject({ kind: 'status', status: 500 }, { times: Number.POSITIVE_INFINITY });
    const { reads, reader, meter } = started.begin();
    expect(numbersOf(await itemsOf(reads.skills(reader, { parentId: '201' })))).toEqual([222]);
    expect(meter.notes).toMatchObject([{ ageSeconds: 301, reason: 'UPSTREAM_DOWN' }]);
  });

  it('are the union of what several keys see', async () => {
    const started = await start({ keys: [PARIS, SHOP] });
    const { reads, reader } = started.begin();
    expect((await itemsOf(reads.clientAccounts(reader))).map(({ id }) => id)).toEqual(['91', '88']);
    expect(numbersOf(await itemsOf(reads.websites(reader, {})))).toEqual([1904, 1501]);
    expect(numbersOf(await itemsOf(reads.websites(reader, { clientId: '91' })))).toEqual([1904]);
    started.takeCalls();
    await itemsOf(reads.tags(reader, { websiteId: '1904' }));
    expect((await reads.tag(reader, '3005'))?.websiteIds).toEqual(['1501']);
    expect(await reads.tag(reader, '3009')).toBeNull();
    expect(started.takeCalls()).toEqual([
      'shop /tag?page=1 website_id=1904',
      'paris /tag/3005',
      'paris /tag/3009',
      'shop /tag/3009',
    ]);
  });
});

describe('operators of several groups', () => {
  const members = async (started: Started, groupIds: readonly string[]): Promise<readonly number[][]> => {
    const { reads, reader } = started.begin();
    const lists = groupIds.map((groupId) => itemsOf(reads.operators(reader, { groupId })));
    return (await Promise.all(lists)).map(numbersOf);
  };
  const expected = ({ simulator: { truth } }: Started, groupIds: readonly string[]): readonly number[][] =>
    groupIds.map((groupId) => truth.operatorIds().filter((id) => truth.operator(id)?.groupId === Number(groupId)));

  it('come from the page of all operators, where that is all of it', async () => {
    const started = await start();
    const groups = ['51', '52', '58', '63'];
    expect(await members(started, groups)).toEqual(expected(started, groups));
    expect(started.takeCalls()).toEqual(['/operator?page=1']);
  });

  it('are asked for one by one, where all operators are more than a page', async () => {
    const started = await start({ size: 150 });
    const groups = ['51', '52'];
    expect(await members(started, groups)).toEqual(expected(started, groups));
    expect(started.takeCalls().toSorted()).toEqual([
      '/operator?page=1',
      '/operator?page=1 group_id=51',
      '/operator?page=1 group_id=52',
    ]);
  });

  it('that are held cost nothing', async () => {
    const started = await start({ size: 150 });
    await members(started, ['51', '52']);
    started.takeCalls();
    started.clock.advance(60_000);
    await members(started, ['52', '51']);
    expect(started.takeCalls()).toEqual([]);
  });
});

describe('the list of chat visitors', () => {
  it('pages through many without repeating or leaving out, though some come and go', async () => {
    const started = await start({ size: 3 });
    const { truth, edit } = started.simulator;
    const before = truth.visitorIds();
    const gone = before.slice(90, 110);
    const seen = await walk(
      () => {
        const { reads, reader } = started.begin();
        return reads.chatVisitors(reader, {});
      },
      70,
      (page) => {
        started.clock.advance(61_000);
        for (let count = 0; count < 9; count += 1) edit.addVisitor();
        if (page === 3) for (const id of gone) edit.deleteVisitor(id);
      },
    );
    expect(new Set(numbersOf(seen)).size).toBe(seen.length);
    expect(numbersOf(seen)).toEqual(before);
  });

  it('is the copy in which people are looked up', async () => {
    const started = await start({ size: 2 });
    const { reads, reader } = started.begin();
    await itemsOf(reads.chatVisitors(reader, {}));
    const pages = started.takeCalls();
    expect(pages).toEqual([1, 2, 3, 4].map((page) => `/visitor?page=${page}`));
    await reads.chatVisitorsByEmail(reader, 'nobody@nowhere.example');
    expect(await reads.chatVisitors(reader, { websiteId: '1904' }).total()).toBe(
      started.simulator.truth
        .visitorIds()
        .filter((id) => started.simulator.truth.visitor(id)?.websiteIds.includes(1904)).length,
    );
    expect(started.takeCalls()).toEqual([]);
    started.clock.advance(61_000);
    const later = started.begin();
    await later.reads.chatVisitorsByEmail(later.reader, 'nobody@nowhere.example');
    expect(started.takeCalls()).toEqual(['/visitor?page=1']);
  });

  it('is by a unique id exactly', async () => {
    const started = await start();
    const { truth } = started.simulator;
    const uniqueId = truth.visitor(truth.visitorIds()[5] ?? 0)?.uniqueId ?? '';
    const { reads, reader } = started.begin();
    expect(numbersOf(await itemsOf(reads.chatVisitors(reader, { uniqueId })))).toEqual([truth.visitorIds()[5]]);
    expect(await itemsOf(reads.chatVisitors(reader, { uniqueId: `${uniqueId.slice(0, 31)}*` }))).toEqual([]);
  });
});

describe('conversations of several skills', () => {
  it('that are held singly cost nothing when they are asked for together', async () => {
    const started = await start();
    const read = async (skillIds: readonly string[]) => {
      const { reads, reader } = started.begin();
      await Promise.all(skillIds.map((skillId) => itemsOf(reads.conversations(reader, { skillId }))));
    };
    await read(['201']);
    await read(['202']);
    started.takeCalls();
    started.clock.advance(1_000);
    await read(['201', '202']);
    expect(started.takeCalls()).toEqual([]);
    await read(['201', '202', '207', '210']);
    expect(started.takeCalls()).toEqual(['/conversation?page=1']);
  });
});
