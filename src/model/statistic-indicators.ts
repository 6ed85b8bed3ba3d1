/** What a figure is measured in. `NUMBER` is a count, or an average of counts. */
type StatisticUnit = 'SECOND' | 'NUMBER' | 'RATE' | 'AMOUNT';

/** One of the figures that iAdvize documents. */
export type StatisticIndicator = {
  readonly name: string;
  /** The vendor's own words. */
  readonly label: string;
  readonly description: string;
  readonly unit: StatisticUnit;
  readonly channels: readonly string[];
  /** Whether figures of several periods, websites or operators may be added up. */
  readonly additive: boolean;
  /** Why the upstream may give none any more; null where it does. */
  readonly unavailableReason: string | null;
};

type Row = readonly [name: string, label: string, description: string];

const EVERYWHERE = 'chat call video facebook twitter facebookBusinessOnMessenger sms whatsapp'.split(' ');
const TALKING = ['chat', 'call', 'video'];
const QUEUED = ['chat', 'video'];
const CHAT = ['chat'];

/** The channels that a question may be asked for. `instagram` is one of them, though no indicator is documented for it. */
export const STATISTIC_CHANNELS: readonly string[] = [...EVERYWHERE, 'instagram'];

const OLD_SATISFACTION =
  'iAdvize computes satisfaction in another way now, and offers it as satisfactionSurveyResponses of its GraphQL API only.';
const WITHDRAWN = 'iAdvize has taken it out of its documentation in June 2023.';
const MISPLACED = 'iAdvize prints it among the indicators of satisfaction, which are no longer available.';

type Group = Pick<StatisticIndicator, 'unit' | 'channels' | 'additive'> & { readonly unavailableReason?: string };

function group({ unavailableReason = '', ...common }: Group, rows: readonly Row[]): readonly StatisticIndicator[] {
  const reason = unavailableReason === '' ? null : unavailableReason;
  return rows.map(([name, label, description]) => ({ name, label, description, ...common, unavailableReason: reason }));
}

const average = { additive: false } as const;
const total = { additive: true } as const;

const CONTACTS = [
  ...group({ unit: 'SECOND', channels: EVERYWHERE, ...average }, [
    [
      'contact_answered_after_first_message_duration',
      'Response time after first message',
      "Average time between a visitor's first question and the agent's answer.",
    ],
    [
      'contact_answered_duration',
      'Response time',
      "Average time between a visitor's request and the agent's response.",
    ],
    [
      'contact_closed_after_last_message_duration',
      'Length of time between last message and closing of chat',
      "Average time between the visitor's last message and the closing of the discussion.",
    ],
    ['contact_duration', 'Average processing time', 'Average length of a contact, from its start to its closing.'],
  ]),
  ...group({ unit: 'NUMBER', channels: EVERYWHERE, ...total }, [
    ['contact_number', 'Initiated contacts', 'Contacts that were started in the period.'],
    ['contact_sent_message_number', 'Sent messages', 'Messages that agents sent.'],
    ['contact_received_message_number', 'Received messages', 'Messages that agents received.'],
    [
      'contact_unanswered_number',
      'Contacts initiated with no response',
      'Contacts that a visitor started and no agent answered.',
    ],
  ]),
  ...group({ unit: 'NUMBER', channels: CHAT, ...total }, [
    [
      'contact_missed_number',
      'Missed contact opportunities',
      'Estimate of contacts missed as agents were fully busy, offline or not in production.',
    ],
    [
      'contact_missed_with_busy_operators_number',
      'Missed contact opportunities (agents busy)',
      'Estimate of contacts missed as agents were fully busy.',
    ],
    [
      'contact_missed_with_no_operators_number',
      'Missed contact opportunities (agents absent)',
      'Estimate of contacts missed as agents were not connected or not in production.',
    ],
  ]),
  ...group({ unit: 'NUMBER', channels: CHAT, ...average, unavailableReason: WITHDRAWN }, [
    [
      'contact_simultaneous_number',
      'Simultaneous contacts',
      'Average number of contacts that an agent handles at once.',
    ],
  ]),
  ...group({ unit: 'NUMBER', channels: QUEUED, ...total }, [
    ['contact_waiting_abort_number', 'Abandoned contacts', 'Contacts that left the queue before they were handled.'],
    ['contact_waiting_answered_number', 'Processed contacts', 'Contacts from the queue that were handled.'],
    ['contact_waiting_number', 'Initiated contacts', 'Contacts that came into the queue.'],
  ]),
  ...group({ unit: 'SECOND', channels: QUEUED, ...average }, [
    [
      'contact_waiting_before_quit_duration',
      'Waiting time before abandonment',
      'Average time before a visitor leaves the queue.',
    ],
    ['contact_waiting_duration', 'Waiting time before contact', 'Average time that visitors wait in the queue.'],
  ]),
  ...group({ unit: 'NUMBER', channels: TALKING, ...average }, [
    [
      'contact_per_hour_average_number',
      'Contacts / hr of the website',
      'Contacts that all agents handle in an hour of production, on average.',
    ],
    [
      'contact_per_hour_number',
      'Contacts per hour',
      'Contacts that one agent handles in an hour of production, on average.',
    ],
  ]),
  ...group({ unit: 'RATE', channels: TALKING, ...average }, [
    ['rule_contact_rate', 'Response rate', 'Share of displays that led to a contact.'],
  ]),
  ...group({ unit: 'NUMBER', channels: TALKING, ...total }, [
    ['rule_display_number', 'Displays', 'Displays of chat and call on the website.'],
    ['targeting_rule_triggered', 'Triggers', 'How often a targeting rule was triggered.'],
  ]),
];

