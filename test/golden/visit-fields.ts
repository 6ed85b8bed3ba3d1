import type { ConnectionRecord, VisitorRecord } from '../../src/sandbox/visit/records.ts';
import { domainOfContact, email, personOf } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import {
  connectionsPage,
  copies,
  ENCOUNTER,
  EXPOS,
  encounterRow,
  expoIds,
  item,
  PARTICIPANT,
  PARTNER,
  participantRow,
  participantsPage,
  partnerRow,
  partnersIn,
  partnersPage,
  pastExpo,
  registered,
  VISITOR,
  visitorRow,
  visitorsPage,
} from './visit-rows.ts';

const warm: readonly string[] = [];
const PARENTS = 20;

const variables = (truth: Truth) => ({ expo: pastExpo(truth) });
const ofVisitors = (field: string, first = PARENTS): string =>
  `query ($expo: ID!) { visitors(expoId: $expo, first: ${first}) { nodes { ${field} } } }`;
const ofPartners = (field: string): string => `query ($expo: ID!) { partners(expoId: $expo) { nodes { ${field} } } }`;
const ofEncounters = (field: string): string =>
  `query ($expo: ID!) { encounters(expoId: $expo, first: ${PARENTS}) { nodes { ${field} } } }`;

const visitors = (truth: Truth): readonly VisitorRecord[] => registered(truth, pastExpo(truth)).slice(0, PARENTS);
const connections = ({ visit }: Truth, expo: string): readonly ConnectionRecord[] => visit.truth.connections(expo);
const answer = <T>(root: string, rows: readonly T[], field: (row: T) => unknown) => ({
  [root]: { nodes: rows.map(field) },
});
const expoName = ({ visit }: Truth): unknown => visit.truth.expos()[1]?.name;
const partnerOf = (truth: Truth, id: string | undefined) =>
  partnersIn(truth, pastExpo(truth)).find((partner) => partner.id === id);
/** A participant whose registration stands. */
const present = (truth: Truth) => {
  const ids = new Set(registered(truth, pastExpo(truth)).map(({ id }) => id));
  return truth.visit.truth.participants(pastExpo(truth)).find(({ id }) => ids.has(id));
};
const sourceIds = (rows: readonly { readonly id: string }[]) => ({ nodes: rows.map(({ id }) => ({ sourceId: id })) });

