import { expect, test } from 'vitest';
import { UpstreamError } from '../../../src/base/errors.ts';
import { createKeyViews } from '../../../src/loading/key-views.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

function begin(labels: readonly string[] = ['a', 'b', 'c']) {
  const clock = createVirtualClock();
  const views = createKeyViews(
    'VISIT',
    labels.map((label) => ({ label, fingerprint: `sees-${label}` })),
    clock,
  );
  return { clock, views };
}

/** The failure names the key that was sent, as transport does. */
const refusedWith = (label: string) => new UpstreamError('VISIT', 'UPSTREAM_UNAUTHORIZED', {}, label);

const forbidden = new UpstreamError('VISIT', 'UPSTREAM_FORBIDDEN');

test('keys that see the same form one view, named after the first of them and never after a secret', () => {
  const { views } = begin();
  expect(views.each.map(({ visibility }) => visibility)).toEqual(['sees-a', 'sees-b', 'sees-c']);
  expect(views.among(['c', 'b'], 'expo')).toEqual({ visibility: 'sees-b', credentials: ['b', 'c'] });
});

test('a key that is refused is barred from that place for five minutes, and another one is tried', async () => {
  const { clock, views } = begin();
  const tried: string[][] = [];
  const read = () =>
    views.attempt(views.among(['a', 'b', 'c'], 'expo'), 'expo', async ({ credentials }) => {
      tried.push([...credentials]);
      if (credentials.includes('a')) throw forbidden;
      return credentials.join();
    });
  expect(await read()).toBe('b,c');
  expect(tried).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
  expect(views.among(['a', 'b', 'c'], 'expo').credentials).toEqual(['b', 'c']);
  expect(views.among(['a', 'b', 'c'], 'other').credentials).toEqual(['a', 'b', 'c']);
  clock.advance(5 * 60_000);
  expect(views.among(['a', 'b', 'c'], 'expo').credentials).toEqual(['a', 'b', 'c']);
});

test('where every key is refused the field says so, without another call', async () => {
  const { views } = begin();
  const read = () => views.attempt(views.among(['a', 'b'], 'expo'), 'expo', () => Promise.reject(forbidden));
  await expect(read()).rejects.toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
  expect(() => views.among(['a', 'b'], 'expo')).toThrow(expect.objectContaining({ code: 'UPSTREAM_FORBIDDEN' }));
});

test('any other failure bars no key and tries no other', async () => {
  const { views } = begin();
  let calls = 0;
  const read = views.attempt(views.among(['a', 'b'], 'expo'), 'expo', async () => {
    calls += 1;
    throw new UpstreamError('VISIT', 'UPSTREAM_UNAVAILABLE');
  });
  await expect(read).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(calls).toBe(1);
  expect(views.among(['a', 'b'], 'expo').credentials).toEqual(['a', 'b']);
});

test('a view without a key is off', async () => {
  const { views } = begin();
  const none = { visibility: 'none', credentials: [] };
  await expect(views.attempt(none, 'expo', async () => 1)).rejects.toMatchObject({ code: 'UPSTREAM_NOT_CONFIGURED' });
});

test('a revoked key of a pool makes way for the others', async () => {
  const { views } = begin();
  const tried: string[][] = [];
  const read = () =>
    views.attempt(views.among(['a', 'b'], 'leads'), 'leads', async ({ credentials }) => {
      tried.push([...credentials]);
      if (credentials.includes('a')) throw new UpstreamError('VISIT', 'UPSTREAM_UNAUTHORIZED');
      return 'read';
    });
  expect(await read()).toBe('read');
  expect(await read()).toBe('read');
  expect(tried).toEqual([['a', 'b'], ['b'], ['b']]);
});

test('a single revoked key stays in use, and its refusal is told as what it is', async () => {
  const { views } = begin(['a']);
  const unauthorized = new UpstreamError('VISIT', 'UPSTREAM_UNAUTHORIZED');
  const read = () => views.attempt(views.among(['a'], 'leads'), 'leads', () => Promise.reject(unauthorized));
  await expect(read()).rejects.toBe(unauthorized);
  await expect(read()).rejects.toBe(unauthorized);
});

test('the key that was refused is barred, whichever of the view it is', async () => {
  const { views } = begin();
  const read = views.attempt(views.among(['a', 'b', 'c'], 'leads'), 'leads', async ({ credentials }) => {
    if (credentials.includes('c')) throw refusedWith('c');
    return credentials.join();
  });
  expect(await read).toBe('a,b');
});
