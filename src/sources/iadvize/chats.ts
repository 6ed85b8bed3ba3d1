import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import type { Chat } from './map.ts';

const MOST_BYTES = 64 * 1024 * 1024;
/** Counted for a conversation beside its text. */
const OVERHEAD_BYTES = 1_000;

/** So many conversations are remembered as dropped, for readings that began before. */
const MOST_DROPPED = 1_000;
/** Of the names of conversations. */
const PREFIX = 'iadvize.conversations ';

/** A conversation with its text, and when it was read, epoch milliseconds. */
export type HeldChat = Chat & { readonly asOf: number };

/** The only place where chat text is held: in memory, while it is fresh, and no longer. */
export type ChatShelf = {
  put(chat: Chat, readAt: number): void;
  get(id: string): HeldChat | undefined;
  /** Drops those with these names (`iadvize.conversations ID`); what was read of them before is not held any more. */
  drop(records: readonly string[]): void;
  /** Drops all, and what is being read now is not held either. */
  clear(): void;
};

function sizeOf({ history }: HeldChat): number {
  const text = typeof history === 'string' ? history : JSON.stringify(history ?? null);
  return OVERHEAD_BYTES + 2 * text.length;
}

export function createChatShelf(clock: Clock, freshSeconds: number): ChatShelf {
  const held = new LRUCache<string, HeldChat>({
    maxSize: MOST_BYTES,
    sizeCalculation: sizeOf,
    // Zero would mean "for ever".
    ttl: Math.max(1, freshSeconds * 1000),
    // What has expired is removed even if nobody asks again.
    ttlAutopurge: true,
    ttlResolution: 0,
    perf: { now: () => clock.now() },
  });
  const dropped = new LRUCache<string, number>({ max: MOST_DROPPED });
  let clearedAt = Number.NEGATIVE_INFINITY;
  return {
    put: (chat, readAt) => {
      if (readAt <= (dropped.get(PREFIX + chat.conversation.id) ?? clearedAt)) return;
      held.set(chat.conversation.id, { ...chat, asOf: readAt }, { start: readAt });
    },
    get: (id) => held.get(id),
    drop: (records) => {
      for (const record of records.filter((one) => one.startsWith(PREFIX))) {
        dropped.set(record, clock.now());
        held.delete(record.slice(PREFIX.length));
      }
    },
    clear: () => {
      clearedAt = clock.now();
      dropped.clear();
      held.clear();
    },
  };
}
