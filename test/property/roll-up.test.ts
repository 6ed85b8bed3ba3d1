import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsageBucket, UsageName, UsageQuestion } from '../../src/model/usage.ts';
import type { UsageNames, UsageStore } from '../../src/store/store.ts';
import { oldUsage, rollUpUsage } from '../../src/usage/roll-up.ts';
import { reportUsage } from '../../src/usage/usage-report.ts';
import { type AccountKeeper, PERMIT_STORES, STORES } from '../support/permit-stores.ts';
import { runs } from '../support/proof.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2027, 0, 1);
const END = Date.UTC(2028, 0, 1);
const AGES = { detailDays: 7, hourDays: 90 };
const DIMENSIONS: readonly UsageName[] = ['upstream', 'credential', 'consumer', 'endpoint', 'operation', 'outcome'];
const NO_FLUSH = { flush: async () => undefined };
const NEVER = new AbortController().signal;

/** Something that is counted, or a roll-up of so many steps. */
type Event =
  | { readonly kind: 'call'; readonly at: number; readonly names: UsageNames; readonly isOver: boolean }
  | { readonly kind: 'gathered'; readonly at: number; readonly names: UsageNames; readonly count: number }
  | { readonly kind: 'roll-up'; readonly at: number; readonly steps: number };

/** Close together and far apart: some within one hour, some at the edges of a day. */
const instant = fc
  .tuple(
    fc.constantFrom(0, 3, 6.9, 7, 89, 90, 100, 364),
    fc.integer({ min: 0, max: DAY }),
    fc.constantFrom(MINUTE, HOUR, DAY),
  )
  .map(([day, rest, grain]) => Math.min(START + day * DAY + (rest % grain), END - 1));
const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const names = fc.record({
  upstream: oneOf('VISIT', 'IADVIZE'),
  credential: oneOf('key-1', 'key-2'),
  consumer: oneOf('a', 'b'),
  endpoint: oneOf('x', 'y'),
  operation: oneOf('p', 'q'),
  outcome: oneOf('OK', 'THROTTLED', 'TIMEOUT'),
});
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('call' as const), at: instant, names, isOver: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('gathered' as const), at: instant, names, count: fc.nat(9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('roll-up' as const), at: instant, steps: fc.integer({ min: 1, max: 4 }) }),
  },
);

type Wrong = (store: UsageStore) => UsageStore;
const right: Wrong = (store) => store;

/** A store after all that happened, in its order, and the instant of the last roll-up. */
async function live(events: readonly Event[], store: AccountKeeper, usage: UsageStore, clock: { now: number }) {
  let old = { hoursBefore: START, daysBefore: START };
  for (const one of events.toSorted((a, b) => a.at - b.at)) {
    clock.now = one.at;
    if (one.kind === 'roll-up') {
      old = oldUsage(AGES, one.at);
      for (let step = 0; step < one.steps; step += 1) await usage.rollUp(old);
    } else if (one.kind === 'gathered') {
      const minute = one.at - (one.at % MINUTE);
      await usage.add([{ minute, ...one.names, calls: 0, shared: one.count, cacheHits: 2 * one.count }]);
    } else {
      const { credential, outcome, ...entry } = one.names;
      const payers = [{ account: 'account', credential, windows: [] }];
      const permit = await store.permits.take({ payers, call: { ...entry, attempt: 1 }, timeoutMs: 8_000 });
      const end = { outcome, durationMs: 1, bytes: 1, answered: true };
      if (permit.kind === 'permit' && one.isOver) await store.permits.settle(permit.id, end);
    }
  }
  return old;
}

