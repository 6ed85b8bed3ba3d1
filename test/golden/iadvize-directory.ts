import {
  type BranchRecord,
  CLIENTS,
  GROUPS,
  SKILLS,
  TAGS,
  type TagRecord,
  WEBSITES,
  type WebsiteRecord,
} from '../../src/sandbox/iadvize/directory.ts';
import type { Golden, Truth } from './golden.ts';
import { chats, chatVisitors, conversations, item, list, operators, reference } from './iadvize-rows.ts';
import { nodesOf, page } from './pages.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const descending = <T extends { readonly id: number }>(records: readonly T[]): readonly T[] =>
  records.toSorted((a, b) => b.id - a.id);

type Branches = readonly BranchRecord[];
const named = ({ id, name }: { readonly id: number; readonly name: string }) => ({ sourceId: String(id), name });
const parentOf = (branches: Branches, { parentId }: BranchRecord) => {
  const parent = branches.find(({ id }) => id === parentId);
  return parent === undefined ? null : named(parent);
};
const clientRow = (id: number) => {
  const client = CLIENTS.find((candidate) => candidate.id === id);
  return client && { sourceId: String(id), lang: client.lang, premiumEnabled: client.premiumEnabled };
};
const siteRow = ({ id, url, label, currency, languageAdmin, timezone }: WebsiteRecord) => ({
  ...{ sourceId: String(id), url, label, currency, languageAdmin, timezone },
});
const tagRow = ({ websiteIds, ...tag }: TagRecord) => ({ ...named(tag), websites: websiteIds.map(reference) });

const SITE = 'sourceId url label currency languageAdmin timezone';
const CLIENT = 'sourceId lang premiumEnabled';
const BRANCH = 'sourceId name parent { sourceId name }';
const TAG = 'sourceId name websites { sourceId }';

/** A root field that lists everything: one page, which is the whole copy. */
function everything(
  field: string,
  path: string,
  selection: string,
  rows: (truth: Truth) => readonly unknown[],
): Golden {
  return {
    name: `${field} lists all by id descending`,
    query: `{ ${field} { nodes { ${selection} } totalCount pageInfo { hasNextPage } } }`,
    expected: (truth) => ({ [field]: page(rows(truth)) }),
    calls: () => ({ cold: [list(path)], warm }),
    minimum: { ...one, why: 'one page' },
  };
}

