import { normaliseEmail } from '../../base/addresses.ts';
import type { Index } from '../../loading/collections/find-many.ts';
import type { CopySource } from '../../loading/collections/spec.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { withStandIn } from '../../loading/lists/stand-in.ts';
import type { Reader } from '../../loading/reader.ts';
import type { ChatVisitor, Operator, OperatorFilter } from '../../model/iadvize.ts';
import type { List } from '../../model/list.ts';
import type { CallScope } from '../../transport/call.ts';
import { copyOf, type Kind, listInViews, type Operation, readInViews, upstreamList } from './access.ts';
import type { Filters, ReadItem } from './client.ts';
import { IADVIZE, PAGE_SIZE } from './endpoints.ts';
import { type SiteView, seeing, withKeys } from './views.ts';

/** The form in which addresses are compared. */
export function normal(email: string): string {
  return normaliseEmail(email) ?? email;
}

function filtersOf({ groupId, websiteId, skillId, name, externalId, email }: OperatorFilter): Filters {
  return {
    ...(groupId !== undefined && { group_id: groupId }),
    ...(websiteId !== undefined && { website_id: websiteId }),
    ...(skillId !== undefined && { skill_id: skillId }),
    ...(name !== undefined && { name }),
    ...(externalId !== undefined && { external_id: externalId }),
    ...(email !== undefined && { email: normal(email) }),
  };
}

/** The filter as far as the rows themselves can tell: how texts are matched is the upstream's affair. */
function passes({ groupId, websiteId, skillId, email }: OperatorFilter): (operator: Operator) => boolean {
  const address = email === undefined ? undefined : normal(email);
  return (operator) =>
    (groupId === undefined || operator.groupId === groupId) &&
    (websiteId === undefined || operator.websiteIds?.includes(websiteId) === true) &&
    (skillId === undefined || operator.skillIds?.includes(skillId) === true) &&
    (address === undefined || operator.email === address);
}

/** The rows that pass, and how many: known if the first page holds all that the upstream found. */
function withAddress(list: List<Operator>, passes: (operator: Operator) => boolean): List<Operator> {
  const total = async (): Promise<number | null> => {
    if (((await list.total()) ?? Number.POSITIVE_INFINITY) > PAGE_SIZE) return null;
    let count = 0;
    for await (const { item } of list.rows()) if (passes(item)) count += 1;
    return count;
  };
  return filterList(list, passes, total);
}

/** The upstream's own pages, which feed the copy. */
function upstreamOperators(
  operation: Operation,
  reader: Reader,
  view: SiteView,
  source: CopySource<Operator>,
  filter: OperatorFilter,
): List<Operator> {
  const { parts } = operation;
  const row = IADVIZE.operators;
  const read = async (scope: CallScope, page: number, filters: Filters) => {
    const readAt = parts.clock.now();
    const found = await withKeys(parts, view, row, (allowed) => parts.client.operators(scope, allowed, page, filters));
    await parts.collections.operators.put(source, found.items, readAt);
    return found;
  };
  const list = upstreamList<Operator>(operation, reader, {
    row,
    view,
    segments: [{ filters: filtersOf(filter) }],
    read,
  });
  // Older deployments do not know the filter by e-mail, and none says how it compares.
  return filter.email === undefined ? list : withAddress(list, passes({ email: filter.email }));
}

/** By id descending; from the copy while that is up to date, or no call is possible, and the filter is one that rows answer themselves. */
export function listOperators(
  operation: Operation,
  reader: Reader,
  kind: Kind<Operator>,
  filter: OperatorFilter,
): List<Operator> {
  const inView = (view: SiteView): List<Operator> =>
    deferredList('descending', async () => {
      const { collection } = kind;
      const source = copyOf(operation.parts, view, kind);
      const listed = upstreamOperators(operation, reader, view, source, filter);
      if (filter.name !== undefined || filter.externalId !== undefined) return listed;
      const held = listOfCopy(collection, reader, source, { where: passes(filter) });
      if (await collection.isFresh(reader.scope, source)) return held;
      return withStandIn(listed, held, async () => (await collection.completeAt(source)) !== null);
    });
  // A view that sees the website shows all of its operators; without one, those who work elsewhere as well may still show.
  return listInViews(operation, reader, inView, (views) => {
    const all = filter.websiteId === undefined ? [] : seeing(views, [filter.websiteId]);
    return all.length > 0 ? all : views;
  });
}

/** The operator with an address, asked for by itself. */
export function operatorsByEmail({ parts }: Operation): (view: SiteView) => Index<Operator> {
  return (view) => ({
    term: 'email',
    fetch: async (scope, email) => {
      for (let page = 1; ; page += 1) {
        const { items, pages } = await withKeys(parts, view, IADVIZE.operators, (allowed) =>
          parts.client.operators(scope, allowed, page, { email }),
        );
        const found = items.find((operator) => operator.email === email);
        if (found !== undefined || page >= pages || items.length === 0) return found ?? null;
      }
    },
  });
}

/** The visitor with a unique id, asked for by itself. */
export function visitorsByUniqueId({ parts }: Operation): (view: SiteView) => Index<ChatVisitor> {
  return (view) => ({
    term: 'uid',
    fetch: async (scope, uid) => {
      const { items } = await withKeys(parts, view, IADVIZE.visitors, (allowed) =>
        parts.client.visitors(scope, allowed, 1, { unique_id: uid }),
      );
      return items.find(({ uniqueId }) => uniqueId === uid) ?? null;
    },
  });
}

/** By id descending, from the copy: the upstream has no such look-up. */
export function visitorsByEmail(
  operation: Operation,
  reader: Reader,
  kind: Kind<ChatVisitor>,
  email: string,
): List<ChatVisitor> {
  return listInViews(operation, reader, (view) =>
    listOfCopy(kind.collection, reader, copyOf(operation.parts, view, kind), { term: ['email', normal(email)] }),
  );
}

/** What is read of one operator by itself. The view that is known to show the operator is asked first. */
export async function readOfOperator<T>(
  operation: Operation,
  reader: Reader,
  kind: Kind<Operator>,
  asked: { readonly row: typeof IADVIZE.operatorLive | typeof IADVIZE.operatorStatistic; readonly read: ReadItem<T> },
  id: string,
): Promise<T | null> {
  const { parts } = operation;
  const { copies, nameOf } = kind.collection;
  const views = await operation.siteViews(reader);
  const known = await Promise.all(
    views.map(async (view) => {
      if (views.length === 1) return false;
      const [row] = await copies.rows(nameOf(copyOf(parts, view, kind)), [id]);
      return row !== undefined && row.body !== null;
    }),
  );
  const likely = [...views.filter((_view, index) => known[index]), ...views.filter((_view, index) => !known[index])];
  return readInViews(operation, reader, likely, { ...asked, id });
}
