import { text } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { floorKind, idOf, pastRows } from './visit-floor-rows.ts';
import {
  connectionsPage,
  copies,
  item,
  pageOf,
  pagesOf,
  partnersIn,
  partnersPage,
  pastExpo,
  registered,
  visitorsPage,
} from './visit-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

const warm: readonly string[] = [];
const variables = (truth: Truth) => ({ expo: pastExpo(truth) });
const visitorOf = (truth: Truth, id: string | undefined) =>
  registered(truth, pastExpo(truth)).find((visitor) => visitor.id === id);
const partnerOf = (truth: Truth, id: string | undefined) =>
  partnersIn(truth, pastExpo(truth)).find((partner) => partner.id === id);

/** Lists that hang on a partner: each from the copy, whatever the number of partners. */
function ofPartner(list: 'contents' | 'licenses' | 'payments' | 'touchpoints' | 'actions'): Golden {
  const { select, row } = floorKind(list);
  return {
    name: `Partner.${list} reads those of the expo once`,
    query: `query ($expo: ID!) { partners(expoId: $expo) { nodes { ${list}(first: 100) { nodes { ${select} } totalCount } } } }`,
    variables,
    expected: (truth) => ({
      partners: {
        nodes: partnersIn(truth, pastExpo(truth)).map(({ id }) => {
          const own = pastRows(list, truth).filter(({ partner }) => idOf(partner) === id);
          return { [list]: { nodes: own.map(row), totalCount: own.length } };
        }),
      },
    }),
    calls: (truth) => ({ cold: [partnersPage(pastExpo(truth)), ...pagesOf(truth, list, pastExpo(truth))], warm }),
    minimum: { cold: list === 'actions' ? 3 : 2, warm: 0, why: 'no look-up by partner: all rows of the expo' },
  };
}

function ofVisitor(list: 'payments' | 'actions'): Golden {
  const { select, row } = floorKind(list);
  return {
    name: `Visitor.${list} reads those of the expo once`,
    query: `query ($expo: ID!) { visitors(expoId: $expo, first: 20) { nodes { ${list} { nodes { ${select} } } } } }`,
    variables,
    expected: (truth) => ({
      visitors: {
        nodes: registered(truth, pastExpo(truth))
          .slice(0, 20)
          .map(({ id }) => ({
            [list]: {
              nodes: pastRows(list, truth)
                .filter(({ visitor }) => idOf(visitor) === id)
                .map(row),
            },
          })),
      },
    }),
    calls: (truth) => ({ cold: [visitorsPage(pastExpo(truth)), ...pagesOf(truth, list, pastExpo(truth))], warm }),
    minimum: { cold: list === 'actions' ? 3 : 2, warm: 0, why: 'no look-up by visitor: all rows of the expo' },
  };
}

