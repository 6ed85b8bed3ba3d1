import { InputError } from '../base/errors.ts';
import { type GlobalId, type NodeType, parseGlobalId } from './global-id.ts';

/** A record as an upstream keeps it: its kind, as in the names of endpoints, the expo or customer that it lies in, and its id there. */
export type UpstreamRecord = { readonly kind: string; readonly place: string | undefined; readonly id: string };

/** What people and companies are is told by records of several kinds: they are none themselves. */
const KINDS: Readonly<Record<Exclude<NodeType, 'Person' | 'Company' | 'Lead'>, string>> = {
  Expo: 'visit.expos',
  Visitor: 'visit.visitors',
  Partner: 'visit.partners',
  Participant: 'visit.participants',
  Encounter: 'visit.connections',
  Content: 'visit.contents',
  License: 'visit.licenses',
  Payment: 'visit.payments',
  Touchpoint: 'visit.touchpoints',
  Action: 'visit.actions',
  Activity: 'visit.activities',
  Webhook: 'visit.webhooks',
  ResellerService: 'visual-visitor.services',
  ResellerCustomer: 'visual-visitor.customers',
  AccountUser: 'visual-visitor.users',
  IdealCustomerProfile: 'visual-visitor.ideal-customer-profiles',
  ProspectCompany: 'visual-visitor.prospect-companies',
  ProspectContact: 'visual-visitor.prospect-contacts',
  ExcludedIp: 'visual-visitor.excluded-ips',
  KnownCustomer: 'visual-visitor.known-customers',
  SuppressionEntry: 'visual-visitor.suppression-list',
  BulkJob: 'visual-visitor.bulk-jobs',
  Operator: 'iadvize.operators',
  OperatorGroup: 'iadvize.groups',
  Skill: 'iadvize.skills',
  Website: 'iadvize.websites',
  ClientAccount: 'iadvize.clients',
  Tag: 'iadvize.tags',
  Conversation: 'iadvize.conversations',
  ChatVisitor: 'iadvize.visitors',
  Transaction: 'iadvize.transactions',
  Satisfaction: 'iadvize.satisfactions',
  CallMeeting: 'iadvize.call-meetings',
  CampaignReport: 'notify-visitors.campaigns',
  CustomerProfile: 'notify-visitors.user',
};

function recordIn({ type, parts }: GlobalId): UpstreamRecord | undefined {
  if (type === 'Person' || type === 'Company') return undefined;
  const [id = '', before, customer] = parts.toReversed();
  if (type === 'Lead') {
    const kind = before === 'PLUS_PERSON' ? 'visual-visitor.person-leads' : 'visual-visitor.employee-leads';
    return { kind, place: customer, id };
  }
  // The range of a report is behind its id.
  if (type === 'CampaignReport') return { kind: KINDS[type], place: undefined, id: parts[0] ?? '' };
  return { kind: KINDS[type], place: before, id };
}

/** The record that a global id names. InputError if it is no global id, or that of a person or a company. */
export function recordOf(text: string): UpstreamRecord {
  const known = parseGlobalId(text);
  if (known === undefined) throw new InputError('no global id; allowed: what `id` tells of a record');
  const record = recordIn(known);
  if (record === undefined)
    throw new InputError(`a ${known.type} is no record of an upstream; allowed: ids of the records that tell of it`);
  return record;
}
