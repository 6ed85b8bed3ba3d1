import { describe, expect, it } from 'vitest';
import { watchTables } from '../../../src/usage/tables-under-way.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

type Counting = { readonly all: number | null; readonly waits?: Readonly<Record<string, number>> | null };

const NEVER = new AbortController().signal;

/** A table of a thousand records or so, whose calls quota makes wait for so many seconds each. */
function reading({ all, waits }: Counting) {
  const clock = createVirtualClock(0);
  const tables = watchTables(clock);
  let counts = 0;
  const watch = tables.begin({
    consumer: 'bi',
    operation: 'Export',
    count: async () => {
      counts += 1;
      if (all === null) throw new Error('the store is away');
      return all;
    },
    waitFor: async (calls) => {
      if (waits === undefined) throw new Error('the store is away');
      if (waits === null) return null;
      return [...calls].reduce((sum, [endpoint, n]) => sum + (waits[endpoint] ?? 0) * n, 0);
    },
  });
  const page = (records: number, endpoints: readonly string[]): void => {
    watch.onCalls(endpoints);
    watch.onPage(records);
  };
  return { clock, tables, watch, page, counts: () => counts };
}

describe('a table that is being read', () => {
  it('tells what it has read, and by its pace how long the rest takes', async () => {
    const { clock, tables, watch, page } = reading({ all: 1_000 });
    page(100, ['visit.visitors.list']);
    clock.advance(10_000);
    page(150, ['visit.visitors.list', 'visit.partners.list']);
    const told = {
      consumer: 'bi',
      operation: 'Export',
      startedAt: 0,
      records: 250,
      calls: 3,
      recordsLeft: 750,
      secondsLeft: 30,
    };
    expect(await watch.progress()).toEqual(told);
    expect(await tables.report(NEVER)).toEqual([told]);
  });

  it('is waited for by its calls where quota takes longer than its pace', async () => {
    const { clock, watch, page } = reading({
      all: 1_000,
      waits: { 'visit.visitors.list': 60, 'visit.partners.list': 1 },
    });
    clock.advance(10_000);
    page(250, ['visit.visitors.list', 'visit.partners.list']);
    // Three pages more of each.
    expect(await watch.progress()).toMatchObject({ secondsLeft: 3 * 60 + 3 });
  });

  it('does not know its end where only calls could tell, nor before the first record', async () => {
    const unknown = reading({ all: null });
    unknown.page(10, []);
    expect(await unknown.watch.progress()).toMatchObject({ records: 10, recordsLeft: null, secondsLeft: null });
    const first = reading({ all: 5 });
    first.watch.onCalls(['visit.visitors.list']);
    expect(await first.watch.progress()).toMatchObject({ calls: 1, recordsLeft: null, secondsLeft: null });
    expect(first.counts()).toBe(0);
  });

  it('is counted once, when somebody looks; again when more came than were counted', async () => {
    const { watch, counts, tables, page } = reading({ all: 5 });
    page(3, []);
    expect(counts()).toBe(0);
    expect(await watch.progress()).toMatchObject({ recordsLeft: 2, secondsLeft: 0 });
    await tables.report(NEVER);
    expect(counts()).toBe(1);
    page(4, []);
    expect(await watch.progress()).toMatchObject({ recordsLeft: 0, secondsLeft: 0 });
    await tables.report(NEVER);
    expect(counts()).toBe(2);
    expect(watch.whole()).toMatchObject({ records: 7, recordsLeft: 0, secondsLeft: 0 });
  });

  it('has no time left to tell where its lane never lets a call through', async () => {
    const { watch, page } = reading({ all: 10, waits: null });
    page(5, ['visit.visitors.list']);
    expect(await watch.progress()).toMatchObject({ recordsLeft: 5, secondsLeft: null });
  });

  it('is told of no longer when it is over', async () => {
    const { watch, tables } = reading({ all: 5 });
    watch.end();
    expect(await tables.report(NEVER)).toEqual([]);
  });
});
