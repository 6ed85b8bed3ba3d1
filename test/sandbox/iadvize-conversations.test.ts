import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, instantOf, parseMoment, toLocal, wallOf } from '../../src/sandbox/iadvize/local-time.ts';
import { bench, filter, HISTORY, ids, NOW, type Row } from './iadvize-support.ts';

const instant = (iso: string): number => Date.parse(iso);
const ZONES: Record<number, string> = {
  1501: 'Europe/Paris',
  1502: 'America/New_York',
  1777: 'Asia/Kolkata',
  1904: 'Europe/Paris',
};

describe('the window', () => {
  it.each([
    ['neither end: the last 3 months', '', '2026-02-20T11:00:00Z', '2026-05-20T10:00:01Z'],
    ['from only', filter('from', '2025-11-05'), '2025-11-04T23:00:00Z', '2026-02-04T23:00:01Z'],
    ['to only', filter('to', '2026-04-10 08:00:00'), '2026-01-10T07:00:00Z', '2026-04-10T06:00:01Z'],
    [
      'a last day',
      `${filter('from', '2026-01-01')}&${filter('to', '2026-01-31')}`,
      '2025-12-31T23:00:00Z',
      '2026-01-31T23:00:00Z',
    ],
    [
      'exactly 3 months',
      `${filter('from', '2025-12-20 06:30:00')}&${filter('to', '2026-03-20 06:30:00')}`,
      '2025-12-20T05:30:00Z',
      '2026-03-20T05:30:01Z',
    ],
  ])('%s', async (_, query, from, until) => {
    const { all, simulator } = await bench({ size: 3 });
    const expected = simulator.truth.conversationIds('all', { from: instant(from), until: instant(until) });
    expect(expected.length).toBeGreaterThan(0);
    expect(ids(await all(`${HISTORY}&${query}`))).toEqual(expected);
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['2025-12-20 06:30:00', '2026-03-20 06:30:01'],
    ['2025-07-01', '2026-05-20'],
  ])('fails over 3 months: %s to %s', async (from, to) => {
    const { get, rules } = await bench();
    const answer = await get(`${HISTORY}&${filter('from', from)}&${filter('to', to)}`);
    expect(answer.status).toBe(400);
    expect(answer.meta.status).toBe('fail');
    expect(answer.meta.message).toContain('3 months');
    expect(answer.data).toBeUndefined();
    expect(rules()).toEqual(['period over 3 months']);
  });

  it.each(['2026-02-30', '2026-01-01T00:00:00', '1767225600', '2026-01-01 24:10:00'])(
    'cannot read %s',
    async (text) => {
      const { get, rules } = await bench();
      const answer = await get(`${HISTORY}&${filter('from', text)}`);
      expect([answer.status, answer.meta.message]).toEqual([400, "Value of field 'from' is not valid."]);
      expect(rules()).toEqual(['malformed filter value']);
    },
  );

  it('is empty when it ends before it starts', async () => {
    const { get, rules } = await bench();
    expect((await get(`${HISTORY}&${filter('from', '2026-03-02')}&${filter('to', '2026-03-01')}`)).data).toEqual([]);
    expect(rules()).toEqual(['period ends before it starts']);
  });

  it('includes the very seconds of both ends, in the zone of the website that is named', async () => {
    const { get, simulator } = await bench();
    const { truth } = simulator;
    for (const site of [1501, 1502, 1777, 1904]) {
      const id = truth.conversationIds().find((candidate) => truth.conversation(candidate)?.websiteId === site) ?? 0;
      const at = truth.conversation(id)?.createdAt ?? 0;
      const second = toLocal(at, ZONES[site] ?? '');
      const one = await get(
        `${HISTORY}&${filter('website_id', site)}&${filter('from', second)}&${filter('to', second)}`,
      );
      expect(ids(one.data)).toEqual([id]);
      const paris = toLocal(at, 'Europe/Paris');
      const any = await get(`${HISTORY}&${filter('from', paris)}&${filter('to', paris)}`);
      expect(ids(any.data)).toEqual([id]);
    }
    expect(simulator.violations).toEqual([]);
  });

  it('takes windows laid end to end for the whole past', async () => {
    const { all, simulator } = await bench({ size: 2 });
    const seen: number[] = [];
    for (let at = wallOf(NOW, 'Europe/Paris'); at > instant('2025-06-01T00:00:00Z'); at = addMonths(at, -1)) {
      const text = (wall: number): string => new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
      const ends = `${filter('from', text(addMonths(at, -1) + 1000))}&${filter('to', text(at))}`;
      seen.push(...ids(await all(`${HISTORY}&${ends}`)));
    }
    expect(seen).toEqual(simulator.truth.conversationIds());
  });
});

