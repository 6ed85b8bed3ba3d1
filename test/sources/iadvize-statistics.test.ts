import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/errors.ts';
import type { StatisticQuestion } from '../../src/model/iadvize-statistics.ts';
import { NOW, type Started, start } from '../support/iadvize-source.ts';
import type { OperationOptions } from '../support/source-harness.ts';

const instant = (iso: string): number => Date.parse(iso);
const MAY = { from: instant('2026-04-30T22:00:00Z'), to: instant('2026-05-31T22:00:00Z') };
const CHAT: StatisticQuestion = { channel: 'chat', websiteIds: null, ...MAY };
const SENT = 'channel=chat from=2026-05-01 00:00:00 to=2026-05-31 23:59:59';

/** The totals of several indicators, as one operation asks for them at once. */
async function totals(
  started: Started,
  indicators: readonly string[],
  { question = CHAT, ...options }: OperationOptions & { readonly question?: StatisticQuestion } = {},
) {
  const { reads, reader, meter } = started.begin(options);
  const cells = await Promise.all(indicators.map((indicator) => reads.figures(reader, question, indicator)));
  return { values: cells.map(([cell]) => cell?.value ?? null), notes: meter.notes };
}

function contacts({ simulator }: Started, span = { from: MAY.from, until: MAY.to }): number {
  const ids = simulator.truth.conversationIds(undefined, span);
  return ids.filter((id) => simulator.truth.conversation(id)?.channel === 'chat').length;
}

/** Changes what the upstream sends under `data`. */
function change({ simulator }: Started, data: (data: unknown) => unknown): void {
  simulator.faults.inject(
    { kind: 'change', change: (body) => ({ ...(body as object), data: data((body as { data: unknown }).data) }) },
    { times: Number.POSITIVE_INFINITY },
  );
}

describe('figures', () => {
  it('of one tick come by one call, and are held one by one for whatever mixture is asked for next', async () => {
    const started = await start();
    const { values } = await totals(started, ['contact_unanswered_number', 'contact_number', 'contact_number']);
    expect(values[1]).toBe(contacts(started));
    expect(started.takeCalls()).toEqual([`/statistic?${SENT} indicators=contact_number,contact_unanswered_number`]);
    started.clock.advance(30_000);
    const later = await totals(started, ['transaction_total_number', 'contact_number']);
    expect(later.values[1]).toBe(values[1]);
    expect(later.notes).toMatchObject([{ ageSeconds: 30, reason: 'CACHE' }]);
    expect(started.takeCalls()).toEqual([`/statistic?${SENT} indicators=transaction_total_number`]);
    await totals(started, ['contact_unanswered_number', 'transaction_total_number']);
    expect(started.takeCalls()).toEqual([]);
  });

  it('of other questions come by calls of their own', async () => {
    const started = await start();
    const { reads, reader } = started.begin();
    const asked: StatisticQuestion[] = [
      CHAT,
      { ...CHAT, channel: 'call' },
      { ...CHAT, resource: 'skill' },
      { ...CHAT, resource: 'skill', resourceId: '201' },
      { ...CHAT, granularity: 'month' },
      { channel: 'chat', websiteIds: null },
    ];
    await Promise.all(asked.map((question) => reads.figures(reader, question, 'contact_number')));
    expect(started.takeCalls().map((call) => call.split(' from=')[0])).toEqual([
      '/statistic?channel=chat',
      '/statistic?channel=call',
      '/statistic?channel=chat resource=skill',
      '/statistic?channel=chat resource=skill resource_id=201',
      '/statistic?channel=chat granularity=month',
      '/statistic?channel=chat',
    ]);
  });

  it('of today are asked for as the day, so that they are found again all day long', async () => {
    const started = await start();
    const question = { channel: 'chat', websiteIds: null };
    await totals(started, ['contact_number'], { question });
    started.takeCalls();
    started.clock.advance(59_000);
    await totals(started, ['contact_number'], { question });
    expect(started.takeCalls()).toEqual([]);
  });

  it('of an empty range are none, and cost nothing', async () => {
    const started = await start();
    const question = { ...CHAT, from: NOW, to: NOW };
    expect((await totals(started, ['contact_number'], { question })).values).toEqual([null]);
    await expect(totals(started, ['contact_number'], { question: { ...CHAT, to: MAY.from - 1 } })).rejects.toThrow(
      InputError,
    );
    expect(started.takeCalls()).toEqual([]);
  });

  it('stand in where a call is not possible, each with its own age, and are all that only-held gives', async () => {
    const started = await start();
    await totals(started, ['contact_number']);
    started.clock.advance(100_000);
    const held = await totals(started, ['contact_number'], { wish: { mode: 'only-held' } });
    expect(held.notes).toMatchObject([{ ageSeconds: 100, reason: 'CACHE' }]);
    await expect(totals(started, ['contact_duration'], { wish: { mode: 'only-held' } })).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
    started.simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    const late = await totals(started, ['contact_number']);
    expect([late.values, late.notes]).toMatchObject([held.values, [{ ageSeconds: 100, reason: 'UPSTREAM_DOWN' }]]);
    await expect(totals(started, ['contact_duration'])).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    started.simulator.faults.clear();
  });

  it('of several keys come from one that sees all of the web sites, as they do not add up', async () => {
    const keys = [
      { label: 'us', secret: 'secret-us', websites: [1] },
      { label: 'paris', secret: 'secret-paris', websites: [0, 3] },
    ] as const;
    const started = await start({ keys });
    const { truth } = started.simulator;
    const question = { ...CHAT, websiteIds: ['1501', '1904'] };
    const { values } = await totals(started, ['contact_number'], { question });
    const span = { from: MAY.from, until: MAY.to };
    const paris = truth.conversationIds('paris', span).filter((id) => truth.conversation(id)?.channel === 'chat');
    expect(values).toEqual([paris.length]);
    expect(started.takeCalls().filter((call) => call.includes('/statistic'))).toEqual([
      'paris /statistic?channel=chat website_list=1501,1904 from=2026-05-01 00:00:00 to=2026-05-31 23:59:59 indicators=contact_number',
    ]);
    for (const websiteIds of [null, ['1501', '1502']])
      await expect(totals(started, ['contact_number'], { question: { ...CHAT, websiteIds } })).rejects.toThrow(
        InputError,
      );
  });
});

