import type { ReadScope } from '../../loading/reader.ts';
import type { VisualVisitorParts } from './access.ts';
import { type AccountReads, beginAccountReads } from './account-reads.ts';
import { beginLeadReads, type LeadReads } from './lead-reads.ts';
import { beginProspectReads, type ProspectReads } from './prospect-reads.ts';
import { beginReferenceReads, type ReferenceReads } from './reference-reads.ts';

/** Visual Visitor, as one operation reads it. Ids of records go with the customer whose record is meant; null is the account itself. */
export type VisualVisitorReads = LeadReads & AccountReads & ProspectReads & ReferenceReads;

/** The reads of one operation. */
export function beginVisualVisitorReads(parts: VisualVisitorParts, scope: ReadScope): VisualVisitorReads {
  return {
    ...beginLeadReads(parts, scope),
    ...beginAccountReads(parts, scope),
    ...beginProspectReads(parts, scope),
    ...beginReferenceReads(parts),
  };
}
