/** An order of a visitor of a website, which may be the outcome of a conversation. */
export type Transaction = {
  readonly id: string;
  /** The merchant's own id of the order. */
  readonly externalId: string | null;
  /** A visitor's unique id, not its id. */
  readonly visitorUid: string | null;
  /** Normalised. */
  readonly visitorEmail: string | null;
  /** In the currency of the website. */
  readonly amount: number | null;
  /** On the clocks of the website, `YYYY-MM-DD HH:MM:SS`. */
  readonly createdAtLocal: string | null;
  readonly websiteId: string | null;
  readonly operatorId: string | null;
  /** Null when it is the outcome of none. */
  readonly conversationId: string | null;
};

/** All members given must match. Epoch milliseconds, `from` inclusive and `to` exclusive. */
export type TransactionFilter = {
  readonly websiteId?: string;
  readonly operatorId?: string;
  readonly conversationId?: string;
  /** Whether it is the outcome of a conversation, whichever. Not beside `conversationId`. */
  readonly linked?: boolean;
  readonly from?: number;
  readonly to?: number;
};

/** What a visitor answered to the survey after a conversation. Notes are shares of the best one, 0 to 1. */
export type Satisfaction = {
  readonly id: string;
  readonly noteWelcome: number | null;
  readonly noteResolution: number | null;
  readonly noteDelay: number | null;
  readonly comment: string | null;
  /** On the clocks of the website, `YYYY-MM-DD HH:MM:SS`. */
  readonly createdAtLocal: string | null;
  readonly websiteId: string | null;
  readonly operatorId: string | null;
  readonly conversationId: string | null;
};

/** All members given must match. Epoch milliseconds, `from` inclusive and `to` exclusive. */
export type SatisfactionFilter = Omit<TransactionFilter, 'linked'>;

/** A call that a visitor has asked for. */
export type CallMeeting = {
  readonly id: string;
  /** A visitor's unique id, not its id. */
  readonly visitorUid: string | null;
  readonly phoneNumber: string | null;
  readonly status: string | null;
  /** On the clocks of the website, `YYYY-MM-DD HH:MM:SS`. */
  readonly startAtLocal: string | null;
  readonly websiteId: string | null;
  readonly targetingRuleId: string | null;
  readonly skillId: string | null;
};

/** All members given must match. Epoch milliseconds of its start, `from` inclusive and `to` exclusive. */
export type CallMeetingFilter = { readonly websiteId?: string; readonly from?: number; readonly to?: number };
