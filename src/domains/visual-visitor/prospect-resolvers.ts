import type { RequestContext } from '../../context.ts';
import type { Resolvers, ResolversParentTypes } from '../../generated/resolvers.ts';
import type { ContactDetails, ProspectContactFilter } from '../../model/prospects.ts';
import { connectionOf } from '../connection.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';
import { globalAccountId, identity, readAccountId, readAccountIds, readCustomerId } from './account-ids.ts';
import { prospectCompanyOf } from './account-references.ts';
import { companyReferences, referenceOf } from './references.ts';

type Given = Readonly<Record<string, unknown>> & {
  readonly customerId?: string | null;
  readonly companyIds?: readonly string[] | null;
};

/** A filter as the source takes it. */
function prospectFilter(given: Given): ProspectContactFilter {
  const customerId = readCustomerId('filter.customerId', given.customerId);
  const { companyIds } = given;
  const ids = companyIds && readAccountIds('filter.companyIds', 'ProspectCompany', companyIds, given.customerId);
  return present({ ...given, customerId, companyIds: ids });
}

/** Where a contact lives needs the scope that the contact's own fields need. */
const PERSONAL = ['contactZipCodes', 'states', 'countries'];

/** What only an unlocked contact shows; a locked one is never unlocked for it. */
function detail<N extends keyof ContactDetails>(name: N) {
  return async (
    contact: ResolversParentTypes['ProspectContact'],
    _args: object,
    context: RequestContext,
    info: Parameters<RequestContext['reader']>[0],
  ): Promise<ContactDetails[N] | null> => {
    const details = await context.reads.visualVisitor.contactDetails(context.reader(info), contact);
    return details?.[name] ?? null;
  };
}

const contactFields: Resolvers['ProspectContact'] = {
  ...identity('ProspectContact'),
  seniority: ({ seniorityCode }) => referenceOf('seniorities', seniorityCode),
  department: ({ departmentCode }) => referenceOf('departments', departmentCode),
  lastName: detail('lastName'),
  email: detail('email'),
  phone: detail('phone'),
  mobile: detail('mobile'),
  linkedInUrl: detail('linkedInUrl'),
  postalCode: detail('postalCode'),
  unlockedAt: detail('unlockedAt'),
  person: async (contact, _args, context, info) => {
    const details = await context.reads.visualVisitor.contactDetails(context.reader(info), contact);
    return details === null || details.email === null ? null : { email: details.email };
  },
  company: prospectCompanyOf,
};

export const prospectResolvers: Resolvers = {
  Query: {
    prospectCompanies: (_query, args, context, info) => {
      const filter = prospectFilter(args.filter ?? {});
      return connectionOf(context.reads.visualVisitor.prospectCompanies(context.reader(info), filter), args, { info });
    },
    prospectCompany: (_query, { id, customerId }, context, info) =>
      context.reads.visualVisitor.prospectCompany(
        context.reader(info),
        readAccountId('id', 'ProspectCompany', id, customerId),
      ),
    prospectContacts: (_query, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, PERSONAL);
      const filter = prospectFilter(args.filter ?? {});
      return connectionOf(context.reads.visualVisitor.prospectContacts(context.reader(info), filter), args, { info });
    },
    prospectContact: (_query, { id, customerId }, context, info) =>
      context.reads.visualVisitor.prospectContact(
        context.reader(info),
        readAccountId('id', 'ProspectContact', id, customerId),
      ),
    contactCredits: (_query, { customerId }, context, info) =>
      context.reads.visualVisitor.contactCredits(context.reader(info), readCustomerId('customerId', customerId)),
  },
  ProspectCompany: {
    ...identity('ProspectCompany'),
    ...companyReferences,
    company: ({ domain }) => (domain === null ? null : { domain }),
    contacts: (company, args, context, info) =>
      connectionOf(context.reads.visualVisitor.contactsOf(context.reader(info), company), args, {
        info,
        parent: globalAccountId('ProspectCompany', company),
      }),
  },
  ProspectContact: contactFields,
};
