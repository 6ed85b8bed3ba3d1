import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import type { Chat } from './map.ts';

const MOST_BYTES = 64 * 1024 * 1024;
/** Counted for a conversation beside its text. */
const OVERHEAD_BYTES = 1_000;

/** A conversation with its text, and when it was read, epoch milliseconds. */
export type HeldChat = Chat & { readonly asOf: number };

/** The only place where chat text is held: in memory, while it is fresh, and no longer. */
export type ChatShelf = {
  put(chat: Chat, readAt: number): void;
  get(id: string): HeldChat | undefined;
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
  return {
    put: (chat, readAt) => {
      held.set(chat.conversation.id, { ...chat, asOf: readAt }, { start: readAt });
    },
    get: (id) => held.get(id),
  };
}
