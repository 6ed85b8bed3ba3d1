import type { NodeReads } from '../node-read.ts';
import { reportOfId } from './resolvers.ts';

export const campaignNodes: NodeReads<'CampaignReport' | 'CustomerProfile'> = {
  CampaignReport: {
    scopes: ['read:notify-visitors'],
    read: (parts, { reads, reader }, info) => {
      const { campaignId, range } = reportOfId(parts);
      return reads.notifyVisitors.campaignReport(reader(info), campaignId, range);
    },
  },
  CustomerProfile: {
    scopes: ['read:notify-visitors', 'read:contact'],
    read: ([userId = ''], { reads, reader }, info) => reads.notifyVisitors.profile(reader(info), userId),
  },
};
