const JOIN = `query Join($expoId: ID!) {
  visitors(expoId: $expoId, first: 100) { nodes { sourceId contact { firstName } partner { name } participant { showState } } }
}`;
const SMALL = '{ person(email: "anna@example.com") { email } }';

const ID_LENGTH = 13;
let asked = 0;

/** The same expo each time: it is held. */
export function heldJoin(): string {
  return JSON.stringify({ query: JOIN, variables: { expoId: '0'.repeat(ID_LENGTH) } });
}

/** An expo that nobody has asked for: nothing of it is held, nor under way for another operation. */
export function coldJoin(): string {
  asked += 1;
  return JSON.stringify({ query: JOIN, variables: { expoId: asked.toString(36).padStart(ID_LENGTH, '1') } });
}

export function smallQuery(): string {
  return JSON.stringify({ query: SMALL });
}
