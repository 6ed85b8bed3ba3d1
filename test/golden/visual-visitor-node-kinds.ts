import type { TableName } from '../../src/sandbox/visual-visitor/accounts.ts';
import type { Golden, Truth } from './golden.ts';
import { at, type Kind, nodeOf, root } from './node-kinds.ts';
import { list, one, prospects, rowAt } from './visual-visitor-rows.ts';

const warm: readonly string[] = [];
const id = (truth: Truth, table: TableName, customer?: number): string => String(rowAt(truth, table, 0, customer).id);

/** A type whose records a list gives, read by an endpoint of its own or, where there is none, by the list. */
function kind(type: string, field: string, table: TableName, call: (id: string) => string, path = root(field)): Kind {
  return {
    type,
    how: path.length > 2 ? `{ ${field}(first: 1) { nodes { id } } }` : `{ ${field} { id } }`,
    path,
    select: 'sourceId',
    shown: (truth) => ({ sourceId: id(truth, table) }),
    calls: (truth) => [call(id(truth, table))],
  };
}

const KINDS: readonly Kind[] = [
  kind('ResellerService', 'resellerServices', 'services', () => one('partner/services'), ['resellerServices', 0]),
  kind('ResellerCustomer', 'resellerCustomers', 'customers', (own) => one(`partner/customers/${own}`)),
  kind('AccountUser', 'accountUsers', 'users', (own) => one(`users/${own}`)),
  kind('IdealCustomerProfile', 'idealCustomerProfiles', 'profiles', (own) => one(`plusemployee/icp/${own}`), [
    'idealCustomerProfiles',
    0,
  ]),
  kind('ProspectCompany', 'prospectCompanies', 'companies', (own) => one(`plusemployee/whotocontact/companies/${own}`)),
  kind('ProspectContact', 'prospectContacts', 'contacts', (own) => one(`plusemployee/whotocontact/contacts/${own}`)),
  kind('ExcludedIp', 'excludedIps', 'excludedIps', () => list('configuration/excluded-ips')),
  kind('KnownCustomer', 'knownCustomers', 'knownCustomers', () => list('configuration/known-customers')),
  kind('SuppressionEntry', 'suppressionList', 'suppressionList', () => list('configuration/suppression-list')),
  kind('BulkJob', 'bulkJobs', 'jobs', (own) => one(`bulk/${own}`)),
];

const customer = (truth: Truth): number => rowAt(truth, 'customers', 4).id;

type Lists = Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;

/** Records of a customer have ids of their own, by which the same record is read again. */
const ofCustomer: Golden = {
  name: 'nodes reads records of a customer for that customer, beside those of the account that have the same source id',
  query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename
    ... on AccountUser { sourceId email customer { sourceId } }
    ... on ProspectCompany { sourceId companyName }
    ... on Lead { sourceId companyName } } }`,
  variables: async (truth, ask) => {
    const lists = (args: string) => `users: accountUsers(filter: {${args}}, first: 1) { nodes { id } }
      companies: prospectCompanies(filter: {${args}}, first: 1) { nodes { id } }
      leads(product: PLUS_EMPLOYEE, filter: {${args}}, first: 1) { nodes { id } }`;
    const [theirs, own] = [
      (await ask(`{ ${lists(`customerId: "${customer(truth)}"`)} }`)) as Lists,
      (await ask(`{ ${lists('')} }`)) as Lists,
    ];
    const idsOf = (found: Lists) => ['users', 'companies', 'leads'].map((name) => at(found, [name, 'nodes', 0]));
    return { ids: [...idsOf(theirs), ...idsOf(own).slice(0, 2)] };
  },
  expected: (truth) => {
    const own = customer(truth);
    const user = (of?: number) => {
      const { id: sourceId, email } = rowAt(truth, 'users', 0, of);
      return { sourceId: String(sourceId), email: String(email).trim().toLowerCase() };
    };
    const company = (of?: number) => {
      const { id: sourceId, companyName } = rowAt(truth, 'companies', 0, of);
      return { __typename: 'ProspectCompany', sourceId: String(sourceId), companyName };
    };
    const [lead] = truth.visualVisitor.truth.customerLeads(own, 'employee');
    return {
      nodes: [
        { __typename: 'AccountUser', ...user(own), customer: { sourceId: String(own) } },
        company(own),
        { __typename: 'Lead', sourceId: String(lead?.id), companyName: lead?.companyName },
        { __typename: 'AccountUser', ...user(), customer: null },
        company(),
      ],
    };
  },
  calls: (truth) => {
    const query = { customerId: customer(truth) };
    const [lead] = truth.visualVisitor.truth.customerLeads(customer(truth), 'employee');
    const contacts = 'plusemployee/whotocontact/companies';
    return {
      cold: [
        one(`users/${rowAt(truth, 'users', 0, customer(truth)).id}`, query),
        one(`${contacts}/${rowAt(truth, 'companies', 0, customer(truth)).id}`, query),
        one(`plusemployee/leads/${lead?.id}`, query),
        one(`users/${rowAt(truth, 'users').id}`),
        one(`${contacts}/${rowAt(truth, 'companies').id}`),
      ],
      warm,
    };
  },
  minimum: { cold: 5, warm: 0, why: 'five records of two accounts, one of each kind in each' },
};

const several: Golden = {
  name: 'nodes reads several companies of Who To Contact in one search, and several users in one page',
  query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
  variables: async (_truth, ask) => {
    const found = (await ask(
      '{ users: accountUsers(first: 3) { nodes { id } } companies: prospectCompanies(first: 4) { nodes { id } } }',
    )) as Lists;
    return { ids: [found.users, found.companies].flatMap((page) => page?.nodes.map((node) => node.id) ?? []) };
  },
  expected: () => {
    const names = (name: string, count: number) => Array.from({ length: count }, () => ({ __typename: name }));
    return { nodes: [...names('AccountUser', 3), ...names('ProspectCompany', 4)] };
  },
  calls: (truth) => {
    const companyIds = [3, 2, 1, 0].map((index) => rowAt(truth, 'companies', index).id);
    return { cold: [list('users'), prospects('companies', { companyIds })], warm };
  },
  minimum: { cold: 2, warm: 0, why: 'one page of users, one search by ids' },
};

/** One golden for each type, and those of several. */
export const visualVisitorNodes: readonly Golden[] = [...KINDS.map(nodeOf), ofCustomer, several];
