import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, afterRepeatedHour, toInstant, toLocal } from '../../src/sources/iadvize/local-time.ts';
import { type PeriodRule, periodsOf } from '../../src/sources/iadvize/periods.ts';
import { numbersOf, start } from '../support/iadvize-source.ts';
import { itemsOf } from '../support/source-harness.ts';

const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca'];
const FIRST = Date.parse('2019-01-01T00:00:00Z');
const LAST = Date.parse('2026-12-31T00:00:00Z');
const NOW = Date.parse('2026-06-15T12:00:00Z');
/** Of conversations, and of transactions. */
const QUARTER: PeriodRule = { months: 3, missing: 'upstream' };
const MONTH: PeriodRule = { months: 1, missing: 'today' };
const instants = fc.integer({ min: FIRST, max: LAST });

describe('local times', () => {
  it('are read on both sides of a change of the clocks', () => {
    expect(toInstant('2026-03-29 01:59:59', 'Europe/Paris')).toBe(Date.parse('2026-03-29T00:59:59Z'));
    // Skipped: the same time after the jump.
    expect(toInstant('2026-03-29 02:30:00', 'Europe/Paris')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(toInstant('2026-03-29 03:00:00', 'Europe/Paris')).toBe(Date.parse('2026-03-29T01:00:00Z'));
    // Shown twice: the first pass.
    expect(toInstant('2026-10-25 02:30:00', 'Europe/Paris')).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(toLocal(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Paris')).toBe('2026-10-25 02:30:00');
  });

  it('round-trip at any instant but in the second pass of an hour', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const second = Math.floor(instant / 1000) * 1000;
        const clear = afterRepeatedHour(second, zone);
        expect(toInstant(toLocal(clear, zone), zone)).toBe(clear);
        expect(clear - second).toBeGreaterThanOrEqual(0);
        expect(clear - second).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it('find the end of an hour that the clocks show twice', () => {
    const zone = 'Europe/Paris';
    const end = Date.parse('2026-10-25T02:00:00Z');
    expect(afterRepeatedHour(Date.parse('2026-10-25T00:59:59Z'), zone)).toBe(Date.parse('2026-10-25T00:59:59Z'));
    expect(afterRepeatedHour(Date.parse('2026-10-25T01:00:00Z'), zone)).toBe(end);
    expect(afterRepeatedHour(Date.parse('2026-10-25T01:59:59Z'), zone)).toBe(end);
  });
});

describe('the periods of a range', () => {
  it('follow one another without gap or overlap, none longer than the upstream allows', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...ZONES),
        (a, b, open, long, zone) => {
          const rule = long ? QUARTER : MONTH;
          const [from, to] = open ? [Math.min(a, NOW), undefined] : [Math.min(a, b), Math.max(a, b)];
          const periods = periodsOf({ from, ...(to !== undefined && { to }) }, zone, NOW, rule);
          for (const [index, { from: begin = '', to: end }] of periods.entries()) {
            const next = periods[index + 1];
            expect(end === undefined).toBe(open && long && next === undefined);
            if (end !== undefined) expect(end <= addMonths(begin, long ? 3 : 1)).toBe(true);
            if (next !== undefined)
              expect(Date.parse(`${next.from?.replace(' ', 'T')}Z`)).toBe(
                Date.parse(`${end?.replace(' ', 'T')}Z`) + 1000,
              );
          }
          const first = periods[0];
          if (first?.from === undefined) return;
          expect(toInstant(first.from, zone)).toBeLessThanOrEqual(Math.ceil(from / 1000) * 1000);
          const last = periods.at(-1);
          if (to !== undefined) expect(toInstant(last?.to ?? '', zone)).toBeGreaterThanOrEqual(to - 1000);
          if (open && long) expect(toInstant(addMonths(last?.from ?? '', 3), zone)).toBeGreaterThan(NOW);
          if (open && !long) expect(last?.to).toBe(`${toLocal(NOW, zone).slice(0, 10)} 23:59:59`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never grow over 3 months from the end of a long month', () => {
    const from = Date.parse('2025-11-30T11:00:00Z');
    expect(periodsOf({ from, to: Date.parse('2026-09-01T10:00:00Z') }, 'Europe/Paris', NOW, QUARTER)).toEqual([
      { from: '2025-11-30 12:00:00', to: '2026-02-28 11:59:59' },
      { from: '2026-02-28 12:00:00', to: '2026-05-28 11:59:59' },
      { from: '2026-05-28 12:00:00', to: '2026-08-28 11:59:59' },
      { from: '2026-08-28 12:00:00', to: '2026-09-01 11:59:59' },
    ]);
  });

  it('of a rule that needs both ends reach to the end of today, all day long, and a month back without a start', () => {
    const day = { from: '2026-05-16 00:00:00', to: '2026-06-15 23:59:59' };
    for (const hour of ['2026-06-14T22:00:00Z', '2026-06-15T12:00:00Z', '2026-06-15T21:59:59Z'])
      expect(periodsOf({}, 'Europe/Paris', Date.parse(hour), MONTH)).toEqual([day]);
    expect(periodsOf({ to: Date.parse('2026-03-31T10:00:00Z') }, 'Europe/Paris', NOW, MONTH)).toEqual([
      { from: '2026-03-01 12:00:00', to: '2026-03-31 11:59:59' },
    ]);
    expect(periodsOf({ from: NOW + 60_000 }, 'Europe/Paris', NOW, MONTH)).toEqual([]);
  });

  it('of a rule without bounds are the ends that were given', () => {
    const rule: PeriodRule = { missing: 'none' };
    const ahead = NOW + 86_400_000;
    expect(periodsOf({}, 'Europe/Paris', NOW, rule)).toEqual([{}]);
    expect(periodsOf({ from: ahead }, 'Europe/Paris', NOW, rule)).toEqual([{ from: '2026-06-16 14:00:00' }]);
    expect(periodsOf({ to: ahead }, 'Asia/Kolkata', NOW, rule)).toEqual([{ to: '2026-06-16 17:29:59' }]);
    expect(periodsOf({ from: NOW, to: NOW }, 'Europe/Paris', NOW, rule)).toEqual([]);
  });

  it('bring what the upstream holds around a change of the clocks', async () => {
    const started = await start({ size: 40 });
    const { truth } = started.simulator;
    for (const change of ['2025-10-26T01:00:00Z', '2026-03-29T01:00:00Z'].map((text) => Date.parse(text))) {
      for (const [before, after] of [
        [30, 30],
        [1, 90],
        [90, 1],
        [60 * 24, 60 * 24],
      ] as const) {
        const [from, to] = [change - before * 60_000, change + after * 60_000];
        const { reads, reader } = started.begin();
        const found = numbersOf(await itemsOf(reads.conversations(reader, { from, to })));
        const expected = truth.conversationIds(undefined, { from, until: to });
        expect(found.filter((id) => expected.includes(id))).toEqual(expected);
        // Only the rest of the hour that the clocks show twice may come along.
        expect(truth.conversationIds(undefined, { from: from - 3_600_000, until: to + 3_600_000 })).toEqual(
          expect.arrayContaining(found),
        );
      }
    }
  });
});
