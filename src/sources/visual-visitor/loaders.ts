import type { FreshnessOf } from '../../loading/collections/collection.ts';
import type { Fills } from '../../loading/fills.ts';
import type { ReadScope } from '../../loading/reader.ts';
import { copyKey, type VisualVisitorParts } from './access.ts';
import { type AccountReads, beginAccountReads } from './account-reads.ts';
import { LEAD_PRODUCTS } from './collections.ts';
import { visualVisitorFills } from './fills.ts';
import { beginLeadReads, type LeadReads } from './lead-reads.ts';
import { beginProspectReads, type ProspectReads } from './prospect-reads.ts';
import { beginReferenceReads, type ReferenceReads } from './reference-reads.ts';

/** Visual Visitor, as one operation reads it. Ids of records go with the customer whose record is meant; null is the account itself. */
export type VisualVisitorReads = LeadReads &
  AccountReads &
  ProspectReads &
  ReferenceReads & {
    readonly fills: Fills;
    /** Whether the account's own copy that an endpoint fills is up to date for this operation. */
    isCopyFresh(endpoint: string): Promise<boolean>;
  };

async function isCopyFresh(parts: VisualVisitorParts, scope: ReadScope, endpoint: string): Promise<boolean> {
  const { leads, ...others } = parts.collections;
  const key = copyKey(parts, null);
  const copies: readonly (readonly [FreshnessOf, string])[] = [
    ...LEAD_PRODUCTS.map((product) => [leads[product], `${key} ${product}`] as const),
    ...Object.values<FreshnessOf>(others).map((collection) => [collection, key] as const),
  ];
  const [collection, name] = copies.find(([{ spec }]) => spec.row.id === endpoint) ?? [];
  return collection !== undefined && name !== undefined && collection.isFresh(scope, { key: name });
}

/** The reads of one operation. */
export function beginVisualVisitorReads(parts: VisualVisitorParts, scope: ReadScope): VisualVisitorReads {
  return {
    ...beginLeadReads(parts, scope),
    ...beginAccountReads(parts, scope),
    ...beginProspectReads(parts, scope),
    ...beginReferenceReads(parts),
    fills: visualVisitorFills(parts),
    isCopyFresh: (endpoint) => isCopyFresh(parts, scope, endpoint),
  };
}