describe('indicators that are no longer available', () => {
  const asked = ['contact_number', 'satisfaction_global_rate', 'contact_simultaneous_number'];

  it.each(['null', 'missing'] as const)('are null where they come as %s', async (withdrawnIndicators) => {
    const started = await start({ withdrawnIndicators });
    expect((await totals(started, asked)).values).toEqual([contacts(started), null, null]);
    expect(started.takeCalls()).toHaveLength(1);
  });

  it('cost the others one more call where they are refused, and then none while that is held', async () => {
    const started = await start({ withdrawnIndicators: 'refused' });
    expect((await totals(started, asked)).values).toEqual([contacts(started), null, null]);
    expect(started.takeCalls()).toEqual([
      `/statistic?${SENT} indicators=contact_number,contact_simultaneous_number,satisfaction_global_rate`,
      `/statistic?${SENT} indicators=contact_number`,
    ]);
    expect((await totals(started, asked.slice(1))).values).toEqual([null, null]);
    expect(started.takeCalls()).toEqual([]);
  });

  it('are null alone as well; any other refusal is an error', async () => {
    const started = await start({ withdrawnIndicators: 'refused' });
    expect((await totals(started, ['occupation_duration'])).values).toEqual([null]);
    started.simulator.faults.inject({ kind: 'status', status: 400 }, { times: 1 });
    await expect(totals(started, ['contact_duration'])).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
  });
});

