import type { Task } from './example.ts';

const leadsAndCampaigns = `# Which companies browsed the site, which campaign
# brought them, do they exhibit? Visual Visitor,
# joined with NotifyVisitors on utm_campaign and
# with Visit on the domain.
query LeadsAndCampaigns {
  leads(product: PLUS_EMPLOYEE, first: 5) {
    nodes {
      companyName
      domain
      pageViews
      lastVisitAt
      utmCampaign
      campaignReport {
        name
        channel
        sentAt
        metrics { sent opened clicked conversions }
      }
      company {
        name
        partners(first: 3) {
          nodes { name boothNumber expo { name } }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const campaignResults = `# NotifyVisitors, joined with Visual Visitor on
# the campaign that a visit names.
query CampaignResults {
  campaignReports(first: 5) {
    nodes {
      name
      channel
      status
      sentAt
      metrics { sent delivered opened clicked conversions revenue currency }
      leads(first: 2) { nodes { companyName lastVisitAt } }
    }
  }
}
`;

export const marketing: Task = {
  name: 'Marketing',
  examples: [
    {
      name: 'LeadsAndCampaigns',
      about: 'Which companies browsed the site, and which campaign brought them?',
      query: leadsAndCampaigns,
    },
    {
      name: 'CampaignResults',
      about: 'What became of the campaigns of the last month, and whom did they bring?',
      query: campaignResults,
    },
  ],
};