/** The same sums by counting. */
function counted(events: readonly Event[], { from, to, resolution, groupBy }: UsageQuestion): readonly UsageBucket[] {
  const buckets = new Map<string, UsageBucket>();
  for (const one of events) {
    if (one.kind === 'roll-up' || one.at < from || one.at >= to) continue;
    const outcome = one.kind === 'call' && !one.isOver ? 'ABORTED' : one.names.outcome;
    const date = new Date(one.at).toISOString();
    const end = { MINUTE: 16, HOUR: 13, DAY: 10, MONTH: 7 }[resolution];
    const start = Date.parse(date.slice(0, end) + '0000-01-01T00:00:00.000Z'.slice(end));
    const group = Object.fromEntries(groupBy.map((name) => [name, { ...one.names, outcome }[name]]));
    const key = JSON.stringify([start, group]);
    const sum = buckets.get(key) ?? { start, ...group, calls: 0, shared: 0, cacheHits: 0, errors: 0, throttled: 0 };
    const calls = one.kind === 'call' ? 1 : 0;
    const count = one.kind === 'gathered' ? one.count : 0;
    buckets.set(key, {
      ...sum,
      calls: sum.calls + calls,
      shared: sum.shared + count,
      cacheHits: sum.cacheHits + 2 * count,
      errors: sum.errors + (outcome === 'OK' || outcome === 'THROTTLED' ? 0 : calls),
      throttled: sum.throttled + (outcome === 'THROTTLED' ? calls : 0),
    });
  }
  return [...buckets.values()];
}

/** Every sum at every resolution that is still kept equals what was counted, whatever was rolled up. */
async function check(
  events: readonly Event[],
  open: (typeof PERMIT_STORES)[number]['open'],
  wrong: Wrong,
): Promise<void> {
  const clock = { now: START };
  const store = await open({ now: () => clock.now, after: () => () => undefined });
  try {
    const usage = wrong(store.usage);
    const { hoursBefore, daysBefore } = await live(events, store, usage, clock);
    const compare = async (): Promise<void> => {
      for (const groupBy of [[], DIMENSIONS, ...DIMENSIONS.map((one) => [one])])
        for (const [resolution, from] of [
          ['MINUTE', Math.max(hoursBefore, START)],
          ['HOUR', Math.max(daysBefore, START)],
          ['DAY', START],
          ['MONTH', START],
        ] as const) {
          const question: UsageQuestion = { from, to: END, resolution, groupBy, filter: {} };
          const told = await reportUsage(usage, NO_FLUSH, question);
          const sorted = (rows: readonly UsageBucket[]) =>
            rows.map((row) => JSON.stringify(Object.entries(row).sort()));
          expect(sorted(told).sort()).toEqual(sorted(counted(events, question)).sort());
        }
    };
    await compare();
    await rollUpUsage(usage, { hoursBefore, daysBefore }, NEVER);
    await compare();
  } finally {
    await store.close();
  }
}

const someEvents = fc.array(event, { minLength: 1, maxLength: 30 });

describe.each(PERMIT_STORES)('rolling up in $name', ({ open }) => {
  test('changes no sum of any dimension at the resolutions that are still kept, whenever and however far it goes', async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, (events) => check(events, open, right)),
      runs(15, 500),
    );
  });
});

/** What a roll-up gone wrong would do. The checker must find each. */
const WRONG: Readonly<Record<string, Wrong>> = {
  'counts twice what it moves': (usage) => ({
    ...usage,
    rollUp: async (old) => {
      const rows = await usage.between(0, old.hoursBefore);
      await usage.add(rows.filter(({ span }) => span === 'MINUTE').map((row) => ({ minute: row.start, ...row })));
      return usage.rollUp(old);
    },
  }),
  'moves what is not old yet': (usage) => ({
    ...usage,
    rollUp: (old) => usage.rollUp({ ...old, hoursBefore: old.hoursBefore + 7 * DAY }),
  }),
  'loses hours on their way to days': (usage) => ({
    ...usage,
    between: async (from, to) => (await usage.between(from, to)).filter(({ span }) => span !== 'DAY'),
  }),
};

test.each(Object.entries(WRONG))('a roll-up that %s is found out', async (_, wrong) => {
  const [memory] = STORES;
  if (memory === undefined) throw new TypeError('no store');
  const property = fc.asyncProperty(someEvents, (events) => check(events, memory.open, wrong));
  const found = await fc.check(property, { ...runs(60, 60), endOnFailure: true });
  expect(found.failed).toBe(true);
});