/** A filtered root field. */
function filtered(
  field: string,
  { by, filter, sent, rows }: { by: string; filter: string; sent: string; rows: (truth: Truth) => readonly unknown[] },
): Golden {
  return {
    name: `${field} by ${by} are filtered by the upstream`,
    query: `{ ${field}(filter: { ${filter} }) { nodes { sourceId } totalCount pageInfo { hasNextPage } } }`,
    expected: (truth) => ({ [field]: page(rows(truth)) }),
    calls: () => ({ cold: [`${list(field === 'operatorGroups' ? 'group' : field.slice(0, -1))}&${sent}`], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

/** A root field that reads one record, and null for an unknown id. */
function single(field: string, path: string, selection: string, id: number, row: unknown): Golden {
  return {
    name: `${field} reads one, and null for an unknown id`,
    query: `{ known: ${field}(id: "${id}") { ${selection} } unknown: ${field}(id: "9") { sourceId } }`,
    expected: () => ({ known: row, unknown: null }),
    calls: () => ({ cold: [list(path)], warm }),
    minimum: { ...one, why: 'two missing: the page of all tells both' },
  };
}

const group = GROUPS.find(({ id }) => id === 63) as BranchRecord;
const skill = SKILLS.find(({ id }) => id === 222) as BranchRecord;
const site = WEBSITES.find(({ id }) => id === 1904) as WebsiteRecord;
const press = TAGS.find(({ id }) => id === 3_005) as TagRecord;
const skilled = (truth: Truth) => operators(truth).find(({ skillIds }) => skillIds.length > 1);

export const directoryRoots: readonly Golden[] = [
  everything('clientAccounts', 'client', CLIENT, () => descending(CLIENTS).map(({ id }) => clientRow(id))),
  everything('websites', 'website', SITE, () => descending(WEBSITES).map(siteRow)),
  everything('operatorGroups', 'group', 'sourceId name', () => descending(GROUPS).map(named)),
  everything('skills', 'skill', 'sourceId name', () => descending(SKILLS).map(named)),
  everything('tags', 'tag', TAG, () => descending(TAGS).map(tagRow)),
  filtered('operatorGroups', {
    by: 'parent',
    filter: 'parentId: "51"',
    sent: 'filters[parent_id]=51',
    rows: () => [reference(63)],
  }),
  filtered('skills', {
    by: 'parent',
    filter: 'parentId: "201"',
    sent: 'filters[parent_id]=201',
    rows: () => [reference(222)],
  }),
  filtered('tags', {
    by: 'web site',
    filter: 'websiteId: "1777"',
    sent: 'filters[website_id]=1777',
    rows: () => descending(TAGS.filter(({ websiteIds }) => websiteIds.includes(1777))).map(({ id }) => reference(id)),
  }),
  {
    name: 'skills by operator are filtered by the upstream',
    query: 'query ($id: ID!) { skills(filter: { operatorId: $id }) { nodes { sourceId } totalCount } }',
    variables: (truth) => ({ id: String(skilled(truth)?.id) }),
    expected: (truth) => {
      const ids = (skilled(truth)?.skillIds ?? []).toSorted((a, b) => b - a);
      return { skills: { nodes: ids.map(reference), totalCount: ids.length } };
    },
    calls: (truth) => ({ cold: [list('skill', { operator_id: skilled(truth)?.id ?? 0 })], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  },
  single('clientAccount', 'client', CLIENT, 91, clientRow(91)),
  single('website', 'website', SITE, site.id, siteRow(site)),
  single('operatorGroup', 'group', BRANCH, group.id, { ...named(group), parent: parentOf(GROUPS, group) }),
  single('skill', 'skill', BRANCH, skill.id, { ...named(skill), parent: parentOf(SKILLS, skill) }),
  single('tag', 'tag', TAG, press.id, tagRow(press)),
  ...(
    [
      ['clientAccount', 'client', 88],
      ['website', 'website', 1501],
      ['operatorGroup', 'group', 51],
      ['skill', 'skill', 201],
      ['tag', 'tag', 3_001],
    ] as const
  ).map(
    ([field, path, id]): Golden => ({
      name: `${field} alone is read singly`,
      query: `{ ${field}(id: "${id}") { sourceId } }`,
      expected: () => ({ [field]: reference(id) }),
      calls: () => ({ cold: [item(`${path}/${id}`)], warm }),
      minimum: { ...one, why: 'one missing record is read singly' },
    }),
  ),
];

export const directoryFields: readonly Golden[] = [
  {
    name: 'websites lead to their accounts by one page of accounts',
    query: `{ websites { nodes { clientAccount { ${CLIENT} } } } }`,
    expected: () => ({
      websites: { nodes: descending(WEBSITES).map(({ clientId }) => ({ clientAccount: clientRow(clientId) })) },
    }),
    calls: () => ({ cold: [list('website'), list('client')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'websites name their accounts without a further call',
    query: '{ websites { nodes { clientAccount { sourceId } } } }',
    expected: () => ({
      websites: { nodes: descending(WEBSITES).map(({ clientId }) => ({ clientAccount: reference(clientId) })) },
    }),
    calls: () => ({ cold: [list('website')], warm }),
    minimum: { ...one, why: 'the page of parents' },
  },
  {
    name: 'accounts lead to their web sites by one page of web sites',
    query: '{ clientAccounts { nodes { websites { nodes { url } totalCount } } } }',
    expected: () => ({
      clientAccounts: {
        nodes: descending(CLIENTS).map(({ id }) => {
          const own = descending(WEBSITES.filter(({ clientId }) => clientId === id));
          return { websites: { nodes: own.map(({ url }) => ({ url })), totalCount: own.length } };
        }),
      },
    }),
    calls: () => ({ cold: [list('client'), list('website')], warm }),
    minimum: { cold: 2, warm: 0, why: 'iAdvize cannot filter web sites by account: a page of all' },
  },
  {
    name: 'websites lead to operators, tags and conversations',
    query: `{ websites { nodes { operators { nodes { sourceId } } tags { nodes { sourceId } totalCount }
      conversations(first: 1000) { nodes { sourceId } } } } }`,
    expected: (truth) => ({
      websites: {
        nodes: descending(WEBSITES).map(({ id }) => {
          const tags = descending(TAGS.filter(({ websiteIds }) => websiteIds.includes(id)));
          return {
            operators: nodesOf(operators(truth).filter(({ websiteIds }) => websiteIds.includes(id))),
            tags: { ...nodesOf(tags), totalCount: tags.length },
            conversations: nodesOf(conversations(truth).filter(({ websiteId }) => websiteId === id)),
          };
        }),
      },
    }),
    calls: () => ({
      cold: [
        ...[list('website'), list('operator'), list('tag')],
        ...WEBSITES.map(({ id }) => chats({ website_id: id })),
      ],
      warm,
    }),
    minimum: { cold: 7, warm: 0, why: 'a page each; the 3 months of a web site are those of its own clocks' },
  },
  {
    name: 'websites lead to chat visitors by the pages of all of them, where those are fewer than web sites',
    query: '{ websites { nodes { chatVisitors(first: 100) { nodes { sourceId } totalCount } } } }',
    expected: (truth) => ({
      websites: {
        nodes: descending(WEBSITES).map(({ id }) => {
          const own = chatVisitors(truth).filter(({ websiteIds }) => websiteIds.includes(id));
          return { chatVisitors: { ...nodesOf(own), totalCount: own.length } };
        }),
      },
    }),
    calls: () => ({ cold: [list('website'), list('visitor'), list('visitor', {}, 2)], warm }),
    minimum: { cold: 3, warm: 0, why: 'four web sites, two pages' },
  },
  {
    name: 'Conversation.tags reads the tags by a page, which leads on to their web sites',
    query: '{ conversations(first: 20) { nodes { tags { name websites { url } } } } }',
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth)
          .slice(0, 20)
          .map(({ tagIds }) => ({
            tags: tagIds
              .flatMap((id) => TAGS.find((tag) => tag.id === id) ?? [])
              .map(({ name, websiteIds }) => ({
                name,
                websites: websiteIds.map((id) => ({ url: WEBSITES.find((one) => one.id === id)?.url })),
              })),
          })),
      },
    }),
    calls: () => ({ cold: [chats(), list('tag'), list('website')], warm }),
    minimum: { cold: 3, warm: 0, why: 'several missing of each: a page that holds them all' },
  },
  {
    name: 'Conversation.tags cost nothing for their ids alone',
    query: '{ conversations(first: 20) { nodes { tags { sourceId } } } }',
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth)
          .slice(0, 20)
          .map(({ tagIds }) => ({ tags: tagIds.map(reference) })),
      },
    }),
    calls: () => ({ cold: [chats()], warm }),
    minimum: { ...one, why: 'the page of parents' },
  },
  {
    name: 'several skills, and several tags, lead to their conversations by the list of all',
    query: `{ skills { nodes { conversations(first: 1000) { nodes { sourceId } totalCount } } }
      tags { nodes { conversations(first: 1000) { nodes { sourceId } } } } }`,
    expected: (truth) => ({
      skills: {
        nodes: descending(SKILLS).map(({ id }) => {
          const own = conversations(truth).filter(({ skillId }) => skillId === id);
          return { conversations: { ...nodesOf(own), totalCount: own.length } };
        }),
      },
      tags: {
        nodes: descending(TAGS).map(({ id }) => ({
          conversations: nodesOf(conversations(truth).filter(({ tagIds }) => tagIds.includes(id))),
        })),
      },
    }),
    calls: () => ({ cold: [list('skill'), list('tag'), chats()], warm }),
    minimum: { cold: 3, warm: 0, why: 'one page holds the last 3 months of all' },
  },
  {
    name: 'tag and skill lead to their conversations, each by a filter of the upstream',
    query: `{ tag(id: "3001") { conversations(first: 1000) { nodes { sourceId } } }
      skill(id: "201") { conversations(first: 1000) { nodes { sourceId } } } }`,
    expected: (truth) => ({
      tag: { conversations: nodesOf(conversations(truth).filter(({ tagIds }) => tagIds.includes(3_001))) },
      skill: { conversations: nodesOf(conversations(truth).filter(({ skillId }) => skillId === 201)) },
    }),
    calls: () => ({
      cold: [item('tag/3001'), item('skill/201'), chats({ tag_id: 3001 }), chats({ skill_id: 201 })],
      warm,
    }),
    minimum: { cold: 4, warm: 0, why: 'two records, two filtered lists' },
  },
];
