import type { OperatorRecord } from '../../src/sandbox/iadvize/operators.ts';
import type { VisitorRecord as ChatVisitorRecord } from '../../src/sandbox/iadvize/visitors.ts';
import { email, filled, remembered } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import {
  CHAT_VISITOR,
  chats,
  chatVisitorRow,
  chatVisitors,
  conversations,
  list,
  OPERATOR,
  operatorRow,
  operators,
} from './iadvize-rows.ts';
import { LEAD, leadRow, recent, search } from './lead-rows.ts';
import { PROFILE, profileCall, profileRow } from './profile-rows.ts';
import { copies, ENCOUNTER, EXPOS, encounterRow, expoIds, registeredBy, VISITOR, visitorRow } from './visit-rows.ts';

const warm: readonly string[] = [];
const PEOPLE = 20;

/** Ten whom every system knows, then ten at large. */
const addresses = ({ world }: Truth): readonly string[] =>
  Array.from({ length: PEOPLE }, (_, index) => world.people.at(index < 10 ? index : index * 7).email);
const people = (field: string): string => `query ($emails: [EmailAddress!]!) { people(emails: $emails) { ${field} } }`;
const variables = (truth: Truth) => ({ emails: addresses(truth) });
const each = (field: (address: string, truth: Truth) => unknown) => (truth: Truth) => ({
  people: addresses(truth).map((address) => field(address, truth)),
});

const everyVisitor = remembered((truth: Truth) =>
  Map.groupBy(
    registeredBy(truth, () => true),
    ({ contact }) => email(contact.email),
  ),
);
const visitorsOf = (truth: Truth, address: string) => everyVisitor(truth).get(address) ?? [];
const everyChatVisitor = remembered((truth: Truth) => {
  const rows = chatVisitors(truth).map((visitor): ChatVisitorRecord => ({ ...visitor }));
  return Map.groupBy(rows, (visitor) => email(visitor.email));
});
const chatVisitorsOf = (truth: Truth, address: string) => everyChatVisitor(truth).get(address) ?? [];
const operatorOf = (truth: Truth, address: string): OperatorRecord | undefined =>
  operators(truth).find((operator) => email(operator.email) === address);
const leadsOf = (truth: Truth, address: string) =>
  recent(truth, 'person').filter((lead) => email(lead.email) === address);
const page = (nodes: readonly unknown[]) => ({ nodes, totalCount: nodes.length });

const VISITOR_COPIES = (truth: Truth) => [EXPOS, ...expoIds(truth).flatMap((expo) => copies.visitors(truth, expo))];
const CHAT_COPY = [list('visitor'), list('visitor', {}, 2)];

type NamePart = 'firstName' | 'lastName';
const ATTRIBUTES = { firstName: 'first_name', lastName: 'last_name' } as const;

/** Where a part of a name may stand, in the order in which it is asked for. */
function names(truth: Truth, address: string, part: NamePart): readonly (string | null)[] {
  const contact = visitorsOf(truth, address).at(-1)?.contact;
  return [
    filled(contact?.[part]),
    filled(operatorOf(truth, address)?.[part === 'lastName' ? 'name' : part]),
    filled(...chatVisitorsOf(truth, address).map((visitor) => visitor[part])),
    filled(truth.notifyVisitors.truth.profile(address)?.attributes[ATTRIBUTES[part]]),
    filled(leadsOf(truth, address)[0]?.[part]),
  ];
}

function nameOf(truth: Truth, address: string, part: NamePart): string | null {
  return names(truth, address, part).find((name) => name !== null) ?? null;
}

/** Those of whose name a part is in none of the places before. */
function asked(truth: Truth, places: number): readonly string[] {
  const lacks = (address: string, part: NamePart): boolean =>
    names(truth, address, part)
      .slice(0, places)
      .every((name) => name === null);
  return addresses(truth).filter((address) => lacks(address, 'firstName') || lacks(address, 'lastName'));
}

