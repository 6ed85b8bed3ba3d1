import type { LeadProduct } from '../../model/leads.ts';
import type { NodeReads } from '../node-read.ts';

export const leadNodes: NodeReads<'Lead'> = {
  Lead: {
    scopes: ['read:visual-visitor'],
    read: ([product = '', id = ''], { reads, reader }, info) =>
      reads.visualVisitor.lead(reader(info), product as LeadProduct, id),
  },
};
