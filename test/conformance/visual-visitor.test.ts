import type { TableName } from '../../src/sandbox/visual-visitor/accounts.ts';
import { startVisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld, DAY_MS } from '../../src/sandbox/world.ts';
import { VISUAL_VISITOR, VISUAL_VISITOR_WINDOWS } from '../../src/sources/visual-visitor/endpoints.ts';
import type { VisualVisitorReads } from '../../src/sources/visual-visitor/loaders.ts';
import { authorizeVisualVisitor, createVisualVisitorSource } from '../../src/sources/visual-visitor/source.ts';
import { visualVisitorVerdict } from '../../src/sources/visual-visitor/wire.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { itemsOf } from '../support/source-harness.ts';
import type { Read, Started, Wire } from './spec.ts';
import { describeSource } from './suite.ts';

const SECRETS = ['conformance-leads-one', 'conformance-leads-two'] as const;
const PAGE = 200;

const common = {
  required: 'id',
  optional: { wire: 'companyName', model: 'companyName' },
  idOf: ({ id }: Wire) => String(id),
};

function unknown(index: number): string {
  return `9${String(index).padStart(14, '0')}`;
}

async function start(now: () => number): Promise<Started<VisualVisitorReads>> {
  const world = createWorld({ seed: 7, size: 2, now: now() });
  const keys = SECRETS.map((secret, index) => ({
    label: `key-${index + 1}`,
    secret,
    products: { employee: true, person: true },
    partner: true,
  }));
  const simulator = await startVisualVisitorSimulator({ world, now, keys });
  const { truth } = simulator;
  const range = { from: now() - 89 * DAY_MS };
  const ids = (product: 'employee' | 'person') => truth.ids(product, range).slice(0, PAGE).map(String);
  const [employeeIds, personIds] = [ids('employee'), ids('person')];
  const known = truth.leads('person', range).map(({ email }) => String(email));
  const email = world.people.at(0).email;
  if (!known.includes(email)) throw new Error('the first person of the world is no lead');
  const own = (table: TableName): readonly string[] =>
    truth
      .rows(table)
      .slice(0, PAGE)
      .map(({ id: one }) => String(one));
  const of = (id: string) => ({ customer: null, id });
  const item = { ...common, kind: 'item', unknown } as const;
  const name = { optional: { wire: 'name', model: 'name' } };
  const created = { optional: { wire: 'createdAt', model: 'createdAt' } };
  const reads: readonly Read<VisualVisitorReads>[] = [
    {
      ...item,
      name: 'person lead',
      row: VISUAL_VISITOR.personLead,
      pages: VISUAL_VISITOR.personLeads,
      ids: personIds,
      one: (from, reader, id) => from.lead(reader, 'PLUS_PERSON', of(id)),
    },
    {
      ...item,
      name: 'employee lead',
      row: VISUAL_VISITOR.employeeLead,
      pages: VISUAL_VISITOR.employeeLeads,
      ids: employeeIds,
      one: (from, reader, id) => from.lead(reader, 'PLUS_EMPLOYEE', of(id)),
    },
    {
      ...common,
      name: 'employee leads',
      kind: 'list',
      row: VISUAL_VISITOR.employeeLeads,
      rows: (from, reader) => itemsOf(from.leads(reader, 'PLUS_EMPLOYEE', {}), 30),
    },
    {
      ...common,
      name: 'leads by e-mail',
      kind: 'lookup',
      row: VISUAL_VISITOR.personLeads,
      rows: (from, reader) => itemsOf(from.leadsByEmail(reader, email)),
    },
    {
      ...item,
      name: 'customer',
      row: VISUAL_VISITOR.customer,
      pages: VISUAL_VISITOR.customers,
      ids: own('customers'),
      one: (from, reader, id) => from.customer(reader, id),
    },
    {
      ...common,
      name: 'customers',
      kind: 'list',
      row: VISUAL_VISITOR.customers,
      rows: (from, reader) => itemsOf(from.customers(reader, {})),
    },
    {
      ...item,
      optional: { wire: 'role', model: 'role' },
      name: 'user',
      row: VISUAL_VISITOR.user,
      pages: VISUAL_VISITOR.users,
      ids: own('users'),
      one: (from, reader, id) => from.user(reader, of(id)),
    },
    {
      ...common,
      name: "a customer's users",
      optional: { wire: 'role', model: 'role' },
      kind: 'list',
      row: VISUAL_VISITOR.users,
      rows: (from, reader) => itemsOf(from.users(reader, { customerId: own('customers')[0] ?? '' })),
    },
    {
      ...item,
      name: 'prospect company',
      row: VISUAL_VISITOR.prospectCompany,
      pages: VISUAL_VISITOR.prospectCompanies,
      ids: own('companies'),
      one: (from, reader, id) => from.prospectCompany(reader, of(id)),
    },
    {
      ...common,
      name: 'prospect companies',
      kind: 'list',
      row: VISUAL_VISITOR.prospectCompanies,
      rows: (from, reader) => itemsOf(from.prospectCompanies(reader, {}), 30),
    },
    {
      ...item,
      name: 'prospect contact',
      row: VISUAL_VISITOR.prospectContact,
      ids: own('contacts'),
      one: (from, reader, id) => from.prospectContact(reader, of(id)),
    },
    {
      ...common,
      name: 'prospect contacts',
      kind: 'list',
      row: VISUAL_VISITOR.prospectContacts,
      rows: (from, reader) => itemsOf(from.prospectContacts(reader, {}), 30),
    },
    {
      ...item,
      ...name,
      name: 'ideal customer profile',
      row: VISUAL_VISITOR.idealCustomerProfile,
      pages: VISUAL_VISITOR.idealCustomerProfiles,
      ids: own('profiles'),
      one: (from, reader, id) => from.profile(reader, of(id)),
    },
    {
      ...common,
      ...name,
      name: 'services',
      kind: 'list',
      row: VISUAL_VISITOR.services,
      rows: async (from, reader) => (await from.services(reader)) ?? [],
    },
    {
      ...common,
      ...created,
      name: 'excluded addresses',
      kind: 'list',
      row: VISUAL_VISITOR.excludedIps,
      rows: (from, reader) => itemsOf(from.excludedIps(reader, {})),
    },
    {
      ...common,
      ...created,
      name: 'known customers',
      kind: 'list',
      row: VISUAL_VISITOR.knownCustomers,
      rows: (from, reader) => itemsOf(from.knownCustomers(reader, {}), 30),
    },
    {
      ...common,
      ...created,
      name: 'suppression list',
      kind: 'list',
      row: VISUAL_VISITOR.suppressionList,
      rows: (from, reader) => itemsOf(from.suppressionList(reader, {})),
    },
    {
      ...item,
      ...name,
      name: 'job',
      row: VISUAL_VISITOR.bulkJob,
      ids: own('jobs'),
      one: (from, reader, id) => from.job(reader, id),
    },
    {
      ...common,
      ...name,
      name: 'jobs',
      kind: 'list',
      row: VISUAL_VISITOR.bulkJobs,
      rows: (from, reader) => itemsOf(from.jobs(reader, {})),
    },
  ];
  const search = { dateFrom: '2026-05-01T00:00:00Z', dateTo: '2026-05-20T00:00:00Z', sort: '-lastVisitAt', page: 1 };
  const leads = { body: { ...search, pageSize: PAGE } };
  const prospects = { body: { page: 1, pageSize: PAGE } };
  const list = { query: { page: '1', pageSize: String(PAGE) } };
  const one = (table: TableName) => ({ values: { id: own(table)[0] ?? '' } });
  return {
    simulator,
    baseUrl: simulator.base,
    reads,
    refuseFirstKey: () => {
      for (const { products } of keys.slice(0, 1)) products.person = false;
    },
    samples: {
      [VISUAL_VISITOR.services.id]: {},
      [VISUAL_VISITOR.customers.id]: list,
      [VISUAL_VISITOR.customer.id]: one('customers'),
      [VISUAL_VISITOR.users.id]: list,
      [VISUAL_VISITOR.user.id]: one('users'),
      [VISUAL_VISITOR.employeeLeads.id]: leads,
      [VISUAL_VISITOR.personLeads.id]: leads,
      [VISUAL_VISITOR.employeeLead.id]: { values: { id: employeeIds[0] ?? '' } },
      [VISUAL_VISITOR.personLead.id]: { values: { id: personIds[0] ?? '' } },
      [VISUAL_VISITOR.prospectCompanies.id]: prospects,
      [VISUAL_VISITOR.prospectCompany.id]: one('companies'),
      [VISUAL_VISITOR.prospectContacts.id]: prospects,
      [VISUAL_VISITOR.prospectContact.id]: one('contacts'),
      [VISUAL_VISITOR.contactCredits.id]: {},
      [VISUAL_VISITOR.idealCustomerProfiles.id]: {},
      [VISUAL_VISITOR.idealCustomerProfile.id]: one('profiles'),
      [VISUAL_VISITOR.configuration.id]: {},
      [VISUAL_VISITOR.excludedIps.id]: list,
      [VISUAL_VISITOR.knownCustomers.id]: list,
      [VISUAL_VISITOR.suppressionList.id]: list,
      [VISUAL_VISITOR.referenceLists.id]: {},
      [VISUAL_VISITOR.referenceList.id]: { values: { name: 'industries' } },
      [VISUAL_VISITOR.bulkJobs.id]: list,
      [VISUAL_VISITOR.bulkJob.id]: one('jobs'),
    },
  };
}

