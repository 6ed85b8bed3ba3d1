import type { Task } from './example.ts';

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

const boothTraffic = `# Visit alone. Contacts need an API key with the
# leads permission; totalCount reads no rows.
query BoothTraffic {
  expos(first: 2) {
    nodes {
      name
      partners(first: 5) {
        nodes {
          name
          boothNumber
          boothSize
          encounters(first: 3) {
            totalCount
            nodes {
              time
              rating
              visitor { registrationState participant { arrivalTime dwellingSeconds } }
            }
          }
        }
      }
    }
  }
}
`;

export const exhibitor: Task = {
  name: 'Exhibitor',
  examples: [
    {
      name: 'VisitorsAndChats',
      about: 'Who came to the expo, with which exhibitor, and what did they ask in chat?',
      query: visitorsAndChats,
    },
    {
      name: 'BoothTraffic',
      about: 'How many contacts did each booth make, and how were they rated?',
      query: boothTraffic,
    },
  ],
};
