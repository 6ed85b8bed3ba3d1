import {
  campaignIds,
  daily,
  days,
  LAST_30,
  METRICS,
  metricsRow,
  type Range,
  REPORT,
  report,
  reportRow,
  reports,
  summedRow,
} from './campaign-rows.ts';
import type { Golden, Truth } from './golden.ts';
import { PROFILE, profileCall, profileRow } from './profile-rows.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const list = `nodes { ${REPORT} metrics ${METRICS} } totalCount pageInfo { hasNextPage }`;
const LISTED = `query ($filter: CampaignReportFilter) { campaignReports(filter: $filter, first: 100) { ${list} } }`;
const page = (nodes: readonly unknown[], totalCount: number | null = nodes.length) => ({
  campaignReports: { nodes, totalCount, pageInfo: { hasNextPage: false } },
});

/** 75 days, the newest 30 first. */
const LONG: Range = { from: '2025-11-02', to: '2026-01-15' };
const PARTS: readonly Range[] = [
  LAST_30,
  { from: '2025-11-17', to: '2025-12-16' },
  { from: '2025-11-02', to: '2025-11-16' },
];
const inParts = (truth: Truth): readonly string[] => [...new Set(PARTS.flatMap((part) => campaignIds(truth, part)))];
/** People of whom the account keeps a number of its own, and an address with capitals, as user ids. */
const oddUserIds = ({ notifyVisitors, world }: Truth): readonly string[] => {
  const ids = Array.from(
    { length: world.people.count },
    (_, index) => notifyVisitors.truth.userIdOfPerson(index) ?? '',
  );
  const first = (is: (id: string) => boolean): string => ids.find(is) ?? '';
  return [first((id) => id.startsWith('CUST-')), first((id) => id.includes('@') && id === id.toUpperCase())];
};
const NOVEMBER: Range = { from: '2025-11-05', to: '2025-11-30' };

