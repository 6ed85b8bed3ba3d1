import { createBatches } from '../../base/batches.ts';
import { lastRead, type MissingRead, NotRead } from '../../base/not-read.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type { ProspectCompany } from '../../model/prospects.ts';
import type { CallScope } from '../../transport/call.ts';
import { type Asked, checkId, keyOf, question, type VisualVisitorParts } from './access.ts';
import { PAGE_SIZE, VISUAL_VISITOR } from './endpoints.ts';
import { sentIds } from './prospect-filters.ts';
import type { Customer } from './requests.ts';

/** Reads one record for its answer; a search for several has read it already, or failed for all of them. */
type Fetch = (scope: CallScope) => Promise<ProspectCompany | null>;

function itemQuestion(parts: VisualVisitorParts, { customer, id }: Asked) {
  return question(parts, VISUAL_VISITOR.prospectCompany, customer, { id });
}

function singly(parts: VisualVisitorParts, asked: Asked): Fetch {
  return (scope) => parts.client.prospectCompany(scope, parts.view, asked);
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** One search for up to a page of companies: each of them, or the failure that all of them share. */
async function search(
  parts: VisualVisitorParts,
  scope: ReadScope,
  customer: Customer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProspectCompany | null> | Error> {
  const { client, view } = parts;
  const filters = { companyIds: sentIds(ids) };
  // To the vendor an empty list means all of them.
  if (filters.companyIds.length === 0) return new Map(ids.map((id) => [id, null]));
  try {
    const page = await client.prospectCompanies(scope, view, { customer, page: 1, filters });
    const found = new Map((page?.items ?? []).map((company) => [company.id, company]));
    return new Map(ids.map((id) => [id, found.get(id) ?? null]));
  } catch (error) {
    return error as Error;
  }
}

function searches(ids: readonly string[]): MissingRead {
  const { id: endpoint, upstream } = VISUAL_VISITOR.prospectCompanies;
  const calls = Math.ceil(ids.length / PAGE_SIZE);
  const min = sentIds(ids).length === new Set(ids).size ? calls : 0;
  return { upstream, endpoint, min, max: calls, pageSize: null };
}

/** How each of the companies that are asked for in this tick is read: what is held needs no call; of the rest one singly, several by searches. */
async function plan(
  parts: VisualVisitorParts,
  scope: ReadScope,
  customer: Customer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Fetch | NotRead>> {
  const { answers } = parts;
  const ways = new Map<string, Fetch | NotRead>(ids.map((id) => [id, singly(parts, { customer, id })]));
  const questionOf = (id: string) => itemQuestion(parts, { customer, id });
  const missing = scope.wish.mode === 'only-held' ? [] : await answers.notFresh(scope, ids, questionOf);
  if (missing.length < 2) return ways;
  if (scope.planning) {
    const read = new NotRead([searches(missing)]);
    for (const id of missing) ways.set(id, read);
    return ways;
  }
  const found = await Promise.all(chunksOf(missing, PAGE_SIZE).map((chunk) => search(parts, scope, customer, chunk)));
  for (const [index, chunk] of chunksOf(missing, PAGE_SIZE).entries()) {
    const companies = found[index];
    for (const id of chunk) {
      const company = companies instanceof Error ? undefined : companies?.get(id);
      ways.set(id, async () => {
        if (companies instanceof Error) throw companies;
        return company ?? null;
      });
    }
  }
  return ways;
}

/** Companies by id: the only records of this vendor that a search finds by their ids. */
export function companiesById(
  parts: VisualVisitorParts,
  scope: ReadScope,
): (reader: Reader, asked: Asked) => Promise<ProspectCompany | null> {
  const loader = createBatches<Asked, Fetch, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ customer }) => customer);
      const plans = new Map(
        await Promise.all(
          [...groups].map(async ([customer, group]) => {
            const ids = group.map(({ id }) => id);
            return [customer, await plan(parts, scope, customer, ids)] as const;
          }),
        ),
      );
      return asked.map((one) => plans.get(one.customer)?.get(one.id) ?? singly(parts, one));
    },
    { cacheKeyFn: keyOf },
  );
  return async (reader, asked) => {
    checkId(asked.id);
    return lastRead(loader.load(asked).then((fetch) => parts.answers.read(reader, itemQuestion(parts, asked), fetch)));
  };
}
