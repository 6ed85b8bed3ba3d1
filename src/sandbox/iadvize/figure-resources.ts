import { type CallMeetingRecord, callMeetingRow } from './call-meetings.ts';
import { ONE_MONTH, type PeriodBound, readPeriod } from './period.ts';
import type { FilterRules, Filters } from './query.ts';
import { isRefusal, type Refusal } from './replies.ts';
import { type Resource, type Scene, selectionKey } from './resource.ts';
import { type SatisfactionRecord, satisfactionRow } from './satisfactions.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';
import { publishedUntil, type TransactionRecord, transactionRow } from './transactions.ts';
import { sees, type WireRow } from './wire-row.ts';

const RANGED = { website_id: 'id', from: 'moment', to: 'moment' } as const satisfies FilterRules;

type Tests<T> = Readonly<Record<string, (row: T, wanted: string) => boolean>>;

/** Records that belong to one website and one instant. */
type Kind<T> = {
  readonly name: string;
  readonly rules: FilterRules;
  readonly tests: Tests<T>;
  readonly bound: PeriodBound;
  readonly table: (store: Store) => Table<T>;
  readonly at: (row: T) => number;
  /** Records from this instant on are not shown yet. */
  readonly shownUntil: (now: number) => number;
  readonly wire: (world: Store['world'], row: T) => WireRow;
};

function find<T extends { readonly websiteId: number }>(
  kind: Kind<T>,
  scene: Scene,
  filters: Filters,
): readonly number[] | Refusal {
  const period = readPeriod(filters, scene.now, scene.report, kind.bound);
  if (isRefusal(period)) return period;
  const until = Math.min(period.until, kind.shownUntil(scene.now));
  const tests = [...filters].flatMap(([name, wanted]) => {
    const test = kind.tests[name];
    return test === undefined ? [] : [(row: T) => test(row, wanted)];
  });
  const match = (row: T): boolean =>
    kind.at(row) >= period.from &&
    kind.at(row) < until &&
    sees(scene.access, [row.websiteId]) &&
    tests.every((test) => test(row));
  return kind.table(scene.store).select(`${selectionKey(scene, filters)} ${period.from} ${until}`, match);
}

function resourceOf<T extends { readonly websiteId: number }>(kind: Kind<T>): Resource {
  return {
    name: kind.name,
    rules: kind.rules,
    extra: '',
    repeatsLastPage: false,
    list: (scene, filters) => find(kind, scene, filters),
    row: ({ store, access, now }, id) => {
      const found = kind.table(store).get(id);
      if (found === undefined || !sees(access, [found.websiteId]) || kind.at(found) >= kind.shownUntil(now))
        return undefined;
      return kind.wire(store.world, found);
    },
  };
}

const isLinked = (id: number | null, wanted: string): boolean => {
  if (wanted === 'null' || wanted === '!null') return (id === null) === (wanted === 'null');
  return id === Number(wanted);
};

/** A day of them appears on the next day at 5 am. */
export const transactionResource: Resource = resourceOf<TransactionRecord>({
  name: 'transaction',
  rules: { ...RANGED, operator_id: 'id', conversation_id: 'link' },
  tests: {
    website_id: ({ websiteId }, wanted) => websiteId === Number(wanted),
    operator_id: ({ operatorId }, wanted) => operatorId === Number(wanted),
    conversation_id: ({ conversationId }, wanted) => isLinked(conversationId, wanted),
  },
  bound: ONE_MONTH,
  table: ({ transactions }) => transactions,
  at: ({ createdAt }) => createdAt,
  shownUntil: publishedUntil,
  wire: transactionRow,
});

const always = (): number => Number.POSITIVE_INFINITY;

export const satisfactionResource: Resource = resourceOf<SatisfactionRecord>({
  name: 'satisfaction',
  rules: { ...RANGED, operator_id: 'id', conversation_id: 'id' },
  tests: {
    website_id: ({ websiteId }, wanted) => websiteId === Number(wanted),
    operator_id: ({ operatorId }, wanted) => operatorId === Number(wanted),
    conversation_id: ({ conversationId }, wanted) => conversationId === Number(wanted),
  },
  bound: undefined,
  table: ({ satisfactions }) => satisfactions,
  at: ({ createdAt }) => createdAt,
  shownUntil: always,
  wire: satisfactionRow,
});

export const callMeetingResource: Resource = {
  ...resourceOf<CallMeetingRecord>({
    name: 'callmeeting',
    rules: RANGED,
    tests: { website_id: ({ websiteId }, wanted) => websiteId === Number(wanted) },
    bound: undefined,
    table: ({ callMeetings }) => callMeetings,
    at: ({ startAt }) => startAt,
    shownUntil: always,
    wire: callMeetingRow,
  }),
  listOnly: true,
};
