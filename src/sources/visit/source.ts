import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Answers } from '../../loading/answers.ts';
import type { CollectionsOptions } from '../../loading/collections/collection.ts';
import { createKeyViews, type KeyView } from '../../loading/key-views.ts';
import type { ReadScope } from '../../loading/reader.ts';
import type { Send } from '../../transport/call.ts';
import { createVisitClient } from './client.ts';
import { createKinds } from './kinds.ts';
import { beginVisitReads, type VisitReads } from './loaders.ts';

export type VisitOptions = {
  readonly send: Send;
  readonly keys: readonly KeyView[];
  readonly answers: Answers;
  readonly collections: CollectionsOptions;
  readonly drifts: DriftCounter;
  readonly clock: Clock;
};

/** The door to Visit. It lives as long as the process. */
export type VisitSource = {
  /** The reads of one operation. */
  begin(scope: ReadScope): VisitReads;
};

export function createVisitSource({ send, keys, answers, collections, drifts, clock }: VisitOptions): VisitSource {
  const client = createVisitClient(send, drifts);
  const kinds = createKinds({ client, copies: collections });
  const parts = { client, answers, views: createKeyViews('VISIT', keys, clock), kinds };
  return { begin: () => beginVisitReads(parts, clock) };
}

/** HTTP Basic with the key as user name and an empty password. */
export function authorizeVisit(key: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
}
