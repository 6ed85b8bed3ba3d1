import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { domainOfContact } from './forms.ts';
import { NOW, type Truth } from './golden.ts';
import { IADVIZE_CONNECTIONS } from './iadvize-connections.ts';
import { chatVisitors, operators } from './iadvize-rows.ts';
import { campaignName } from './leads.ts';
import { FLOOR, idOf, pastRows } from './visit-floor-rows.ts';
import { partnersIn, pastExpo } from './visit-rows.ts';

const PAGE = 7;
type Page = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};
type Paged = {
  readonly name: string;
  /** Where the connection stands, without its arguments for paging: `leads(product: PLUS_PERSON, $PAGE)`. */
  readonly field: (truth: Truth) => string;
  readonly path: readonly (string | number)[];
  readonly size?: number;
};

const start = () => startGateway({ clock: createVirtualClock(NOW) });
const CONNECTION = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

const owner = ({ world }: Truth): string => world.people.at(0).email;
const busiest = <T>(rows: readonly T[]): string => {
  const counts = [...Map.groupBy(rows, (row) => row)].sort(([, a], [, b]) => b.length - a.length);
  return String(counts[0]?.[0]);
};
const meeting = (truth: Truth, side: 'visitor' | 'partner'): string =>
  busiest(truth.visit.truth.connections(pastExpo(truth)).map((one) => one[side]?.id));
const host = (truth: Truth): string =>
  busiest(
    truth.visit.truth
      .visitors(pastExpo(truth))
      .flatMap(({ partner }) => (partner as { id: string } | null | undefined)?.id ?? []),
  );
const talkative = (truth: Truth): string => {
  const ids = truth.iadvize.truth.conversationIds();
  return busiest(ids.map((id) => truth.iadvize.truth.conversation(id)?.visitorUid ?? ''));
};
const campaignId = (truth: Truth): string =>
  truth.notifyVisitors.truth.campaigns().find(({ name }) => name.trim() === campaignName(truth))?.campaignId ?? '';
const company = (truth: Truth): string => domainOfContact(partnersIn(truth, pastExpo(truth))[0]?.contact) ?? '';

const root = (name: string, args = '', size = PAGE): Paged => {
  const [field = ''] = name.split(' ');
  return { name, field: () => `${field}(${args} $PAGE)`, path: [field], size };
};
const inExpo = (name: string, args = ''): Paged => ({
  ...root(name),
  field: (truth) => `${name.split(' ')[0]}(expoId: "${pastExpo(truth)}" ${args} $PAGE)`,
});
/** Sizes of pages of what an expo holds, so that there are few of them. */
const FLOOR_PAGES: Readonly<Record<string, number>> = { participants: 25, payments: 20, actions: 60, webhooks: 1 };
const ownersOf = (truth: Truth, list: 'contents' | 'touchpoints' | 'actions', field: string): readonly string[] =>
  pastRows(list, truth).flatMap((row) => idOf(row[field]) ?? []);
const place = (truth: Truth): string =>
  busiest(pastRows('actions', truth).flatMap(({ location }) => idOf(location) ?? []));
const LONG = 'filter: { from: "2025-04-01T00:00:00Z", to: "2026-01-10T00:00:00Z" }';

/** Root lists of Visual Visitor beside leads, with the size of their pages here. */
const VISUAL_VISITOR = [
  ['resellerCustomers', 5],
  ['accountUsers', 4],
  ['prospectCompanies', 25],
  ['prospectContacts', 80],
  ['excludedIps', 2],
  ['knownCustomers', 60],
  ['suppressionList', PAGE],
  ['bulkJobs', PAGE],
] as const;

