import type { NodeReads } from '../node-read.ts';
import { reportOfId } from './resolvers.ts';

export const campaignNodes: NodeReads<'CampaignReport'> = {
  CampaignReport: {
    scopes: ['read:notify-visitors'],
    read: (parts, { reads, reader }, info) => {
      const { campaignId, range } = reportOfId(parts);
      return reads.notifyVisitors.campaignReport(reader(info), campaignId, range);
    },
  },
};
