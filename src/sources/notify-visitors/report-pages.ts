import type { Clock } from '../../base/clock.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type { CampaignRange, CampaignReport } from '../../model/campaigns.ts';
import type { AccountTime } from './account-time.ts';
import type { NotifyVisitorsClient, ReportPage, ReportQuery } from './client.ts';
import { CLOSED_REPORTS, NOTIFY_VISITORS } from './endpoints.ts';

const WEEK_MS = 7 * 86_400_000;
/** Readings of one list before its pages are taken as they are, although its count goes on changing. */
export const MOST_READINGS = 3;

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
  /** `again` counts repeated readings of a page whose neighbours have changed since. */
  read(reader: Reader, query: ReportQuery, page: number, again?: number): Promise<ReportPage>;
  /** Whether the page costs no call. */
  isFresh(scope: ReadScope, query: ReportQuery, page: number): boolean;
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
export function sameCount(pages: readonly ReportPage[]): boolean {
  return pages.every(({ total }) => total === pages[0]?.total);
}

export function createReportPages(parts: ReportParts): ReportPages {
  const { client, answers, visibility } = parts;
  const question = ({ range, channel }: ReportQuery, page: number, again: number): Question => ({
    row: NOTIFY_VISITORS.campaigns,
    visibility,
    args: { ...range, channel, page, ...(again > 0 && { again }) },
    ...agesOfRange(parts, range),
  });
  const read: ReportPages['read'] = (reader, query, page, again = 0) =>
    answers.read(reader, question(query, page, again), (scope) => client.reports(scope, query, page));
  const isFresh: ReportPages['isFresh'] = (scope, query, page) => answers.isFresh(scope, question(query, page, 0));

  const wholeList = async (reader: Reader, query: ReportQuery, again: number): Promise<readonly ReportPage[]> => {
    const pages = [await read(reader, query, 1, again)];
    while (pages.at(-1)?.more === true) pages.push(await read(reader, query, pages.length + 1, again));
    return pages;
  };
  return {
    read,
    isFresh,
    held: async (reader, query) => {
      const pages: ReportPage[] = [];
      while (pages.at(-1)?.more !== false && isFresh(reader.scope, query, pages.length + 1))
        pages.push(await read(reader, query, pages.length + 1));
      return { pages, whole: pages.at(-1)?.more === false && sameCount(pages) };
    },
    all: async (reader, query) => {
      const rows = new Map<string, CampaignReport>();
      for (let again = 0; again < MOST_READINGS; again += 1) {
        const pages = await wholeList(reader, query, again);
        for (const row of pages.flatMap(({ items }) => items))
          if (again > 0 || !rows.has(row.campaignId)) rows.set(row.campaignId, row);
        if (sameCount(pages)) break;
      }
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
