import { personOf, text, time } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { ENTRY, entryRow, list, one, rowAt, rows } from './visual-visitor-rows.ts';

const warm: readonly string[] = [];
const FULL = { cold: 1, warm: 0 };
const customerId = (truth: Truth): number => rowAt(truth, 'customers', 1).id;
const lists = ['knownCustomers', 'suppressionList'] as const;
const paths = { knownCustomers: 'configuration/known-customers', suppressionList: 'configuration/suppression-list' };
const IPS = 'sourceId ip label createdAt';

function excluded(truth: Truth, customer?: number): readonly unknown[] {
  return rows(truth, 'excludedIps', customer).map((row) => ({
    sourceId: String(row.id),
    ip: row.ip,
    label: text(row.label),
    createdAt: time(row.createdAt),
  }));
}

const CONSENT = `cookieConsent { enabled mode impliedDelaySeconds strictRegions message acceptLabel declineLabel
  policyUrl }`;

export const configurationGoldens: readonly Golden[] = [
  {
    name: 'trackingConfiguration tells how the account is tracked, and its company',
    query: `{ trackingConfiguration { customerId companyName domain installationCode ${CONSENT}
      company { domain } customer { sourceId } } }`,
    expected: ({ visualVisitor }) => {
      const { cookieConsent, domain: _domain, customerId: id, ...own } = visualVisitor.truth.configuration();
      return {
        trackingConfiguration: {
          ...own,
          customerId: String(id),
          domain: 'expo-site.example',
          cookieConsent: { ...cookieConsent, impliedDelaySeconds: 8 },
          company: { domain: 'expo-site.example' },
          customer: null,
        },
      };
    },
    calls: () => ({ cold: [one('configuration/customer')], warm }),
    minimum: { ...FULL, why: 'one record' },
  },
  {
    name: 'trackingConfiguration of a customer leads to the lists of that customer, and to the customer',
    query: `query ($customer: ID!) {
      trackingConfiguration(customerId: $customer) {
        customer { companyName }
        excludedIps { nodes { ${IPS} } }
        knownCustomers(first: 3) { nodes { ${ENTRY} } totalCount }
        suppressionList { nodes { ${ENTRY} } } }
      none: trackingConfiguration(customerId: "17") { companyName } }`,
    variables: (truth) => ({ customer: customerId(truth) }),
    expected: (truth) => {
      const id = customerId(truth);
      const known = rows(truth, 'knownCustomers', id);
      return {
        trackingConfiguration: {
          customer: { companyName: rowAt(truth, 'customers', 1).companyName },
          excludedIps: { nodes: excluded(truth, id) },
          knownCustomers: { nodes: known.slice(0, 3).map(entryRow), totalCount: known.length },
          suppressionList: { nodes: rows(truth, 'suppressionList', id).map(entryRow) },
        },
        none: null,
      };
    },
    calls: (truth) => {
      const query = { customerId: customerId(truth) };
      return {
        cold: [
          one('configuration/customer', query),
          one('configuration/customer', { customerId: 17 }),
          one(`partner/customers/${customerId(truth)}`),
          list('configuration/excluded-ips', query),
          list(paths.knownCustomers, query),
          list(paths.suppressionList, query),
        ],
        warm,
      };
    },
    minimum: { cold: 6, warm: 0, why: 'two records of configuration, a customer and three lists' },
  },
  {
    name: 'excludedIps lists addresses of both families and ranges',
    query: `{ excludedIps { nodes { ${IPS} } totalCount } }`,
    expected: (truth) => {
      const nodes = excluded(truth);
      return { excludedIps: { nodes, totalCount: nodes.length } };
    },
    calls: () => ({ cold: [list('configuration/excluded-ips')], warm }),
    minimum: { ...FULL, why: 'one page' },
  },
  {
    name: 'knownCustomers goes on past a page, and leads to a person by address, never by hash',
    query: `{ knownCustomers(first: 1000) { nodes { ${ENTRY} person { email } } totalCount } }`,
    expected: (truth) => {
      const all = rows(truth, 'knownCustomers');
      const nodes = all.map((row) => ({
        ...entryRow(row),
        person: row.type === 'email' ? personOf(row.value) : null,
      }));
      return { knownCustomers: { nodes, totalCount: all.length } };
    },
    calls: () => ({ cold: [list(paths.knownCustomers), list(paths.knownCustomers, { page: 2 })], warm }),
    minimum: { cold: 2, warm: 0, why: '230 entries in pages of 200' },
  },
  {
    name: 'suppressionList lists addresses and hashes',
    query: `{ suppressionList { nodes { ${ENTRY} } totalCount } }`,
    expected: (truth) => {
      const nodes = rows(truth, 'suppressionList').map(entryRow);
      return { suppressionList: { nodes, totalCount: nodes.length } };
    },
    calls: () => ({ cold: [list(paths.suppressionList)], warm }),
    minimum: { ...FULL, why: 'one page' },
  },
  {
    name: 'knownCustomers and suppressionList by a text are searched by the upstream',
    query: `{ knownCustomers(search: "river", first: 200) { nodes { sourceId } }
      suppressionList(search: "river", first: 200) { nodes { sourceId } } }`,
    expected: (truth) =>
      Object.fromEntries(
        lists.map((name) => {
          const found = rows(truth, name).filter(({ value }) => /river/i.test(String(value)));
          return [name, { nodes: found.map(({ id }) => ({ sourceId: String(id) })) }];
        }),
      ),
    calls: () => ({ cold: lists.map((name) => list(paths[name], { search: 'river' })), warm }),
    minimum: { cold: 2, warm: 0, why: 'one page each' },
  },
];

