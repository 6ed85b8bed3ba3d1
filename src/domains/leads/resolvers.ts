import { InputError } from '../../base/errors.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readId } from '../global-id.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';

export const leadResolvers: Resolvers = {
  Query: {
    leads: (_query, args, context, info) => {
      const filter = args.filter ?? {};
      requireContactScope(context.consumer, filter, ['email']);
      return connectionOf(
        context.reads.visualVisitor.leads(context.reader(info), args.product, present(filter)),
        args,
        { info },
      );
    },
    lead: (_query, { product, id }, context, info) => {
      const [first = '', own] = readId('id', 'Lead', id);
      if (own !== undefined && first !== product)
        throw new InputError('product: contradicts the id, which belongs to the other product');
      return context.reads.visualVisitor.lead(context.reader(info), product, own ?? first);
    },
  },
  Lead: {
    id: ({ product, id }) => globalId('Lead', product, id),
    sourceId: ({ id }) => id,
    // +Employee leads join on the company only, +Person leads on the person only.
    person: ({ product, email }) => (product === 'PLUS_PERSON' && email !== null ? { email } : null),
    company: ({ product, domain }) => (product === 'PLUS_EMPLOYEE' && domain !== null ? { domain } : null),
    visits: async (lead, _args, context, info) => {
      const visits = await context.reads.visualVisitor.visits(context.reader(info), lead);
      return visits === null ? null : [...visits];
    },
    campaignReport: ({ utmCampaign }, _args, context, info) => {
      const name = utmCampaign?.trim() ?? '';
      return name === '' ? null : context.reads.notifyVisitors.campaignNamed(context.reader(info), name);
    },
  },
};