const CONNECTIONS: readonly Paged[] = [
  root('leads of +Person', 'product: PLUS_PERSON'),
  root('leads of +Employee', 'product: PLUS_EMPLOYEE'),
  root('leads past a page', 'product: PLUS_PERSON, filter: { from: "2025-01-01T00:00:00Z" }', 40),
  {
    ...root('leads of a campaign'),
    field: (truth) => `leads(product: PLUS_PERSON, filter: { utmCampaign: "${campaignName(truth)}" } $PAGE)`,
    size: 2,
  },
  ...VISUAL_VISITOR.map(([name, size]) => root(name, '', size)),
  root('prospectContacts past a page', 'filter: { hasEmail: true }', 90),
  root('prospectContacts of a customer', 'filter: { customerId: "5009" }', 90),
  {
    name: 'ResellerCustomer.users',
    field: () => 'resellerCustomer(id: "5009") { users($PAGE) $C }',
    path: ['resellerCustomer', 'users'],
    size: 2,
  },
  {
    name: 'ResellerCustomer.leads',
    field: () => 'resellerCustomer(id: "5009") { leads(product: PLUS_EMPLOYEE $PAGE) $C }',
    path: ['resellerCustomer', 'leads'],
  },
  ...['excludedIps', 'knownCustomers', 'suppressionList'].map((name) => ({
    name: `TrackingConfiguration.${name}`,
    field: () => `trackingConfiguration(customerId: "5009") { ${name}($PAGE) $C }`,
    path: ['trackingConfiguration', name],
    size: name === 'knownCustomers' ? 60 : 2,
  })),
  {
    name: 'ProspectCompany.contacts',
    field: () => 'prospectCompany(id: "7000") { contacts($PAGE) $C }',
    path: ['prospectCompany', 'contacts'],
    size: 2,
  },
  root('expos', '', 2),
  inExpo('visitors'),
  inExpo('visitors in all states', 'filter: { registrationStates: ["*"], showDeleted: true }'),
  {
    ...root('visitors of a partner'),
    field: (truth) => `visitors(expoId: "${pastExpo(truth)}", filter: { partnerId: "${host(truth)}" } $PAGE)`,
    size: 3,
  },
  inExpo('partners'),
  inExpo('encounters'),
  ...FLOOR.map(({ list }) => ({ ...inExpo(list), size: FLOOR_PAGES[list] ?? PAGE })),
  { ...inExpo('actions of a type', 'filter: { types: ["print"] }'), size: 5 },
  { ...inExpo('payments of a method', 'filter: { methods: ["card"] }'), size: 5 },
  {
    name: 'actions at a place',
    field: (truth) => `actions(expoId: "${pastExpo(truth)}", filter: { locationId: "${place(truth)}" } $PAGE)`,
    path: ['actions'],
    size: 30,
  },
  root('operators', '', 5),
  ...IADVIZE_CONNECTIONS.map(({ field, ...one }) => ({ ...one, field: () => field })),
  root('conversations'),
  root('conversations of a long range', LONG),
  root('campaignReports'),
  root('campaignReports of a long range', 'filter: { from: "2025-10-01", to: "2026-01-15" }'),
  ...['visitors', 'partners', 'encounters', ...FLOOR.map(({ list }) => list)].map((name) => ({
    name: `Expo.${name}`,
    field: (truth: Truth) => `expo(id: "${pastExpo(truth)}") { ${name}($PAGE) $C }`,
    path: ['expo', name],
    size: FLOOR_PAGES[name] ?? PAGE,
  })),
  ...(['contents', 'touchpoints', 'actions'] as const).map((name) => ({
    name: `Partner.${name}`,
    field: (truth: Truth) =>
      `partner(id: "${busiest(ownersOf(truth, name, 'partner'))}", expoId: "${pastExpo(truth)}") { ${name}($PAGE) $C }`,
    path: ['partner', name],
    size: 1,
  })),
  {
    name: 'Visitor.actions',
    field: (truth) =>
      `visitor(id: "${busiest(ownersOf(truth, 'actions', 'visitor'))}", expoId: "${pastExpo(truth)}") { actions($PAGE) $C }`,
    path: ['visitor', 'actions'],
    size: 1,
  },
  {
    name: 'Visitor.encounters',
    field: (truth) =>
      `visitor(id: "${meeting(truth, 'visitor')}", expoId: "${pastExpo(truth)}") { encounters($PAGE) $C }`,
    path: ['visitor', 'encounters'],
    size: 1,
  },
  {
    name: 'Partner.encounters',
    field: (truth) =>
      `partner(id: "${meeting(truth, 'partner')}", expoId: "${pastExpo(truth)}") { encounters($PAGE) $C }`,
    path: ['partner', 'encounters'],
    size: 3,
  },
  {
    name: 'Partner.visitors',
    field: (truth) => `partner(id: "${host(truth)}", expoId: "${pastExpo(truth)}") { visitors($PAGE) $C }`,
    path: ['partner', 'visitors'],
    size: 2,
  },
  ...['leads', 'visitors', 'encounters', 'conversations'].map((name) => ({
    name: `Person.${name}`,
    field: (truth: Truth) => `person(email: "${owner(truth)}") { ${name}($PAGE) $C }`,
    path: ['person', name],
    size: 1,
  })),
  ...['leads', 'visitors', 'partners'].map((name) => ({
    name: `Company.${name}`,
    field: (truth: Truth) => `company(domain: "${company(truth)}") { ${name}($PAGE) $C }`,
    path: ['company', name],
    size: 2,
  })),
  {
    name: 'Operator.conversations',
    field: (truth) => `operator(id: "${operators(truth)[2]?.id}") { conversations($PAGE) $C }`,
    path: ['operator', 'conversations'],
    size: 2,
  },
  {
    name: 'ChatVisitor.conversations',
    field: (truth) => {
      const own = chatVisitors(truth).find(({ uniqueId }) => uniqueId === talkative(truth));
      const id = truth.iadvize.truth
        .conversationIds()
        .find((one) => truth.iadvize.truth.conversation(one)?.visitorUid === own?.uniqueId);
      return `conversation(id: "${id}") { visitor { conversations(filter: { from: "2025-01-01T00:00:00Z" } $PAGE) $C } }`;
    },
    path: ['conversation', 'visitor', 'conversations'],
    size: 1,
  },
  {
    name: 'CampaignReport.leads',
    field: (truth) => `campaignReport(campaignId: "${campaignId(truth)}") { leads($PAGE) $C }`,
    path: ['campaignReport', 'leads'],
    size: 1,
  },
];

