import type { ApolloServerOptionsWithSchema } from '@apollo/server';
import { LRUCache } from 'lru-cache';

type PersistedQueries = Exclude<ApolloServerOptionsWithSchema<object>['persistedQueries'], false | undefined>;

/** Texts that clients ask for again by their hash: any valid one is taken up, so they are bounded in number and length. */
const REMEMBERED_TEXTS = 1_000;
const REMEMBERED_CHARACTERS = 1_000_000;

/** Remembers texts by their hashes, in this process; those unused for longest go first. */
export function createPersistedTexts(): NonNullable<PersistedQueries['cache']> {
  const texts = new LRUCache<string, string>({
    max: REMEMBERED_TEXTS,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (text, hash) => text.length + hash.length,
  });
  return {
    get: async (hash) => texts.get(hash),
    set: async (hash, text) => void texts.set(hash, text),
    delete: async (hash) => texts.delete(hash),
  };
}
