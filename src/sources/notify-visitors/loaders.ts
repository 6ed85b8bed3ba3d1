import { InputError } from '../../base/errors.ts';
import { lastRead } from '../../base/not-read.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type {
  CampaignDay,
  CampaignMetrics,
  CampaignRange,
  CampaignReport,
  CampaignReportFilter,
  CustomerProfile,
} from '../../model/campaigns.ts';
import type { List } from '../../model/list.ts';
import { campaignList } from './campaign-list.ts';
import { CHANNELS, LONGEST_CAMPAIGN_ID, LONGEST_USER_ID, NOTIFY_VISITORS } from './endpoints.ts';
import { addDays, checkRange, fillRange, partCount, partsOf, utcDay } from './ranges.ts';
import { agesOfRange, createReportPages, type ReportPages, type ReportParts } from './report-pages.ts';
import { createReportRows, type Found, UNLISTED, type Wanted } from './report-rows.ts';
import { addMetrics } from './sums.ts';

/** NotifyVisitors, as one operation reads it. What does not exist is null. Days are the account's; "today" is the UTC day. */
export type NotifyVisitorsReads = {
  profile(reader: Reader, userId: string): Promise<CustomerProfile | null>;
  /** Without metrics where the range took several reads: `metrics` reads the rest of it. */
  campaignReports(reader: Reader, filter: CampaignReportFilter): List<CampaignReport>;
  /** Null range: lifetime. `from` alone: until today; `to` alone: the 30 days that end with it. */
  campaignReport(
    reader: Reader,
    campaignId: string,
    range: { readonly from?: string; readonly to?: string } | null,
  ): Promise<CampaignReport | null>;
  /** The report's own if it has them, else they are read. */
  metrics(reader: Reader, report: CampaignReport): Promise<CampaignMetrics | null>;
  /** The lifetime report, without metrics, of the campaign of that name in the last 90 days that was sent last. */
  campaignNamed(reader: Reader, name: string): Promise<CampaignReport | null>;
  /** Oldest first. */
  days(reader: Reader, campaignId: string, range: CampaignRange): Promise<readonly CampaignDay[] | null>;
};

type Ops = {
  readonly parts: ReportParts;
  readonly pages: ReportPages;
  readonly row: (wanted: Wanted) => Promise<Found>;
  /** The UTC day on which the operation began. */
  readonly today: string;
};

/** From 90 days before today to today, both included. */
const NAMED_DAYS_BACK = 90;

async function readProfile({ parts }: Ops, reader: Reader, userId: string): Promise<CustomerProfile | null> {
  // Nobody can have such an id, so there is nothing to ask.
  if (userId === '' || userId.length > LONGEST_USER_ID) return null;
  const question = { row: NOTIFY_VISITORS.user, visibility: parts.visibility, args: { userId } };
  return lastRead(parts.answers.read(reader, question, (scope) => parts.client.profile(scope, userId)));
}

function checkedId(campaignId: string): string {
  if (campaignId === '' || campaignId.length > LONGEST_CAMPAIGN_ID)
    throw new InputError(`campaignId: 1 to ${LONGEST_CAMPAIGN_ID} characters`);
  return campaignId;
}

function listReports({ pages, today }: Ops, reader: Reader, filter: CampaignReportFilter): List<CampaignReport> {
  const { channel } = filter;
  const known: readonly string[] = CHANNELS;
  if (channel !== undefined && !known.includes(channel)) throw new InputError(`channel: one of ${CHANNELS.join(', ')}`);
  return campaignList({ pages, reader, channel, range: fillRange(filter, today), open: filter.to === undefined });
}

/** A report of several reads is known by its newest one; its figures are read when somebody asks. */
async function readReport(
  { pages, row }: Ops,
  reader: Reader,
  campaignId: string,
  range: CampaignRange | null,
): Promise<CampaignReport | null> {
  if (range === null) return lastRead(pages.one(reader, campaignId, null));
  const [newest = range] = partsOf(range);
  const found = await row({ campaignId, query: { range: newest, channel: undefined }, reader });
  // A list shows only campaigns that did something: a single read tells whether there is such a campaign.
  const report = found === UNLISTED ? await lastRead(pages.one(reader, campaignId, newest)) : found;
  if (report === null || partCount(range) === 1) return report;
  const { metrics: _newest, ...rest } = report;
  return { ...rest, range };
}

