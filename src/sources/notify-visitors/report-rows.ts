import { createBatches } from '../../base/batches.ts';
import { lastRead } from '../../base/not-read.ts';
import { standInReason } from '../../loading/fallback.ts';
import type { Reader } from '../../loading/reader.ts';
import type { CampaignReport } from '../../model/campaigns.ts';
import type { ReportPage, ReportQuery } from './client.ts';
import { CHANNELS } from './endpoints.ts';
import type { ReportPages } from './report-pages.ts';

/** One campaign's report in a range of at most 30 days, wanted by one field. `query.channel` is that of the list to look in. */
export type Wanted = { readonly campaignId: string; readonly query: ReportQuery; readonly reader: Reader };

/** The report; `UNLISTED` if the whole list is known and does not hold it; null if there is no such campaign. */
export type Found = CampaignReport | typeof UNLISTED | null;

export const UNLISTED: unique symbol = Symbol('not in the list of its range');

/** A finding with the reads that led to it, so that every field that asked can note their age. */
type Finding = { readonly found: Found; readonly reads: readonly ((reader: Reader) => Promise<unknown>)[] };
type Findings = Map<string, Finding | Error>;
type Search = {
  readonly pages: ReportPages;
  readonly reader: Reader;
  readonly query: ReportQuery;
  readonly ids: ReadonlySet<string>;
  readonly findings: Findings;
};

function missingOf({ ids, findings }: Search): readonly string[] {
  return [...ids].filter((id) => !findings.has(id));
}

function takeFrom({ pages, ids, findings }: Search, query: ReportQuery, content: ReportPage, page: number): void {
  const reads = [(reader: Reader) => pages.read(reader, query, page)];
  for (const item of content.items)
    if (ids.has(item.campaignId) && !findings.has(item.campaignId))
      findings.set(item.campaignId, { found: item, reads });
}

/** Takes what the held pages of a list tell: all of its reports if it is whole. */
async function takeHeld(search: Search, query: ReportQuery): Promise<number> {
  const { pages, whole } = await search.pages.held(search.reader, query);
  for (const [index, content] of pages.entries()) takeFrom(search, query, content, index + 1);
  const reads = pages.map((_page, index) => (reader: Reader) => search.pages.read(reader, query, index + 1));
  if (whole && (query.channel === undefined || query.channel === search.query.channel))
    for (const id of missingOf(search)) search.findings.set(id, { found: UNLISTED, reads });
  return pages.length;
}

/** Reads on in the list while that is not dearer than single reads: by no more pages than reports are still missing. */
async function takePages(search: Search, heldPages: number): Promise<void> {
  const { pages, reader, query } = search;
  const onlyHeld = reader.scope.wish.mode === 'only-held';
  const worthIt = (read: number): boolean => {
    const missing = missingOf(search).length;
    return missing > 1 ? read < missing : onlyHeld && missing === 1;
  };
  for (let read = 0; worthIt(read); read += 1) {
    const page = heldPages + read + 1;
    try {
      const content = await pages.read(reader, query, page);
      takeFrom(search, query, content, page);
      if (content.more) continue;
    } catch (error) {
      if (standInReason(error) === undefined) throw error;
      return;
    }
    await takeHeld(search, query);
    return;
  }
}

async function findAll(pages: ReportPages, wanted: readonly Wanted[]): Promise<Findings> {
  const [first] = wanted;
  const findings: Findings = new Map();
  if (first === undefined) return findings;
  const { reader, query } = first;
  const search: Search = { pages, reader, query, ids: new Set(wanted.map(({ campaignId }) => campaignId)), findings };
  const { range } = query;
  const { ids } = search;
  let heldPages = 0;
  for (const channel of new Set([query.channel, undefined, ...CHANNELS])) {
    const count = missingOf(search).length === 0 ? 0 : await takeHeld(search, { range, channel }).catch(() => 0);
    if (channel === query.channel) heldPages = count;
  }
  await takePages(search, heldPages);
  await Promise.all(
    missingOf(search).map(async (id) => {
      const one = (asking: Reader): Promise<CampaignReport | null> => pages.one(asking, id, range);
      const read = (asking: Reader) => (ids.size === 1 ? lastRead(one(asking)) : one(asking));
      findings.set(
        id,
        await read(reader).then(
          (found) => ({ found, reads: [read] }),
          (error: Error) => error,
        ),
      );
    }),
  );
  return findings;
}

/**
 * Reports by campaign and range, those wanted at once read together: from held pages, then by pages of the list or singly, whichever
 * takes fewer calls.
 */
export function createReportRows(pages: ReportPages): (wanted: Wanted) => Promise<Found> {
  const groupOf = ({ query: { range, channel } }: Wanted): string => `${range.from} ${range.to} ${channel ?? ''}`;
  const loader = createBatches<Wanted, Finding, string>(
    async (wanted) => {
      const groups = [...Map.groupBy(wanted, groupOf)];
      const findings = new Map(
        await Promise.all(
          groups.map(async ([name, group]) => {
            const found = await findAll(pages, group).catch((error: Error) => error);
            return [name, found] as const;
          }),
        ),
      );
      return wanted.map((one) => {
        const group = findings.get(groupOf(one));
        const finding = group instanceof Error ? group : group?.get(one.campaignId);
        return finding ?? new RangeError('a wanted report was not looked for');
      });
    },
    { cacheKeyFn: (wanted) => `${groupOf(wanted)} ${wanted.campaignId}` },
  );
  return async (wanted) => {
    const { found, reads } = await loader.load(wanted);
    await Promise.all(reads.map((read) => read(wanted.reader)));
    return found;
  };
}
