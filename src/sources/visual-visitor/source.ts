import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Answers } from '../../loading/answers.ts';
import type { CollectionsOptions } from '../../loading/collections/collections.ts';
import { createKeyViews, type KeyView, type KeyViews } from '../../loading/key-views.ts';
import type { ReadScope } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { LeadProduct } from '../../model/leads.ts';
import type { Send } from '../../transport/call.ts';
import { createVisualVisitorClient, type LeadRecords } from './client.ts';
import { createLeadCollections } from './collections.ts';
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

/** A key may lack a product: one that is refused makes way for the others. */
function withKeys(product: LeadProduct, { search, one }: LeadRecords, views: KeyViews): LeadRecords {
  const attempt = async <T>(view: View, run: (allowed: View) => Promise<T>): Promise<T> => {
    if (views.each.length === 1) return run(view);
    const { credentials } = views.among(view.credentials, product);
    return views.attempt({ ...view, credentials }, product, run);
  };
  return {
    search: (scope, view, wanted) => attempt(view, (allowed) => search(scope, allowed, wanted)),
    one: (scope, view, id) => attempt(view, (allowed) => one(scope, allowed, id)),
  };
}

export function createVisualVisitorSource(options: VisualVisitorOptions): VisualVisitorSource {
  const { send, keys, answers, drifts, clock } = options;
  const collections = createLeadCollections(options.collections);
  const views = createKeyViews('VISUAL_VISITOR', keys, clock);
  const records = createVisualVisitorClient(send, drifts);
  const client = {
    PLUS_EMPLOYEE: withKeys('PLUS_EMPLOYEE', records.PLUS_EMPLOYEE, views),
    PLUS_PERSON: withKeys('PLUS_PERSON', records.PLUS_PERSON, views),
  };
  const parts = { client, answers, view: viewOf(keys), collections };
  return {
    begin: (scope) => beginVisualVisitorReads(parts, clock, scope),
    sweep: async () => {
      for (const collection of Object.values(collections)) await collection.sweep();
    },
  };
}

/** The bare key; no scheme is documented. */
export function authorizeVisualVisitor(key: string): Readonly<Record<string, string>> {
  return { authorization: key };
}
