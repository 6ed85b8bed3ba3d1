import type { Task } from './example.ts';

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

const unhappyVisitors = `# iAdvize: the answers to the survey, with what
# was said before.
query UnhappyVisitors {
  satisfactions(first: 5) {
    nodes {
      createdAt
      noteWelcome
      noteResolution
      noteDelay
      comment
      operator { pseudo }
      conversation {
        channel
        skill { name }
        messages { author text sentAt }
      }
    }
  }
}
`;

export const support: Task = {
  name: 'Support',
  examples: [
    {
      name: 'OperatorsNow',
      about: 'Who can take a chat right now, and what were their last ones about?',
      query: operatorsNow,
    },
    {
      name: 'UnhappyVisitors',
      about: 'What was said in the conversations that visitors have rated?',
      query: unhappyVisitors,
    },
  ],
};
