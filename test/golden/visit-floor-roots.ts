import type { Golden, Truth } from './golden.ts';
import { FLOOR, type FloorKind, floorKind, idOf, pastRows } from './visit-floor-rows.ts';
import { item, pageOf, pagesOf, pastExpo } from './visit-rows.ts';

const warm: readonly string[] = [];
const FIRST = 20;

const variables = (truth: Truth) => ({ expo: pastExpo(truth) });
const WHOLE = ['activities', 'webhooks'];

function listGolden({ list, select, row, truth: rows, page }: FloorKind): Golden {
  return {
    name: `${list} lists those of an expo`,
    query: `query ($expo: ID!) { ${list}(expoId: $expo, first: ${FIRST}) { nodes { ${select} } } }`,
    variables,
    expected: (truth) => ({ [list]: { nodes: rows(truth, pastExpo(truth)).slice(0, FIRST).map(row) } }),
    calls: (truth) => ({ cold: [page(pastExpo(truth))], warm }),
    minimum: { cold: 1, warm: 0, why: WHOLE.includes(list) ? 'the list comes whole' : `${FIRST} of the first page` },
  };
}

function itemGolden({ list, one, select, row, single }: FloorKind): Golden {
  const first = (truth: Truth) => pastRows(list, truth)[0] ?? {};
  return {
    name: `${one} reads one by its source id`,
    query: `query ($id: ID!, $expo: ID!) { ${one}(id: $id, expoId: $expo) { ${select} } }`,
    variables: (truth) => ({ id: first(truth).id, expo: pastExpo(truth) }),
    expected: (truth) => ({ [one]: row(first(truth)) }),
    calls: (truth) => ({ cold: single(truth, pastExpo(truth), String(first(truth).id)), warm }),
    minimum: {
      cold: 1,
      warm: 0,
      why: 'one missing record: read singly, or on the first page where no item is offered',
    },
  };
}

function expoGolden({ list, select, row, truth: rows, page }: FloorKind): Golden {
  return {
    name: `Expo.${list} lists those of the expo`,
    query: `query ($expo: ID!) { expo(id: $expo) { ${list}(first: 5) { nodes { ${select} } } } }`,
    variables,
    expected: (truth) => ({ expo: { [list]: { nodes: rows(truth, pastExpo(truth)).slice(0, 5).map(row) } } }),
    calls: (truth) => ({ cold: [item('expos', pastExpo(truth)), page(pastExpo(truth))], warm }),
    minimum: { cold: 2, warm: 0, why: 'the expo and one page' },
  };
}

/** A member of a filter, the value that it asks for, and which records pass. */
type Filtered = {
  readonly list: string;
  readonly member: string;
  readonly value: (truth: Truth) => unknown;
  readonly passes: (record: Readonly<Record<string, unknown>>, value: unknown) => boolean;
};

const first = (list: string, field: string) => (truth: Truth) =>
  idOf(pastRows(list, truth).find((record) => idOf(record[field]) !== undefined)?.[field]);
const refers =
  (field: string): Filtered['passes'] =>
  (record, value) =>
    idOf(record[field]) === value;
const says =
  (field: string): Filtered['passes'] =>
  (record, value) =>
    (value as readonly unknown[]).includes(record[field]);

const FILTERS: readonly Filtered[] = [
  ...['encounters', 'contents', 'licenses', 'payments', 'touchpoints', 'actions'].map((list) => ({
    list,
    member: 'partnerId',
    value: first(list, 'partner'),
    passes: refers('partner'),
  })),
  ...['encounters', 'payments', 'actions'].map((list) => ({
    list,
    member: 'visitorId',
    value: first(list, 'visitor'),
    passes: refers('visitor'),
  })),
  ...['encounters', 'touchpoints', 'actions'].map((list) => ({
    list,
    member: 'contentId',
    value: first(list, 'content'),
    passes: refers('content'),
  })),
  { list: 'actions', member: 'locationId', value: first('actions', 'location'), passes: refers('location') },
  { list: 'encounters', member: 'types', value: () => ['visitor'], passes: says('type') },
  { list: 'contents', member: 'types', value: () => ['product', 'info'], passes: says('type') },
  { list: 'licenses', member: 'types', value: () => ['scan'], passes: says('type') },
  { list: 'actions', member: 'types', value: () => ['print'], passes: says('type') },
  { list: 'payments', member: 'states', value: () => ['pending', 'denied'], passes: says('state') },
  { list: 'payments', member: 'methods', value: () => ['invoice'], passes: says('method') },
];

