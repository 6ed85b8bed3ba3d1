import { email } from './forms.ts';
import type { Golden } from './golden.ts';
import {
  connectionsPage,
  copies,
  ENCOUNTER,
  EXPOS,
  encounterRow,
  expoIds,
  item,
  PARTNER,
  partnerRow,
  partnersIn,
  partnersPage,
  pastExpo,
  registered,
  registeredBy,
  STATES,
  VISITOR,
  visitorRow,
  visitorsIn,
  visitorsPage,
} from './visit-rows.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };

/** A registered visitor who has a contact with a reference and an address. */
const known = (truth: Parameters<typeof pastExpo>[0]) => {
  const found = registered(truth, pastExpo(truth)).find(
    ({ contact, partner }) => contact.reference !== null && email(contact.email) !== null && partner !== null,
  );
  if (found === undefined) throw new RangeError('no such visitor in this world');
  return found;
};
const host = (truth: Parameters<typeof pastExpo>[0]) => {
  const found = partnersIn(truth, pastExpo(truth)).find(({ contact }) => contact.reference !== null);
  if (found === undefined) throw new RangeError('no such partner in this world');
  return found;
};
const wanted = (fields: string, type: string, rest = '') => `query ($expo: ID!, $filter: ${type}Filter${rest}) {
  ${type.toLowerCase()}s(expoId: $expo, filter: $filter, first: 200) { nodes { ${fields} } } }`;