describe('conversation filters', () => {
  it('narrow the list, alone and together', async () => {
    const { all, simulator } = await bench({ size: 4 });
    const { truth } = simulator;
    const period = { from: instant('2026-03-01T00:00:00Z'), until: Infinity };
    const recent = truth.conversationIds('all', period).flatMap((id) => truth.conversation(id) ?? []);
    type Held = (typeof recent)[number];
    const sample = recent.find((row) => row.operatorId && row.skillId && row.ruleId && row.tagIds.length > 0) as Held;
    const cases: [string, (row: Held) => boolean][] = [
      [filter('channel', 'call'), ({ channel }) => channel === 'call'],
      [filter('website_id', 1777), ({ websiteId }) => websiteId === 1777],
      [filter('operator_id', Number(sample.operatorId)), ({ operatorId }) => operatorId === sample.operatorId],
      [filter('visitor_id', sample.visitorId), ({ visitorId }) => visitorId === sample.visitorId],
      [filter('skill_id', Number(sample.skillId)), ({ skillId }) => skillId === sample.skillId],
      [filter('rule_id', Number(sample.ruleId)), ({ ruleId }) => ruleId === sample.ruleId],
      [filter('tag_id', Number(sample.tagIds[0])), ({ tagIds }) => tagIds.includes(Number(sample.tagIds[0]))],
    ];
    // The default window starts earlier than the period, at an hour that depends on the zone.
    const found = async (query: string): Promise<number[]> =>
      ids(await all(`${HISTORY}&${query}`)).filter((id) => Number(truth.conversation(id)?.createdAt) >= period.from);
    for (const [query, test] of cases) {
      const expected = recent.filter(test).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(0);
      expect(await found(query)).toEqual(expected);
    }
    const both = recent.filter((row) => cases[0]?.[1](row) && cases[1]?.[1](row)).map(({ id }) => id);
    expect(both.length).toBeGreaterThan(0);
    expect(await found(`${cases[0]?.[0]}&${cases[1]?.[0]}`)).toEqual(both);
    expect(simulator.violations).toEqual([]);
  });

  it('take an unknown channel, which no document lists', async () => {
    const { all, rules } = await bench({ size: 4 });
    const rows = await all(`${HISTORY}&${filter('channel', 'social')}`);
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(['social']));
    expect(new Set(rules())).toEqual(new Set(['undocumented filter value']));
  });
});

async function wholePast(size = 3) {
  const { simulator, all, get } = await bench({ size });
  const rows: Row[] = [];
  for (const to of ['2025-08-20', '2025-11-20', '2026-02-20', '2026-05-20']) {
    rows.unshift(...(await all(`${HISTORY}&${filter('to', to)}`)));
  }
  const unique = new Map(rows.map((row) => [Number(row.id), row]));
  return { simulator, get, rows: unique };
}