const pagination = { page: 1, pageSize: PAGE, totalPages: 1, totalResults: 1 };
const isItem = ({ path }: EndpointRow): boolean => path.endsWith('{id}');

describeSource<VisualVisitorReads>({
  name: 'visual-visitor',
  upstream: 'VISUAL_VISITOR',
  endpoints: VISUAL_VISITOR,
  windows: VISUAL_VISITOR_WINDOWS,
  largestPage: PAGE,
  authorize: authorizeVisualVisitor,
  judge: visualVisitorVerdict,
  secrets: SECRETS,
  hidden: SECRETS,
  severalKeys: true,
  start,
  create: ({ send, answers, collections, drifts, clock }, keys) =>
    createVisualVisitorSource({ send, keys, answers, collections, drifts, clock }),
  records: {
    of: (row, body) => (isItem(row) ? [body as Wire] : (body as { readonly data: readonly Wire[] }).data),
    put: (row, body, records) => (isItem(row) ? records[0] : { ...(body as Wire), data: records }),
  },
  wrong: [
    { name: 'a bare list, a record in a list', list: [], item: [{ id: 1 }] },
    { name: 'a page without its count', page: { data: [] } },
    {
      name: 'a page whose count is no number',
      page: { data: [], pagination: { ...pagination, totalResults: 'many' } },
    },
    { name: 'rows that are no list', list: { data: { 0: {} }, pagination } },
    { name: 'an object without anything', list: {}, item: {} },
    { name: 'another record', item: { id: 1 } },
  ],
  inside200: [],
});