export const referenceGoldens: readonly Golden[] = [
  {
    name: 'referenceLists tells every list with its entries',
    query: '{ referenceLists { name description entries { code label parentCode parent { code label } } } }',
    expected: ({ visualVisitor }) => {
      const { referenceList, referenceLists } = visualVisitor.truth;
      return {
        referenceLists: referenceLists().map(({ name, description }) => {
          const entries = referenceList(name) ?? [];
          const above = name === 'states' ? (referenceList('countries') ?? []) : entries;
          const labels = new Map(above.map(({ code, label }) => [code, label]));
          const parentOf = (code: string) => ({ code, label: labels.get(code) ?? null });
          return {
            name,
            description,
            entries: entries.map((entry) => ({
              ...entry,
              parent: entry.parentCode === null ? null : parentOf(entry.parentCode),
            })),
          };
        }),
      };
    },
    calls: ({ visualVisitor }) => {
      const names = visualVisitor.truth.referenceLists().map(({ name }) => name);
      return { cold: [one('reference-lists'), ...names.map((name) => one(`reference-lists/${name}`))], warm };
    },
    minimum: { cold: 10, warm: 0, why: 'the list of lists, and each of nine' },
  },
  {
    name: 'referenceList reads one by name, and null for a name that none has',
    query: `{ roles: referenceList(name: "roles") { name entries { code label } }
      none: referenceList(name: "colours") { entries { code } }
      odd: referenceList(name: "../users") { entries { code } } }`,
    expected: ({ visualVisitor }) => {
      const entries = (visualVisitor.truth.referenceList('roles') ?? []).map(({ code, label }) => ({ code, label }));
      return { roles: { name: 'roles', entries }, none: null, odd: null };
    },
    calls: () => ({ cold: [one('reference-lists/roles'), one('reference-lists/colours')], warm }),
    minimum: { cold: 2, warm: 0, why: 'one read for each name that a path can hold' },
  },
  {
    name: 'referenceList of which only the description is asked for comes from the list of lists',
    query: '{ a: referenceList(name: "states") { description } b: referenceList(name: "colours") { name } }',
    expected: () => ({ a: { description: 'States and regions' }, b: null }),
    calls: () => ({ cold: [one('reference-lists')], warm }),
    minimum: { ...FULL, why: 'the list of lists tells both' },
  },
];