const PRESENCE = [
  ...group({ unit: 'SECOND', channels: TALKING, ...total }, [
    ['max_and_partial_occupation_duration', 'Global occupation', 'Time connected and partly or fully occupied.'],
    ['max_occupation_duration', 'Maximum occupation', 'Time connected and fully occupied.'],
    ['non_production_duration', 'Not in production', 'Time connected, unavailable and yet not busy.'],
  ]),
  ...group({ unit: 'RATE', channels: TALKING, ...average }, [
    ['max_occupation_rate', 'Maximum occupation rate', 'Share of production time that is fully occupied.'],
    ['non_production_rate', 'Not in production rate', 'Share of connection time unavailable and yet not busy.'],
  ]),
  ...group({ unit: 'SECOND', channels: TALKING, ...average }, [
    [
      'presentation_duration',
      'Smoothed period of button presentation',
      'Time with at least one agent available, so that buttons can be displayed.',
    ],
    ['production_smoothed_duration', 'Smoothed period of production', 'Time with at least one agent in production.'],
  ]),
  ...group({ unit: 'SECOND', channels: EVERYWHERE, ...total }, [
    ['presence_duration', 'Total period of presence', 'Time that agents were connected, added up.'],
    ['non_occupation_duration', 'Inocc.', 'Time connected, available and not busy.'],
    ['production_duration', 'In production', 'Time connected and available or busy.'],
  ]),
  ...group({ unit: 'SECOND', channels: EVERYWHERE, ...average }, [
    ['presence_smoothed_duration', 'Smoothed period of presence', 'Time with at least one agent connected.'],
  ]),
  ...group({ unit: 'RATE', channels: EVERYWHERE, ...average }, [
    ['occupation_rate', 'Partial occupation rate', 'Share of production time that is partly busy.'],
    ['non_occupation_rate', 'Rate of non-occupation', 'Share of production time available and not busy.'],
    ['max_and_partial_occupation_rate', 'Global occupation rate', 'Share of production time partly or fully occupied.'],
  ]),
];

