import type { LeadProduct } from '../../model/leads.ts';
import type { NodeReads } from '../node-read.ts';
import { selects } from '../selection.ts';
import { accountIdOf } from './account-ids.ts';

const scopes = ['read:visual-visitor'];

export const visualVisitorNodes: NodeReads<
  | 'Lead'
  | 'ResellerService'
  | 'ResellerCustomer'
  | 'AccountUser'
  | 'IdealCustomerProfile'
  | 'ProspectCompany'
  | 'ProspectContact'
  | 'ExcludedIp'
  | 'KnownCustomer'
  | 'SuppressionEntry'
  | 'BulkJob'
> = {
  Lead: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.lead(reader(info), parts.at(-2) as LeadProduct, accountIdOf('Lead', parts), {
        visits: selects(info, 'visits'),
      }),
  },
  ResellerService: {
    scopes,
    read: ([id = ''], { reads, reader }, info) => reads.visualVisitor.service(reader(info), id),
  },
  ResellerCustomer: {
    scopes,
    read: ([id = ''], { reads, reader }, info) => reads.visualVisitor.customer(reader(info), id),
  },
  AccountUser: {
    scopes,
    read: (parts, { reads, reader }, info) => reads.visualVisitor.user(reader(info), accountIdOf('AccountUser', parts)),
  },
  IdealCustomerProfile: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.profile(reader(info), accountIdOf('IdealCustomerProfile', parts)),
  },
  ProspectCompany: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.prospectCompany(reader(info), accountIdOf('ProspectCompany', parts)),
  },
  ProspectContact: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.prospectContact(reader(info), accountIdOf('ProspectContact', parts)),
  },
  ExcludedIp: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.excludedIp(reader(info), accountIdOf('ExcludedIp', parts)),
  },
  KnownCustomer: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.knownCustomer(reader(info), accountIdOf('KnownCustomer', parts)),
  },
  SuppressionEntry: {
    scopes,
    read: (parts, { reads, reader }, info) =>
      reads.visualVisitor.suppressionEntry(reader(info), accountIdOf('SuppressionEntry', parts)),
  },
  BulkJob: { scopes, read: ([id = ''], { reads, reader }, info) => reads.visualVisitor.job(reader(info), id) },
};
