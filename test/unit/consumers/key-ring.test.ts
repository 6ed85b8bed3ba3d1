import { randomInt } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../src/base/log.ts';
import { createKeyDesk, type KeyDesk, type KeyWish } from '../../../src/consumers/key-desk.ts';
import { digestOfKey } from '../../../src/consumers/key-format.ts';
import { createKeyRing, type KeyRing } from '../../../src/consumers/key-ring.ts';
import type { KeyStore } from '../../../src/store/keys.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

const WISH: KeyWish = {
  name: 'dashboard',
  scopes: ['read:visit'],
  lane: 'bi',
  budgets: [{ calls: 5, seconds: 60, upstream: 'VISIT' }],
  maxCost: 7,
  expiresAt: null,
};

let clock: VirtualClock;
let store: KeyStore;
let desk: KeyDesk;
beforeEach(() => {
  clock = createVirtualClock();
  store = openMemoryStore(clock).keys;
  desk = createKeyDesk(store, clock, randomInt);
});

/** As in the server, but for time. */
function ring(over: KeyStore = store): KeyRing {
  return createKeyRing({ store: over, clock, equal: (a, b) => Buffer.compare(a, b) === 0, log: createLog('silent') });
}

async function nameOf(keys: KeyRing, secret: string): Promise<string | undefined> {
  return (await keys.find(digestOfKey(secret)))?.name;
}

test('a key carries what was decided about it', async () => {
  const { secret } = await desk.create(WISH);
  expect(await ring().find(digestOfKey(secret))).toEqual({
    name: 'dashboard',
    scopes: new Set(['read:visit']),
    lane: 'bi',
    budgets: [{ calls: 5, seconds: 60, upstream: 'VISIT' }],
    maxCost: 7,
    savedOnly: false,
  });
});

test('a key that opens saved queries only stays so when it is rotated', async () => {
  const { secret: old } = await desk.create({ ...WISH, savedOnly: true });
  const { secret: fresh } = await desk.rotate('dashboard', 1_000, null);
  const gateway = ring();
  for (const secret of [old, fresh]) expect(await gateway.find(digestOfKey(secret))).toMatchObject({ savedOnly: true });
});

test('half a second after a key was made or revoked, a running gateway knows', async () => {
  const gateway = ring();
  expect(await nameOf(gateway, 'weir_none')).toBeUndefined();
  const { secret } = await desk.create(WISH);
  clock.advance(500);
  expect(await nameOf(gateway, secret)).toBe('dashboard');
  await desk.revoke('dashboard');
  clock.advance(500);
  expect(await nameOf(gateway, secret)).toBeUndefined();
});

test('between two looks at the store nothing is read', async () => {
  let reads = 0;
  const counting: KeyStore = {
    ...store,
    read: (known) => {
      reads += 1;
      return store.read(known);
    },
  };
  const gateway = ring(counting);
  await Promise.all([nameOf(gateway, 'a'), nameOf(gateway, 'b'), nameOf(gateway, 'c')]);
  clock.advance(499);
  await nameOf(gateway, 'd');
  expect(reads).toBe(1);
});

test('a key expires at its instant, without a look at the store', async () => {
  const { secret } = await desk.create({ ...WISH, expiresAt: clock.now() + 300 });
  const gateway = ring();
  clock.advance(299);
  expect(await nameOf(gateway, secret)).toBe('dashboard');
  clock.advance(1);
  expect(await nameOf(gateway, secret)).toBeUndefined();
});

test('old and new secret hold side by side until the overlap ends', async () => {
  const gateway = ring();
  const { secret: old } = await desk.create(WISH);
  const { secret: fresh } = await desk.rotate('dashboard', 10_000, null);
  clock.advance(9_999);
  expect([await nameOf(gateway, old), await nameOf(gateway, fresh)]).toEqual(['dashboard', 'dashboard']);
  clock.advance(1);
  expect([await nameOf(gateway, old), await nameOf(gateway, fresh)]).toEqual([undefined, 'dashboard']);
});

test('a second rotation makes no overlap longer, and one without overlap ends the old secret at once', async () => {
  const gateway = ring();
  const { secret: first } = await desk.create(WISH);
  const { secret: second } = await desk.rotate('dashboard', 1_000, null);
  await desk.rotate('dashboard', 60_000, null);
  clock.advance(1_000);
  expect([await nameOf(gateway, first), await nameOf(gateway, second)]).toEqual([undefined, 'dashboard']);
  const { secret: last } = await desk.rotate('dashboard', 0, null);
  clock.advance(500);
  expect([await nameOf(gateway, second), await nameOf(gateway, last)]).toEqual([undefined, 'dashboard']);
});

test('an expired key is renewed with a new expiry alone, and its old secret stays dead', async () => {
  const { secret: old } = await desk.create({ ...WISH, expiresAt: clock.now() + 1_000 });
  clock.advance(1_000);
  await expect(desk.rotate('dashboard', 60_000, null)).rejects.toThrow('expired');
  const { secret: fresh } = await desk.rotate('dashboard', 60_000, clock.now() + 5_000);
  const gateway = ring();
  expect([await nameOf(gateway, old), await nameOf(gateway, fresh)]).toEqual([undefined, 'dashboard']);
});

test('a name is given to one key at a time; after its revocation it may be given anew', async () => {
  const { secret: old } = await desk.create(WISH);
  await expect(desk.create(WISH)).rejects.toThrow('there is a key named dashboard');
  await desk.revoke('dashboard');
  await expect(desk.revoke('dashboard')).rejects.toThrow('is revoked');
  await expect(desk.rotate('dashboard', 0, null)).rejects.toThrow('is revoked');
  await expect(desk.revoke('nobody')).rejects.toThrow('no key named nobody');
  const { secret: fresh } = await desk.create(WISH);
  const gateway = ring();
  expect([await nameOf(gateway, old), await nameOf(gateway, fresh)]).toEqual([undefined, 'dashboard']);
});

test('while the store is away or slow, what was last read stays in force', async () => {
  const { secret } = await desk.create(WISH);
  let state: 'there' | 'away' | 'slow' = 'there';
  const gateway = ring({
    ...store,
    read: (known) => {
      if (state === 'away') return Promise.reject(new Error('away'));
      return state === 'slow' ? new Promise(() => undefined) : store.read(known);
    },
  });
  expect(await nameOf(gateway, secret)).toBe('dashboard');
  state = 'away';
  clock.advance(500);
  expect(await nameOf(gateway, secret)).toBe('dashboard');
  state = 'slow';
  clock.advance(500);
  const waiting = nameOf(gateway, secret);
  clock.advance(200);
  expect(await waiting).toBe('dashboard');
});

test('before the keys were read once, nothing is said of any', async () => {
  const gateway = ring({ ...store, read: () => Promise.reject(new Error('away')) });
  await expect(nameOf(gateway, 'weir_x')).rejects.toThrow('have not been read');
});