const SATISFACTION = [
  ...group({ unit: 'RATE', channels: TALKING, ...average, unavailableReason: OLD_SATISFACTION }, [
    ['satisfaction_delay_rate', 'Waiting time', 'Satisfaction with the time before an answer.'],
    ['satisfaction_global_rate', 'Overall satisfaction', 'Satisfaction overall.'],
    ['satisfaction_resolution_rate', 'Quality of response', "Satisfaction with the agent's answer."],
    ['satisfaction_respondent_rate', 'Response rate', 'Share of conversations after which the survey was answered.'],
    ['satisfaction_welcome_rate', 'Quality of welcome', 'Satisfaction with the welcome.'],
  ]),
  ...group({ unit: 'NUMBER', channels: TALKING, ...total, unavailableReason: OLD_SATISFACTION }, [
    ['satisfaction_respondent_number', 'Number of respondents', 'Visitors who answered the survey.'],
  ]),
  ...group({ unit: 'SECOND', channels: TALKING, ...total, unavailableReason: MISPLACED }, [
    ['occupation_duration', 'Partial occupation', 'Time connected and partly occupied.'],
  ]),
];

const TRANSACTIONS = [
  ...group({ unit: 'RATE', channels: EVERYWHERE, ...average }, [
    ['conversion_rate', 'Conversion rate', 'Share of conversations that led to a transaction.'],
  ]),
  ...group({ unit: 'NUMBER', channels: EVERYWHERE, ...average }, [
    [
      'cart_after_contact_amount',
      'Average order value after contact',
      'Average order value after a contact: an amount, though iAdvize documents a number.',
    ],
  ]),
  ...group({ unit: 'AMOUNT', channels: EVERYWHERE, ...average }, [
    ['cart_global_amount', 'Average order value on the website', 'Average order value of all visitors.'],
    [
      'transaction_after_conversation_amount_per_hour',
      'Website transactions amount per hour',
      'Average turnover that an agent brings in an hour after a contact.',
    ],
    [
      'transaction_amount_per_conversation',
      'Website transactions amount per conversation',
      'Average turnover of a conversation.',
    ],
  ]),
  ...group({ unit: 'AMOUNT', channels: EVERYWHERE, ...total }, [
    ['transaction_after_contact_amount', 'T/O after contact', 'Turnover of visitors who had a contact before.'],
    ['transaction_total_amount', 'Website T/O', 'Turnover of all visitors.'],
    [
      'transaction_missed_with_busy_operators_amount',
      'T/O missed (agents totally busy)',
      'Estimate of the turnover lost as agents were fully busy.',
    ],
    [
      'transaction_missed_with_no_operators_amount',
      'Missed T/O opportunity (agents absent)',
      'Estimate of the turnover lost as agents were not connected or not in production.',
    ],
  ]),
  ...group({ unit: 'NUMBER', channels: EVERYWHERE, ...total }, [
    [
      'transaction_after_contact_number',
      'Transactions after contact',
      'Transactions of visitors who had a contact before.',
    ],
    ['transaction_total_number', 'Website transactions', 'Transactions of all visitors.'],
    [
      'transaction_missed_with_busy_operators_number',
      'Missed transaction opportunities (agents totally busy)',
      'Estimate of the transactions lost as agents were fully busy.',
    ],
    [
      'transaction_missed_with_no_operators_number',
      'Missed transaction opportunities (agents absent)',
      'Estimate of the transactions lost as agents were not connected or not in production.',
    ],
  ]),
  ...group({ unit: 'SECOND', channels: EVERYWHERE, ...average }, [
    [
      'transaction_after_contact_duration',
      'Transformation time after contact',
      'Average time from the first exchange to the transaction.',
    ],
  ]),
];

/** All figures that iAdvize documents, by name. */
export const STATISTIC_INDICATORS: ReadonlyMap<string, StatisticIndicator> = new Map(
  [...CONTACTS, ...PRESENCE, ...SATISFACTION, ...TRANSACTIONS].map((indicator) => [indicator.name, indicator]),
);
