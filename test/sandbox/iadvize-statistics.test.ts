import { describe, expect, it } from 'vitest';
import { STATISTIC_INDICATORS } from '../../src/model/statistic-indicators.ts';
import { INDICATOR_CHANNELS } from '../../src/sandbox/iadvize/indicators.ts';
import { type Bench, bench, filter, NOW, type Row } from './iadvize-support.ts';

const instant = (iso: string): number => Date.parse(iso);
const MARCH = { from: instant('2026-02-28T23:00:00Z'), until: instant('2026-03-31T22:00:00Z') };
const RANGE = `${filter('from', '2026-03-01')}&${filter('to', '2026-03-31')}`;
const COUNTS = filter('indicators', 'contact_number,transaction_total_number');

/** What stands under `data`, with figures as numbers. */
async function ask({ get }: Bench, query: string): Promise<Row & Row[]> {
  const { data } = await get(`/statistic?${query}`);
  const plain = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        INDICATOR_CHANNELS.has(name) && value !== null ? Number(value) : value,
      ]),
    );
  return (Array.isArray(data) ? data.map(plain) : plain(data)) as Row & Row[];
}

function chats({ simulator }: Bench, span = MARCH) {
  const { truth } = simulator;
  const all = truth.conversationIds('all', span).map((id) => ({ ...truth.conversation(id) }));
  return all.filter(({ channel }) => channel === 'chat');
}

const total = (rows: readonly Row[], name: string): number => rows.reduce((sum, row) => sum + Number(row[name]), 0);

describe('statistics', () => {
  it('are counted from the conversations and published transactions of the period', async () => {
    const one = await bench({ size: 2 });
    expect(await ask(one, `${RANGE}&${COUNTS}&${filter('channel', 'chat')}`)).toEqual({
      contact_number: chats(one).length,
      transaction_total_number: one.simulator.truth.transactions('all', MARCH).length,
    });
    expect(one.rules()).toEqual([]);
  });

  it('have the same sum by resource and by time, where they add up', async () => {
    const one = await bench({ size: 2 });
    const base = `${RANGE}&${filter('indicators', 'contact_number')}`;
    const whole = await ask(one, base);
    for (const granularity of ['day', 'month', 'hour']) {
      const rows = await ask(one, `${base}&${filter('granularity', granularity)}`);
      expect(rows).toHaveLength(Number({ day: 31, month: 1, hour: 31 * 24 }[granularity]) ?? 0);
      expect(total(rows, 'contact_number')).toBe(whole.contact_number);
      const dates = rows.map(({ date }) => String(date));
      expect(dates).toEqual(dates.toSorted());
    }
    for (const resource of ['contact_type', 'page_type']) {
      const rows = await ask(one, `${base}&${filter('resource', resource)}`);
      const unknown = resource === 'page_type' ? Number(whole.contact_number) - total(rows, 'contact_number') : 0;
      expect(total(rows, 'contact_number') + unknown).toBe(whole.contact_number);
    }
    const operators = await ask(one, `${base}&${filter('resource', 'operator')}`);
    expect(total(operators, 'contact_number')).toBe(chats(one).filter(({ operatorId }) => operatorId !== null).length);
    expect(one.rules()).toEqual([]);
  });

  it('are those of today without ends, on the clocks of the one website', async () => {
    const one = await bench({ size: 40 });
    const india = { from: instant('2026-05-19T18:30:00Z'), until: instant('2026-05-20T18:30:00Z') };
    const expected = chats(one, india).filter(({ websiteId }) => websiteId === 1777).length;
    expect(expected).toBeGreaterThan(0);
    expect(await ask(one, `${filter('indicators', 'contact_number')}&${filter('website_list', 1777)}`)).toEqual({
      contact_number: expected,
    });
    const paris = { from: instant('2026-05-19T22:00:00Z'), until: NOW + 1 };
    expect(await ask(one, filter('indicators', 'contact_number'))).toEqual({
      contact_number: chats(one, paris).length,
    });
  });

  it('are null where the channel has none, and where they are no longer computed', async () => {
    const one = await bench();
    const names = 'contact_waiting_number,contact_number,satisfaction_global_rate';
    const row = await ask(one, `${RANGE}&${filter('indicators', names)}&${filter('channel', 'call')}`);
    expect(row).toEqual({
      contact_waiting_number: null,
      contact_number: expect.any(Number),
      satisfaction_global_rate: null,
    });
  });

  it.each([
    ['no indicators', RANGE, "Field 'indicators' is missing.", 'indicators missing'],
    [
      'an unknown indicator',
      filter('indicators', 'contacts'),
      "Value of field 'indicators' is not valid.",
      'unknown indicator',
    ],
    [
      'a cut by time of two indicators',
      `${COUNTS}&${filter('granularity', 'day')}`,
      "Field 'granularity' needs exactly one indicator.",
      'granularity with several indicators',
    ],
    [
      'an unknown channel',
      `${COUNTS}&${filter('channel', 'fax')}`,
      "Value of field 'channel' is not valid.",
      'malformed filter value',
    ],
    [
      'an unknown resource',
      `${COUNTS}&${filter('resource', 'site')}`,
      "Value of field 'resource' is not valid.",
      'malformed filter value',
    ],
  ])('fail for %s', async (_what, query, message, rule) => {
    const { get, rules } = await bench();
    const answer = await get(`/statistic?${query}`);
    expect([answer.status, answer.meta.status, answer.meta.message]).toEqual([400, 'fail', message]);
    expect(rules()).toEqual([rule]);
  });

  it('may be refused or left out where they are withdrawn', async () => {
    const names = filter('indicators', 'contact_number,contact_simultaneous_number');
    const refusing = await bench({ withdrawnIndicators: 'refused' });
    expect((await refusing.get(`/statistic?${RANGE}&${names}`)).meta.status).toBe('fail');
    const leaving = await bench({ withdrawnIndicators: 'missing' });
    expect(Object.keys(await ask(leaving, `${RANGE}&${names}`))).toEqual(['contact_number']);
  });

  it('show to a key what its websites have', async () => {
    const one = await bench({ size: 2 });
    const { data } = await one.get(`/statistic?${RANGE}&${filter('indicators', 'contact_number')}`, 'secret-us');
    const own = chats(one).filter(({ websiteId }) => websiteId === 1502);
    expect(Number((data as unknown as Row).contact_number)).toBe(own.length);
  });
});

