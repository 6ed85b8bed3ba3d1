import { domain, personOf, time } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { LAST_90, LEAD, leadRow } from './lead-rows.ts';
import {
  CUSTOMER,
  customerRow,
  list,
  one,
  page,
  pageOf,
  rowAt,
  rows,
  SERVICE,
  serviceRow,
  USER,
  userRow,
} from './visual-visitor-rows.ts';

const warm: readonly string[] = [];
const customerId = (truth: Truth): number => rowAt(truth, 'customers', 2).id;
const FULL = { cold: 1, warm: 0 };

function subscriptions(truth: Truth, services: unknown): unknown {
  const known = new Map(rows(truth, 'services').map((row) => [row.id, row]));
  return (services as readonly { serviceId: number; startedAt: string; trialEndsAt: string | null }[]).map(
    ({ serviceId, startedAt, trialEndsAt }) => {
      const service = known.get(serviceId);
      return {
        startedAt: time(startedAt),
        trialEndsAt: time(trialEndsAt),
        service: service === undefined ? null : { name: service.name },
      };
    },
  );
}

export const partnerGoldens: readonly Golden[] = [
  {
    name: 'resellerServices lists the services of the partner',
    query: `{ resellerServices { ${SERVICE} } }`,
    expected: (truth) => ({ resellerServices: rows(truth, 'services').map(serviceRow) }),
    calls: () => ({ cold: [one('partner/services')], warm }),
    minimum: { ...FULL, why: 'one list' },
  },
  {
    name: 'resellerCustomers lists all customers, with their company and contact person',
    query: `{ resellerCustomers { nodes { ${CUSTOMER} company { domain } person { email } } ${page} } }`,
    expected: (truth) => ({
      resellerCustomers: pageOf(
        rows(truth, 'customers').map((row) => {
          const own = domain(row.domain);
          return {
            ...customerRow(row),
            company: own === null ? null : { domain: own },
            person: personOf(row.email),
          };
        }),
      ),
    }),
    calls: () => ({ cold: [list('partner/customers')], warm }),
    minimum: { ...FULL, why: 'one page of 200' },
  },
  {
    name: 'resellerCustomers by status and by a text are filtered by the upstream',
    query: `{ trials: resellerCustomers(filter: { status: "trial" }) { nodes { sourceId } totalCount }
      found: resellerCustomers(filter: { search: "IRON" }) { nodes { sourceId } totalCount } }`,
    expected: (truth) => {
      const all = rows(truth, 'customers');
      const found = (some: typeof all) => ({
        nodes: some.map(({ id }) => ({ sourceId: String(id) })),
        totalCount: some.length,
      });
      return {
        trials: found(all.filter(({ status }) => status === 'trial')),
        found: found(
          all.filter((row) => /iron/i.test([row.companyName, row.domain, row.email].map(String).join('\n'))),
        ),
      };
    },
    calls: () => ({
      cold: [list('partner/customers', { status: 'trial' }), list('partner/customers', { search: 'IRON' })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one page for each filter' },
  },
  {
    name: 'resellerCustomer names its services, which are listed once',
    query: `query ($id: ID!) {
      resellerCustomer(id: $id) { ${CUSTOMER} services { startedAt trialEndsAt service { name } } }
      none: resellerCustomer(id: "1") { sourceId } }`,
    variables: (truth) => ({ id: customerId(truth) }),
    expected: (truth) => {
      const row = rowAt(truth, 'customers', 2);
      return { resellerCustomer: { ...customerRow(row), services: subscriptions(truth, row.services) }, none: null };
    },
    calls: () => ({ cold: [list('partner/customers'), one('partner/services')], warm }),
    minimum: { cold: 2, warm: 0, why: 'two of a short list take its page, and the services their own' },
  },
  {
    name: 'ResellerCustomer leads to everything of its account, and to nothing of another',
    query: `query ($id: ID!) { resellerCustomer(id: $id) {
      users { nodes { ${USER} customer { sourceId } } totalCount }
      leads(product: PLUS_PERSON, first: 200) { nodes { ${LEAD} } totalCount }
      configuration { customerId companyName }
      idealCustomerProfiles { sourceId name }
      contactCredits { remaining } } }`,
    variables: (truth) => ({ id: customerId(truth) }),
    expected: (truth) => {
      const id = customerId(truth);
      const { visualVisitor } = truth;
      const users = rows(truth, 'users', id);
      const leads = visualVisitor.truth.customerLeads(id, 'person', LAST_90);
      const configuration = visualVisitor.truth.configuration(id);
      return {
        resellerCustomer: {
          users: {
            nodes: users.map((row) => ({ ...userRow(row), customer: { sourceId: String(id) } })),
            totalCount: users.length,
          },
          leads: { nodes: leads.map(leadRow('person')), totalCount: leads.length },
          configuration: { customerId: String(id), companyName: configuration.companyName },
          idealCustomerProfiles: rows(truth, 'profiles', id).map((row) => ({
            sourceId: String(row.id),
            name: row.name,
          })),
          contactCredits: { remaining: visualVisitor.truth.credits(id).remaining },
        },
      };
    },
    calls: (truth) => {
      const id = customerId(truth);
      const range = { dateFrom: '2025-10-17T00:00:00Z', dateTo: '2026-01-16T00:00:00Z', sort: '-lastVisitAt' };
      const body = JSON.stringify({ ...range, page: 1, pageSize: 200 });
      return {
        cold: [
          one(`partner/customers/${id}`),
          list('users', { customerId: id }),
          `VISUAL_VISITOR POST /api/plusperson/leads/search customerId=${id}${body}`,
          one('configuration/customer', { customerId: id }),
          one('plusemployee/icp', { customerId: id }),
          one('plusemployee/whotocontact/credits', { customerId: id }),
        ],
        warm,
      };
    },
    minimum: { cold: 6, warm: 0, why: 'the customer, and five lists and records of it' },
  },
];

export const userGoldens: readonly Golden[] = [
  {
    name: 'accountUsers lists the users of the account itself, of whom none has a customer',
    query: `{ accountUsers { nodes { ${USER} person { email } customer { sourceId } } ${page} } }`,
    expected: (truth) => ({
      accountUsers: pageOf(
        rows(truth, 'users').map((row) => ({ ...userRow(row), person: personOf(row.email), customer: null })),
      ),
    }),
    calls: () => ({ cold: [list('users')], warm }),
    minimum: { ...FULL, why: 'one page of 200' },
  },
  {
    name: 'accountUsers of a customer, by role and by a text are asked of the upstream; an unknown customer is null',
    query: `query ($customer: ID!) {
      theirs: accountUsers(filter: { customerId: $customer }) { nodes { sourceId customer { companyName } } }
      admins: accountUsers(filter: { role: "Admin" }) { nodes { sourceId } }
      found: accountUsers(filter: { search: "an" }) { nodes { sourceId } }
      nobody: accountUsers(filter: { customerId: "17" }) { nodes { sourceId } totalCount } }`,
    variables: (truth) => ({ customer: customerId(truth) }),
    expected: (truth) => {
      const own = rows(truth, 'users');
      const ids = (some: typeof own) => ({ nodes: some.map(({ id }) => ({ sourceId: String(id) })) });
      const { companyName } = rowAt(truth, 'customers', 2);
      return {
        theirs: {
          nodes: rows(truth, 'users', customerId(truth)).map(({ id }) => ({
            sourceId: String(id),
            customer: { companyName },
          })),
        },
        admins: ids(own.filter(({ role }) => role === 'Admin')),
        found: ids(own.filter((row) => /an/i.test([row.firstName, row.lastName, row.email].map(String).join('\n')))),
        nobody: null,
      };
    },
    calls: (truth) => ({
      cold: [
        list('users', { customerId: customerId(truth) }),
        one(`partner/customers/${customerId(truth)}`),
        list('users', { role: 'Admin' }),
        list('users', { search: 'an' }),
        list('users', { customerId: 17 }),
      ],
      warm,
    }),
    minimum: { cold: 5, warm: 0, why: 'four lists, and the one customer of all of its users' },
  },
  {
    name: 'accountUser reads one user, of the account or of a customer; the ids are the same, the people are not',
    query: `query ($id: ID!, $customer: ID!) {
      own: accountUser(id: $id) { ${USER} customer { companyName } }
      theirs: accountUser(id: $id, customerId: $customer) { ${USER} customer { companyName } } }`,
    variables: (truth) => ({ id: rowAt(truth, 'users', -1 + 4, customerId(truth)).id, customer: customerId(truth) }),
    expected: (truth) => {
      const theirs = rowAt(truth, 'users', 3, customerId(truth));
      const own = rows(truth, 'users').find(({ id }) => id === theirs.id);
      return {
        own: { ...(own && userRow(own)), customer: null },
        theirs: { ...userRow(theirs), customer: { companyName: rowAt(truth, 'customers', 2).companyName } },
      };
    },
    calls: (truth) => {
      const { id } = rowAt(truth, 'users', 3, customerId(truth));
      return {
        cold: [
          one(`users/${id}`),
          one(`users/${id}`, { customerId: customerId(truth) }),
          one(`partner/customers/${customerId(truth)}`),
        ],
        warm,
      };
    },
    minimum: { cold: 3, warm: 0, why: 'three records' },
  },
];
