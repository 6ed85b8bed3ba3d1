import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Answers } from '../../loading/answers.ts';
import type { CollectionsOptions } from '../../loading/collections/collection.ts';
import { createKeyViews, type KeyView } from '../../loading/key-views.ts';
import type { ReadScope } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { Send } from '../../transport/call.ts';
import { createVisualVisitorClient } from './client.ts';
import { createVisualVisitorCollections } from './collections.ts';
import { beginVisualVisitorReads, type VisualVisitorReads } from './loaders.ts';

export type VisualVisitorOptions = {
  readonly send: Send;
  /** One account's pool: all of them see the same. */
  readonly keys: readonly KeyView[];
  readonly answers: Answers;
  readonly collections: CollectionsOptions;
  readonly drifts: DriftCounter;
  readonly clock: Clock;
};

/** The door to Visual Visitor. It lives as long as the process. */
export type VisualVisitorSource = {
  /** The reads of one operation. */
  begin(scope: ReadScope): VisualVisitorReads;
  /** Drops the held copies that nobody has read for a day. */
  sweep(): Promise<void>;
};

/** What the keys see is held under the name of the first one. */
function viewOf(keys: readonly KeyView[]): View {
  return { visibility: keys[0]?.fingerprint ?? '', credentials: keys.map(({ label }) => label) };
}

export function createVisualVisitorSource(options: VisualVisitorOptions): VisualVisitorSource {
  const { send, keys, answers, drifts, clock } = options;
  const collections = createVisualVisitorCollections(options.collections);
  const client = createVisualVisitorClient(send, drifts, createKeyViews('VISUAL_VISITOR', keys, clock));
  const parts = { client, answers, view: viewOf(keys), collections, clock };
  const { leads, ...others } = collections;
  const copies: readonly { sweep(): Promise<void> }[] = [...Object.values(leads), ...Object.values(others)];
  return {
    begin: (scope) => beginVisualVisitorReads(parts, scope),
    sweep: async () => {
      for (const collection of copies) await collection.sweep();
    },
  };
}

/** The bare key; no scheme is documented. */
export function authorizeVisualVisitor(key: string): Readonly<Record<string, string>> {
  return { authorization: key };
}
