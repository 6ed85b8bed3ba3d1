import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RememberedCopies, rememberCopies } from '../../../../src/loading/collections/remembered-copies.ts';
import { openMemoryStore } from '../../../../src/store/memory.ts';
import type { HeldRow, StoredRow } from '../../../../src/store/rows.ts';
import type { CopyStore } from '../../../../src/store/store.ts';
import { StoreAway } from '../../../../src/store/store-away.ts';
import { gate } from '../../../support/engine.ts';
import { heldRows } from '../../../support/held-rows.ts';
import { runs } from '../../../support/proof.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const HOUR_MS = 3_600_000;
const COPY = 'visit.things 1 keys-1';
const IDS = ['a', 'b', 'c'];
const TERMS = ['x', 'y'];

/** A copy store that can be away. */
function leavable() {
  const clock = createVirtualClock();
  const { copies: real } = openMemoryStore(clock);
  let isAway = false;
  const entries = Object.entries<(...given: never[]) => Promise<unknown>>(real).map(([name, work]) => {
    const guarded = async (...given: never[]) => {
      if (isAway) throw new StoreAway();
      return work(...given);
    };
    return [name, guarded];
  });
  const copies = Object.fromEntries(entries) as CopyStore;
  return { clock, real, copies, leave: () => (isAway = true), comeBack: () => (isAway = false) };
}

type Build = (copies: CopyStore, clock: ReturnType<typeof createVirtualClock>) => RememberedCopies;

/** Whatever was answered is answered again, whatever has become of the copy. */
const naive: Build = (copies) => {
  const memory = new Map<string, unknown>();
  const remembering = (name: string, work: (...given: never[]) => Promise<unknown>) => {
    const asked = async (...given: never[]) => {
      const key = JSON.stringify([name, given]);
      try {
        const value = await work(...given);
        memory.set(key, value);
        return value;
      } catch (error) {
        if (!memory.has(key)) throw error;
        return memory.get(key);
      }
    };
    return [name, asked] as const;
  };
  const { state, rows, find, count } = copies;
  const reads = Object.entries({ state, rows, find, count }).map(([name, work]) => remembering(name, work));
  return { copies: { ...copies, ...Object.fromEntries(reads) }, clear: () => memory.clear() };
};

const forgetful: Build = (copies, clock) => ({ ...rememberCopies(copies, clock), clear: () => undefined });

type Ask = (copies: CopyStore) => Promise<unknown>;

const rowsOf =
  (...ids: readonly string[]): Ask =>
  async (copies) =>
    heldRows(await copies.rows(COPY, ids)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
const find =
  (limit: number, ...values: readonly string[]): Ask =>
  async (copies) => {
    const [value] = values;
    const query = { ...(value && { term: ['email', value] as const }), direction: 'descending' as const, limit };
    return heldRows(await copies.find(COPY, query));
  };
/** What can be asked of one instant. */
const QUESTIONS: readonly Ask[] = [
  ...IDS.map((id) => rowsOf(id)),
  ...[undefined, ...TERMS].flatMap((term) => [1, 9].map((limit) => find(limit, ...(term ? [term] : [])))),
  (copies) => copies.count(COPY),
];

type Writing = {
  readonly kind: 'page' | 'put' | 'absent';
  readonly who: 'self' | 'other';
  readonly ids: readonly string[];
  readonly term: string;
};
type Step =
  | Writing
  | { readonly kind: 'ask'; readonly question: number }
  | { readonly kind: 'ask together' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'look away' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('page' as const, 'put' as const, 'absent' as const),
    who: fc.constantFrom('self' as const, 'other' as const),
    ids: fc.subarray(IDS),
    term: fc.constantFrom(...TERMS),
  }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), question: fc.nat(QUESTIONS.length - 1) }) },
  fc.record({ kind: fc.constantFrom('ask together' as const, 'forget' as const, 'look away' as const) }),
);

/** What the store would have answered at one instant. */
type Instant = { readonly state: string | null; readonly answers: readonly string[] };

async function instantOf(copies: CopyStore): Promise<Instant> {
  const answers = await Promise.all(QUESTIONS.map((ask) => ask(copies)));
  return { state: await copies.state(COPY), answers: answers.map((answer) => JSON.stringify(answer)) };
}

/**
 * Lets this process and another use a copy. Whatever is answered while the store is away must have been true since the state that is then
 * told was seen, since this process wrote what changes it, and since anybody was last forgotten. Says how much was answered so.
 */