export const floorFields: readonly Golden[] = [
  ...(['contents', 'licenses', 'payments', 'touchpoints', 'actions'] as const).map(ofPartner),
  ...(['payments', 'actions'] as const).map(ofVisitor),
  {
    name: 'Content.touchpoints and Touchpoint.content lead to each other',
    query: `query ($expo: ID!) { contents(expoId: $expo, first: 1000) { nodes { touchpoints {
      nodes { sourceId content { sourceId summary } } } } } }`,
    variables,
    expected: (truth) => ({
      contents: {
        nodes: pastRows('contents', truth).map(({ id, summary }) => ({
          touchpoints: {
            nodes: pastRows('touchpoints', truth)
              .filter(({ content }) => idOf(content) === id)
              .map((tap) => ({ sourceId: tap.id, content: { sourceId: id, summary: text(summary) } })),
          },
        })),
      },
    }),
    calls: (truth) => ({
      cold: [...pagesOf(truth, 'contents', pastExpo(truth)), ...pagesOf(truth, 'touchpoints', pastExpo(truth))],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'two lists of one page; contents are all held by then' },
  },
  {
    name: 'Touchpoint leads to its content, and that to its partner',
    query: `query ($expo: ID!) { touchpoints(expoId: $expo, first: 50) { nodes {
      content { source partner { boothNumber } } } } }`,
    variables,
    expected: (truth) => ({
      touchpoints: {
        nodes: pastRows('touchpoints', truth)
          .slice(0, 50)
          .map(({ content }) => {
            const shown = pastRows('contents', truth).find(({ id }) => id === idOf(content));
            const host = partnerOf(truth, idOf(shown?.partner));
            return {
              content: shown
                ? { source: text(shown.source), partner: host ? { boothNumber: text(host.boothNumber) } : null }
                : null,
            };
          }),
      },
    }),
    calls: (truth) => ({
      cold: [
        pageOf('touchpoints', pastExpo(truth)),
        pageOf('contents', pastExpo(truth)),
        partnersPage(pastExpo(truth), { showDeleted: true }),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'a page of each kind: several are missing' },
  },
  {
    name: 'Payment.visitor and Payment.partner read several records by pages',
    query: `query ($expo: ID!) { payments(expoId: $expo, first: 1000) { nodes {
      visitor { sourceId registrationMethod } partner { sourceId boothNumber } } } }`,
    variables,
    expected: (truth) => ({
      payments: {
        nodes: pastRows('payments', truth).map(({ visitor, partner }) => {
          const [payer, host] = [visitorOf(truth, idOf(visitor)), partnerOf(truth, idOf(partner))];
          return {
            visitor: payer ? { sourceId: payer.id, registrationMethod: text(payer.registrationMethod) } : null,
            partner: host ? { sourceId: host.id, boothNumber: text(host.boothNumber) } : null,
          };
        }),
      },
    }),
    calls: (truth) => ({
      cold: [
        ...pagesOf(truth, 'payments', pastExpo(truth)),
        ...copies.visitors(truth, pastExpo(truth)),
        partnersPage(pastExpo(truth), { showDeleted: true }),
      ],
      warm,
    }),
    minimum: { cold: 4, warm: 0, why: 'payments and partners on a page, visitors on both pages of two' },
  },
  {
    name: 'Action leads to visitor, partner, content and place',
    query: `query ($expo: ID!) { actions(expoId: $expo, first: 1) { nodes {
      visitor { registrationState } partner { boothNumber } content { source } location { direction } expo { sourceId } } } }`,
    variables,
    expected: (truth) => {
      const [action] = pastRows('actions', truth);
      const who = visitorOf(truth, idOf(action?.visitor));
      const host = partnerOf(truth, idOf(action?.partner));
      const shown = pastRows('contents', truth).find(({ id }) => id === idOf(action?.content));
      const places = truth.visit.truth.expoDetail(pastExpo(truth)).locations as readonly Loose[];
      const place = places.find(({ id }) => id === idOf(action?.location));
      return {
        actions: {
          nodes: [
            {
              visitor: { registrationState: who?.registrationState },
              partner: host ? { boothNumber: text(host.boothNumber) } : null,
              content: shown ? { source: text(shown.source) } : null,
              location: place ? { direction: text(place.direction) } : null,
              expo: { sourceId: pastExpo(truth) },
            },
          ],
        },
      };
    },
    calls: (truth) => {
      const expo = pastExpo(truth);
      const [action] = pastRows('actions', truth);
      const single = (kind: 'visitors' | 'partners' | 'contents', value: unknown) => {
        const id = idOf(value);
        return id === undefined ? [] : [item(kind, expo, id)];
      };
      return {
        cold: [
          pageOf('actions', expo),
          ...single('visitors', action?.visitor),
          ...single('partners', action?.partner),
          ...single('contents', action?.content),
          ...(action?.location ? [item('expos', expo)] : []),
        ],
        warm,
      };
    },
    minimum: { cold: 4, warm: 0, why: 'one missing of each kind, read singly' },
  },
  {
    name: 'Encounter.content reads several contents by a page, and encounter reads one',
    query: `query ($expo: ID!, $id: ID!) {
      encounters(expoId: $expo, first: 30) { nodes { content { source } } }
      encounter(id: $id, expoId: $expo) { sourceId rating } }`,
    variables: (truth) => ({ expo: pastExpo(truth), id: truth.visit.truth.connections(pastExpo(truth)).at(-1)?.id }),
    expected: (truth) => {
      const all = truth.visit.truth.connections(pastExpo(truth));
      return {
        encounters: {
          nodes: all.slice(0, 30).map(({ content }) => {
            const shown = pastRows('contents', truth).find(({ id }) => id === idOf(content));
            return { content: shown ? { source: text(shown.source) } : null };
          }),
        },
        encounter: { sourceId: all.at(-1)?.id, rating: all.at(-1)?.rating ?? null },
      };
    },
    calls: (truth) => ({
      cold: [
        connectionsPage(pastExpo(truth)),
        pageOf('contents', pastExpo(truth)),
        item('connections', pastExpo(truth), truth.visit.truth.connections(pastExpo(truth)).at(-1)?.id ?? ''),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'two pages, and one record that is on neither' },
  },
];
