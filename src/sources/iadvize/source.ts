import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Answers } from '../../loading/answers.ts';
import type { CollectionsOptions } from '../../loading/collections/collection.ts';
import { createKeyViews, type KeyView } from '../../loading/key-views.ts';
import type { ReadScope } from '../../loading/reader.ts';
import type { Send } from '../../transport/call.ts';
import type { IadvizeParts } from './access.ts';
import { type ChatShelf, createChatShelf } from './chats.ts';
import { createIadvizeClient } from './client.ts';
import { createIadvizeCollections } from './collections.ts';
import { IADVIZE } from './endpoints.ts';
import { beginIadvizeReads, type IadvizeReads } from './loaders.ts';

export type IadvizeOptions = {
  readonly send: Send;
  readonly keys: readonly KeyView[];
  readonly answers: Answers;
  readonly collections: CollectionsOptions;
  readonly drifts: DriftCounter;
  readonly clock: Clock;
};

/** The door to iAdvize. It lives as long as the process. */
export type IadvizeSource = {
  /** The reads of one operation. */
  begin(scope: ReadScope): IadvizeReads;
  /** Drops what is held of conversations with their text. */
  readonly chats: Pick<ChatShelf, 'drop' | 'clear'>;
};

export function createIadvizeSource(options: IadvizeOptions): IadvizeSource {
  const { send, keys, answers, collections, drifts, clock } = options;
  const { flights, agesOf } = collections;
  const parts: IadvizeParts = {
    client: createIadvizeClient(send, drifts),
    // The account refuses a key as such (unauthorized), or what stands before it refuses the request (forbidden).
    views: createKeyViews('IADVIZE', keys, clock),
    collections: createIadvizeCollections(collections),
    chats: createChatShelf(clock, agesOf(IADVIZE.conversations).fresh),
    ...{ answers, flights, agesOf, clock, drifts },
  };
  return { begin: (scope) => beginIadvizeReads(parts, scope), chats: parts.chats };
}

/** The header, not the query parameter: that one would end in access logs. */
export function authorizeIadvize(key: string): Readonly<Record<string, string>> {
  return { 'x-api-key': key };
}