/** The channel of the list that a report came from, as far as held pages show it: its other parts are looked up in the same list. */
async function listedUnder({ pages }: Ops, { scope }: Reader, { channel }: CampaignReport, newest: CampaignRange) {
  if (channel === null || (await pages.isFresh(scope, { range: newest, channel: undefined }, 1))) return undefined;
  return (await pages.isFresh(scope, { range: newest, channel }, 1)) ? channel : undefined;
}

async function readMetrics(ops: Ops, reader: Reader, report: CampaignReport): Promise<CampaignMetrics | null> {
  const { campaignId, range, metrics } = report;
  if (metrics !== undefined) return metrics;
  if (range === null) return (await ops.pages.one(reader, campaignId, null))?.metrics ?? null;
  const parts = partsOf(range);
  const channel = await listedUnder(ops, reader, report, parts[0] ?? range);
  const rows = await Promise.all(parts.map((part) => ops.row({ campaignId, query: { range: part, channel }, reader })));
  const read = rows.flatMap((row) => (row === null || row === UNLISTED ? [] : (row.metrics ?? [])));
  return parts.length === 1 ? (read[0] ?? null) : addMetrics(read);
}

async function readDays({ parts }: Ops, reader: Reader, campaignId: string, range: CampaignRange) {
  const read = (part: CampaignRange): Promise<readonly CampaignDay[] | null> =>
    parts.answers.read(
      reader,
      {
        row: NOTIFY_VISITORS.days,
        visibility: parts.visibility,
        args: { campaignId, ...part },
        ...agesOfRange(parts, part),
      },
      (scope) => parts.client.days(scope, campaignId, part),
    );
  const days = new Map<string, CampaignDay>();
  for (const part of await Promise.all(partsOf(range).map(read))) {
    if (part === null) return null;
    for (const day of part) if (day.date >= range.from && day.date <= range.to) days.set(day.date, day);
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

type Named = ReadonlyMap<string, CampaignReport>;

async function indexNames({ pages, today }: Ops, reader: Reader): Promise<Named> {
  const range = { from: addDays(today, -NAMED_DAYS_BACK), to: today };
  const lists = await Promise.all(partsOf(range).map((part) => pages.all(reader, { range: part, channel: undefined })));
  const named = new Map<string, CampaignReport>();
  for (const { metrics: _ofPart, ...report } of lists.flat()) {
    const name = report.name?.trim() ?? '';
    const known = named.get(name);
    if (known === undefined || (report.sentAt ?? Number.NEGATIVE_INFINITY) > (known.sentAt ?? Number.NEGATIVE_INFINITY))
      named.set(name, { ...report, range: null });
  }
  return named;
}

/** One index for each field of the operation, however many names are looked up in it. */
function namesByField(ops: Ops): (reader: Reader) => Promise<Named> {
  const indexes = new Map<string, Promise<Named>>();
  return (reader) => {
    const field = reader.path().join('.');
    const index = indexes.get(field) ?? indexNames(ops, reader);
    indexes.set(field, index);
    return index;
  };
}

/** The reads of one operation. */
export function beginNotifyVisitorsReads(parts: ReportParts, scope: ReadScope): NotifyVisitorsReads {
  const pages = createReportPages(parts);
  const ops: Ops = { parts, pages, row: createReportRows(pages), today: utcDay(scope.startedAt) };
  const names = namesByField(ops);
  return {
    profile: (reader, userId) => readProfile(ops, reader, userId),
    campaignReports: (reader, filter) => listReports(ops, reader, filter),
    campaignReport: async (reader, campaignId, range) => {
      const { from, to } = range ?? {};
      const lifetime = from === undefined && to === undefined;
      return readReport(ops, reader, checkedId(campaignId), lifetime ? null : fillRange(range ?? {}, ops.today));
    },
    metrics: (reader, report) => readMetrics(ops, reader, report),
    campaignNamed: async (reader, name) => {
      const wanted = name.trim();
      return wanted === '' ? null : ((await names(reader)).get(wanted) ?? null);
    },
    days: async (reader, campaignId, range) => readDays(ops, reader, checkedId(campaignId), checkRange(range)),
  };
}
