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
  }));
  const simulator = await startVisualVisitorSimulator({ world, now, keys });
  const { truth } = simulator;
  const range = { from: now() - 89 * DAY_MS };
  const ids = (product: 'employee' | 'person') => truth.ids(product, range).slice(0, PAGE).map(String);
  const [employeeIds, personIds] = [ids('employee'), ids('person')];
  const known = truth.leads('person', range).map(({ email }) => String(email));
  const email = world.people.at(0).email;
  if (!known.includes(email)) throw new Error('the first person of the world is no lead');
  const reads: readonly Read<VisualVisitorReads>[] = [
    {
      ...common,
      name: 'person lead',
      kind: 'item',
      row: VISUAL_VISITOR.personLead,
      pages: VISUAL_VISITOR.personLeads,
      ids: personIds,
      unknown,
      one: (from, reader, id) => from.lead(reader, 'PLUS_PERSON', id),
    },
    {
      ...common,
      name: 'employee lead',
      kind: 'item',
      row: VISUAL_VISITOR.employeeLead,
      pages: VISUAL_VISITOR.employeeLeads,
      ids: employeeIds,
      unknown,
      one: (from, reader, id) => from.lead(reader, 'PLUS_EMPLOYEE', id),
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
  ];
  const search = { dateFrom: '2026-05-01T00:00:00Z', dateTo: '2026-05-20T00:00:00Z', sort: '-lastVisitAt', page: 1 };
  const list = { body: { ...search, pageSize: PAGE } };
  return {
    simulator,
    baseUrl: simulator.base,
    reads,
    refuseFirstKey: () => {
      for (const { products } of keys.slice(0, 1)) products.person = false;
    },
    samples: {
      [VISUAL_VISITOR.employeeLeads.id]: list,
      [VISUAL_VISITOR.personLeads.id]: list,
      [VISUAL_VISITOR.employeeLead.id]: { values: { id: employeeIds[0] ?? '' } },
      [VISUAL_VISITOR.personLead.id]: { values: { id: personIds[0] ?? '' } },
    },
  };
}

const pagination = { page: 1, pageSize: PAGE, totalPages: 1, totalResults: 1 };
const isItem = ({ paging }: EndpointRow): boolean => paging === 'none';

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
    { name: 'a page without its count', list: { data: [] } },
    {
      name: 'a page whose count is no number',
      list: { data: [], pagination: { ...pagination, totalResults: 'many' } },
    },
    { name: 'rows that are no list', list: { data: { 0: {} }, pagination } },
    { name: 'an object without anything', list: {}, item: {} },
    { name: 'another record', item: { id: 1 } },
  ],
  inside200: [],
});
