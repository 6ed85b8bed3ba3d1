import { type Action, SHOWN, SHOWN_CONVERSATIONS } from './actions.ts';

const LIST = 'edges { cursor }';
const PROFILE_AND_LEADS = 'profile { userId } leads { nodes { sourceId } }';

/** The operation of each kind of action. Lists tell the cursors with which the next page is asked for. */
const QUERIES: { readonly [K in Action['kind']]: string } = {
  visitors: `query ($expo: ID!, $after: String) { visitors(expoId: $expo, first: ${SHOWN}, after: $after) { ${LIST}
    nodes { sourceId partner { sourceId boothNumber } participant { sourceId showState } } } }`,
  visitor: `query ($expo: ID!, $id: ID!) { visitor(expoId: $expo, id: $id) { sourceId partner { sourceId boothNumber }
    participant { sourceId showState } } }`,
  partners: `query ($expo: ID!, $after: String) { partners(expoId: $expo, first: ${SHOWN}, after: $after) { ${LIST}
    nodes { sourceId name } } }`,
  partner: 'query ($expo: ID!, $id: ID!) { partner(expoId: $expo, id: $id) { sourceId name boothNumber } }',
  leads: `query ($after: String) { leads(product: PLUS_PERSON, first: ${SHOWN}, after: $after) { ${LIST}
    nodes { sourceId companyName } } }`,
  lead: `query ($id: ID!, $visits: Boolean!) { lead(product: PLUS_PERSON, id: $id) { sourceId
    visits @include(if: $visits) { entryPage } } }`,
  conversations: `query ($after: String) { conversations(first: ${SHOWN_CONVERSATIONS}, after: $after) { ${LIST}
    nodes { sourceId operator { sourceId firstName } } } }`,
  conversation:
    'query ($id: ID!) { conversation(id: $id) { sourceId messages { text } operator { sourceId firstName } } }',
  operators: `{ operators(first: ${SHOWN}) { ${LIST} nodes { sourceId firstName } } }`,
  campaigns: `{ campaignReports(first: ${SHOWN}) { ${LIST} nodes { sourceId metrics { sent } } } }`,
  campaign: 'query ($id: ID!) { campaignReport(campaignId: $id) { sourceId metrics { sent } } }',
  person: `query ($email: EmailAddress!) { person(email: $email) { visitors { nodes { sourceId } }
    chatVisitors { sourceId } ${PROFILE_AND_LEADS} } }`,
  people: `query ($emails: [EmailAddress!]!) { people(emails: $emails) { ${PROFILE_AND_LEADS} } }`,
};

export type Asked = { readonly query: string; readonly variables: Record<string, unknown> };

/** A page but the first goes on after the last cursor of the page before it. */
export function askedBy({ kind, ...variables }: Action, after: string | undefined): Asked {
  return { query: QUERIES[kind], variables: { ...variables, after } };
}

/** Names a list page, so that the page after it finds its cursor. */
export function pageName(action: Action, page: number): string {
  return `${action.kind} ${'expo' in action ? action.expo : ''} ${page}`;
}
