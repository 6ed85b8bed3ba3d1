/** Somebody who answers visitors of websites. */
export type Operator = {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** The name that visitors see. */
  readonly pseudo: string | null;
  /** Normalised. */
  readonly email: string | null;
  /** The customer's own id. */
  readonly externalId: string | null;
  readonly roles: readonly string[] | null;
  /** What `roles` was before. */
  readonly role: string | null;
  readonly chatEnabled: boolean | null;
  readonly callEnabled: boolean | null;
  readonly videoEnabled: boolean | null;
  readonly chatMaxNumber: number | null;
  readonly chatAndCall: boolean | null;
  readonly chatToVideo: boolean | null;
  readonly chatPriority: number | null;
  readonly callPriority: number | null;
  readonly videoPriority: number | null;
  /** ISO 639-1 */
  readonly languages: readonly string[] | null;
  readonly languageAdmin: string | null;
  readonly callConfig: CallConfig | null;
  readonly groupId: string | null;
  readonly websiteIds: readonly string[] | null;
  readonly skillIds: readonly string[] | null;
};

/** How an operator picks up calls. */
export type CallConfig = {
  readonly type: string | null;
  readonly askPhoneNumberAtEveryConnection: boolean | null;
  readonly phoneNumber: string | null;
};

/** Slots in use do not imply that the channel is available. */
export type ChannelLive = {
  readonly enabled: boolean | null;
  readonly slotsUsed: number | null;
  readonly slots: number | null;
  readonly busy: boolean | null;
  readonly available: boolean | null;
};

/** What an operator is doing now. */
export type OperatorLive = {
  readonly operatorId: string;
  readonly connected: boolean | null;
  readonly chat: ChannelLive | null;
  readonly call: ChannelLive | null;
  readonly video: ChannelLive | null;
};

/** Figures over all time. */
export type OperatorStatistic = {
  readonly conversationCount: number | null;
  readonly experiencePoints: number | null;
  /** A fraction. */
  readonly satisfactionGlobalRate: number | null;
};

/** What an operator tells about themselves. */
export type OperatorProfile = {
  readonly status: string | null;
  readonly description: string | null;
  readonly facebook: string | null;
  readonly twitter: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** A conversation without what was said in it: that is held apart and for a shorter time. */
export type Conversation = {
  readonly id: string;
  readonly channel: string | null;
  /** On the clocks of the website, `YYYY-MM-DD HH:MM:SS`. */
  readonly createdAtLocal: string | null;
  /** The same; null while it is open. */
  readonly closedAtLocal: string | null;
  readonly operatorAnswer: boolean | null;
  readonly operatorClosed: boolean | null;
  readonly waitingList: boolean | null;
  readonly pageType: string | null;
  /** The one operator that the row names, also after a transfer. */
  readonly operatorId: string | null;
  /** A visitor's unique id, not its id. */
  readonly visitorUid: string | null;
  readonly websiteId: string | null;
  readonly skillId: string | null;
  readonly ruleId: string | null;
  readonly tagIds: readonly string[] | null;
  readonly xmppId: string | null;
};

/** Epoch milliseconds. */
export type ConversationTimes = { readonly createdAt: number | null; readonly closedAt: number | null };

export type ConversationMessage = {
  readonly author: 'OPERATOR' | 'VISITOR' | 'SYSTEM' | 'UNKNOWN';
  /** `text`, `notification`, `link`, `rich`, else the upstream's number. */
  readonly kind: string;
  readonly text: string | null;
  /** Epoch milliseconds. */
  readonly sentAt: number | null;
};

/** A visitor of a website as the chat knows it. One person may be several. */
export type ChatVisitor = {
  readonly id: string;
  readonly uniqueId: string | null;
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly zip: string | null;
  readonly country: string | null;
  readonly browser: string | null;
  /** On the clocks of the first website, `YYYY-MM-DD HH:MM:SS`. */
  readonly createdAtLocal: string | null;
  readonly websiteIds: readonly string[] | null;
};

/** All members given must match. */
export type OperatorFilter = {
  readonly id?: string;
  readonly groupId?: string;
  readonly websiteId?: string;
  /** Works for one of these. */
  readonly websiteIds?: readonly string[];
  readonly skillId?: string;
  /** The family name; `*` stands for any text. */
  readonly name?: string;
  readonly externalId?: string;
  readonly email?: string;
};

/** Without `connected` only those who are available show. */
export type LiveOperatorFilter = OperatorFilter & { readonly connected?: boolean };

/** All members given must match. */
export type ChatVisitorFilter = {
  readonly uniqueId?: string;
  /** `*` stands for any text. */
  readonly externalId?: string;
  readonly websiteId?: string;
};

/** All members given must match. */
export type ConversationFilter = {
  readonly channel?: string;
  /** Epoch milliseconds, inclusive. */
  readonly from?: number;
  /** Epoch milliseconds, exclusive. */
  readonly to?: number;
  readonly websiteId?: string;
  readonly operatorId?: string;
  /** A visitor's id, not its unique id. */
  readonly visitorId?: string;
  /** The unique id of that visitor, where it is known: rows tell whose they are by it. Only beside `visitorId`. */
  readonly visitorUid?: string;
  readonly skillId?: string;
  readonly tagId?: string;
  readonly ruleId?: string;
};
