import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PageFailure, type PageResult, readPages } from '../../../../src/server/tables/read-pages.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const ROWS = 3_000;
type Asked = { readonly size: number; readonly at: number };
type Upstream = (asked: Asked) => PageResult | undefined;

const failing = (code: string, extensions: object = {}): PageResult => ({
  data: null,
  errors: [{ message: code, extensions: { code, ...extensions } }],
  calls: [],
});

/** Reads a list of numbers whose pages may fail; the rows, and what was asked for, when. */
function read(upstream: Upstream, most?: number) {
  const clock = createVirtualClock();
  const began = clock.now();
  const asked: Asked[] = [];
  const run = async ({ weirFirst, weirAfter }: Readonly<Record<string, unknown>>): Promise<PageResult> => {
    const [size, from] = [Number(weirFirst), Number(weirAfter ?? 0)];
    const one = { size, at: (clock.now() - began) / 1000 };
    asked.push(one);
    const failure = upstream(one);
    if (failure !== undefined) return failure;
    const nodes = Array.from({ length: Math.min(size, ROWS - from) }, (_none, index) => from + index);
    const end = from + nodes.length;
    return {
      data: { weirTable: { nodes, weirPage: { hasNextPage: end < ROWS, endCursor: String(end) } } },
      calls: ['visit.visitors.list'],
    };
  };
  const query = { rowsName: 'nodes', most } as never;
  const pages = readPages({ query, run, clock, signal: new AbortController().signal }, { after: null, records: 0 });
  const taken: number[] = [];
  const rows = (async () => {
    const found: unknown[] = [];
    for await (const { records, calls } of pages) {
      found.push(...records);
      taken.push(calls.length);
    }
    return found;
  })();
  rows.catch(() => undefined);
  return { rows, asked, clock, taken };
}

test('pages grow, and the last one takes no more than is wanted', async () => {
  const { rows, asked } = read(() => undefined, 2_000);
  expect(await rows).toEqual(Array.from({ length: 2_000 }, (_none, index) => index));
  expect(asked.map(({ size }) => size)).toEqual([100, 400, 500, 500, 500]);
});

test.each([['COST_LIMIT_EXCEEDED'], ['OPERATION_LIMIT_EXCEEDED'], ['DEADLINE_EXCEEDED'], ['QUOTA_EXCEEDED']])(
  'a page that is too much for one operation (%s) is read in smaller ones',
  async (code) => {
    const { rows, asked } = read(({ size }) => (size > 150 ? failing(code) : undefined));
    expect(await rows).toHaveLength(ROWS);
    expect(Math.max(...asked.slice(2).map(({ size }) => size))).toBeLessThanOrEqual(600);
  },
);

test('a page waits for quota that comes back within a minute, and no longer', async () => {
  const spent = failing('QUOTA_EXCEEDED', { retryAfterSeconds: 25 });
  const back = read(({ at }) => (at < 50 ? spent : undefined), 100);
  for (let second = 0; second < 60; second += 1) {
    await setImmediate();
    back.clock.advance(1_000);
  }
  expect(await back.rows).toHaveLength(100);
  const { rows, clock } = read(() => failing('QUOTA_EXCEEDED', { retryAfterSeconds: 61 }));
  clock.advance(0);
  await expect(rows).rejects.toMatchObject({ retryAfterSeconds: 61 });
  await expect(rows).rejects.toBeInstanceOf(PageFailure);
});

test('a copy that is being filled is waited for as long as it grows', async () => {
  let filled = 0;
  const { rows } = read(() => {
    filled += 100;
    return filled < 1_000 ? failing('DEADLINE_EXCEEDED', { progress: { rows: filled, calls: 1 } }) : undefined;
  }, 10);
  expect(await rows).toHaveLength(10);
});

test('a page tells the calls of all its tries', async () => {
  const tries = [['visit.visitors.list', 'visit.visitors.list'], []];
  const { rows, taken } = read(() => {
    const calls = tries.shift();
    return calls && { ...failing('DEADLINE_EXCEEDED'), calls };
  }, 100);
  expect(await rows).toHaveLength(100);
  // Of two tries that failed, and the one that did not; then of one try each.
  expect(taken).toEqual([3, 1, 1]);
});

test('any other error ends the table', async () => {
  const { rows, asked } = read(() => failing('UPSTREAM_BAD_RESPONSE'));
  await expect(rows).rejects.toBeInstanceOf(PageFailure);
  expect(asked).toHaveLength(1);
});
