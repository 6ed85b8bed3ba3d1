import type { Task } from './example.ts';

const registrationsByExpo = `# Visit. A total costs one call at most and
# reads no rows.
query RegistrationsByExpo {
  expos(first: 5) {
    nodes {
      name
      start
      end
      visitors(first: 1) { totalCount }
      participants(first: 1) { totalCount }
      registrationTypeStats { name total online onsite show noShow }
    }
  }
}
`;

const chatFigures = `# iAdvize, of today. Figures that differ only in
# their indicators share one call.
query ChatFigures {
  statistic(channel: "chat") {
    totals(indicators: ["contact_duration", "contact_answered_duration"]) {
      value
      indicator { label unit }
    }
    byResource(resource: "operator", indicators: ["contact_duration"]) {
      operator { pseudo }
      values { value }
    }
  }
}
`;

const quotaNow = `# The gateway itself: every window of every key.
query QuotaNow {
  quota {
    upstreams {
      upstream
      credentials {
        label
        windows { name limit used reserved remaining resetsAt }
      }
    }
    consumer { name windows { name limit remaining } }
  }
}
`;

export const bi: Task = {
  name: 'BI',
  examples: [
    {
      name: 'RegistrationsByExpo',
      about: 'How many registered for each expo, and how many came?',
      query: registrationsByExpo,
    },
    {
      name: 'ChatFigures',
      about: 'How long do visitors wait, and how many contacts are there, by operator?',
      query: chatFigures,
    },
    {
      name: 'QuotaNow',
      about: 'What do the vendors still let through? It makes no call.',
      query: quotaNow,
    },
  ],
};
