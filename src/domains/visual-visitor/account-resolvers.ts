import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import { referred } from '../reference.ts';
import { requireContactScope } from '../scopes.ts';
import { identity, ownCustomerId, readAccountId, readCustomerId } from './account-ids.ts';
import { customerOf } from './account-references.ts';
import { leadFilter } from './lead-resolvers.ts';
import { referencesOf } from './references.ts';

const own = (type: 'ResellerService' | 'ResellerCustomer' | 'BulkJob') => ({
  id: ({ id }: { readonly id: string }) => globalId(type, id),
  sourceId: ({ id }: { readonly id: string }) => id,
});

const customerFields: Resolvers['ResellerCustomer'] = {
  ...own('ResellerCustomer'),
  services: ({ services }) => (services === null ? null : [...services]),
  company: ({ domain }) => (domain === null ? null : { domain }),
  person: ({ email }) => (email === null ? null : { email }),
  users: ({ id }, args, context, info) => {
    requireContactScope(context.consumer, args.filter ?? {}, ['search']);
    const customerId = ownCustomerId(id, args.filter?.customerId);
    const filter = present({ ...args.filter, customerId });
    return connectionOf(context.reads.visualVisitor.users(context.reader(info), filter), args, { info, parent: id });
  },
  leads: ({ id }, args, context, info) => {
    const customerId = ownCustomerId(id, args.filter?.customerId);
    const filter = leadFilter(context, { ...args.filter, customerId });
    return connectionOf(context.reads.visualVisitor.leads(context.reader(info), args.product, filter), args, {
      info,
      parent: id,
    });
  },
  configuration: ({ id }, _args, context, info) => context.reads.visualVisitor.configuration(context.reader(info), id),
  idealCustomerProfiles: ({ id }, _args, context, info) =>
    context.reads.visualVisitor.profiles(context.reader(info), id),
  contactCredits: ({ id }, _args, context, info) =>
    context.reads.visualVisitor.contactCredits(context.reader(info), id),
};

const profileFields: Resolvers['IdealCustomerProfile'] = {
  ...identity('IdealCustomerProfile'),
  industries: ({ industries }) => referencesOf('industries', industries),
  employeeRanges: ({ employeeRanges }) => referencesOf('employee-ranges', employeeRanges),
  revenueRanges: ({ revenueRanges }) => referencesOf('revenue-ranges', revenueRanges),
  countries: ({ countries }) => referencesOf('countries', countries),
  states: ({ states }) => referencesOf('states', states),
  seniorities: ({ seniorities }) => referencesOf('seniorities', seniorities),
  departments: ({ departments }) => referencesOf('departments', departments),
  cities: ({ cities }) => (cities === null ? null : [...cities]),
  titles: ({ titles }) => (titles === null ? null : [...titles]),
};

const accountQueries: Resolvers['Query'] = {
  resellerServices: (_query, _args, context, info) => context.reads.visualVisitor.services(context.reader(info)),
  resellerCustomers: (_query, args, context, info) => {
    const filter = args.filter ?? {};
    requireContactScope(context.consumer, filter, ['search']);
    return connectionOf(context.reads.visualVisitor.customers(context.reader(info), present(filter)), args, { info });
  },
  resellerCustomer: (_query, { id }, context, info) =>
    context.reads.visualVisitor.customer(context.reader(info), readSourceId('id', 'ResellerCustomer', id)),
  accountUsers: (_query, args, context, info) => {
    const filter = args.filter ?? {};
    requireContactScope(context.consumer, filter, ['search']);
    const customerId = readCustomerId('filter.customerId', filter.customerId);
    const users = context.reads.visualVisitor.users(context.reader(info), present({ ...filter, customerId }));
    return connectionOf(users, args, { info });
  },
  accountUser: (_query, { id, customerId }, context, info) =>
    context.reads.visualVisitor.user(context.reader(info), readAccountId('id', 'AccountUser', id, customerId)),
  idealCustomerProfiles: (_query, { customerId }, context, info) =>
    context.reads.visualVisitor.profiles(context.reader(info), readCustomerId('customerId', customerId)),
  idealCustomerProfile: (_query, { id, customerId }, context, info) =>
    context.reads.visualVisitor.profile(
      context.reader(info),
      readAccountId('id', 'IdealCustomerProfile', id, customerId),
    ),
  bulkJobs: (_query, args, context, info) => {
    const jobs = context.reads.visualVisitor.jobs(context.reader(info), present(args.filter ?? {}));
    return connectionOf(jobs, args, { info });
  },
  bulkJob: (_query, { id }, context, info) =>
    context.reads.visualVisitor.job(context.reader(info), readSourceId('id', 'BulkJob', id)),
};

export const accountResolvers: Resolvers = {
  Query: accountQueries,
  ResellerService: own('ResellerService'),
  ResellerSubscription: {
    service: ({ serviceId }, _args, context, info) =>
      referred(info, serviceId, (id) => context.reads.visualVisitor.service(context.reader(info), id)),
  },
  ResellerCustomer: customerFields,
  AccountUser: {
    ...identity('AccountUser'),
    person: ({ email }) => (email === null ? null : { email }),
    customer: customerOf,
  },
  IdealCustomerProfile: profileFields,
  BulkJob: own('BulkJob'),
};
