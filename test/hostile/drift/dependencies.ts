/** By family of endpoints and member of a record, the values of the graph that hang on it. */
type Dependencies = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * Where an answer hangs on a member otherwise than one to one within its own record: a value that two members make, or one of another
 * record.
 */
export const DEPENDENCIES: Dependencies = {
  'iadvize.conversations': {
    website_id: ['Conversation.createdAt', 'Conversation.closedAt'],
    created_at: ['Conversation.createdAt'],
    closed_at: ['Conversation.closedAt'],
  },
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
