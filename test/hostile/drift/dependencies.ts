/** By family of endpoints and member of a record, the values of the graph that hang on it. */
type Dependencies = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * Where an answer hangs on a member otherwise than one to one within its own record: a value that two members make, one of another
 * record, or a record that is found by the member.
 */
export const DEPENDENCIES: Dependencies = {
  'iadvize.conversations': {
    website_id: ['Conversation.createdAt', 'Conversation.closedAt'],
    created_at: ['Conversation.createdAt'],
    closed_at: ['Conversation.closedAt'],
  },
  // Another record refers to a chat visitor by it, not by the id.
  'iadvize.visitors': { unique_id: ['Conversation.visitor', 'Transaction.visitor', 'CallMeeting.visitor'] },
  // Times come on the clocks of a web site.
  'iadvize.websites': { timezone: ['ConversationMessage.sentAt', 'CallMeeting.startAt'] },
  // A long range comes in parts: amounts of two currencies do not add up, and where one is missing that of the other parts stands in.
  'notify-visitors.campaigns': { currency: ['CampaignMetrics.revenue', 'CampaignMetrics.currency'] },
  // Only of one type it is an address, and only an address leads to a person.
  'visual-visitor.known-customers': { value: ['KnownCustomer.person'], type: ['KnownCustomer.person'] },
  // Where there is no web site, the address tells the domain.
  'visit.partners': { 'contact.website': ['Partner.company'] },
};

export function isDeclared(endpoint: string, member: string, coordinate: string): boolean {
  return DEPENDENCIES[familyOf(endpoint)]?.[member]?.includes(coordinate) === true;
}

/** `visit.visitors` of `visit.visitors.list`: the list and the item carry the same record. */
export function familyOf(endpoint: string): string {
  return endpoint.replace(/\.[^.]+$/, '');
}
