import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { HeldRow, RowQuery, StoredRow } from '../../src/store/rows.ts';
import type { CopyStore } from '../../src/store/store.ts';
import { copyStores, type OpenCopies } from '../support/copy-stores.ts';
import { heldRows } from '../support/held-rows.ts';
import { runs } from '../support/proof.ts';

const COPIES = ['a 1 x', 'a 1 y', 'b 1 x'];
const copy = fc.constantFrom(...COPIES);
/** Texts that are near each other in every order: of bytes, of characters, of a language. */
const place = fc.constantFrom('1', '10', '1\0', '1\x01', '1\x01\x01', '2', 'a', 'B', 'ä', 'z', '\u{fffd}', '\u{1f600}');
const id = fc.constantFrom('r1', 'r2', 'r3', 'r\0', '\0', 'ü', 'absent:r1', 'r9');
const value = fc.constantFrom('', 'x', 'x\0', 'xy', '\0', 'Ü');
const instant = fc.integer({ min: 1, max: 9 });
const term = fc.tuple(fc.constantFrom('t', 'te', 't\0'), value);

const row: fc.Arbitrary<StoredRow> = fc
  .record(
    { id, sort: place, readAt: instant, absent: fc.boolean(), terms: fc.array(term, { maxLength: 3 }), mark: value },
    { requiredKeys: ['id', 'sort', 'readAt', 'absent', 'terms'] },
  )
  .map(({ absent, ...rest }) => {
    // Of records the place is unique: ids are part of it, as they are of every sort text.
    if (absent) return { ...rest, sort: '', body: null, terms: [] };
    return { ...rest, sort: `${rest.sort}\0${rest.id}`, body: JSON.stringify({ ...rest, text: 'a\nb' }) };
  });

type Step = { readonly name: string; readonly run: (copies: CopyStore) => Promise<unknown> };
const step = <T>(name: string, input: fc.Arbitrary<T>, run: (copies: CopyStore, input: T) => Promise<unknown>) =>
  input.map((given): Step => ({ name: `${name} ${JSON.stringify(given)}`, run: (copies) => run(copies, given) }));

const query: fc.Arbitrary<RowQuery> = fc.record(
  {
    term,
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
    after: fc.oneof(
      place,
      fc.tuple(place, id).map(([first, second]) => `${first}\0${second}`),
    ),
    limit: fc.constantFrom(1, 2, 99),
  },
  { requiredKeys: ['direction', 'limit'] },
);

const bySomeOrder = (rows: readonly HeldRow[]) => heldRows(rows).toSorted((a, b) => (a.id < b.id ? -1 : 1));

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: step(
        'write',
        fc.tuple(copy, fc.array(row, { maxLength: 6 }), fc.option(fc.constantFrom('{"s":1}', '{"s":2}'))),
        (copies, given) => copies.write(...given),
      ),
    },
    {
      weight: 3,
      arbitrary: step('find', fc.tuple(copy, query), async (copies, given) => heldRows(await copies.find(...given))),
    },
    step('rows', fc.tuple(copy, fc.array(id)), async (copies, given) => bySomeOrder(await copies.rows(...given))),
    step(
      'count',
      fc.tuple(copy, fc.option(fc.record({ sort: place, readSince: instant }), { nil: undefined })),
      (copies, given) => copies.count(...given),
    ),
    { weight: 3, arbitrary: step('counts', copy, (copies, given) => copies.counts(given)) },
    step('countTerm', fc.tuple(copy, term), (copies, given) => copies.countTerm(...given)),
    step('state', copy, (copies, given) => copies.state(given)),
    step('dropUnread', fc.tuple(copy, instant), (copies, given) => copies.dropUnread(...given)),
    step('touch', fc.tuple(copy, instant), (copies, given) => copies.touch(...given)),
    step('dropUnused', fc.tuple(fc.constantFrom('a 1 ', 'b'), instant), (copies, given) => copies.dropUnused(...given)),
    step('dropAbsent', instant, (copies, given) => copies.dropAbsent(given)),
    step('dropRows', fc.tuple(copy, fc.array(id, { maxLength: 3 })), (copies, given) => copies.dropRows(...given)),
    step('setBody', fc.tuple(copy, id, fc.constantFrom('{"b":1}', '"\\n"')), (copies, given) =>
      copies.setBody(...given),
    ),
    step('names', fc.constant(null), (copies) => copies.names()),
  ),
  { maxLength: 40, size: 'max' },
);

const opened: OpenCopies[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const [reference, ...others] = copyStores();

describe.each(others)('$name', ({ openCopies }) => {
  test('holds and finds what memory does, whatever is written, dropped and asked', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const [expected, found] = [await reference?.openCopies(), await openCopies()];
        if (expected === undefined) throw new TypeError('no store to compare with');
        opened.push(expected, found);
        for (const { name, run } of taken) expect(await run(found.copies), name).toEqual(await run(expected.copies));
        for (const one of opened.splice(0)) await one.close();
      }),
      runs(60, 2_000),
    );
  });

  test('gives thousands of rows in their order, and drops them, in one question', async () => {
    const one = await openCopies();
    opened.push(one);
    const rows = Array.from({ length: 2_500 }, (_none, index): StoredRow => {
      const sort = String(index).padStart(6, '0');
      return { id: `id-${index}`, sort, body: '{}', readAt: index < 1_200 ? 1 : 2, terms: [['t', 'all']] };
    });
    await one.copies.write('many', rows, 'state');
    const found = await one.copies.find('many', { term: ['t', 'all'], direction: 'descending', limit: 9_999 });
    expect(found.map(({ id: found }) => found)).toEqual(rows.map(({ id: known }) => known).toReversed());
    expect(await one.copies.count('many', { sort: '000600', readSince: 2 })).toBe(1_300);
    expect(await one.copies.count('many', { sort: '002000', readSince: 2 })).toBe(500);
    expect(await one.copies.count('many', { sort: '000600', readSince: 1 })).toBe(1_900);
    await one.copies.dropUnread('many', 2);
    expect(await one.copies.count('many')).toBe(1_300);
    expect(await one.copies.find('many', { term: ['t', 'all'], direction: 'ascending', limit: 1 })).toMatchObject([
      { id: 'id-1200' },
    ]);
  });
});