function queryOf(field: string, paging: string): string {
  const filled = field.replace('$PAGE', paging).replace(' $C', ` ${CONNECTION}`);
  return `{ ${filled.includes('edges') ? filled : `${filled} ${CONNECTION}`} }`;
}

/** Every world here is equal, so that the field is the same in all of them. */
const fields = new Map<Paged, string>();
function textOf(paged: Paged, truth: Truth): string {
  const field = fields.get(paged) ?? paged.field(truth);
  fields.set(paged, field);
  return field;
}

async function read(gateway: TestGateway, paged: Paged, paging: string): Promise<Page> {
  const { path } = paged;
  const { data, errors } = await gateway.ask(queryOf(textOf(paged, gateway.sandbox), paging));
  expect(errors).toEqual([]);
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data) as Page;
}

const idsOf = (pages: readonly Page[]) => pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));

/** Page by page, each asked of the next gateway in turn. */
async function readAll(gateways: readonly TestGateway[], paged: Paged): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let after = '';
  do {
    const gateway = gateways[pages.length % gateways.length];
    if (gateway === undefined) throw new RangeError('no gateway');
    pages.push(await read(gateway, paged, `first: ${paged.size ?? PAGE}${after}`));
    after = `, after: "${pages.at(-1)?.pageInfo.endCursor}"`;
  } while (pages.at(-1)?.pageInfo.hasNextPage === true);
  return pages;
}

describe('Paging', () => {
  let replicas: readonly TestGateway[];
  beforeAll(async () => {
    replicas = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    expect(replicas.flatMap((gateway) => gateway.violations())).toEqual([]);
    for (const gateway of replicas) await gateway[Symbol.asyncDispose]();
  });

  for (const paged of chosen(CONNECTIONS, 15)) {
    it(`${paged.name} gives the same rows in small pages as in a big one, for no more calls`, async () => {
      await using small = await start();
      await using large = await start();
      const whole = await read(large, paged, 'first: 1000');
      const pages = await readAll([small], paged);
      const size = paged.size ?? PAGE;
      const ids = idsOf([whole]);
      expect(ids.length).toBeGreaterThan(size);
      expect(idsOf(pages)).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages.map(({ edges }) => edges.length)).toEqual(
        pages.map((_page, index) => Math.min(size, ids.length - index * size)),
      );
      expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_page, index) => index > 0));
      for (const { edges, pageInfo } of [whole, ...pages]) {
        expect(pageInfo).toMatchObject({ startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor });
      }
      expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
      expect(small.takeCalls().toSorted()).toEqual(large.takeCalls().toSorted());
    });
    it(`a cursor of ${paged.name} is good on another replica`, async () => {
      const [first = [] as never] = replicas;
      expect(idsOf(await readAll(replicas, paged))).toEqual(idsOf([await read(first, paged, 'first: 1000')]));
    });
  }
});
