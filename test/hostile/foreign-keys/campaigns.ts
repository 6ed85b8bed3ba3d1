import type { Joins } from './join.ts';

export const campaignJoins: Joins = {
  'CampaignReport.leads': {
    endpoints: ['notify-visitors.campaigns.list'],
    keys: [['campaign_name']],
    form: 'text',
    parents: '{ campaignReports(first: 2) { nodes { JOIN } } }',
    join: 'leads { nodes { id } }',
  },
  'CustomerProfile.person': {
    endpoints: ['notify-visitors.user'],
    keys: [['user_attributes', 'email']],
    form: 'email',
    parents: 'query ($user: String!) { customerProfile(userId: $user) { JOIN } }',
    join: 'person { operator { pseudo } }',
  },
};
