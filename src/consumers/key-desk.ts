import type { Clock } from '../base/clock.ts';
import type { KeyRecord, KeySecret, KeyStore } from '../store/keys.ts';
import { createKey, type Draw, digestOfKey } from './key-format.ts';

/** Why a key cannot be made or changed, in words for the operator. */
export class KeyRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyRefused';
  }
}

/** What is decided about a new key. */
export type KeyWish = Pick<KeyRecord, 'name' | 'scopes' | 'lane' | 'budgets' | 'maxCost' | 'savedOnly' | 'expiresAt'>;

/** A key with its secret, which is shown once and kept nowhere. */
export type IssuedKey = { readonly secret: string; readonly record: KeyRecord };

export type KeyState = 'valid' | 'expired' | 'revoked';

/** Where an operator makes, changes and ends keys. */
export type KeyDesk = {
  create(wish: KeyWish): Promise<IssuedKey>;
  /** A new secret; the old ones hold until the overlap ends. An expiry replaces the key's own. */
  rotate(name: string, overlapMs: number, expiresAt: number | null): Promise<IssuedKey>;
  revoke(name: string): Promise<KeyRecord>;
  list(): Promise<readonly KeyRecord[]>;
};

/** What a key is worth at an instant; one that is revoked stays so, expired or not. */
export function stateOfKey({ revokedAt, expiresAt }: KeyRecord, now: number): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
}

/** The secrets that still hold, none beyond the end of the overlap. */
function overlapping(secrets: readonly KeySecret[], now: number, end: number): readonly KeySecret[] {
  return secrets
    .map((secret) => ({ ...secret, validUntil: Math.min(secret.validUntil ?? end, end) }))
    .filter(({ validUntil }) => validUntil > now);
}

export function createKeyDesk(store: KeyStore, clock: Clock, draw: Draw): KeyDesk {
  const issue = async (name: string, change: (known: KeyRecord | undefined, secret: KeySecret) => KeyRecord) => {
    const secret = createKey(draw);
    const kept = { digest: digestOfKey(secret).toString('hex'), createdAt: clock.now(), validUntil: null };
    return { secret, record: await store.change(name, (known) => change(known, kept)) };
  };
  const existing = (name: string, known: KeyRecord | undefined): KeyRecord => {
    if (known === undefined) throw new KeyRefused(`there is no key named ${name}`);
    if (known.revokedAt !== null) throw new KeyRefused(`the key ${name} is revoked`);
    return known;
  };
  return {
    create: (wish) =>
      issue(wish.name, (known, secret) => {
        if (known !== undefined && stateOfKey(known, clock.now()) === 'valid')
          throw new KeyRefused(`there is a key named ${wish.name}: rotate or revoke it, or choose another name`);
        return { ...wish, createdAt: clock.now(), rotatedAt: null, revokedAt: null, secrets: [secret] };
      }),
    rotate: (name, overlapMs, expiresAt) =>
      issue(name, (known, secret) => {
        const key = { ...existing(name, known), ...(expiresAt !== null && { expiresAt }) };
        const now = clock.now();
        if (stateOfKey(key, now) === 'expired') throw new KeyRefused(`the key ${name} has expired: give a new expiry`);
        // What has expired does not come back to life with a new expiry.
        const old = known !== undefined && stateOfKey(known, now) === 'expired' ? [] : key.secrets;
        return { ...key, rotatedAt: now, secrets: [...overlapping(old, now, now + overlapMs), secret] };
      }),
    revoke: (name) =>
      store.change(name, (known) => ({ ...existing(name, known), revokedAt: clock.now(), secrets: [] })),
    list: async () => (await store.read())?.keys ?? [],
  };
}