function filterGolden({ list, member, value, passes }: Filtered): Golden {
  const { type, select, row, pages } = floorKind(list);
  return {
    name: `${list} by ${member} answers from the rows themselves`,
    query: `query ($expo: ID!, $filter: ${type}Filter) { ${list}(expoId: $expo, filter: $filter, first: 1000) {
      nodes { ${select} } } }`,
    variables: (truth) => ({ expo: pastExpo(truth), filter: { [member]: value(truth) } }),
    expected: (truth) => {
      const wanted = value(truth);
      return {
        [list]: {
          nodes: pastRows(list, truth)
            .filter((record) => passes(record, wanted))
            .map(row),
        },
      };
    },
    calls: (truth) => ({ cold: pages(truth, pastExpo(truth)), warm }),
    minimum: {
      cold: ['actions', 'encounters'].includes(list) ? 2 : 1,
      warm: 0,
      why: 'no such look-up upstream: all rows',
    },
  };
}

export const floorRoots: readonly Golden[] = [
  ...FLOOR.map(listGolden),
  ...FLOOR.map(itemGolden),
  ...FLOOR.map(expoGolden),
  ...FILTERS.map(filterGolden),
  {
    name: 'two members of a filter must both match, and one page may be enough',
    query: `query ($expo: ID!) {
      paid: payments(expoId: $expo, filter: { states: ["paid"], methods: ["card"] }, first: 1000) { nodes { sourceId } }
      scans: actions(expoId: $expo, filter: { types: ["scan"] }, first: 3) { nodes { sourceId } } }`,
    variables,
    expected: (truth) => {
      const paid = pastRows('payments', truth).filter(({ state, method }) => state === 'paid' && method === 'card');
      const scans = pastRows('actions', truth).filter(({ type }) => type === 'scan');
      const ids = (rows: typeof paid) => ({ nodes: rows.map(({ id }) => ({ sourceId: id })) });
      return { paid: ids(paid), scans: ids(scans.slice(0, 3)) };
    },
    calls: (truth) => ({
      cold: [...pagesOf(truth, 'payments', pastExpo(truth)), pageOf('actions', pastExpo(truth))],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'all payments on one page; three scans on the first page of actions' },
  },
  {
    name: 'a list that shows everything serves what is looked for in it afterwards',
    query: `query ($expo: ID!) { touchpoints(expoId: $expo, first: 1000) { nodes {
      content { touchpoints { nodes { sourceId } } } } totalCount } }`,
    variables,
    expected: (truth) => {
      const taps = pastRows('touchpoints', truth);
      return {
        touchpoints: {
          nodes: taps.map(({ content }) => ({
            content: content && {
              touchpoints: {
                nodes: taps.filter((tap) => idOf(tap.content) === idOf(content)).map(({ id }) => ({ sourceId: id })),
              },
            },
          })),
          totalCount: taps.length,
        },
      };
    },
    calls: (truth) => ({
      cold: [...pagesOf(truth, 'touchpoints', pastExpo(truth)), ...pagesOf(truth, 'contents', pastExpo(truth))],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one page of each; touchpoints by content are on the first' },
  },
  {
    name: 'an unknown record, and a list in an unknown expo, are null',
    query: `query ($expo: ID!) {
      content(id: "0000000000000", expoId: $expo) { sourceId }
      touchpoint(id: "0000000000000", expoId: $expo) { sourceId }
      activities(expoId: "0000000000000") { nodes { sourceId } }
      licenses(expoId: "0000000000000", filter: { partnerId: "0000000000000" }) { nodes { sourceId } } }`,
    variables,
    expected: () => ({ content: null, touchpoint: null, activities: null, licenses: null }),
    calls: (truth) => {
      const nowhere = '0000000000000';
      return {
        cold: [
          item('contents', pastExpo(truth), nowhere),
          ...pagesOf(truth, 'touchpoints', pastExpo(truth)),
          `VISIT GET /create/v2/activities/${nowhere}`,
          pageOf('licenses', nowhere),
        ],
        warm: [],
      };
    },
    minimum: { cold: 4, warm: 0, why: 'four questions; that there is no such expo is held' },
  },
];
