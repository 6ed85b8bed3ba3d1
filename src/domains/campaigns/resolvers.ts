import { normaliseEmail } from '../../base/addresses.ts';
import { InputError } from '../../base/errors.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { CampaignRange, CampaignReport, CustomerProfile } from '../../model/campaigns.ts';
import type { Person } from '../../model/people.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';

/** The range that an id carries: none means lifetime. */
export function reportOfId(parts: readonly string[]): {
  readonly campaignId: string;
  readonly range: CampaignRange | null;
} {
  const [campaignId = '', from, to] = parts;
  return { campaignId, range: from === undefined || to === undefined ? null : { from, to } };
}

function idOf({ campaignId, range }: CampaignReport): string {
  return range === null
    ? globalId('CampaignReport', campaignId)
    : globalId('CampaignReport', campaignId, range.from, range.to);
}

/** The user id is what a person's profile is looked up by; elsewhere it is a number of the account's own. */
function personOf({ userId, email }: CustomerProfile): Person | null {
  const address = normaliseEmail(userId) ?? email;
  return address === null ? null : { email: address };
}

export const campaignResolvers: Resolvers = {
  Query: {
    campaignReports: (_query, args, context, info) =>
      connectionOf(
        context.reads.notifyVisitors.campaignReports(context.reader(info), present(args.filter ?? {})),
        args,
        { info },
      ),
    campaignReport: (_query, { campaignId, from, to }, context, info) => {
      const { campaignId: id, range } = reportOfId(readId('campaignId', 'CampaignReport', campaignId));
      if ((from ?? null) === null && (to ?? null) === null)
        return context.reads.notifyVisitors.campaignReport(context.reader(info), id, range);
      if (from == null || to == null)
        throw new InputError(
          `${from == null ? 'from' : 'to'}: needed beside the other end of the range; give both or none`,
        );
      return context.reads.notifyVisitors.campaignReport(context.reader(info), id, { from, to });
    },
    customerProfile: (_query, { userId }, context, info) =>
      context.reads.notifyVisitors.profile(context.reader(info), readSourceId('userId', 'CustomerProfile', userId)),
  },
  CampaignReport: {
    id: idOf,
    sourceId: ({ campaignId }) => campaignId,
    metrics: (report, _args, context, info) => context.reads.notifyVisitors.metrics(context.reader(info), report),
    days: async ({ campaignId }, { from, to }, context, info) => {
      const days = await context.reads.notifyVisitors.days(context.reader(info), campaignId, { from, to });
      return days === null ? null : [...days];
    },
    leads: (report, args, context, info) =>
      connectionOf(context.reads.visualVisitor.leadsOfCampaign(context.reader(info), report.name ?? ''), args, {
        info,
        parent: idOf(report),
      }),
  },
  CustomerProfile: {
    id: ({ userId }) => globalId('CustomerProfile', userId),
    person: personOf,
  },
};