export const visitFields: readonly Golden[] = [
  {
    name: 'Expo.visitors reads one page of each expo',
    query: `{ expos { nodes { visitors(first: 5) { nodes { ${VISITOR} } } } } }`,
    expected: (truth) =>
      answer('expos', expoIds(truth), (expo) => ({
        visitors: { nodes: registered(truth, expo).slice(0, 5).map(visitorRow) },
      })),
    calls: (truth) => ({ cold: [EXPOS, ...expoIds(truth).map((expo) => visitorsPage(expo))], warm }),
    minimum: { cold: 4, warm: 0, why: 'the expos, and one page in each of three' },
  },
  {
    name: 'Expo.partners and Expo.encounters read one page of each expo',
    query: `{ expos { nodes { partners { nodes { ${PARTNER} } } encounters(first: 5) { nodes { ${ENCOUNTER} } } } } }`,
    expected: (truth) =>
      answer('expos', expoIds(truth), (expo) => ({
        partners: { nodes: partnersIn(truth, expo).map(partnerRow) },
        encounters: { nodes: connections(truth, expo).slice(0, 5).map(encounterRow) },
      })),
    calls: (truth) => ({
      cold: [EXPOS, ...expoIds(truth).flatMap((expo) => [partnersPage(expo), connectionsPage(expo)])],
      warm,
    }),
    minimum: { cold: 7, warm: 0, why: 'the expos, and two lists in each of three' },
  },
  {
    name: 'Visitor.expo reads the expo of all visitors once',
    query: ofVisitors('expo { sourceId name }'),
    variables,
    expected: (truth) =>
      answer('visitors', visitors(truth), () => ({ expo: { sourceId: pastExpo(truth), name: expoName(truth) } })),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth)), item('expos', pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'one expo is missing, and read singly' },
  },
  {
    name: 'Visitor.expo, Visitor.partner and Encounter.visitor cost nothing for what the row itself says',
    query: `query ($expo: ID!) {
      visitors(expoId: $expo, first: ${PARENTS}) { nodes { expo { sourceId } partner { sourceId name } } }
      encounters(expoId: $expo, first: ${PARENTS}) { nodes { visitor { sourceId } partner { sourceId name } } } }`,
    variables,
    expected: (truth) => ({
      ...answer('visitors', visitors(truth), ({ partner }) => ({
        expo: { sourceId: pastExpo(truth) },
        partner: partner && { sourceId: partner.id, name: partner.name },
      })),
      ...answer('encounters', connections(truth, pastExpo(truth)).slice(0, PARENTS), ({ visitor, partner }) => ({
        visitor: { sourceId: visitor.id },
        partner: partner && { sourceId: partner.id, name: partner.name },
      })),
    }),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth)), connectionsPage(pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'two pages of parents' },
  },
  {
    name: 'Visitor.partner reads several partners by a page',
    query: ofVisitors(`partner { ${PARTNER} }`),
    variables,
    expected: (truth) =>
      answer('visitors', visitors(truth), ({ partner }) => {
        const found = partnerOf(truth, partner?.id);
        return { partner: found === undefined ? null : partnerRow(found) };
      }),
    calls: (truth) => ({
      cold: [visitorsPage(pastExpo(truth)), partnersPage(pastExpo(truth), { showDeleted: true })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'Visitor.participant reads several participants by a page',
    query: ofVisitors(`participant ${PARTICIPANT}`),
    variables,
    expected: (truth) =>
      answer('visitors', visitors(truth), (visitor) => ({
        participant: participantRow(
          truth.visit.truth.participants(pastExpo(truth)).find(({ id }) => id === visitor.id),
        ),
      })),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth)), participantsPage(pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that is not full shows the others do not exist' },
  },
  {
    name: 'Visitor.participant of one visitor is read singly',
    query: `query ($expo: ID!, $id: ID!) { visitor(id: $id, expoId: $expo) { sourceId participant ${PARTICIPANT} } }`,
    variables: (truth) => ({ expo: pastExpo(truth), id: present(truth)?.id }),
    expected: (truth) => ({
      visitor: { sourceId: present(truth)?.id, participant: participantRow(present(truth)) },
    }),
    calls: (truth) => {
      const ids = [pastExpo(truth), present(truth)?.id ?? ''];
      return { cold: [item('visitors', ...ids), item('participants', ...ids)], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'one record each' },
  },
  {
    name: 'Visitor.encounters reads the encounters of the expo once',
    query: ofVisitors(`encounters { nodes { ${ENCOUNTER} } totalCount }`),
    variables,
    expected: (truth) =>
      answer('visitors', visitors(truth), (visitor) => {
        const own = connections(truth, pastExpo(truth)).filter((one) => one.visitor.id === visitor.id);
        return { encounters: { nodes: own.map(encounterRow), totalCount: own.length } };
      }),
    calls: (truth) => ({
      cold: [visitorsPage(pastExpo(truth)), ...copies.connections(truth, pastExpo(truth))],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'no filter by visitor: all encounters, between 100 and 199' },
  },
  {
    name: 'Visitor.person is the address itself and costs nothing',
    query: ofVisitors('person { email }'),
    variables,
    expected: (truth) => answer('visitors', visitors(truth), ({ contact }) => ({ person: personOf(contact.email) })),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth))], warm }),
    minimum: { cold: 1, warm: 0, why: 'the page of parents' },
  },
  {
    name: 'Partner.expo reads the expo of all partners once',
    query: ofPartners('expo { name }'),
    variables,
    expected: (truth) =>
      answer('partners', partnersIn(truth, pastExpo(truth)), () => ({ expo: { name: expoName(truth) } })),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), item('expos', pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'one expo is missing, and read singly' },
  },
  {
    name: 'Partner.visitors reads the visitors of the expo once',
    query: ofPartners(`visitors(first: 100) { nodes { ${VISITOR} } totalCount pageInfo { hasNextPage } }`),
    variables,
    expected: (truth) =>
      answer('partners', partnersIn(truth, pastExpo(truth)), (host) => {
        const own = registered(truth, pastExpo(truth)).filter(({ partner }) => partner?.id === host.id);
        return {
          visitors: { nodes: own.map(visitorRow), totalCount: own.length, pageInfo: { hasNextPage: false } },
        };
      }),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), ...copies.visitors(truth, pastExpo(truth))], warm }),
    minimum: { cold: 3, warm: 0, why: 'no filter by partner: all visitors, fewer than 200' },
  },
  {
    name: 'Partner.encounters reads the encounters of the expo once',
    query: ofPartners('encounters(first: 100) { nodes { sourceId } }'),
    variables,
    expected: (truth) =>
      answer('partners', partnersIn(truth, pastExpo(truth)), (host) => ({
        encounters: sourceIds(connections(truth, pastExpo(truth)).filter(({ partner }) => partner?.id === host.id)),
      })),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), ...copies.connections(truth, pastExpo(truth))], warm }),
    minimum: { cold: 3, warm: 0, why: 'no filter by partner: all encounters, between 100 and 199' },
  },
  {
    name: 'Partner.company is the domain itself and costs nothing',
    query: ofPartners('company { domain }'),
    variables,
    expected: (truth) =>
      answer('partners', partnersIn(truth, pastExpo(truth)), ({ contact }) => {
        const domain = domainOfContact(contact);
        return { company: domain === null ? null : { domain } };
      }),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth))], warm }),
    minimum: { cold: 1, warm: 0, why: 'the page of parents' },
  },
  {
    name: 'Encounter.visitor and Encounter.partner read several records by pages',
    query: ofEncounters(`visitor { ${VISITOR} } partner { ${PARTNER} }`),
    variables,
    expected: (truth) => {
      const expo = pastExpo(truth);
      const all = truth.visit.truth.visitors(expo);
      return answer('encounters', connections(truth, expo).slice(0, PARENTS), (one) => {
        const visitor = all.find(({ id, deleted }) => id === one.visitor.id && !deleted);
        const partner = partnerOf(truth, one.partner?.id);
        return { visitor: visitor ? visitorRow(visitor) : null, partner: partner ? partnerRow(partner) : null };
      });
    },
    calls: (truth) => ({
      cold: [
        connectionsPage(pastExpo(truth)),
        ...copies.visitors(truth, pastExpo(truth)),
        partnersPage(pastExpo(truth), { showDeleted: true }),
      ],
      warm,
    }),
    minimum: { cold: 4, warm: 0, why: 'visitors on both pages of two, partners on one' },
  },
  {
    name: 'a partner and a visitor of one encounter are read singly',
    query: `query ($expo: ID!) { encounters(expoId: $expo, first: 1) { nodes {
      visitor { contact { email } } partner { boothNumber } } } }`,
    variables,
    expected: (truth) => {
      const [first] = connections(truth, pastExpo(truth));
      const visitor = truth.visit.truth.visitors(pastExpo(truth)).find(({ id }) => id === first?.visitor.id);
      const contact = visitor?.contact as Readonly<Record<string, unknown>> | undefined;
      const partner = partnerOf(truth, first?.partner?.id);
      return answer('encounters', [0], () => ({
        visitor: { contact: { email: email(contact?.email) } },
        partner: { boothNumber: partner && partnerRow(partner).boothNumber },
      }));
    },
    calls: (truth) => {
      const expo = pastExpo(truth);
      const [first] = connections(truth, expo);
      return {
        cold: [
          connectionsPage(expo),
          item('visitors', expo, first?.visitor.id ?? ''),
          item('partners', expo, first?.partner?.id ?? ''),
        ],
        warm,
      };
    },
    minimum: { cold: 3, warm: 0, why: 'one missing of each kind, read singly' },
  },
];