describe('conversation rows', () => {
  it('hold the documented fields, in the time of their website', async () => {
    const { simulator, rows } = await wholePast();
    const { truth } = simulator;
    expect(rows.size).toBe(720);
    const fields = ['id', 'channel', 'visitor_uid', 'history', 'operator_answer', 'operator_closed', 'waitinglist'];
    for (const [id, row] of rows) {
      const held = truth.conversation(id);
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining([...fields, 'created_at', 'website_id', 'xmpp_id', '_link']),
      );
      expect(row.created_at).toBe(toLocal(held?.createdAt ?? 0, ZONES[Number(row.website_id)] ?? ''));
      expect(row.visitor_uid).toBe(truth.visitor(held?.visitorId ?? 0)?.uniqueId);
      expect(row.operator_answer).toBe((row.operator_id ?? null) !== null);
      expect(String(row.xmpp_id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(truth.visitor(held?.visitorId ?? 0)?.websiteIds).toContain(held?.websiteId);
      expect(truth.visitor(held?.visitorId ?? 0)?.createdAt).toBeLessThanOrEqual(held?.createdAt ?? 0);
      const operator = held?.operatorId == null ? undefined : truth.operator(held.operatorId);
      if (operator !== undefined) expect(operator.websiteIds).toContain(held?.websiteId);
    }
    const open = [...rows.values()].filter((row) => (row.closed_at ?? null) === null);
    expect(ids(open)).toContain(truth.conversationIds()[0]);
  });

  it('show nulls, numeric text, unknown channels and odd shapes now and then', async () => {
    const rows = [...(await wholePast(6)).rows.values()];
    const some = (test: (row: Row) => boolean): boolean => rows.some(test) && !rows.every(test);
    expect(some((row) => row.operator_id === null)).toBe(true);
    expect(some((row) => row.skill_id === null)).toBe(true);
    expect(some((row) => !('skill_id' in row))).toBe(true);
    expect(some((row) => typeof row.id === 'string')).toBe(true);
    expect(some((row) => typeof row.operator_id === 'string')).toBe(true);
    expect(some((row) => 'legacy_ref' in row)).toBe(true);
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(['chat', 'call', 'video', 'social']));
  });

  it('carry the history as a text, sometimes as an array, now and then unparseable, with types 1 to 7', async () => {
    const { simulator, rows } = await wholePast(6);
    const shapes = { text: 0, array: 0, unparseable: 0 };
    const types = new Set<number>();
    for (const [id, { history, website_id }] of rows) {
      let entries = history as [number, string, string, number?][];
      if (Array.isArray(history)) shapes.array += 1;
      else {
        try {
          entries = JSON.parse(String(history));
          shapes.text += 1;
        } catch {
          shapes.unparseable += 1;
          continue;
        }
      }
      const zone = ZONES[Number(website_id)] ?? '';
      const held = simulator.truth.conversation(id)?.entries ?? [];
      expect(entries.map(([type, , text]) => [type, text])).toEqual(held.map(({ type, text }) => [type, text]));
      for (const [type, local, , epoch] of entries) {
        types.add(type);
        if (epoch === undefined) continue;
        const lag = epoch - instantOf(parseMoment(local)?.wall ?? 0, zone);
        // An hour that the clocks show twice leaves the text form behind by an hour.
        expect(lag % 3_600_000).toBeGreaterThanOrEqual(0);
        expect(lag % 3_600_000).toBeLessThan(1_400);
      }
      expect(entries.map(([, local]) => local)).toHaveLength(held.length);
    }
    expect([...types].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(shapes.text).toBeGreaterThan(shapes.array);
    expect(shapes.array).toBeGreaterThan(shapes.unparseable);
    expect(shapes.unparseable).toBeGreaterThan(0);
  });

  it('are found by id, first and last, also long after the window', async () => {
    const { simulator, get, rows } = await wholePast(1);
    const held = simulator.truth.conversationIds();
    for (const id of [held[0], held.at(-1)]) {
      const answer = await get(`/conversation.json-unicode/${id}?formatHistory=0`);
      expect(answer.one).toEqual(rows.get(Number(id)));
      expect(answer.one._link).toBe(`/conversation/${id}`);
    }
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    '/conversation?full=1&formatHistory=0',
    '/conversation.json-unicode?full=1',
    '/conversation.json-unicode?full=1&formatHistory=1',
  ])('have a history that nobody can parse from %s', async (path) => {
    const { get, rules } = await bench();
    const [row] = (await get(path)).data;
    expect(() => JSON.parse(String(row?.history))).toThrow();
    expect(rules()).toEqual(['unformatted history']);
  });
});

describe('local time', () => {
  const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata');
  const second = fc.integer({ min: instant('2020-01-01') / 1000, max: instant('2030-01-01') / 1000 });

  it('leads back to the instant, or to the same hour an hour earlier', () => {
    fc.assert(
      fc.property(zone, second, (name, seconds) => {
        const at = seconds * 1000;
        const back = instantOf(wallOf(at, name), name);
        expect([0, 3_600_000]).toContain(at - back);
        expect(toLocal(back, name)).toBe(toLocal(at, name));
      }),
    );
  });

  it.each([
    ['Europe/Paris', '2016-02-16 11:24:43', '2016-02-16T10:24:43Z'],
    ['Europe/Paris', '2026-03-29 02:30:00', '2026-03-29T01:30:00Z'],
    ['Europe/Paris', '2025-10-26 02:30:00', '2025-10-26T00:30:00Z'],
    ['America/New_York', '2026-03-08 02:30:00', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2025-11-02 01:30:00', '2025-11-02T05:30:00Z'],
    ['Asia/Kolkata', '2026-01-01 05:30:00', '2026-01-01T00:00:00Z'],
  ])('%s %s is %s', (name, local, iso) => {
    expect(instantOf(parseMoment(local)?.wall ?? 0, name)).toBe(instant(iso));
  });

  it('counts months by the calendar, up to the last day of a shorter one', () => {
    const day = (text: string): number => instant(`${text}T08:00:00Z`);
    expect(addMonths(day('2025-11-30'), 3)).toBe(day('2026-02-28'));
    expect(addMonths(day('2026-05-31'), -3)).toBe(day('2026-02-28'));
    expect(addMonths(day('2026-01-15'), -3)).toBe(day('2025-10-15'));
  });
});
