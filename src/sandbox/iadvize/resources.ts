import { conversationResource } from './conversation-resource.ts';
import {
  ancestorsOf,
  type BranchRecord,
  branchCreatedAt,
  CLIENTS,
  GROUPS,
  SKILLS,
  TAGS,
  WEBSITES,
} from './directory.ts';
import { callMeetingResource, satisfactionResource, transactionResource } from './figure-resources.ts';
import { findOperators, OPERATOR_RULES, visibleOperator } from './operator-search.ts';
import { operatorRow } from './operators.ts';
import type { Filters } from './query.ts';
import { numberOf, type Resource, type Scene, selectionKey } from './resource.ts';
import { type VisitorRecord, visitorRow } from './visitors.ts';
import { matchesText, sees } from './wire-row.ts';

const PLAIN = { extra: '', repeatsLastPage: false } as const;

function descending(rows: readonly { readonly id: number }[]): readonly number[] {
  return rows.map(({ id }) => id).sort((a, b) => b - a);
}

/** A key sees the owners of the web sites that it sees. */
function ownsVisible({ access }: Scene, clientId: number): boolean {
  return sees(
    access,
    WEBSITES.filter((site) => site.clientId === clientId).map(({ id }) => id),
  );
}

const client: Resource = {
  ...PLAIN,
  name: 'client',
  rules: {},
  list: (scene) => descending(CLIENTS.filter(({ id }) => ownsVisible(scene, id))),
  row: (scene, id) => {
    const found = CLIENTS.find((candidate) => candidate.id === id);
    if (found === undefined || !ownsVisible(scene, id)) return undefined;
    return { id, lang: found.lang, premium_enabled: found.premiumEnabled };
  },
};

const website: Resource = {
  ...PLAIN,
  name: 'website',
  rules: {},
  list: ({ access }) => descending(WEBSITES.filter(({ id }) => sees(access, [id]))),
  row: ({ access }, id) => {
    const site = WEBSITES.find((candidate) => candidate.id === id);
    if (site === undefined || !sees(access, [id])) return undefined;
    const { url, label, clientId, currency, languageAdmin, timezone } = site;
    return { id, url, label, client_id: clientId, currency, language_admin: languageAdmin, timezone };
  },
};

const operator: Resource = {
  ...PLAIN,
  name: 'operator',
  rules: OPERATOR_RULES,
  list: (scene, filters) => findOperators(scene, filters).map(({ id }) => id),
  row: (scene, id) => {
    const found = visibleOperator(scene, id);
    return found === undefined ? undefined : operatorRow(scene.store.world, found);
  },
};

function operatorsWith(scene: Scene, filter: 'group_id' | 'skill_id', id: number): readonly number[] {
  return findOperators(scene, new Map([[filter, String(id)]])).map((found) => found.id);
}

function childrenOf(branches: readonly BranchRecord[], filters: Filters): readonly BranchRecord[] {
  const parent = numberOf(filters, 'parent_id');
  return parent === undefined ? branches : branches.filter(({ parentId }) => parentId === parent);
}

const group: Resource = {
  ...PLAIN,
  name: 'group',
  rules: { parent_id: 'id' },
  list: (_, filters) => descending(childrenOf(GROUPS, filters)),
  row: (scene, id) => {
    const branch = GROUPS.find((candidate) => candidate.id === id);
    if (branch === undefined) return undefined;
    return {
      id,
      name: branch.name,
      created_at: branchCreatedAt(branch, scene.store.world.now),
      parent_id: branch.parentId,
      operator_list: operatorsWith(scene, 'group_id', id),
      parent_list: ancestorsOf(GROUPS, branch),
    };
  },
};

const skill: Resource = {
  ...PLAIN,
  name: 'skill',
  rules: { operator_id: 'id', parent_id: 'id' },
  list: (scene, filters) => {
    const operatorId = numberOf(filters, 'operator_id');
    const children = childrenOf(SKILLS, filters);
    if (operatorId === undefined) return descending(children);
    const mine = visibleOperator(scene, operatorId)?.skillIds ?? [];
    return descending(children.filter(({ id }) => mine.includes(id)));
  },
  row: (scene, id) => {
    const branch = SKILLS.find((candidate) => candidate.id === id);
    if (branch === undefined) return undefined;
    return {
      id,
      name: branch.name,
      order: SKILLS.indexOf(branch) + 1,
      created_at: branchCreatedAt(branch, scene.store.world.now),
      parent_id: branch.parentId,
      operator_list: operatorsWith(scene, 'skill_id', id),
    };
  },
};

const tag: Resource = {
  ...PLAIN,
  name: 'tag',
  rules: { website_id: 'id' },
  list: ({ access }, filters) => {
    const site = numberOf(filters, 'website_id');
    const fits = (ids: readonly number[]): boolean => sees(access, ids) && (site === undefined || ids.includes(site));
    return descending(TAGS.filter(({ websiteIds }) => fits(websiteIds)));
  },
  row: ({ access }, id) => {
    const found = TAGS.find((candidate) => candidate.id === id);
    if (found === undefined || !sees(access, found.websiteIds)) return undefined;
    // The one tag of a single website comes as older answers had it: a number instead of a list.
    const { name, websiteIds } = found;
    return { id, name, website_id: name === 'press' ? websiteIds[0] : websiteIds };
  },
};

function findVisitors(scene: Scene, filters: Filters): readonly number[] {
  const { visitors } = scene.store;
  const site = numberOf(filters, 'website_id');
  const external = filters.get('external_id');
  const unique = filters.get('unique_id');
  const match = (visitor: VisitorRecord): boolean =>
    sees(scene.access, visitor.websiteIds) &&
    (site === undefined || visitor.websiteIds.includes(site)) &&
    (external === undefined || matchesText(external, visitor.externalId)) &&
    (unique === undefined || matchesText(unique, visitor.uniqueId));
  if (unique !== undefined && !unique.includes('*')) {
    const index = visitors.indexOfUniqueId(unique.toLowerCase());
    const only = index === undefined ? undefined : visitors.get(visitors.idAt(index));
    return only !== undefined && match(only) ? [only.id] : [];
  }
  const everything = scene.access.websites === 'all' && filters.size === 0;
  return visitors.select(selectionKey(scene, filters), everything ? undefined : match);
}

const visitor: Resource = {
  ...PLAIN,
  name: 'visitor',
  rules: { unique_id: 'text', external_id: 'text', website_id: 'id' },
  list: findVisitors,
  row: ({ store, access }, id) => {
    const found = store.visitors.get(id);
    return found === undefined || !sees(access, found.websiteIds) ? undefined : visitorRow(store.world, found);
  },
};

/** By the first part of the path. */
export const RESOURCES: ReadonlyMap<string, Resource> = new Map([
  ...[
    ...[client, website, operator, group, skill, tag, visitor, conversationResource],
    ...[transactionResource, satisfactionResource, callMeetingResource],
  ].map((resource) => [resource.name, resource] as const),
  ['conversation.json-unicode', conversationResource] as const,
]);
