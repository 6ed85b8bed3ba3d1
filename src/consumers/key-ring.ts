import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Consumer } from '../model/consumer.ts';
import type { KeyRecord, KeyStore } from '../store/keys.ts';
import { createKeyShelf, type EqualBytes, type KeyShelf } from './key-shelf.ts';

/** The keys of the store, as a running gateway sees them: no older than half a second when they are used. */
export type KeyRing = {
  /** Whose valid key has this digest; undefined if it is unknown, expired or revoked. */
  find(digest: Buffer): Promise<Consumer | undefined>;
};

export type KeyRingOptions = {
  readonly store: KeyStore;
  readonly clock: Clock;
  readonly equal: EqualBytes;
  readonly log: Log;
};

/** A change in the store counts within a second: half of it is left for the way. */
const MOST_AGE_MS = 500;
/** A request waits no longer for the store; what was read before stays in force. */
const PATIENCE_MS = 200;

type Held = { readonly consumer: Consumer; readonly until: number };

function entriesOf({ secrets, revokedAt, expiresAt, ...key }: KeyRecord): (readonly [Buffer, Held])[] {
  if (revokedAt !== null) return [];
  const { name, lane, budgets, maxCost, savedOnly = false } = key;
  const consumer = { name, scopes: new Set(key.scopes), lane, budgets, maxCost, savedOnly };
  return secrets.map(({ digest, validUntil }) => {
    const until = Math.min(validUntil ?? Number.POSITIVE_INFINITY, expiresAt ?? Number.POSITIVE_INFINITY);
    return [Buffer.from(digest, 'hex'), { consumer, until }] as const;
  });
}

/** Resolves when the work is done or failed, and at the latest after so long. */
function atMost(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    void work.finally(() => {
      cancel();
      resolve();
    });
  });
}

export function createKeyRing({ store, clock, equal, log }: KeyRingOptions): KeyRing {
  let shelf: KeyShelf<Held> = createKeyShelf([], equal);
  let version: number | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    const startedAt = clock.now();
    try {
      const news = await store.read(version);
      if (news !== undefined) {
        version = news.version;
        shelf = createKeyShelf(news.keys.flatMap(entriesOf), equal);
      }
    } catch (error) {
      log.error({ task: 'keys', error: error instanceof Error ? error.name : typeof error }, 'the keys cannot be read');
    }
    readAt = startedAt;
    reading = undefined;
  };
  return {
    find: async (digest) => {
      const age = clock.now() - readAt;
      // A clock that was put back makes what was read no younger.
      if (age >= MOST_AGE_MS || age < 0) {
        reading ??= read();
        await atMost(clock, PATIENCE_MS, reading);
      }
      // Nothing can be said of a key before the keys were read once.
      if (version === undefined) throw new Error('the keys have not been read');
      const held = shelf(digest);
      return held !== undefined && held.until > clock.now() ? held.consumer : undefined;
    },
  };
}