export const personGoldens: readonly Golden[] = [
  {
    name: 'person and people are the addresses themselves and cost nothing',
    query: `{ person(email: "  Nobody@Example.ORG ") { email }
      people(emails: ["b@example.org", "A@example.org", "b@example.org"]) { email } }`,
    expected: () => ({
      person: { email: 'nobody@example.org' },
      people: [{ email: 'b@example.org' }, { email: 'a@example.org' }, { email: 'b@example.org' }],
    }),
    calls: () => ({ cold: [], warm }),
    minimum: { cold: 0, warm: 0, why: 'a person is the address' },
  },
  {
    name: 'an unknown person has null and empty fields',
    query: `{ person(email: "nobody@example.org") { firstName leads { nodes { id } totalCount }
      visitors { nodes { id } totalCount } encounters { nodes { id } } profile { userId } chatVisitors { id }
      conversations { nodes { id } totalCount } operator { id } } }`,
    expected: () => ({
      person: {
        firstName: null,
        leads: { nodes: [], totalCount: 0 },
        visitors: { nodes: [], totalCount: 0 },
        encounters: { nodes: [] },
        profile: null,
        chatVisitors: [],
        conversations: { nodes: [], totalCount: 0 },
        operator: null,
      },
    }),
    calls: (truth) => ({
      cold: [
        ...VISITOR_COPIES(truth),
        ...CHAT_COPY,
        list('operator', { email: 'nobody@example.org' }),
        profileCall('nobody@example.org'),
        search('person', { email: 'nobody@example.org' }),
      ],
      warm,
    }),
    minimum: { cold: 12, warm: 0, why: 'expos, 6 pages of visitors, 2 of chat visitors, 3 look-ups' },
  },
  {
    name: 'Person.firstName and lastName stop at the first system that knows one',
    query: people('firstName lastName'),
    variables,
    expected: each((address, truth) => ({
      firstName: nameOf(truth, address, 'firstName'),
      lastName: nameOf(truth, address, 'lastName'),
    })),
    calls: (truth) => ({
      cold: [
        ...VISITOR_COPIES(truth),
        list('operator'),
        ...CHAT_COPY,
        ...asked(truth, 3).map(profileCall),
        // Two are asked about: a page of all is no more than their searches, and holds the others, too.
        search('person', {}),
      ],
      warm,
    }),
    minimum: {
      cold: 15,
      warm: 0,
      why: '7 for visitors, 1 for operators, 2 for chat visitors, 4 profiles, a page of leads',
    },
  },
  {
    name: 'Person.leads of many people reads the pages of the last 90 days, where those are fewer',
    query: people(`leads { nodes { ${LEAD} } totalCount }`),
    variables,
    expected: each((address, truth) => ({ leads: page(leadsOf(truth, address).map(leadRow('person'))) })),
    calls: () => ({ cold: [search('person', {})], warm }),
    minimum: { cold: 1, warm: 0, why: 'several missing: one page holds the last 90 days' },
  },
  {
    name: 'Person.visitors reads the visitors of every expo once',
    query: people(`visitors { nodes { ${VISITOR} } totalCount }`),
    variables,
    expected: each((address, truth) => ({ visitors: page(visitorsOf(truth, address).map(visitorRow)) })),
    calls: (truth) => ({ cold: VISITOR_COPIES(truth), warm }),
    minimum: { cold: 7, warm: 0, why: 'the expos, and all visitors of three' },
  },
  {
    name: 'Person.encounters reads visitors and encounters of every expo once',
    query: people(`encounters { nodes { ${ENCOUNTER} } totalCount }`),
    variables,
    expected: each((address, truth) => {
      const own = new Set(visitorsOf(truth, address).map(({ id }) => id));
      const made = expoIds(truth).flatMap((expo) => truth.visit.truth.connections(expo));
      const found = made.filter(({ visitor }) => own.has(visitor.id)).sort((a, b) => a.revision - b.revision);
      return { encounters: page(found.map(encounterRow)) };
    }),
    calls: (truth) => ({
      cold: [...VISITOR_COPIES(truth), ...expoIds(truth).flatMap((expo) => copies.connections(truth, expo))],
      warm,
    }),
    minimum: { cold: 12, warm: 0, why: '7 for visitors, 1 + 2 + 2 pages of encounters' },
  },
  {
    name: 'Person.profile costs one read for each person',
    query: people(`profile { ${PROFILE} }`),
    variables,
    expected: each((address, truth) => ({ profile: profileRow(truth, address) })),
    calls: (truth) => ({ cold: addresses(truth).map(profileCall), warm }),
    minimum: { cold: 20, warm: 0, why: 'no list of profiles' },
  },
  {
    name: 'Person.chatVisitors reads all chat visitors once, and the web sites for their times',
    query: people(`chatVisitors { ${CHAT_VISITOR} }`),
    variables,
    expected: each((address, truth) => ({ chatVisitors: chatVisitorsOf(truth, address).map(chatVisitorRow) })),
    calls: () => ({ cold: [...CHAT_COPY, list('website')], warm }),
    minimum: { cold: 3, warm: 0, why: 'no look-up by address: two pages; zones by a page' },
  },
  {
    name: 'Person.conversations of many people reads the list of all, where that has fewer pages',
    query: people('conversations { nodes { sourceId } totalCount }'),
    variables,
    expected: each((address, truth) => {
      const own = new Set(chatVisitorsOf(truth, address).map(({ id }) => id));
      const found = conversations(truth).filter(({ visitorId }) => own.has(visitorId));
      return { conversations: page(found.map(({ id }) => ({ sourceId: String(id) }))) };
    }),
    calls: () => ({ cold: [...CHAT_COPY, chats()], warm }),
    minimum: { cold: 3, warm: 0, why: 'two pages of chat visitors, one of conversations' },
  },
  {
    name: 'Person.operator reads the operators by a page',
    query: people(`operator { ${OPERATOR} }`),
    variables,
    expected: each((address, truth) => {
      const found = operatorOf(truth, address);
      return { operator: found ? operatorRow(found) : null };
    }),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: { cold: 1, warm: 0, why: 'several missing: a page that holds them all' },
  },
];
