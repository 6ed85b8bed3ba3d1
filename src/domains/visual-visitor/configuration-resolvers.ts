import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { EntryFilter } from '../../model/visual-visitor.ts';
import { connectionOf } from '../connection.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';
import { identity, readCustomerId } from './account-ids.ts';
import { customerOf } from './account-references.ts';

type Args = { readonly customerId?: string | null; readonly search?: string | null };

/** What a list of an account is asked for. Whether an address is on it is as personal as the address. */
function entryFilter({ consumer }: RequestContext, { customerId, search }: Args): EntryFilter {
  requireContactScope(consumer, { search }, ['search']);
  return present({ customerId: readCustomerId('customerId', customerId), search });
}

const lists: Resolvers['Query'] = {
  excludedIps: (_query, args, context, info) => {
    const filter = entryFilter(context, { customerId: args.customerId ?? null });
    return connectionOf(context.reads.visualVisitor.excludedIps(context.reader(info), filter), args, { info });
  },
  knownCustomers: (_query, args, context, info) => {
    const filter = entryFilter(context, args);
    return connectionOf(context.reads.visualVisitor.knownCustomers(context.reader(info), filter), args, { info });
  },
  suppressionList: (_query, args, context, info) => {
    const filter = entryFilter(context, args);
    return connectionOf(context.reads.visualVisitor.suppressionList(context.reader(info), filter), args, { info });
  },
};

const ofConfiguration: Resolvers['TrackingConfiguration'] = {
  company: ({ domain }) => (domain === null ? null : { domain }),
  customer: customerOf,
  excludedIps: ({ forCustomer }, args, context, info) => {
    const filter = entryFilter(context, { customerId: forCustomer });
    const list = context.reads.visualVisitor.excludedIps(context.reader(info), filter);
    return connectionOf(list, args, { info, parent: forCustomer ?? '' });
  },
  knownCustomers: ({ forCustomer }, args, context, info) => {
    const filter = entryFilter(context, { ...args, customerId: forCustomer });
    const list = context.reads.visualVisitor.knownCustomers(context.reader(info), filter);
    return connectionOf(list, args, { info, parent: forCustomer ?? '' });
  },
  suppressionList: ({ forCustomer }, args, context, info) => {
    const filter = entryFilter(context, { ...args, customerId: forCustomer });
    const list = context.reads.visualVisitor.suppressionList(context.reader(info), filter);
    return connectionOf(list, args, { info, parent: forCustomer ?? '' });
  },
};

export const configurationResolvers: Resolvers = {
  Query: {
    ...lists,
    trackingConfiguration: (_query, { customerId }, context, info) =>
      context.reads.visualVisitor.configuration(context.reader(info), readCustomerId('customerId', customerId)),
  },
  TrackingConfiguration: ofConfiguration,
  CookieConsent: { strictRegions: ({ strictRegions }) => (strictRegions === null ? null : [...strictRegions]) },
  ExcludedIp: identity('ExcludedIp'),
  KnownCustomer: {
    ...identity('KnownCustomer'),
    person: ({ email }) => (email === null ? null : { email }),
  },
  SuppressionEntry: identity('SuppressionEntry'),
};
