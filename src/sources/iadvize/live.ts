import { lastRead } from '../../base/not-read.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { Reader } from '../../loading/reader.ts';
import type { LiveOperatorFilter, OperatorLive } from '../../model/iadvize.ts';
import type { Operation } from './access.ts';
import { IADVIZE } from './endpoints.ts';
import { wantedOperators } from './people.ts';
import type { Filters } from './requests.ts';
import { type SiteView, seeing, unlessRefused, withKeys } from './views.ts';

/** The live states that one view shows. Each is then known for its operator as well. */
function readLive({ parts }: Operation, reader: Reader, view: SiteView, filters: Filters) {
  const { visibility } = view;
  const row = IADVIZE.operatorsLive;
  const live = parts.answers.read(reader, { row, visibility, args: filters }, async (scope) => {
    const readAt = parts.clock.now();
    const found = await withKeys(parts, view, row, (allowed) => parts.client.operatorsLive(scope, allowed, filters));
    for (const live of found) {
      parts.answers.hold({ row: IADVIZE.operatorLive, visibility, args: { id: live.operatorId } }, live, readAt);
    }
    return found;
  });
  return lastRead(live);
}

/** By operator id descending, over all views that may show them. */
export async function listLive(
  operation: Operation,
  reader: Reader,
  { connected, ...filter }: LiveOperatorFilter,
): Promise<OperatorLive[]> {
  const { filters, websiteIds } = wantedOperators(filter);
  const sent = { ...filters, ...(connected !== undefined && { connected: connected ? '1' : '0' }) };
  const views = await operation.siteViews(reader);
  const chosen = websiteIds === undefined ? [] : seeing(views, websiteIds);
  const asked = chosen.length > 0 ? chosen : views;
  const found = await unlessRefused(asked.map((view) => readLive(operation, reader, view, sent)));
  const byOperator = new Map(found.flat().map((live) => [live.operatorId, live] as const));
  const sortOf = ({ operatorId }: OperatorLive): string => sortNumber(operatorId);
  return [...byOperator.values()].sort((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1));
}
