import { describe, expect, it } from 'vitest';
import { watchTables } from '../../../src/usage/tables-under-way.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

type Counting = { readonly all: number | null; readonly waits?: Readonly<Record<string, number>> };

/** A table of a thousand records or so, whose calls quota makes wait for so many seconds each. */
function reading({ all, waits = {} }: Counting) {
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
    waitFor: async (endpoint, calls) => {
      const wait = waits[endpoint];
      if (wait === undefined) throw new Error('the store is away');
      return wait * calls;
    },
  });
  return { clock, tables, watch, counts: () => counts };
}

describe('a table that is being read', () => {
  it('tells what it has read, and by its pace how long the rest takes', async () => {
    const { clock, tables, watch } = reading({ all: 1_000 });
    watch.onPage(100, ['visit.visitors.list']);
    clock.advance(10_000);
    watch.onPage(150, ['visit.visitors.list', 'visit.partners.list']);
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
    expect(await tables.report()).toEqual([told]);
  });

  it('is waited for by its calls where quota takes longer than its pace', async () => {
    const { clock, watch } = reading({ all: 1_000, waits: { 'visit.visitors.list': 60, 'visit.partners.list': 1 } });
    clock.advance(10_000);
    watch.onPage(250, ['visit.visitors.list', 'visit.partners.list']);
    // Three pages more of each.
    expect(await watch.progress()).toMatchObject({ secondsLeft: 180 });
  });

  it('does not know its end where only calls could tell, nor its pace before the first record', async () => {
    const unknown = reading({ all: null });
    unknown.watch.onPage(10, []);
    expect(await unknown.watch.progress()).toMatchObject({ records: 10, recordsLeft: null, secondsLeft: null });
    expect(await reading({ all: 5 }).watch.progress()).toMatchObject({ recordsLeft: 5, secondsLeft: null });
  });

  it('is counted once, when somebody looks, and has nothing left when more came than were counted', async () => {
    const { watch, counts, tables } = reading({ all: 5 });
    watch.onPage(7, []);
    expect(counts()).toBe(0);
    expect(await watch.progress()).toMatchObject({ recordsLeft: 0, secondsLeft: 0 });
    await tables.report();
    expect(counts()).toBe(1);
  });

  it('is told of no longer when it is over', async () => {
    const { watch, tables } = reading({ all: 5 });
    watch.end();
    expect(await tables.report()).toEqual([]);
  });
});
