import { describe, expect, it } from 'vitest';
import { DEFAULT_AGES } from '../../src/base/freshness.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { fillPath } from '../../src/transport/path.ts';
import { batchOf, check, countCalls, expectFailure, type Lab, under } from './lab.ts';
import type { SourceSpec } from './spec.ts';

const BARRED_MS = 5 * 60_000;

function isWellFormed<R>({ name, upstream, windows, largestPage }: SourceSpec<R>, row: EndpointRow): void {
  expect(row.id.startsWith(`${name}.`)).toBe(true);
  expect(row.id).toMatch(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/);
  expect(row.upstream).toBe(upstream);
  expect(row.path).toMatch(/^(?:\/(?:[\w.-]+|\{\w+\}))+$/);
  expect(row.docs).toMatch(/^https:\/\/[^\s]+$/);
  expect(['documented', 'assumed']).toContain(row.evidence);
  expect(Object.keys(DEFAULT_AGES)).toContain(row.ages);
  expect(row.bounds.length).toBeGreaterThan(0);
  for (const window of row.quota) expect(windows.map((spec) => spec.name)).toContain(window);
  expect(new Set(row.quota).size).toBe(row.quota.length);
  if (row.paging === 'none') return;
  expect(row.paging.size).toBeGreaterThan(0);
  expect(row.paging.size).toBeLessThanOrEqual(largestPage);
}

/** The simulator knows the path: a sound request is answered, and breaks no rule. */
async function isServed<R>(lab: Lab<R>, row: EndpointRow): Promise<void> {
  const { samples, simulator } = lab;
  const sample = samples[row.id];
  if (sample === undefined) throw new Error('has no sample');
  const { values = {}, query, body } = sample;
  const { harness } = lab.bench();
  const call = {
    row,
    path: fillPath(row.path, values),
    ...(query && { query }),
    ...(body !== undefined && { body }),
    credentials: ['key-1'],
    attempt: 1,
  };
  const answer = await harness.send(call, harness.operation().scope);
  expect(answer.outcome).toBe('OK');
  expect(simulator.calls.at(-1)?.status).toBe(200);
  expect(simulator.violations).toEqual([]);
}

/** The other key serves; the refused one is not tried again for five minutes. */
async function isBarred<R>(lab: Lab<R>): Promise<void> {
  const { simulator, clock, refuseFirstKey } = lab;
  const [item] = lab.items;
  if (item === undefined || refuseFirstKey === undefined) return;
  const bench = lab.bench({ keys: [0, 1], ages: { fresh: 3_600, usable: 7_200 } });
  const [first = '', ...others] = item.ids;
  const read = async (id = ''): Promise<number> => {
    simulator.clearCalls();
    const [row] = await bench.ask(batchOf(item, [id])).result;
    expect(row === null || row === undefined ? row : item.idOf(row)).toBe(id);
    return simulator.calls.filter(({ status, credential }) => status === 403 && credential === 'key-1').length;
  };
  expect(await read(first)).toBe(0);
  refuseFirstKey();
  const refusals: number[] = [];
  for (const id of others.slice(0, 6)) refusals.push(await read(id));
  // Refused once among others and once by itself, to tell which one it was.
  const tries = refusals.filter((count) => count > 0);
  expect(tries.length, `one read meets the refusal: ${refusals}`).toBe(1);
  expect(Math.max(...tries)).toBeLessThanOrEqual(2);
  expect(countCalls(simulator, item.row)).toBe(1);
  clock.advance(BARRED_MS - 1);
  for (const id of others.slice(6, 9)) expect(await read(id)).toBe(0);
  clock.advance(1);
  const later: number[] = [];
  for (const id of others.slice(9, 13)) later.push(await read(id));
  expect(later.filter((count) => count > 0).length, `one read meets it again: ${later}`).toBe(1);
}

/** With every key refused, the refusal is the answer, and the bar keeps from asking again. */
async function allRefused<R>(lab: Lab<R>): Promise<void> {
  const { simulator } = lab;
  const [item] = lab.items;
  if (item === undefined) return;
  const bench = lab.bench({ keys: [0, 1], ages: { fresh: 3_600, usable: 7_200 } });
  const [first = '', second = '', third = ''] = item.ids;
  await bench.ask(batchOf(item, [first])).result;
  simulator.faults.inject({ kind: 'status', status: 403 }, { times: Number.POSITIVE_INFINITY });
  await expectFailure(lab, bench.ask(batchOf(item, [second])).result, 'UPSTREAM_FORBIDDEN');
  simulator.clearCalls();
  await expectFailure(lab, bench.ask(batchOf(item, [third])).result, 'UPSTREAM_FORBIDDEN');
  expect(simulator.calls).toEqual([]);
}

export function checkEndpoints<R>(spec: SourceSpec<R>): void {
  const rows = Object.values(spec.endpoints);
  describe('every row of the endpoint table', () => {
    it('has an id of its own', () => {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(new Set(rows.map(({ method, path }) => `${method} ${path}`)).size).toBe(rows.length);
    });
    it.each(rows)('$id is well-formed', (row) => isWellFormed(spec, row));
    check(spec, 'is served by the simulator', async (lab) => {
      for (const row of rows) await under(row.id, () => isServed(lab, row));
    });
  });
  if (!spec.severalKeys) return;
  check(spec, 'a key that is refused with 403 is barred for five minutes', isBarred);
  check(spec, 'every key refused: the refusal is the answer and nothing more is asked', allRefused);
}
