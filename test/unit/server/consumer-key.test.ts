import { randomInt, timingSafeEqual } from 'node:crypto';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { createLog } from '../../../src/base/log.ts';
import { createKey, digestOfKey } from '../../../src/consumers/key-format.ts';
import { createKeyRing } from '../../../src/consumers/key-ring.ts';
import { createKeyShelf, type EqualBytes } from '../../../src/consumers/key-shelf.ts';
import { createAuthenticate } from '../../../src/server/consumer-key.ts';
import type { KeyStore } from '../../../src/store/keys.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { createRedisKeys } from '../../../src/store/redis/keys.ts';
import { keyRecord } from '../../support/key-record.ts';
import { HAS_REDIS } from '../../support/redis-server.ts';
import { shareRedis } from '../../support/shared-redis.ts';

const theRedis = shareRedis();

/** Whether a presented key is accepted, by a build that may compare bytes with `equal`. */
type Accepts = (presented: string) => Promise<boolean>;
type Build = (key: string, equal: EqualBytes) => Accepts | Promise<Accepts>;

type OpenKeys = () => Promise<KeyStore>;

const PLACES: readonly (readonly [name: string, open: OpenKeys | undefined])[] = [
  ['settings', undefined],
  ['memory', async () => openMemoryStore(systemClock).keys],
  ...(HAS_REDIS ? [['Redis', async () => createRedisKeys((await theRedis()).client)] as const] : []),
];

/** Puts a key into a store, in place of the one before. */
async function keep(store: KeyStore, key: string): Promise<void> {
  const secrets = [{ digest: digestOfKey(key).toString('hex'), createdAt: 0, validUntil: null }];
  await store.change('dashboard', () => keyRecord({ scopes: [], secrets }));
}

/** The server's own, with the key in the settings or in a store. */
const built =
  (open: OpenKeys | undefined): Build =>
  async (key, equal) => {
    const store = (await open?.()) ?? openMemoryStore(systemClock).keys;
    if (open !== undefined) await keep(store, key);
    const authenticate = createAuthenticate({
      keys: open === undefined ? [{ name: 'dashboard', secret: key, scopes: new Set() }] : [],
      ring: createKeyRing({ store, clock: systemClock, equal, log: createLog('silent') }),
      equal,
      anonymous: 'refused',
    });
    return (presented) =>
      authenticate({ 'x-api-key': presented }).then(
        () => true,
        () => false,
      );
  };

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whole keys: strangers, and ones that differ from the right one in one random digit, the first, a middle or the last. */
function nearMisses(key: string): readonly string[] {
  const drawn = [...key.slice(5, 27)].map((digit) => DIGITS.indexOf(digit));
  const changed = (place: number): string => {
    const draws = drawn.map((draw, index) => (index === place ? (draw + 1) % DIGITS.length : draw));
    return createKey(() => draws.shift() ?? 0);
  };
  return [createKey(randomInt), createKey(randomInt), changed(0), changed(11), changed(21)];
}

/**
 * A clock cannot prove that a comparison takes a constant time. This can be proven: a key is accepted on the word of `equal` alone, and what
 * `equal` is asked is the same for each wrong key, however much of it is right: whole digests, and as often.
 */
async function checkComparison(build: Build): Promise<void> {
  const key = createKey(randomInt);
  const byItself = await build(key, timingSafeEqual);
  expect(await byItself(key), 'the right key').toBe(true);
  const denied = await build(key, () => false);
  expect(await denied(key), 'the right key, where the comparison says no').toBe(false);
  const asked: string[] = [];
  const accepts = await build(key, (a, b) => {
    asked.push(`${a.byteLength} ${b.byteLength}`);
    return timingSafeEqual(a, b);
  });
  const traces = new Set<string>();
  for (const wrong of nearMisses(key)) {
    asked.length = 0;
    expect(await accepts(wrong), 'a wrong key').toBe(false);
    expect(new Set(asked), 'what is compared').toEqual(new Set(['32 32']));
    traces.add(asked.join());
  }
  expect(traces.size, 'different ways through for wrong keys').toBe(1);
}

test.each(PLACES)('keys in %s are compared by their digests, in constant time', (_name, open) =>
  checkComparison(built(open)),
);

test.each<readonly [string, Build]>([
  ['texts with ===', (key) => async (presented) => presented === key],
  [
    'texts with === before the digests',
    (key, equal) => async (presented) => presented === key && equal(digestOfKey(presented), digestOfKey(key)),
  ],
  [
    'digests with ===',
    (key) => async (presented) => digestOfKey(presented).toString('hex') === digestOfKey(key).toString('hex'),
  ],
  [
    'keys in constant time, but not their digests',
    (key, equal) => async (presented) =>
      presented.length === key.length && equal(Buffer.from(presented), Buffer.from(key)),
  ],
  [
    'digests only where the first characters are right',
    (key, equal) => async (presented) =>
      presented.startsWith(key.slice(0, 6)) && equal(digestOfKey(presented), digestOfKey(key)),
  ],
])('a build that compares %s is found', async (_name, build) => {
  await expect(checkComparison(build)).rejects.toThrow(/comparison says no|what is compared|ways through/);
});

test('digests on one shelf are told apart', () => {
  const [one, other, third] = [1, 2, 3].map((last) => Buffer.concat([Buffer.alloc(31, 7), Buffer.from([last])]));
  if (one === undefined || other === undefined || third === undefined) throw new Error('three digests are needed');
  const find = createKeyShelf([[one, 'one'] as const, [other, 'other'] as const], timingSafeEqual);
  expect([find(one), find(other), find(third)]).toEqual(['one', 'other', undefined]);
});

test('a slip of the pen is told as such; unknown, expired and revoked keys are one answer', async () => {
  const authenticate = createAuthenticate({
    keys: [],
    ring: { find: async () => undefined },
    equal: timingSafeEqual,
    anonymous: 'refused',
  });
  const key = createKey(randomInt);
  const refusal = (presented: string) => authenticate({ authorization: `Bearer ${presented}` });
  await expect(refusal(key)).rejects.toMatchObject({
    status: 401,
    code: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer' },
    message: 'The consumer key is unknown or no longer valid',
  });
  await expect(refusal('anything')).rejects.toThrow('The consumer key is unknown or no longer valid');
  await expect(refusal(key.slice(0, -1))).rejects.toThrow('is no key of this gateway');
});
