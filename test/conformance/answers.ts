import { expect } from 'vitest';
import { UpstreamError } from '../../src/base/errors.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { batchOf, check, countCalls, expectFailure, type Lab, nextWindow, pathOf, under } from './lab.ts';
import type { ItemRead, Model, Read, SourceSpec, Wire } from './spec.ts';

/** A value that no field may have, and that must not be told. */
const WRONG_VALUE = { weir: 'S3CR3T-VALUE' };
const MANY = 250;
const MOST_CALLS_TO_AN_END = 20;

/** Changes the records of every answer of an endpoint from now on. */
function changeRecords<R>(
  { simulator, spec }: Lab<R>,
  row: EndpointRow,
  change: (records: readonly Wire[]) => readonly Wire[],
): void {
  const { of, put } = spec.records;
  const changed = (body: unknown): unknown => put(row, body, change(of(row, body).map((record) => ({ ...record }))));
  simulator.faults.inject({ kind: 'change', change: changed }, { times: Number.POSITIVE_INFINITY, path: pathOf(row) });
}

function run<R>(lab: Lab<R>, { name }: Read<R>) {
  const asked = lab.asked.find((one) => one.name === name);
  if (asked === undefined) throw new Error(`no read is named ${name}`);
  return asked.run;
}

async function baseline<R>(lab: Lab<R>, read: Read<R>): Promise<readonly (Model | null)[]> {
  const rows = await lab.bench().ask(run(lab, read)).result;
  expect(rows.length, 'the read finds something').toBeGreaterThan(0);
  expect(rows).not.toContain(null);
  return rows;
}

function idOf<R>({ idOf: id }: Read<R>, row: Model | null): string | null {
  return row === null ? null : id(row);
}

/** Rows in another order, the third left out, every fourth twice. */
function jumbled(records: readonly Wire[]): readonly Wire[] {
  const kept = records.filter((_record, index) => index !== 2);
  return kept.flatMap((record, index) => (index % 4 === 0 ? [record, record] : [record])).reverse();
}

async function aligned<R>(lab: Lab<R>, read: ItemRead<R>): Promise<void> {
  const { simulator } = lab;
  const known = read.ids.slice(0, 12);
  const ids = [...known.toReversed(), read.unknown(1), ...known.slice(0, 3), read.unknown(2)];
  const whole = await lab.bench().ask(batchOf(read, ids)).result;
  expect(whole.map((row) => idOf(read, row))).toEqual(ids.map((id) => (known.includes(id) ? id : null)));
  if (read.pages === undefined) return;
  changeRecords(lab, read.pages, jumbled);
  const rows = await lab.bench().ask(batchOf(read, ids)).result;
  simulator.faults.clear();
  const strangers = rows.map((row) => idOf(read, row)).filter((id, index) => id !== null && id !== ids[index]);
  expect(strangers).toEqual([]);
  // The row that the page left out may count as gone where the page tells the end; no other may.
  const absent = new Set(ids.filter((id, index) => rows[index] === null && known.includes(id)));
  expect(absent.size).toBeLessThanOrEqual(1);
}

async function absentIsNull<R>(lab: Lab<R>, read: ItemRead<R>): Promise<void> {
  const bench = lab.bench();
  expect(await bench.ask(batchOf(read, [read.unknown(7)])).result).toEqual([null]);
}

async function duplicatesCostOne<R>(lab: Lab<R>, read: ItemRead<R>): Promise<void> {
  const { simulator } = lab;
  const [id = ''] = read.ids;
  simulator.clearCalls();
  const ask = lab.bench().ask(batchOf(read, [id, id, id]));
  const [first, ...others] = await ask.result;
  expect(others).toEqual([first, first]);
  expect(simulator.calls.length).toBe(1);
  expect(ask.meter.calls.length).toBe(1);
}

/** More ids than a page holds: own record, null, or no quota; the simulator watches sizes and limits. */
async function tooMany<R>(lab: Lab<R>, read: ItemRead<R>): Promise<void> {
  const { simulator } = lab;
  const known = read.ids.slice(0, MANY - 20);
  const ids = [...known, ...Array.from({ length: MANY - known.length }, (_, index) => read.unknown(index))];
  simulator.clearCalls();
  const bench = lab.bench();
  const settled = await bench.ask((reads, reader) => Promise.allSettled(ids.map((id) => read.one(reads, reader, id))))
    .result;
  for (const [index, one] of settled.entries()) {
    if (one.status === 'fulfilled') {
      const expected = index < known.length ? ids[index] : null;
      expect(idOf(read, one.value as Model | null)).toBe(expected);
    } else {
      expect(one.reason).toBeInstanceOf(UpstreamError);
      expect((one.reason as UpstreamError).code).toBe('QUOTA_EXCEEDED');
    }
  }
  const counted = lab.spec.windows.some(({ seconds }) => seconds > 0);
  if (!counted) expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
  const pages = read.pages === undefined ? 0 : countCalls(simulator, read.pages);
  const singles = countCalls(simulator, read.row);
  expect(pages + singles).toBeLessThanOrEqual(MANY + 1);
}