export const visitRoots: readonly Golden[] = [
  {
    name: 'expos lists every expo by revision, and has no total without a copy',
    query: '{ expos { nodes { sourceId name reference } totalCount pageInfo { hasNextPage } } }',
    expected: ({ visit }) => ({
      expos: {
        nodes: visit.truth.expos().map(({ id, name, reference }) => ({ sourceId: id, name, reference })),
        totalCount: null,
        pageInfo: { hasNextPage: false },
      },
    }),
    calls: () => ({ cold: [EXPOS], warm }),
    minimum: { ...one, why: 'one page, not full' },
  },
  {
    name: 'expos by reference tells cases apart',
    query: '{ expos(reference: "Build-Show") { nodes { sourceId name } } }',
    expected: ({ visit }) => ({
      expos: {
        nodes: visit.truth
          .expos()
          .filter(({ reference }) => reference === 'Build-Show')
          .map(({ id, name }) => ({ sourceId: id, name })),
      },
    }),
    calls: () => ({ cold: ['VISIT GET /create/v2/expos reference=Build-Show&limit=100&fromRevision=0'], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'expo reads one by its source id',
    query: 'query ($id: ID!) { expo(id: $id) { sourceId name reference } }',
    variables: (truth) => ({ id: pastExpo(truth) }),
    expected: ({ visit }) => {
      const expo = visit.truth.expos()[1];
      return { expo: { sourceId: expo?.id, name: expo?.name, reference: expo?.reference } };
    },
    calls: (truth) => ({ cold: [item('expos', pastExpo(truth))], warm }),
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'visitors lists the registered ones',
    query: `query ($expo: ID!) { visitors(expoId: $expo) { nodes { ${VISITOR} } } }`,
    variables: (truth) => ({ expo: pastExpo(truth) }),
    expected: (truth) => ({ visitors: { nodes: registered(truth, pastExpo(truth)).slice(0, 50).map(visitorRow) } }),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth))], warm }),
    minimum: { ...one, why: '50 of the first page' },
  },
  {
    name: 'visitors in chosen states lists those alone, in whatever spelling',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({
      expo: pastExpo(truth),
      filter: { registrationStates: ['Invited', 'pendingConfirmation'] },
    }),
    expected: (truth) => ({
      visitors: { nodes: visitorsIn(truth, pastExpo(truth), ['invited', 'pending-confirmation']).map(visitorRow) },
    }),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth), { states: 'invited,pending-confirmation' })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'visitors in every state with deleted ones lists all that the vendor documents',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({ expo: pastExpo(truth), filter: { registrationStates: ['*'], showDeleted: true } }),
    expected: (truth) => {
      const { visitors, stateOf } = truth.visit.truth;
      const expo = pastExpo(truth);
      const shown = visitors(expo).filter(({ id, deleted }) => deleted || STATES.includes(stateOf(expo, id) ?? '?'));
      return { visitors: { nodes: shown.map(visitorRow) } };
    },
    calls: (truth) => ({ cold: copies.visitors(truth, pastExpo(truth)), warm }),
    minimum: { cold: 2, warm: 0, why: 'between 100 and 199 rows: the second page is not full' },
  },
  {
    name: 'visitors by the reference of a contact finds one',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({ expo: pastExpo(truth), filter: { contactReference: known(truth).contact.reference } }),
    expected: (truth) => ({ visitors: { nodes: [visitorRow(known(truth))] } }),
    calls: (truth) => ({
      cold: [visitorsPage(pastExpo(truth), { query: `&contactReference=${known(truth).contact.reference}` })],
      warm,
    }),
    minimum: { ...one, why: 'the upstream looks it up' },
  },
  {
    name: 'visitors by the id of a contact finds one',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({ expo: pastExpo(truth), filter: { contactId: known(truth).contact.id } }),
    expected: (truth) => ({ visitors: { nodes: [visitorRow(known(truth))] } }),
    calls: (truth) => ({
      cold: [visitorsPage(pastExpo(truth), { query: `&contactId=${known(truth).contact.id}` })],
      warm,
    }),
    minimum: { ...one, why: 'the upstream looks it up' },
  },
  {
    name: 'visitors by address answers from a complete copy',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({
      expo: pastExpo(truth),
      filter: { email: ` ${String(known(truth).contact.email).toUpperCase()} ` },
    }),
    expected: (truth) => {
      const address = email(known(truth).contact.email);
      const found = registered(truth, pastExpo(truth)).filter(({ contact }) => email(contact.email) === address);
      return { visitors: { nodes: found.map(visitorRow) } };
    },
    calls: (truth) => ({ cold: copies.visitors(truth, pastExpo(truth)), warm }),
    minimum: { cold: 2, warm: 0, why: 'no look-up by address: all of fewer than 200 rows' },
  },
  {
    name: 'visitors of a partner lists team and guests',
    query: wanted(VISITOR, 'Visitor'),
    variables: (truth) => ({ expo: pastExpo(truth), filter: { partnerId: known(truth).partner?.id } }),
    expected: (truth) => {
      const partner = known(truth).partner?.id;
      const found = registered(truth, pastExpo(truth)).filter((visitor) => visitor.partner?.id === partner);
      return { visitors: { nodes: found.map(visitorRow) } };
    },
    calls: (truth) => ({ cold: copies.visitors(truth, pastExpo(truth)), warm }),
    minimum: { cold: 2, warm: 0, why: 'no look-up by partner: all of fewer than 200 rows' },
  },
  {
    name: 'visitor reads one in any state',
    query: `query ($id: ID!, $expo: ID!) { visitor(id: $id, expoId: $expo) { ${VISITOR} } }`,
    variables: (truth) => ({
      id: visitorsIn(truth, pastExpo(truth), ['cancelled', 'unregistered'])[0]?.id,
      expo: pastExpo(truth),
    }),
    expected: (truth) => {
      const [odd] = visitorsIn(truth, pastExpo(truth), ['cancelled', 'unregistered']);
      return { visitor: odd && visitorRow(odd) };
    },
    calls: (truth) => {
      const [odd] = visitorsIn(truth, pastExpo(truth), ['cancelled', 'unregistered']);
      return { cold: [item('visitors', pastExpo(truth), odd?.id ?? '')], warm };
    },
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'a deleted visitor, an unknown one and an unknown expo are null',
    query: `query ($gone: ID!, $expo: ID!) {
      gone: visitor(id: $gone, expoId: $expo) { sourceId }
      unknown: partner(id: "0000000000000", expoId: $expo) { sourceId }
      nowhere: visitors(expoId: "0000000000000") { nodes { sourceId } }
      noExpo: expo(id: "0000000000000") { sourceId } }`,
    variables: ({ visit, ...rest }) => {
      const expo = pastExpo({ visit, ...rest });
      return { gone: visit.truth.visitors(expo).find(({ deleted }) => deleted)?.id, expo };
    },
    expected: () => ({ gone: null, unknown: null, nowhere: null, noExpo: null }),
    calls: (truth) => {
      const expo = pastExpo(truth);
      const gone = truth.visit.truth.visitors(expo).find(({ deleted }) => deleted)?.id ?? '';
      const nowhere = '0000000000000';
      return {
        cold: [
          item('visitors', expo, gone),
          item('partners', expo, nowhere),
          visitorsPage(nowhere),
          item('expos', nowhere),
        ],
        warm,
      };
    },
    minimum: { cold: 4, warm: 0, why: 'four questions; that nothing is there is held too' },
  },
  {
    name: 'partners lists those that are there',
    query: `query ($expo: ID!) { partners(expoId: $expo) { nodes { ${PARTNER} } pageInfo { hasNextPage } } }`,
    variables: (truth) => ({ expo: pastExpo(truth) }),
    expected: (truth) => ({
      partners: { nodes: partnersIn(truth, pastExpo(truth)).map(partnerRow), pageInfo: { hasNextPage: false } },
    }),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth))], warm }),
    minimum: { ...one, why: 'one page, not full' },
  },
  {
    name: 'partners with deleted ones lists these too',
    query: wanted(PARTNER, 'Partner'),
    variables: (truth) => ({ expo: pastExpo(truth), filter: { showDeleted: true } }),
    expected: (truth) => ({ partners: { nodes: truth.visit.truth.partners(pastExpo(truth)).map(partnerRow) } }),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth), { showDeleted: true })], warm }),
    minimum: { ...one, why: 'one page, not full' },
  },
  ...(['contactReference', 'contactId'] as const).map((name): Golden => {
    const value = (truth: Parameters<typeof host>[0]) => host(truth).contact[name === 'contactId' ? 'id' : 'reference'];
    return {
      name: `partners by ${name} finds one`,
      query: wanted(PARTNER, 'Partner'),
      variables: (truth) => ({ expo: pastExpo(truth), filter: { [name]: value(truth) } }),
      expected: (truth) => ({ partners: { nodes: [partnerRow(host(truth))] } }),
      calls: (truth) => ({ cold: [partnersPage(pastExpo(truth), { query: `&${name}=${value(truth)}` })], warm }),
      minimum: { ...one, why: 'the upstream looks it up' },
    };
  }),
  {
    name: 'partner reads one',
    query: `query ($id: ID!, $expo: ID!) { partner(id: $id, expoId: $expo) { ${PARTNER} } }`,
    variables: (truth) => ({ id: host(truth).id, expo: pastExpo(truth) }),
    expected: (truth) => ({ partner: partnerRow(host(truth)) }),
    calls: (truth) => ({ cold: [item('partners', pastExpo(truth), host(truth).id)], warm }),
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'encounters lists those of an expo',
    query: `query ($expo: ID!) { encounters(expoId: $expo, first: 20) { nodes { ${ENCOUNTER} } } }`,
    variables: (truth) => ({ expo: pastExpo(truth) }),
    expected: (truth) => ({
      encounters: { nodes: truth.visit.truth.connections(pastExpo(truth)).slice(0, 20).map(encounterRow) },
    }),
    calls: (truth) => ({ cold: [connectionsPage(pastExpo(truth))], warm }),
    minimum: { ...one, why: '20 of the first page' },
  },
  {
    name: 'lists of an expo that is still to come are short or empty',
    query: `query ($expo: ID!) { encounters(expoId: $expo) { nodes { sourceId } pageInfo { hasNextPage } }
      person: visitors(expoId: $expo, first: 1) { nodes { sourceId participant { showState } } } }`,
    variables: (truth) => ({ expo: expoIds(truth)[0] }),
    expected: (truth) => ({
      encounters: { nodes: [], pageInfo: { hasNextPage: false } },
      person: {
        nodes: [{ sourceId: registered(truth, expoIds(truth)[0] ?? '')[0]?.id, participant: null }],
      },
    }),
    calls: (truth) => {
      const [expo = ''] = expoIds(truth);
      const visitor = registered(truth, expo)[0]?.id;
      return {
        cold: [connectionsPage(expo), visitorsPage(expo), `VISIT GET /create/v2/participants/${expo}/${visitor}`],
        warm,
      };
    },
    minimum: { cold: 3, warm: 0, why: 'two pages and one participant, read singly' },
  },
  {
    name: 'person visitors in one expo reads that expo alone',
    query: `query ($email: EmailAddress!, $expo: ID!) {
      person(email: $email) { visitors(expoId: $expo) { nodes { ${VISITOR} } } } }`,
    variables: (truth) => ({ email: truth.world.people.at(2).email, expo: pastExpo(truth) }),
    expected: (truth) => {
      const own = registeredBy(truth, ({ contact }) => email(contact.email) === truth.world.people.at(2).email);
      const here = own.filter(({ id }) => registered(truth, pastExpo(truth)).some((visitor) => visitor.id === id));
      return { person: { visitors: { nodes: here.map(visitorRow) } } };
    },
    calls: (truth) => ({ cold: copies.visitors(truth, pastExpo(truth)), warm }),
    minimum: { cold: 2, warm: 0, why: 'no look-up by address: all of fewer than 200 rows' },
  },
];