export const campaignGoldens: readonly Golden[] = [
  {
    name: 'campaignReports lists the last 30 days in the order of the upstream',
    query: LISTED,
    expected: (truth) =>
      page(
        campaignIds(truth, LAST_30).map((id) => ({ ...reportRow(truth, id), metrics: metricsRow(truth, id, LAST_30) })),
      ),
    calls: () => ({ cold: [reports(LAST_30)], warm }),
    minimum: { ...one, why: 'one page' },
  },
  {
    name: 'campaignReports of a channel are filtered by the upstream',
    query: LISTED,
    variables: () => ({ filter: { channel: 'email' } }),
    expected: (truth) =>
      page(
        campaignIds(truth, LAST_30, 'email').map((id) => ({
          ...reportRow(truth, id),
          metrics: metricsRow(truth, id, LAST_30),
        })),
      ),
    calls: () => ({ cold: [reports(LAST_30, 'email')], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  {
    name: 'campaignReports in a range includes both days',
    query: LISTED,
    variables: () => ({ filter: NOVEMBER }),
    expected: (truth) =>
      page(
        campaignIds(truth, NOVEMBER).map((id) => ({
          ...reportRow(truth, id),
          metrics: metricsRow(truth, id, NOVEMBER),
        })),
      ),
    calls: () => ({ cold: [reports(NOVEMBER)], warm }),
    minimum: { ...one, why: 'one part, one page' },
  },
  {
    name: 'campaignReports of a long range lists each campaign once, the newest part first, with sums',
    query: LISTED,
    variables: () => ({ filter: LONG }),
    expected: (truth) =>
      page(inParts(truth).map((id) => ({ ...reportRow(truth, id), metrics: summedRow(truth, id, PARTS) }))),
    calls: () => ({ cold: PARTS.map((part) => reports(part)), warm }),
    minimum: { cold: 3, warm: 0, why: '75 days in parts of at most 30, one page each' },
  },
  {
    name: 'campaignReports of a long range reads only as many parts as the page takes',
    query: `query ($filter: CampaignReportFilter) { campaignReports(filter: $filter, first: 5) { nodes { sourceId } } }`,
    variables: () => ({ filter: LONG }),
    expected: (truth) => ({
      campaignReports: {
        nodes: inParts(truth)
          .slice(0, 5)
          .map((sourceId) => ({ sourceId })),
      },
    }),
    calls: () => ({ cold: [reports(LAST_30)], warm }),
    minimum: { ...one, why: 'five of the newest part' },
  },
  {
    name: 'campaignReport reads the lifetime of a campaign',
    query: `{ campaignReport(campaignId: "41003") { ${REPORT} metrics ${METRICS} } }`,
    expected: (truth) => ({
      campaignReport: { ...reportRow(truth, '41003'), metrics: metricsRow(truth, '41003') },
    }),
    calls: () => ({ cold: [report('41003')], warm }),
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'campaignReport of an id with other characters, of a draft and of an unknown campaign',
    query: `{ odd: campaignReport(campaignId: "next/A+B 1") { ${REPORT} metrics { sent opened revenue } }
      draft: campaignReport(campaignId: "41007") { ${REPORT} }
      none: campaignReport(campaignId: "nobody") { name } }`,
    expected: (truth) => ({
      odd: { ...reportRow(truth, 'next/A+B 1'), metrics: { sent: 0, opened: 0, revenue: 0 } },
      draft: reportRow(truth, '41007'),
      none: null,
    }),
    calls: () => ({ cold: ['next/A+B 1', '41007', 'nobody'].map((id) => report(id)), warm }),
    minimum: { cold: 3, warm: 0, why: 'no list of lifetimes: one read each' },
  },
  {
    name: 'campaignReport over a range reads one part',
    query: `{ campaignReport(campaignId: "41003", from: "${NOVEMBER.from}", to: "${NOVEMBER.to}") {
      ${REPORT} metrics ${METRICS} } }`,
    expected: (truth) => ({
      campaignReport: { ...reportRow(truth, '41003'), metrics: metricsRow(truth, '41003', NOVEMBER) },
    }),
    calls: () => ({ cold: [report('41003', NOVEMBER)], warm }),
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'campaignReport over a long range sums its parts',
    query: `{ campaignReport(campaignId: "41009", from: "${LONG.from}", to: "${LONG.to}") {
      ${REPORT} metrics ${METRICS} } }`,
    expected: (truth) => ({
      campaignReport: { ...reportRow(truth, '41009'), metrics: summedRow(truth, '41009', PARTS) },
    }),
    calls: () => ({ cold: PARTS.map((part) => report('41009', part)), warm }),
    minimum: { cold: 3, warm: 0, why: '75 days in parts of at most 30' },
  },
  {
    name: 'CampaignReport.days reads each campaign by parts of 30 days, oldest day first',
    query: `{ campaignReports(first: 3) { nodes { days(from: "${LONG.from}", to: "${LONG.to}") { date metrics ${METRICS} } } } }`,
    expected: (truth) => ({
      campaignReports: {
        nodes: campaignIds(truth, LAST_30)
          .slice(0, 3)
          .map((id) => ({
            days: days(LONG).map((date) => ({ date, metrics: metricsRow(truth, id, { from: date, to: date }) })),
          })),
      },
    }),
    calls: (truth) => ({
      cold: [
        reports(LAST_30),
        ...campaignIds(truth, LAST_30)
          .slice(0, 3)
          .flatMap((id) => PARTS.map((part) => daily(id, part))),
      ],
      warm,
    }),
    minimum: { cold: 10, warm: 0, why: 'the list, and 3 campaigns by 3 parts' },
  },
  {
    name: 'CampaignReport.metrics of one report of a long list reads its other parts',
    query: `query ($filter: CampaignReportFilter) { campaignReports(filter: $filter, first: 1) {
      nodes { sourceId metrics ${METRICS} } } }`,
    variables: () => ({ filter: LONG }),
    expected: (truth) => {
      const [id = ''] = inParts(truth);
      return { campaignReports: { nodes: [{ sourceId: id, metrics: summedRow(truth, id, PARTS) }] } };
    },
    calls: (truth) => {
      const [id = ''] = inParts(truth);
      return { cold: [reports(LAST_30), ...PARTS.slice(1).map((part) => report(id, part))], warm };
    },
    minimum: { cold: 3, warm: 0, why: 'one missing in each of two parts, read singly' },
  },
  {
    name: 'customerProfile reads a profile by its user id as it is, an address or not',
    query: `query ($number: String!, $capitals: String!) { number: customerProfile(userId: $number) { ${PROFILE} }
      capitals: customerProfile(userId: $capitals) { ${PROFILE} } none: customerProfile(userId: "nobody") { userId } }`,
    variables: (truth) => {
      const [number = '', capitals = ''] = oddUserIds(truth);
      return { number, capitals };
    },
    expected: (truth) => {
      const [number = '', capitals = ''] = oddUserIds(truth);
      return { number: profileRow(truth, number), capitals: profileRow(truth, capitals), none: null };
    },
    calls: (truth) => ({ cold: [...oddUserIds(truth), 'nobody'].map(profileCall), warm }),
    minimum: { cold: 3, warm: 0, why: 'no list of profiles: one read each' },
  },
];