async function withoutRequired<R>(lab: Lab<R>, read: Read<R>, damage: (record: Wire) => void): Promise<void> {
  const { simulator } = lab;
  const rows = await baseline(lab, read);
  const lost = idOf(read, rows[0] ?? null);
  changeRecords(lab, read.row, (records) => {
    for (const record of records) if (String(record[read.required]) === lost || read.kind === 'item') damage(record);
    return records;
  });
  const bench = lab.bench();
  const { result } = bench.ask(run(lab, read));
  // A look-up that finds but one record may say so instead of telling that there is none.
  const alone =
    read.kind === 'lookup' &&
    rows.length === 1 &&
    (await result.then(
      () => false,
      () => true,
    ));
  if (read.kind === 'item' || alone) await expectFailure(lab, result, 'UPSTREAM_BAD_RESPONSE');
  else {
    const left = (await result).map((row) => idOf(read, row));
    // A page may bring another row in its stead.
    expect(left).not.toContain(lost);
    expect(left).toEqual(expect.arrayContaining(rows.slice(1).map((row) => idOf(read, row))));
  }
  simulator.faults.clear();
  expectDrift(bench.harness.drifts.counts(), read, read.required);
}

function expectDrift<R>(counts: ReadonlyMap<string, number>, { row }: Read<R>, field: string): void {
  const places = [...counts.keys()];
  const own = places.filter((place) => place.startsWith(`${row.id} `) && place.endsWith(field));
  expect(own.length, `drift of ${field} among ${places.join('; ')}`).toBeGreaterThan(0);
  expect(places.join(), 'drift tells a value').not.toContain(WRONG_VALUE.weir);
}

async function wrongOptional<R>(lab: Lab<R>, read: Read<R>): Promise<void> {
  const { simulator } = lab;
  const { wire, model } = read.optional;
  const rows = await baseline(lab, read);
  changeRecords(lab, read.row, (records) => {
    for (const record of records) record[wire] = WRONG_VALUE;
    return records;
  });
  const bench = lab.bench();
  const changed = await bench.ask(run(lab, read)).result;
  simulator.faults.clear();
  expect(changed).toEqual(rows.map((row) => ({ ...row, [model]: null })));
  expectDrift(bench.harness.drifts.counts(), read, wire);
}

async function extraFields<R>(lab: Lab<R>, read: Read<R>): Promise<void> {
  const { simulator } = lab;
  const rows = await baseline(lab, read);
  changeRecords(lab, read.row, (records) =>
    records.map((record) => ({ weirExtra: WRONG_VALUE, 'x y': [1], ...record, zz: null })),
  );
  expect(await lab.bench().ask(run(lab, read)).result).toEqual(rows);
  simulator.faults.clear();
}

/** The same full page for whatever is asked: the read ends, one way or the other. */
async function comesToAnEnd<R>(lab: Lab<R>, read: Read<R>): Promise<void> {
  const { simulator } = lab;
  if (read.row.paging === 'none') return;
  const { size } = read.row.paging;
  let page: readonly Wire[] | undefined;
  changeRecords(lab, read.row, (records) => {
    page ??= Array.from({ length: size }, (_, index) => records[index % records.length] ?? {});
    return page;
  });
  simulator.clearCalls();
  const bench = lab.bench();
  await bench.ask(run(lab, read)).result.catch((error: unknown) => expect(error).toBeInstanceOf(UpstreamError));
  expect(simulator.calls.length).toBeLessThanOrEqual(MOST_CALLS_TO_AN_END);
  simulator.faults.clear();
}

export function checkAnswers<R>(spec: SourceSpec<R>): void {
  const items = (title: string, test: (lab: Lab<R>, read: ItemRead<R>) => Promise<void>): void =>
    check(spec, title, async (lab) => {
      for (const read of lab.triedItems) {
        await under(read.name, () => test(lab, read));
        nextWindow(lab);
      }
    });
  const each = (title: string, test: (lab: Lab<R>, read: Read<R>) => Promise<void>): void =>
    check(spec, title, async (lab) => {
      for (const read of lab.reads) {
        await under(read.name, () => test(lab, read));
        nextWindow(lab);
      }
    });
  items('a batch is aligned by id, whatever the order of the rows', aligned);
  items('an unknown id gives null', absentIsNull);
  items('an id asked for thrice costs one call', duplicatesCostOne);
  items(`${MANY} ids stay within the documented limits`, tooMany);
  each('a row without its required field is left out, an item is a bad response', (lab, read) =>
    withoutRequired(lab, read, (record) => {
      delete record[read.required];
    }),
  );
  each('a required field of the wrong type counts as missing', (lab, read) =>
    withoutRequired(lab, read, (record) => {
      record[read.required] = WRONG_VALUE;
    }),
  );
  each('an optional field of the wrong type is null at its place and drifts', wrongOptional);
  each('extra fields are ignored', extraFields);
  each('a list that never goes on comes to an end', comesToAnEnd);
}
