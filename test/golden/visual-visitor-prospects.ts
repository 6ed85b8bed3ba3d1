import { domain, text, time, whole } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { recent, search } from './lead-rows.ts';
import {
  COMPANY,
  companyRow,
  DETAILS,
  detailsRow,
  labelOf,
  one,
  PREVIEW,
  previewRow,
  prospects,
  rowAt,
  rows,
} from './visual-visitor-rows.ts';

const warm: readonly string[] = [];
const FULL = { cold: 1, warm: 0 };
const path = 'plusemployee/whotocontact';
const customerId = (truth: Truth): number => rowAt(truth, 'customers', 3).id;
const named = (code: unknown, label: string | null) => (text(code) === null ? null : { code, label });
const unlocked = (truth: Truth) => rows(truth, 'contacts').filter((row) => row.unlocked === true);
const companyOf = (truth: Truth, id: unknown) => rows(truth, 'companies').find((row) => row.id === id);
const contactsAt = (truth: Truth, id: number) => rows(truth, 'contacts').filter(({ companyId }) => companyId === id);

export const companyProspectGoldens: readonly Golden[] = [
  {
    name: 'prospectCompanies lists all companies, their codes named and joined by domain',
    query: `{ prospectCompanies(first: 100) { nodes { ${COMPANY} industry { code label } employeeRange { code }
      company { domain } } totalCount } }`,
    expected: (truth) => {
      const all = rows(truth, 'companies');
      const nodes = all.map((row) => {
        const own = domain(row.domain);
        return {
          ...companyRow(row),
          industry: named(row.industryCode, labelOf(truth, 'industries', row.industryCode)),
          employeeRange: text(row.employeeRangeCode) === null ? null : { code: row.employeeRangeCode },
          company: own === null ? null : { domain: own },
        };
      });
      return { prospectCompanies: { nodes, totalCount: all.length } };
    },
    calls: () => ({ cold: [prospects('companies'), one('reference-lists/industries')], warm }),
    minimum: { cold: 2, warm: 0, why: 'one page, and the list of the codes of which labels are asked for' },
  },
  {
    name: 'prospectCompanies by every filter are searched by the upstream',
    query: `query ($filter: ProspectCompanyFilter!) { prospectCompanies(filter: $filter) { nodes { sourceId } totalCount } }`,
    variables: (truth) => {
      const row = rows(truth, 'companies').find(({ industryCode, domain: own }) => industryCode && own);
      return {
        filter: {
          companyIds: [row?.id, '1'],
          domains: [`HTTPS://${row?.domain}/x`],
          companyName: String(row?.companyName).trim().slice(1, 6),
          industries: [row?.industryCode, 'SOFT'],
          countries: [row?.country],
          companyZipCodes: [row?.postalCode],
        },
      };
    },
    expected: (truth) => {
      const row = rows(truth, 'companies').find(({ industryCode, domain: own }) => industryCode && own);
      return { prospectCompanies: { nodes: [{ sourceId: String(row?.id) }], totalCount: 1 } };
    },
    calls: (truth) => {
      const row = rows(truth, 'companies').find(({ industryCode, domain: own }) => industryCode && own);
      const filters = {
        companyIds: [1, row?.id],
        domains: [domain(row?.domain)],
        companyName: String(row?.companyName).trim().slice(1, 6),
        companyZipCodes: [row?.postalCode],
        countries: [row?.country],
        industries: [...new Set([String(row?.industryCode), 'SOFT'])].sort(),
      };
      return { cold: [prospects('companies', filters)], warm };
    },
    minimum: { ...FULL, why: 'the upstream filters' },
  },
  {
    name: 'prospectCompany reads one of the account and one of a customer under the same id',
    query: `query ($id: ID!, $customer: ID!) {
      own: prospectCompany(id: $id) { ${COMPANY} }
      theirs: prospectCompany(id: $id, customerId: $customer) { ${COMPANY} } }`,
    variables: (truth) => ({ id: rowAt(truth, 'companies', 4).id, customer: customerId(truth) }),
    expected: (truth) => ({
      own: companyRow(rowAt(truth, 'companies', 4)),
      theirs: companyRow(rowAt(truth, 'companies', 4, customerId(truth))),
    }),
    calls: (truth) => {
      const { id } = rowAt(truth, 'companies', 4);
      return {
        cold: [one(`${path}/companies/${id}`), one(`${path}/companies/${id}`, { customerId: customerId(truth) })],
        warm,
      };
    },
    minimum: { cold: 2, warm: 0, why: 'one record of each account' },
  },
  {
    name: 'Lead.prospectCompany of many leads is one search by the ids of their companies',
    query: `{ leads(product: PLUS_EMPLOYEE, first: 20) { nodes { companyId industryCode
      industry { label } prospectCompany { sourceId companyName } } } }`,
    expected: (truth) => ({
      leads: {
        nodes: recent(truth, 'employee')
          .slice(0, 20)
          .map((lead) => {
            const company = companyOf(truth, lead.companyId);
            const label = labelOf(truth, 'industries', lead.industryCode);
            return {
              companyId: text(lead.companyId),
              industryCode: text(lead.industryCode),
              industry: text(lead.industryCode) === null ? null : { label },
              prospectCompany: company && { sourceId: String(company.id), companyName: company.companyName },
            };
          }),
      },
    }),
    calls: (truth) => {
      const leads = recent(truth, 'employee').slice(0, 20);
      const companyIds = [...new Set(leads.map(({ companyId }) => Number(companyId)))].sort((a, b) => a - b);
      return {
        cold: [search('employee'), one('reference-lists/industries'), prospects('companies', { companyIds })],
        warm,
      };
    },
    minimum: { cold: 3, warm: 0, why: 'a page of leads, a list of codes, and one search for all companies' },
  },
  {
    name: 'ProspectCompany.contacts of several companies come from one search for all of them',
    query: `{ prospectCompanies(first: 8) { nodes { sourceId contacts(first: 100) { nodes { sourceId } totalCount } } } }`,
    expected: (truth) => ({
      prospectCompanies: {
        nodes: rows(truth, 'companies')
          .slice(0, 8)
          .map(({ id }) => {
            const found = contactsAt(truth, id);
            return {
              sourceId: String(id),
              contacts: { nodes: found.map((row) => ({ sourceId: String(row.id) })), totalCount: found.length },
            };
          }),
      },
    }),
    calls: (truth) => {
      const companyIds = rows(truth, 'companies')
        .slice(0, 8)
        .map(({ id }) => id)
        .sort((a, b) => a - b);
      return { cold: [prospects('companies'), prospects('contacts', { companyIds })], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'a page of companies, and one of the contacts of all of them' },
  },
];

export const contactProspectGoldens: readonly Golden[] = [
  {
    name: 'prospectContacts shows previews, pages on, and names seniority and department',
    query: `{ prospectContacts(first: 1000) { nodes { ${PREVIEW} seniority { label } department { code label } }
      totalCount pageInfo { hasNextPage } } }`,
    expected: (truth) => {
      const all = rows(truth, 'contacts');
      const nodes = all.map((row) => ({
        ...previewRow(row),
        seniority:
          text(row.seniorityCode) === null ? null : { label: labelOf(truth, 'seniorities', row.seniorityCode) },
        department: named(row.departmentCode, labelOf(truth, 'departments', row.departmentCode)),
      }));
      return { prospectContacts: { nodes, totalCount: all.length, pageInfo: { hasNextPage: false } } };
    },
    calls: () => ({
      cold: [
        prospects('contacts'),
        prospects('contacts', {}, 2),
        one('reference-lists/seniorities'),
        one('reference-lists/departments'),
      ],
      warm,
    }),
    minimum: { cold: 4, warm: 0, why: '360 contacts in pages of 200, and two lists of codes' },
  },
  {
    name: 'prospectContacts read the details of unlocked contacts only, one call for each',
    query: `{ prospectContacts(first: 30) { nodes { sourceId unlocked ${DETAILS} } } }`,
    expected: (truth) => ({
      prospectContacts: {
        nodes: rows(truth, 'contacts')
          .slice(0, 30)
          .map((row) => ({ sourceId: String(row.id), unlocked: row.unlocked, ...detailsRow(row) })),
      },
    }),
    calls: (truth) => {
      const open = rows(truth, 'contacts')
        .slice(0, 30)
        .filter((row) => row.unlocked === true);
      return { cold: [prospects('contacts'), ...open.map(({ id }) => one(`${path}/contacts/${id}`))], warm };
    },
    minimum: { cold: 5, warm: 0, why: 'a page, and the unlocked contacts on it, as rows carry no details' },
  },
  {
    name: 'prospectContacts by every filter are searched by the upstream',
    query: `query ($filter: ProspectContactFilter!) { prospectContacts(filter: $filter, first: 200) {
      nodes { sourceId } totalCount } }`,
    variables: () => ({
      filter: { titles: ['buyer', 'CTO'], seniorities: ['DIR', 'VP'], hasEmail: true, hasPhone: true, states: [] },
    }),
    expected: (truth) => {
      const found = rows(truth, 'contacts').filter(
        (row) =>
          /buyer|cto/i.test(String(row.title)) &&
          ['DIR', 'VP'].includes(String(row.seniorityCode)) &&
          row.hasEmail === true &&
          row.hasPhone === 1,
      );
      return {
        prospectContacts: { nodes: found.map(({ id }) => ({ sourceId: String(id) })), totalCount: found.length },
      };
    },
    calls: () => ({
      cold: [
        prospects('contacts', {
          titles: ['CTO', 'buyer'],
          seniorities: ['DIR', 'VP'],
          hasEmail: true,
          hasPhone: true,
        }),
      ],
      warm,
    }),
    minimum: { ...FULL, why: 'the upstream filters' },
  },
  {
    name: 'prospectContact reads an unlocked contact with the company and the person, and a locked one without',
    query: `query ($open: ID!, $locked: ID!) {
      open: prospectContact(id: $open) { ${PREVIEW} ${DETAILS} company { companyName } }
      locked: prospectContact(id: $locked) { ${PREVIEW} ${DETAILS} }
      none: prospectContact(id: "1") { sourceId } }`,
    variables: (truth) => ({
      open: unlocked(truth)[2]?.id,
      locked: rows(truth, 'contacts').find((row) => row.unlocked === false)?.id,
    }),
    expected: (truth) => {
      const open = unlocked(truth)[2];
      const locked = rows(truth, 'contacts').find((row) => row.unlocked === false);
      const whole1 = (row: typeof open) => row && { ...previewRow(row), ...detailsRow(row) };
      return {
        open: { ...whole1(open), company: { companyName: companyOf(truth, open?.companyId)?.companyName } },
        locked: whole1(locked),
        none: null,
      };
    },
    calls: (truth) => {
      const open = unlocked(truth)[2];
      const locked = rows(truth, 'contacts').find((row) => row.unlocked === false);
      return {
        cold: [
          one(`${path}/contacts/${open?.id}`),
          one(`${path}/contacts/${locked?.id}`),
          one(`${path}/contacts/1`),
          one(`${path}/companies/${open?.companyId}`),
        ],
        warm,
      };
    },
    minimum: { cold: 4, warm: 0, why: 'three contacts and one company' },
  },
  {
    name: 'contactCredits tells the pool of the month, of the account and of a customer',
    query: `query ($customer: ID!) {
      own: contactCredits { monthlyAllotment used reserved remaining resetsAt }
      theirs: contactCredits(customerId: $customer) { used } }`,
    variables: (truth) => ({ customer: customerId(truth) }),
    expected: (truth) => {
      const { used, resetsAt, ...others } = truth.visualVisitor.truth.credits();
      return {
        own: { ...others, used: whole(used), resetsAt: time(resetsAt) },
        theirs: { used: whole(truth.visualVisitor.truth.credits(customerId(truth)).used) },
      };
    },
    calls: (truth) => ({
      cold: [one(`${path}/credits`), one(`${path}/credits`, { customerId: customerId(truth) })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one record of each account' },
  },
];