describe('a series', () => {
  const question = { ...CHAT, granularity: 'month' };
  const read = async (started: Started, own: StatisticQuestion = question) => {
    const { reads, reader } = started.begin({ wish: { maxAge: 0, staleIfError: 0 } });
    return reads.figures(reader, own, 'contact_number');
  };
  const start1 = instant('2026-04-30T22:00:00Z');

  it.each<[string, unknown]>([
    ['rows with their date', [{ date: '2026-05-01 00:00:00', contact_number: '12' }]],
    ['rows with the day under another name', [{ period: '2026-05-01', contact_number: 12 }]],
    ['rows with a value', [{ date: '2026-05', value: 12 }]],
    ['a map of starts', { '2026-05-01 00:00:00': 12 }],
    ['a map of starts to objects', { '2026-05': { contact_number: 12 } }],
    ['a map under the indicator', { contact_number: { '2026-05-01': '12' } }],
    ['rows under the indicator', { contact_number: [{ date: '2026-05-01', value: 12 }] }],
  ])('is read from %s', async (_form, data) => {
    const started = await start();
    change(started, () => data);
    expect(await read(started)).toEqual([{ resourceId: null, start: start1, value: 12 }]);
    started.simulator.faults.clear();
  });

  it.each<[string, unknown]>([
    ['rows', [{ id: 32, date: '2026-05-01', contact_number: 5 }]],
    ['a map for each', { 32: { '2026-05-01': 5 } }],
    ['rows with a map each', [{ id: '32', contact_number: { '2026-05': '5' } }]],
  ])('that is grouped is read from %s', async (_form, data) => {
    const started = await start();
    change(started, () => data);
    expect(await read(started, { ...question, resource: 'operator' })).toEqual([
      { resourceId: '32', start: start1, value: 5 },
    ]);
    started.simulator.faults.clear();
  });

  it('leaves out what has no date, with drift, and is no answer if nothing has one', async () => {
    const started = await start();
    change(started, () => [{ contact_number: 3 }, { date: '2026-05-01', contact_number: 'many' }]);
    expect(await read(started)).toEqual([{ resourceId: null, start: start1, value: null }]);
    const drifts = [...started.harness.drifts.counts().keys()];
    expect(drifts).toEqual(
      expect.arrayContaining(['iadvize.statistic data[].date', 'iadvize.statistic contact_number']),
    );
    started.simulator.faults.clear();
    change(started, () => [{ contact_number: 3 }]);
    started.clock.advance(1_000);
    await expect(read(started)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    started.simulator.faults.clear();
  });

  it('that is grouped leaves out what is of no resource, with drift, and is no answer if nothing is of one', async () => {
    const started = await start();
    const grouped = { ...question, resource: 'operator' };
    const lost = [
      { id: { own: 32 }, date: '2026-05-01', value: 3 },
      { id: '', date: '2026-05-01', value: 4 },
      { date: '2026-05-01', value: 5 },
    ];
    change(started, () => [...lost, { id: 32, date: '2026-05-01', value: 6 }]);
    expect(await read(started, grouped)).toEqual([{ resourceId: '32', start: start1, value: 6 }]);
    const drifts = started.harness.drifts.counts();
    expect([drifts.get('iadvize.statistic data[].id'), drifts.get('iadvize.statistic data[]')]).toEqual([2, 3]);
    started.simulator.faults.clear();
    change(started, () => lost);
    started.clock.advance(1_000);
    await expect(read(started, grouped)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    started.simulator.faults.clear();
  });

  it('has its starts on the clocks of the one web site', async () => {
    const started = await start();
    const cells = await read(started, { ...question, websiteIds: ['1777'], granularity: 'day' });
    expect(started.takeCalls()).toEqual([
      '/website/1777',
      '/statistic?channel=chat website_list=1777 granularity=day from=2026-05-01 03:30:00 to=2026-06-01 03:29:59 indicators=contact_number',
    ]);
    expect(cells[0]?.start).toBe(instant('2026-05-01T00:00:00+05:30'));
    expect(cells).toHaveLength(32);
  });
});

describe('the other shapes', () => {
  const figures = async (started: Started, question: StatisticQuestion) => {
    const { reads, reader } = started.begin({ wish: { maxAge: 0, staleIfError: 0 } });
    return reads.figures(reader, question, 'contact_number');
  };

  it.each<[string, unknown, number | null]>([
    ['an object', { contact_number: 12 }, 12],
    ['a list of one', [{ contact_number: '12.5' }], 12.5],
    ['an empty list, as PHP writes an empty object', [], null],
    ['an object without it', { other: 1 }, null],
    ['an object with nonsense in it', { contact_number: ['x'] }, null],
  ])('totals are read from %s', async (_form, data, value) => {
    const started = await start();
    change(started, () => data);
    expect(await figures(started, CHAT)).toEqual([{ resourceId: null, start: null, value }]);
    started.simulator.faults.clear();
  });

  it.each<[string, unknown]>([
    ['a list', [{ id: 32, contact_number: 5 }, { id: 'cart', contact_number: '7' }, { contact_number: 1 }]],
    ['a map', { 32: { contact_number: 5 }, cart: { contact_number: 7 } }],
  ])('groups are read from %s', async (_form, data) => {
    const started = await start();
    change(started, () => data);
    expect(await figures(started, { ...CHAT, resource: 'page_type' })).toEqual([
      { resourceId: '32', start: null, value: 5 },
      { resourceId: 'cart', start: null, value: 7 },
    ]);
    started.simulator.faults.clear();
  });

  it.each([null, 'text', 7])('%j is no answer', async (data) => {
    const started = await start();
    change(started, () => data);
    for (const question of [CHAT, { ...CHAT, resource: 'operator' }, { ...CHAT, granularity: 'day' }])
      await expect(figures(started, question)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    started.simulator.faults.clear();
  });

  it.each([
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00Z', 2],
    ['2026-10-25T00:00:00Z', '2026-10-25T03:00:00Z', 2],
  ])('by the hour begin at different times where the clocks change: %s', async (from, to, hours) => {
    const started = await start();
    const { reads, reader } = started.begin();
    const range = { from: instant(from) - 3_600_000, to: instant(to) };
    const cells = await reads.figures(reader, { ...CHAT, ...range, granularity: 'hour' }, 'contact_number');
    const starts = cells.map(({ start: begin }) => begin);
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts.length).toBe(hours + 1);
  });
});
