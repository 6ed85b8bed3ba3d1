import { text, time } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { flag, JOB, jobRow, labelOf, list, one, page, pageOf, rowAt, rows, texts } from './visual-visitor-rows.ts';

const warm: readonly string[] = [];
const customerId = (truth: Truth): number => rowAt(truth, 'customers', 2).id;
const FULL = { cold: 1, warm: 0 };

const CODES = `industries { code label } employeeRanges { code } revenueRanges { code } countries { code label }
  states { code label parentCode parent { label } } cities titles seniorities { code label } departments { code }`;

function profileRow(truth: Truth, row: Readonly<Record<string, unknown>>): unknown {
  const codes = (value: unknown) => texts(value)?.map((code) => ({ code })) ?? null;
  const labelled = (name: string, value: unknown) =>
    texts(value)?.map((code) => ({ code, label: labelOf(truth, name, code) })) ?? null;
  return {
    sourceId: String(row.id),
    name: text(row.name),
    enabled: flag(row.enabled),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
    industries: labelled('industries', row.industries),
    employeeRanges: codes(row.employeeRanges),
    revenueRanges: codes(row.revenueRanges),
    countries: labelled('countries', row.countries),
    states:
      texts(row.states)?.map((code) => ({
        code,
        label: labelOf(truth, 'states', code),
        parentCode: 'US',
        parent: { label: labelOf(truth, 'countries', 'US') },
      })) ?? null,
    cities: texts(row.cities),
    titles: texts(row.titles),
    seniorities: labelled('seniorities', row.seniorities),
    departments: codes(row.departments),
  };
}

export const profileGoldens: readonly Golden[] = [
  {
    name: 'idealCustomerProfiles name their codes; each list of codes is read once',
    query: `{ idealCustomerProfiles { sourceId name enabled createdAt updatedAt ${CODES} } }`,
    expected: (truth) => ({ idealCustomerProfiles: rows(truth, 'profiles').map((row) => profileRow(truth, row)) }),
    calls: () => ({
      cold: [
        one('plusemployee/icp'),
        ...['industries', 'countries', 'states', 'seniorities'].map((name) => one(`reference-lists/${name}`)),
      ],
      warm,
    }),
    minimum: { cold: 5, warm: 0, why: 'the list, and four lists of codes of which labels are asked for' },
  },
  {
    name: 'idealCustomerProfile reads one, codes alone cost nothing, and null for an unknown id of another account',
    query: `query ($id: ID!, $customer: ID!) {
      idealCustomerProfile(id: $id) { name industries { code } }
      none: idealCustomerProfile(id: "5", customerId: $customer) { name } }`,
    variables: (truth) => ({ id: rowAt(truth, 'profiles', 1).id, customer: customerId(truth) }),
    expected: (truth) => {
      const row = rowAt(truth, 'profiles', 1);
      const industries = texts(row.industries)?.map((code) => ({ code })) ?? null;
      return { idealCustomerProfile: { name: row.name, industries }, none: null };
    },
    calls: (truth) => ({
      cold: [
        one(`plusemployee/icp/${rowAt(truth, 'profiles', 1).id}`),
        one('plusemployee/icp/5', { customerId: customerId(truth) }),
      ],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one record of each account' },
  },
];

export const jobGoldens: readonly Golden[] = [
  {
    name: 'bulkJobs lists jobs of every state',
    query: `{ bulkJobs { nodes { ${JOB} } ${page} } }`,
    expected: (truth) => ({ bulkJobs: pageOf(rows(truth, 'jobs').map(jobRow)) }),
    calls: () => ({ cold: [list('bulk')], warm }),
    minimum: { ...FULL, why: 'one page of 200' },
  },
  {
    name: 'bulkJobs by status and type are filtered by the upstream',
    query: `{ bulkJobs(filter: { status: "completed", type: "who_to_contact" }) { nodes { sourceId } totalCount } }`,
    expected: (truth) => {
      const found = rows(truth, 'jobs').filter(
        ({ status, type }) => status === 'completed' && type === 'who_to_contact',
      );
      return { bulkJobs: { nodes: found.map(({ id }) => ({ sourceId: String(id) })), totalCount: found.length } };
    },
    calls: () => ({ cold: [list('bulk', { status: 'completed', type: 'who_to_contact' })], warm }),
    minimum: { ...FULL, why: 'one page' },
  },
  {
    name: 'bulkJob reads one, and null for an unknown id',
    query: `query ($id: ID!) { bulkJob(id: $id) { ${JOB} } none: bulkJob(id: "1") { sourceId } }`,
    variables: (truth) => ({ id: rowAt(truth, 'jobs', 3).id }),
    expected: (truth) => ({ bulkJob: jobRow(rowAt(truth, 'jobs', 3)), none: null }),
    calls: (truth) => ({ cold: [one(`bulk/${rowAt(truth, 'jobs', 3).id}`), one('bulk/1')], warm }),
    minimum: { cold: 2, warm: 0, why: 'one read each' },
  },
];
