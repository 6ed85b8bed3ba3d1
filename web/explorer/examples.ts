/** The tabs of a first visit. Root lists only: an example must run on any data, so it knows no ids. */
export type Example = {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const visitorsAndChats = `# Who came to the expo, with which exhibitor,
# and what did they ask in chat? Visit and iAdvize,
# joined on the e-mail address.
query VisitorsAndChats {
  expos(first: 3) {
    nodes {
      name
      visitors(first: 3) {
        totalCount
        nodes {
          registrationState
          partner { name boothNumber }
          participant { showState arrivalTime dwellingSeconds }
          person {
            email
            firstName
            lastName
            conversations(first: 2) {
              nodes {
                channel
                createdAt
                messages { author text sentAt }
              }
            }
          }
        }
      }
    }
  }
}
`;

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

const operatorsNow = `# Who can take a chat right now, and what were
# their last ones about? All from iAdvize.
query OperatorsNow {
  operators(first: 5) {
    nodes {
      pseudo
      email
      languages
      live {
        connected
        chat { available busy slotsUsed slots }
      }
      conversations(first: 3) {
        nodes {
          channel
          createdAt
          closedAt
          visitor { firstName email }
          skill { name }
        }
      }
    }
  }
}
`;

export const examples: readonly Example[] = [
  { name: 'VisitorsAndChats', query: visitorsAndChats, variables: {} },
  { name: 'LeadsAndCampaigns', query: leadsAndCampaigns, variables: {} },
  { name: 'OperatorsNow', query: operatorsNow, variables: {} },
];
