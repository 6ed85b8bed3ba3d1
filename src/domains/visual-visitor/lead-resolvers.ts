import { InputError } from '../../base/errors.ts';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { LeadFilter } from '../../model/leads.ts';
import { connectionOf } from '../connection.ts';
import { globalId, parseGlobalId, readId } from '../global-id.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';
import { selects } from '../selection.ts';
import { readAccountId, readCustomerId } from './account-ids.ts';
import { prospectCompanyOf } from './account-references.ts';
import { companyReferences } from './references.ts';

/** What tells who or where somebody is: the fields of the same data need `read:contact`, too. */
const PERSONAL = ['email', 'firstName', 'lastName', 'countries', 'states', 'cities', 'zipCodes'];

type Given = Readonly<Record<string, unknown>> & { readonly customerId?: string | null };

/** A filter as the source takes it. */
export function leadFilter({ consumer }: RequestContext, given: Given): LeadFilter {
  requireContactScope(consumer, given, PERSONAL);
  const customerId = readCustomerId('filter.customerId', given.customerId);
  return present({ ...given, customerId });
}

const leadFields: Resolvers['Lead'] = {
  ...companyReferences,
  id: ({ product, id, forCustomer }) =>
    forCustomer === null ? globalId('Lead', product, id) : globalId('Lead', forCustomer, product, id),
  sourceId: ({ id }) => id,
  // +Employee leads join on the company only, +Person leads on the person only.
  person: ({ product, email }) => (product === 'PLUS_PERSON' && email !== null ? { email } : null),
  company: ({ product, domain }) => (product === 'PLUS_EMPLOYEE' && domain !== null ? { domain } : null),
  prospectCompany: prospectCompanyOf,
  visits: async (lead, _args, context, info) => {
    const visits = await context.reads.visualVisitor.visits(context.reader(info), lead);
    return visits === null ? null : [...visits];
  },
  campaignReport: ({ utmCampaign }, _args, context, info) => {
    const name = utmCampaign?.trim() ?? '';
    return name === '' ? null : context.reads.notifyVisitors.campaignNamed(context.reader(info), name);
  },
};

export const leadResolvers: Resolvers = {
  Query: {
    leads: (_query, args, context, info) => {
      const filter = leadFilter(context, args.filter ?? {});
      return connectionOf(context.reads.visualVisitor.leads(context.reader(info), args.product, filter), args, {
        info,
      });
    },
    lead: (_query, { product, id, customerId }, context, info) => {
      const parts = readId('id', 'Lead', id);
      if (parseGlobalId(id) !== undefined && parts.at(-2) !== product)
        throw new InputError('product: contradicts the id, which belongs to the other product');
      const asked = readAccountId('id', 'Lead', id, customerId);
      return context.reads.visualVisitor.lead(context.reader(info), product, asked, {
        visits: selects(info, 'visits'),
      });
    },
  },
  Lead: leadFields,
};
