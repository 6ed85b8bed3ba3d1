import { domain, email, filled, personOf } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { LEAD, leadItem, leadRow, ofCampaign, recent, search, VISITS, visitsOf } from './lead-rows.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const rows = (query: string): string => `query ($filter: LeadFilter, $product: LeadProduct = PLUS_PERSON) {
  leads(product: $product, filter: $filter, first: 200) { ${query} } }`;
const list = `nodes { ${LEAD} } totalCount pageInfo { hasNextPage }`;
const page = (nodes: readonly unknown[]) => ({
  leads: { nodes, totalCount: nodes.length, pageInfo: { hasNextPage: false } },
});
const everything = (product: 'person' | 'employee') => (truth: Truth) =>
  page(recent(truth, product).map(leadRow(product)));

/** A person of the world with two leads of different ages, and a company with several. */
const address = ({ world }: Truth): string => world.people.at(0).email;
const site = ({ world }: Truth): string => world.companies.at(1).domain;
/** The campaign that brought most leads. */
export function campaignName(truth: Truth): string {
  const names = [...recent(truth, 'person'), ...recent(truth, 'employee')].map((lead) => filled(lead.utmCampaign));
  const counts = Map.groupBy(
    names.filter((name) => name !== null && !name.startsWith('brand')),
    (name) => name,
  );
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

export const leadRoots: readonly Golden[] = [
  {
    name: 'leads of +Person lists the last 90 days, latest visit first',
    query: rows(list),
    expected: everything('person'),
    calls: () => ({ cold: [search('person')], warm }),
    minimum: { ...one, why: 'one page of 200' },
  },
  {
    name: 'leads of +Employee lists the last 90 days, latest visit first',
    query: rows(list),
    variables: () => ({ product: 'PLUS_EMPLOYEE' }),
    expected: everything('employee'),
    calls: () => ({ cold: [search('employee')], warm }),
    minimum: { ...one, why: 'one page of 200' },
  },
  {
    name: 'leads in a range includes its start and excludes its end',
    query: rows(list),
    variables: (truth) => {
      const [newest, , , , older] = recent(truth, 'person');
      return { filter: { from: older?.lastVisitAt, to: newest?.lastVisitAt } };
    },
    expected: (truth) => {
      const all = recent(truth, 'person');
      const inside = all.filter(
        ({ lastVisitAt }) => lastVisitAt >= String(all[4]?.lastVisitAt) && lastVisitAt < String(all[0]?.lastVisitAt),
      );
      return page(inside.map(leadRow('person')));
    },
    calls: (truth) => {
      const [newest, , , , older] = recent(truth, 'person');
      return { cold: [search('person', { dateFrom: older?.lastVisitAt, dateTo: newest?.lastVisitAt })], warm };
    },
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'leads of more than 200 rows reads two pages',
    query: `{ leads(product: PLUS_PERSON, filter: { from: "2025-01-01T00:00:00Z" }, first: 1000) { ${list} } }`,
    expected: ({ visualVisitor }) => page(visualVisitor.truth.leads('person').map(leadRow('person'))),
    calls: () => ({
      cold: [1, 2].map((number) => search('person', { dateFrom: '2025-01-01T00:00:00Z', page: number })),
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: '220 rows in pages of 200' },
  },
  {
    name: 'leads by address compares trimmed and lower-cased',
    query: rows(list),
    variables: (truth) => ({ filter: { email: ` ${address(truth).toUpperCase()}` } }),
    expected: (truth) =>
      page(
        recent(truth, 'person')
          .filter((lead) => email(lead.email) === address(truth))
          .map(leadRow('person')),
      ),
    calls: (truth) => ({ cold: [search('person', { email: address(truth) })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'leads by domain compares without scheme, www, port, path and case',
    query: rows(list),
    variables: (truth) => ({
      product: 'PLUS_EMPLOYEE',
      filter: { domain: `HTTPS://www.${site(truth).toUpperCase()}:8080/x` },
    }),
    expected: (truth) =>
      page(
        recent(truth, 'employee')
          .filter((lead) => domain(lead.domain) === site(truth))
          .map(leadRow('employee')),
      ),
    calls: (truth) => ({ cold: [search('employee', { domain: site(truth) })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'leads by address of +Employee and by domain of +Person are empty and cost nothing',
    query: `query ($email: EmailAddress, $domain: String) {
      a: leads(product: PLUS_EMPLOYEE, filter: { email: $email }) { nodes { sourceId } totalCount }
      b: leads(product: PLUS_PERSON, filter: { domain: $domain }) { nodes { sourceId } totalCount } }`,
    variables: (truth) => ({ email: address(truth), domain: site(truth) }),
    expected: () => ({ a: { nodes: [], totalCount: 0 }, b: { nodes: [], totalCount: 0 } }),
    calls: () => ({ cold: [], warm }),
    minimum: { cold: 0, warm: 0, why: 'a product has no such member' },
  },
  {
    name: 'leads by company name finds a part of it',
    query: rows(list),
    variables: () => ({ filter: { companyName: 'RIVER' } }),
    expected: (truth) => {
      const found = recent(truth, 'person').filter(({ companyName }) => /river/i.test(String(companyName)));
      return page(found.map(leadRow('person')));
    },
    calls: () => ({ cold: [search('person', { companyName: 'RIVER' })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'leads with many page views are filtered by the upstream',
    query: rows(list),
    variables: () => ({ filter: { minPageViews: 15 } }),
    expected: (truth) =>
      page(
        recent(truth, 'person')
          .filter(({ pageViews }) => Number(pageViews) >= 15)
          .map(leadRow('person')),
      ),
    calls: () => ({ cold: [search('person', { minPageViews: 15 })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'leads by campaign answers from the copy of the last 90 days',
    query: rows(`nodes { ${LEAD} }`),
    variables: (truth) => ({ filter: { utmCampaign: campaignName(truth) } }),
    expected: (truth) => {
      const found = recent(truth, 'person').filter((lead) => filled(lead.utmCampaign) === campaignName(truth));
      return { leads: { nodes: found.map(leadRow('person')) } };
    },
    calls: () => ({ cold: [search('person')], warm }),
    minimum: { ...one, why: 'no search by campaign: all of one page' },
  },
  {
    name: 'lead reads one of each product, and null for an unknown id',
    query: `query ($person: ID!, $company: ID!) {
      a: lead(product: PLUS_PERSON, id: $person) { ${LEAD} ${VISITS} }
      b: lead(product: PLUS_EMPLOYEE, id: $company) { ${LEAD} ${VISITS} }
      none: lead(product: PLUS_PERSON, id: "1") { sourceId } }`,
    variables: (truth) => ({ person: recent(truth, 'person')[3]?.id, company: recent(truth, 'employee')[3]?.id }),
    expected: (truth) => {
      const [a, b] = (['person', 'employee'] as const).map((product) => {
        const lead = recent(truth, product)[3];
        return lead && { ...leadRow(product)(lead), visits: visitsOf(truth, product, lead.id) };
      });
      return { a, b, none: null };
    },
    calls: (truth) => ({
      cold: [
        leadItem('person', recent(truth, 'person')[3]?.id ?? 0),
        leadItem('employee', recent(truth, 'employee')[3]?.id ?? 0),
        leadItem('person', 1),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'single reads alone tell visits, and that one does not exist' },
  },
];

const PARENTS = 20;
const parents = (fields: string, product = 'PLUS_PERSON'): string =>
  `{ leads(product: ${product}, first: ${PARENTS}) { nodes { ${fields} } } }`;
const first = (truth: Truth, product: 'person' | 'employee') => recent(truth, product).slice(0, PARENTS);

/** Of several campaigns of one name in the last 90 days, the one sent last. */
function reportOf({ notifyVisitors }: Truth, utmCampaign: unknown) {
  const name = filled(utmCampaign);
  const ids = (from: string, to: string) => notifyVisitors.truth.campaignIds({ from, to });
  const listed = new Set(ids('2025-10-17', '2026-01-15'));
  return notifyVisitors.truth
    .campaigns()
    .filter((campaign) => listed.has(campaign.campaignId) && campaign.name.trim() === name)
    .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))[0];
}
const LISTS = [
  ['2025-12-17', '2026-01-15'],
  ['2025-11-17', '2025-12-16'],
  ['2025-10-18', '2025-11-16'],
  ['2025-10-17', '2025-10-17'],
].map(([from, to]) => `NOTIFY_VISITORS GET /api/v1/report/campaigns from=${from}&to=${to}&page=1&limit=100`);

export const leadFields: readonly Golden[] = [
  {
    name: 'Lead.person is there for +Person only and costs nothing',
    query: `{ a: leads(product: PLUS_PERSON, first: ${PARENTS}) { nodes { person { email } company { domain } } }
      b: leads(product: PLUS_EMPLOYEE, first: ${PARENTS}) { nodes { person { email } company { domain } } } }`,
    expected: (truth) => ({
      a: { nodes: first(truth, 'person').map((lead) => ({ person: personOf(lead.email), company: null })) },
      b: {
        nodes: first(truth, 'employee').map((lead) => {
          const own = domain(lead.domain);
          return { person: null, company: own === null ? null : { domain: own } };
        }),
      },
    }),
    calls: () => ({ cold: [search('person'), search('employee')], warm }),
    minimum: { cold: 2, warm: 0, why: 'two pages of parents' },
  },
  {
    name: 'Lead.visits costs one read for each lead',
    query: parents(VISITS),
    expected: (truth) => ({
      leads: { nodes: first(truth, 'person').map(({ id }) => ({ visits: visitsOf(truth, 'person', id) })) },
    }),
    calls: (truth) => ({
      cold: [search('person'), ...first(truth, 'person').map(({ id }) => leadItem('person', id))],
      warm,
    }),
    minimum: { cold: 21, warm: 0, why: 'rows of a search carry no visits' },
  },
  {
    name: 'Lead.campaignReport lists the reports of 90 days once for all leads',
    query: parents('campaignReport { sourceId name channel }'),
    expected: (truth) => ({
      leads: {
        nodes: first(truth, 'person').map(({ utmCampaign }) => {
          const report = reportOf(truth, utmCampaign);
          return {
            campaignReport:
              report === undefined ? null : { sourceId: report.campaignId, name: report.name, channel: report.channel },
          };
        }),
      },
    }),
    calls: () => ({ cold: [search('person'), ...LISTS], warm }),
    minimum: { cold: 5, warm: 0, why: '91 days in lists of at most 30 days' },
  },
  {
    name: 'Lead.campaignReport with figures reads each campaign of its lifetime once',
    query: parents('campaignReport { metrics { delivered revenue } }'),
    expected: (truth) => ({
      leads: {
        nodes: first(truth, 'person').map(({ utmCampaign }) => {
          const report = reportOf(truth, utmCampaign);
          if (report === undefined) return { campaignReport: null };
          const { delivered, revenue } = truth.notifyVisitors.truth.metrics(report.campaignId);
          return { campaignReport: { metrics: { delivered, revenue } } };
        }),
      },
    }),
    calls: (truth) => {
      const ids = first(truth, 'person').flatMap(({ utmCampaign }) => reportOf(truth, utmCampaign)?.campaignId ?? []);
      const lifetimes = [...new Set(ids)].map((id) => `NOTIFY_VISITORS GET /api/v1/report/campaign campaign_id=${id}`);
      return { cold: [search('person'), ...LISTS, ...lifetimes], warm };
    },
    minimum: { cold: 15, warm: 0, why: 'lists of 91 days, and the lifetime of each of 10 campaigns' },
  },
  {
    name: 'CampaignReport.leads reads the leads of both products once for all campaigns',
    query: `{ campaignReports { nodes { name leads(first: 100) { nodes { sourceId product } totalCount } } } }`,
    expected: (truth) => {
      const { campaignIds, campaign } = truth.notifyVisitors.truth;
      const nodes = campaignIds({ from: '2025-12-17', to: '2026-01-15' }).map((id) => {
        const name = campaign(id)?.name ?? '';
        const found = ofCampaign(truth, name.trim()).map(({ product, lead }) => ({
          sourceId: String(lead.id),
          product: `PLUS_${product.toUpperCase()}`,
        }));
        return { name, leads: { nodes: found, totalCount: found.length } };
      });
      return { campaignReports: { nodes } };
    },
    calls: () => ({ cold: [LISTS[0] ?? '', search('person'), search('employee')], warm }),
    minimum: { cold: 3, warm: 0, why: 'no search by campaign: one page of each product' },
  },
];
