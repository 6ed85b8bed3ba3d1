import { normaliseEmail } from '../../base/addresses.ts';
import type { Index } from '../../loading/collections/find-many.ts';
import type { Marks } from '../../loading/collections/spec.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import type { Reader } from '../../loading/reader.ts';
import type { ChatVisitor, ChatVisitorFilter, Operator, OperatorFilter } from '../../model/iadvize.ts';
import type { List } from '../../model/list.ts';
import type { EndpointRow } from '../../transport/call.ts';
import { copyOf, type Kind, listInViews, type Operation, readInViews } from './access.ts';
import { websitesIn } from './collections.ts';
import { IADVIZE } from './endpoints.ts';
import type { Wanted } from './kind-list.ts';
import type { Filters, ReadItem } from './requests.ts';
import { type SiteView, withKeys } from './views.ts';

/** The form in which addresses are compared. */
export function normal(email: string): string {
  return normaliseEmail(email) ?? email;
}

function filtersOf(filter: OperatorFilter): Filters {
  const { id, groupId, websiteId, websiteIds, skillId, name, externalId, email } = filter;
  return {
    ...(id !== undefined && { id }),
    ...(groupId !== undefined && { group_id: groupId }),
    ...(websiteId !== undefined && { website_id: websiteId }),
    ...(websiteIds !== undefined && { website_list: websiteIds.join() }),
    ...(skillId !== undefined && { skill_id: skillId }),
    ...(name !== undefined && { name }),
    ...(externalId !== undefined && { external_id: externalId }),
    ...(email !== undefined && { email: normal(email) }),
  };
}

/** The filter as far as the rows themselves can tell: how texts are matched is the upstream's affair. */
function passes(filter: OperatorFilter): (operator: Operator) => boolean {
  const { id, groupId, websiteId, websiteIds, skillId, email } = filter;
  const address = email === undefined ? undefined : normal(email);
  return (operator) =>
    (id === undefined || operator.id === id) &&
    (groupId === undefined || operator.groupId === groupId) &&
    (websiteId === undefined || operator.websiteIds?.includes(websiteId) === true) &&
    (websiteIds === undefined || websiteIds.some((one) => operator.websiteIds?.includes(one) === true)) &&
    (skillId === undefined || operator.skillIds?.includes(skillId) === true) &&
    (address === undefined || operator.email === address);
}

/** What the upstream is asked for, and how the copy answers it. How names and external ids are matched is the upstream's affair. */
export function wantedOperators(filter: OperatorFilter): Wanted<Operator> {
  const { websiteId, websiteIds, email, name, externalId } = filter;
  const isTold = name === undefined && externalId === undefined;
  const named = websiteId === undefined ? websiteIds : [websiteId];
  return {
    filters: filtersOf(filter),
    ...(isTold && { held: Object.keys(filtersOf(filter)).length === 0 ? {} : { where: passes(filter) } }),
    // Older deployments do not know the filter by e-mail, and none says how it compares.
    ...(email !== undefined && { checks: passes({ email }) }),
    ...(named !== undefined && { websiteIds: named }),
  };
}

/** How external ids are matched is the upstream's affair; a unique id is exact. */
export function wantedVisitors({ uniqueId, externalId, websiteId }: ChatVisitorFilter): Wanted<ChatVisitor> {
  const hasId = (visitor: ChatVisitor): boolean => visitor.uniqueId === uniqueId;
  const isOn = ({ websites }: Marks): boolean => websiteId === undefined || websitesIn(websites).includes(websiteId);
  return {
    filters: {
      ...(uniqueId !== undefined && { unique_id: uniqueId }),
      ...(externalId !== undefined && { external_id: externalId }),
      ...(websiteId !== undefined && { website_id: websiteId }),
    },
    ...(externalId === undefined && {
      held: {
        ...(websiteId !== undefined && { marks: isOn }),
        ...(uniqueId !== undefined && { term: ['uid', uniqueId] as const }),
      },
    }),
    ...(uniqueId !== undefined && { checks: hasId }),
    ...(websiteId !== undefined && { websiteIds: [websiteId] }),
  };
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
  asked: { readonly row: EndpointRow; readonly read: ReadItem<T> },
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