describe('the documented indicators', () => {
  it('are 57, and the same in the simulator and in the schema, each on the same channels', () => {
    expect(STATISTIC_INDICATORS.size).toBe(57);
    const mine = [...STATISTIC_INDICATORS.values()].map(({ name, channels }) => [name, [...channels].toSorted()]);
    const theirs = [...INDICATOR_CHANNELS].map(([name, channels]) => [name, [...channels].toSorted()]);
    expect(mine.toSorted()).toEqual(theirs.toSorted());
  });

  it('have the unit that their name says, but for one', () => {
    const units = { _duration: 'SECOND', _rate: 'RATE', _amount: 'AMOUNT', _number: 'NUMBER' } as const;
    const odd = [...STATISTIC_INDICATORS.values()].filter(({ name, unit }) => {
      const suffix = Object.keys(units).find((one) => name.endsWith(one)) as keyof typeof units | undefined;
      return suffix !== undefined && units[suffix] !== unit;
    });
    expect(odd.map(({ name, unit }) => [name, unit])).toEqual([['cart_after_contact_amount', 'NUMBER']]);
  });

  it('never add up where they are averages, shares or smoothed', () => {
    const additive = [...STATISTIC_INDICATORS.values()].filter((one) => one.additive).map(({ name }) => name);
    expect(
      additive.filter((name) => /_rate$|per_hour|per_conversation|^cart_|smoothed|simultaneous|average/.test(name)),
    ).toEqual([]);
    expect(additive.filter((name) => /^contact_.*_duration$/.test(name))).toEqual([]);
    expect(additive).toHaveLength(28);
  });
});