async function live(steps: readonly Step[], build: Build): Promise<number> {
  const { clock, real, copies: away, leave, comeBack } = leavable();
  const { copies: own, clear } = build(away, clock);
  let [serial, answered] = [0, 0];
  let history = [await instantOf(real)];
  let told: string | null | undefined;
  /** Of each question the first instant whose answer will do. */
  const from = QUESTIONS.map(() => 0);
  const see = async (): Promise<void> => {
    const state = await own.state(COPY);
    if (state !== told) from.fill(history.findIndex((one) => one.state === state));
    told = state;
  };
  const row = (id: string, { kind, term }: Writing): StoredRow => {
    serial += 1;
    if (kind === 'absent') return { id, sort: '', body: null, readAt: serial, terms: [] };
    const sort = String(serial).padStart(5, '0');
    return { id, sort, body: sort, readAt: serial, terms: [['email', term]] };
  };
  const write = async (writing: Writing): Promise<void> => {
    const { kind, who, ids } = writing;
    // In its turn a process looks how far the copy has come before it writes a page.
    if (kind === 'page' && who === 'self') await see();
    const state = kind === 'page' ? `page ${history.length} of ${serial}` : null;
    const rows = ids.map((id) => row(id, writing));
    await (who === 'self' ? own : real).write(COPY, rows, state);
    history.push(await instantOf(real));
    if (who === 'other') return;
    told = state ?? told;
    for (const index of QUESTIONS.keys())
      if (index < IDS.length ? ids.includes(IDS[index] ?? '') : ids.length > 0) from[index] = history.length - 1;
  };
  const look = async (): Promise<void> => {
    leave();
    expect(await own.state(COPY).catch(() => undefined)).toBe(told);
    for (const [index, ask] of QUESTIONS.entries()) {
      const answer = await ask(own).then(JSON.stringify, () => undefined);
      if (answer === undefined) continue;
      answered += 1;
      expect(history.slice(from[index]).map(({ answers }) => answers[index])).toContain(answer);
    }
    comeBack();
  };
  const forget = async (): Promise<void> => {
    await real.dropRows(COPY, ['a']);
    clear();
    history = [await instantOf(real)];
    from.fill(0);
    told = undefined;
  };
  const run = async (one: Step): Promise<void> => {
    if (one.kind === 'look away') return look();
    if (one.kind === 'forget') return forget();
    if (one.kind !== 'ask' && one.kind !== 'ask together') return write(one);
    await see();
    await (one.kind === 'ask' ? QUESTIONS[one.question] : rowsOf(...IDS))?.(own);
  };
  for (const one of steps) await run(one);
  await look();
  return answered;
}

const lives = fc.array(step, { minLength: 1, maxLength: 30 });

test('what is remembered was true of the copy that is told with it, and nobody who was forgotten is in it', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      answered += await live(steps, rememberCopies);
    }),
    runs(60, 5_000),
  );
  expect(answered).toBeGreaterThan(60);
});

test.each([
  ['answers by what was asked alone', naive],
  ['does not hear of who was forgotten', forgetful],
])('a memory that %s is found out', async (_what, build) => {
  const { seed } = runs(1, 1);
  const found = await fc.check(
    fc.asyncProperty(lives, async (steps) => void (await live(steps, build))),
    { seed: seed ?? 0, numRuns: 500 },
  );
  expect(found.failed).toBe(true);
});

const THING: StoredRow = { id: 'a', sort: '1', body: '1', readAt: 1, terms: [] };
const held = ({ id, sort, body, readAt }: StoredRow): HeldRow => ({ id, sort, body, readAt });

test('while the store is away nobody need be told of a use, single records are given all the same, and no page is written', async () => {
  const { clock, copies: away, leave } = leavable();
  const { copies } = rememberCopies(away, clock);
  await copies.state(COPY);
  leave();
  await copies.touch(COPY, 1);
  await copies.write(COPY, [THING], null);
  expect(await copies.rows(COPY, ['a'])).toMatchObject([held(THING)]);
  for (const refused of [
    copies.write(COPY, [THING], 'state'),
    copies.fill(COPY, 'me', 1_000),
    copies.rows(COPY, ['b']),
  ])
    await expect(refused).rejects.toBeInstanceOf(StoreAway);
});

test('what was being read while the copy changed is not remembered', async () => {
  const { clock, copies: away, leave } = leavable();
  const found = gate<readonly HeldRow[]>();
  const { copies } = rememberCopies(
    { ...away, find: (...asked) => (late ? found.promise : away.find(...asked)) },
    clock,
  );
  let late = true;
  const all = { direction: 'ascending', limit: 9 } as const;
  await copies.state(COPY);
  const before = copies.find(COPY, all);
  await copies.write(COPY, [THING], null);
  found.open([]);
  expect(await before).toEqual([]);
  late = false;
  leave();
  await expect(copies.find(COPY, all)).rejects.toBeInstanceOf(StoreAway);
});

test('a record that comes late does not replace the later one', async () => {
  const { clock, copies: away, leave } = leavable();
  const { copies } = rememberCopies(away, clock);
  await copies.state(COPY);
  const later = { ...THING, sort: '2', body: '2' };
  await copies.write(COPY, [later], null);
  await copies.write(COPY, [THING], null);
  expect(await copies.rows(COPY, ['a'])).toMatchObject([held(later)]);
  leave();
  expect(await copies.rows(COPY, ['a'])).toMatchObject([held(later)]);
});

test('nothing is remembered for longer than an hour after it was last read', async () => {
  const { clock, copies: away, leave, comeBack } = leavable();
  const { copies } = rememberCopies(away, clock);
  await copies.write(COPY, [THING], 'state');
  const read = async (): Promise<readonly HeldRow[]> => {
    await copies.state(COPY);
    return copies.rows(COPY, ['a']);
  };
  await read();
  clock.advance(HOUR_MS - 1);
  await read();
  leave();
  clock.advance(HOUR_MS);
  expect(await read()).toMatchObject([held(THING)]);
  clock.advance(1);
  await expect(read()).rejects.toBeInstanceOf(StoreAway);
  comeBack();
  expect(await read()).toMatchObject([held(THING)]);
});
