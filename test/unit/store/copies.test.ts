import { afterEach, describe, expect, test } from 'vitest';
import type { StoredRow } from '../../../src/store/rows.ts';
import { copyStores, type OpenCopies } from '../../support/copy-stores.ts';

function row(id: string, sort: string, rest: Partial<StoredRow> = {}): StoredRow {
  return { id, sort, body: JSON.stringify({ id }), readAt: 1, terms: [], ...rest };
}

const opened: OpenCopies[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe.each(copyStores())('held copies in $name', ({ openCopies }) => {
  const open = async (): Promise<OpenCopies> => {
    const one = await openCopies();
    opened.push(one);
    return one;
  };

  test('a known row gives way only to one that does not sort lower', async () => {
    const { copies } = await open();
    await copies.write('copy', [row('a', '5', { body: '"five"' })], null);
    await copies.write('copy', [row('a', '4', { body: '"four"' })], null);
    expect(await copies.rows('copy', ['a'])).toMatchObject([{ sort: '5', body: '"five"' }]);
    await copies.write('copy', [row('a', '5', { body: '"again"', readAt: 2 })], null);
    expect(await copies.rows('copy', ['a'])).toMatchObject([{ body: '"again"', readAt: 2 }]);
    await copies.write('copy', [row('a', '', { body: null, readAt: 3 })], null);
    expect(await copies.rows('copy', ['a'])).toMatchObject([{ body: null, readAt: 3 }]);
    await copies.write('copy', [row('a', '1')], null);
    expect(await copies.rows('copy', ['a'])).toMatchObject([{ sort: '1', body: '{"id":"a"}' }]);
  });

  test('a row is found by its present terms alone', async () => {
    const { copies } = await open();
    const by = async (value: string) =>
      (await copies.find('copy', { term: ['email', value], direction: 'ascending', limit: 9 })).map(({ id }) => id);
    await copies.write(
      'copy',
      [row('a', '1', { terms: [['email', 'old']] }), row('b', '2', { terms: [['email', 'old']] })],
      null,
    );
    await copies.write(
      'copy',
      [
        row('a', '3', {
          terms: [
            ['email', 'new'],
            ['email', 'new'],
          ],
        }),
      ],
      null,
    );
    expect([await by('old'), await by('new')]).toEqual([['b'], ['a']]);
    await copies.write('copy', [row('b', '', { body: null })], null);
    expect(await by('old')).toEqual([]);
  });

  test('rows come in their order after a place, in either direction', async () => {
    const { copies } = await open();
    await copies.write(
      'copy',
      ['3', '1', '4', '2'].map((sort) => row(`r${sort}`, sort)),
      null,
    );
    await copies.write('copy', [row('gone', '', { body: null })], null);
    const find = async (direction: 'ascending' | 'descending', after?: string) =>
      (await copies.find('copy', { direction, after, limit: 2 })).map(({ sort }) => sort);
    expect(await find('ascending')).toEqual(['1', '2']);
    expect(await find('ascending', '2')).toEqual(['3', '4']);
    expect(await find('descending')).toEqual(['4', '3']);
    expect(await find('descending', '3')).toEqual(['2', '1']);
    expect(await find('ascending', '4')).toEqual([]);
    expect(await copies.count('copy')).toBe(4);
  });

  test('a write is whole or not at all', async () => {
    const { copies } = await open();
    await copies.write('copy', [row('a', '1')], 'one');
    const broken = row('c', '3', { readAt: undefined as never });
    await expect(copies.write('copy', [row('b', '2'), broken], 'two')).rejects.toThrow();
    expect(await copies.state('copy')).toBe('one');
    expect(await copies.count('copy')).toBe(1);
    await copies.write('copy', [row('b', '2')], 'two');
    expect([await copies.state('copy'), await copies.count('copy')]).toEqual(['two', 2]);
  });

  test('a thousand ids are looked up at once, and copies do not see each other', async () => {
    const { copies } = await open();
    const rows = Array.from({ length: 1200 }, (_none, index) => row(`id-${index}`, String(index).padStart(6, '0')));
    await copies.write('one', rows, null);
    await copies.write('two', [row('id-1', '9')], null);
    const ids = [...rows.map(({ id }) => id), 'unknown'];
    expect(await copies.rows('one', ids)).toHaveLength(1200);
    expect(await copies.rows('two', ids)).toMatchObject([{ id: 'id-1', sort: '9' }]);
    expect(await copies.rows('three', ids)).toEqual([]);
  });

  test('rows that a whole reading did not meet are dropped with their terms', async () => {
    const { copies } = await open();
    await copies.write('copy', [row('old', '1', { readAt: 10, terms: [['t', 'v']] })], null);
    await copies.write('copy', [row('new', '2', { readAt: 20, terms: [['t', 'v']] })], null);
    await copies.dropUnread('copy', 20);
    expect(
      (await copies.find('copy', { term: ['t', 'v'], direction: 'ascending', limit: 9 })).map(({ id }) => id),
    ).toEqual(['new']);
    expect(await copies.rows('copy', ['old'])).toEqual([]);
  });

  test('copies of one collection that nobody used are dropped whole, and no other', async () => {
    const { copies } = await open();
    for (const [name, at] of [
      ['a_b 1 x', 10],
      ['a_b 1 y', 30],
      ['aXb 1 z', 10],
    ] as const) {
      await copies.write(name, [row('r', '1', { terms: [['t', 'v']] })], 'state');
      await copies.touch(name, at);
    }
    await copies.dropUnused('a_b 1 ', 20);
    expect(await Promise.all(['a_b 1 x', 'a_b 1 y', 'aXb 1 z'].map((name) => copies.count(name)))).toEqual([0, 1, 1]);
    expect(await copies.state('a_b 1 x')).toBeNull();
    expect(await copies.find('a_b 1 x', { term: ['t', 'v'], direction: 'ascending', limit: 1 })).toEqual([]);
  });
});
