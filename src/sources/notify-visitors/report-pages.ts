import type { Clock } from '../../base/clock.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type { CampaignRange, CampaignReport } from '../../model/campaigns.ts';
import type { AccountTime } from './account-time.ts';
import type { NotifyVisitorsClient, ReportPage, ReportQuery } from './client.ts';
import { CLOSED_REPORTS, NOTIFY_VISITORS } from './endpoints.ts';

const WEEK_MS = 7 * 86_400_000;
/** How often a list whose count changes between its pages is put right before it is taken as it is. */
export const MOST_REPAIRS = 3;

export type ReportParts = {
  readonly client: NotifyVisitorsClient;
  readonly answers: Answers;
  /** Under which the account's answers are held. */
  readonly visibility: string;
  readonly time: AccountTime;
  readonly clock: Clock;
};

/** Reports as held answers: single ones, and the lists of them page by page. */
export type ReportPages = {
  /** With `count`: the page as it is since the list has had that many rows, which a page read later told. */
  read(reader: Reader, query: ReportQuery, page: number, count?: number | null): Promise<ReportPage>;
  /** Whether the page costs no call. */
  isFresh(scope: ReadScope, query: ReportQuery, page: number): Promise<boolean>;
  /** The pages from the first on that cost no call, and whether they are the whole list. */
  held(reader: Reader, query: ReportQuery): Promise<{ readonly pages: readonly ReportPage[]; readonly whole: boolean }>;
  /** Every row, each campaign once. */
  all(reader: Reader, query: ReportQuery): Promise<readonly CampaignReport[]>;
  one(reader: Reader, campaignId: string, range: CampaignRange | null): Promise<CampaignReport | null>;
};

/** Which ages hold for reports over these days now. */
export function agesOfRange({ time, clock }: Pick<ReportParts, 'time' | 'clock'>, range: CampaignRange | null) {
  return range !== null && clock.now() - time.endOf(range.to) > WEEK_MS ? { ages: CLOSED_REPORTS } : {};
}

/** Whether pages were all read from the same list: a row that moves from one page to another between two readings is missed. */
function sameCount(pages: readonly ReportPage[]): boolean {
  return pages.every(({ total }) => total === pages[0]?.total);
}

export function createReportPages(parts: ReportParts): ReportPages {
  const { client, answers, visibility } = parts;
  const question = ({ range, channel }: ReportQuery, page: number, count: number | null): Question => ({
    row: NOTIFY_VISITORS.campaigns,
    visibility,
    args: { ...range, channel, page, ...(count !== null && { again: count }) },
    ...agesOfRange(parts, range),
  });
  const read: ReportPages['read'] = (reader, query, page, count = null) =>
    answers.read(reader, question(query, page, count), (scope) => client.reports(scope, query, page));
  const isFresh: ReportPages['isFresh'] = (scope, query, page) => answers.isFresh(scope, question(query, page, null));

  const wholeList = async (reader: Reader, query: ReportQuery): Promise<readonly ReportPage[]> => {
    const first: ReportPage[] = [await read(reader, query, 1)];
    while (first.at(-1)?.more === true) first.push(await read(reader, query, first.length + 1));
    let pages: readonly ReportPage[] = first;
    for (let repairs = 0; repairs < MOST_REPAIRS && !sameCount(pages); repairs += 1) {
      const count = pages.at(-1)?.total ?? null;
      pages = await Promise.all(
        pages.map((page, index) => (page.total === count ? page : read(reader, query, index + 1, count))),
      );
    }
    return pages;
  };
  return {
    read,
    isFresh,
    held: async (reader, query) => {
      const pages: ReportPage[] = [];
      while (pages.at(-1)?.more !== false && (await isFresh(reader.scope, query, pages.length + 1)))
        pages.push(await read(reader, query, pages.length + 1));
      return { pages, whole: pages.at(-1)?.more === false && sameCount(pages) };
    },
    all: async (reader, query) => {
      const rows = new Map<string, CampaignReport>();
      for (const row of (await wholeList(reader, query)).flatMap(({ items }) => items))
        if (!rows.has(row.campaignId)) rows.set(row.campaignId, row);
      return [...rows.values()];
    },
    one: (reader, campaignId, range) =>
      answers.read(
        reader,
        { row: NOTIFY_VISITORS.campaign, visibility, args: { campaignId, ...range }, ...agesOfRange(parts, range) },
        (scope) => client.report(scope, campaignId, range),
      ),
  };
}
