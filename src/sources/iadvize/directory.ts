import type { Reader } from '../../loading/reader.ts';
import type {
  ClientAccount,
  OperatorGroup,
  OperatorGroupFilter,
  Skill,
  SkillFilter,
  Tag,
  TagFilter,
  Website,
  WebsiteFilter,
} from '../../model/iadvize-directory.ts';
import type { List } from '../../model/list.ts';
import { batched, type Operation } from './access.ts';
import { createListKind, type Wanted } from './kind-list.ts';
import type { Kinds } from './kinds.ts';

/** Accounts, web sites, groups, skills and tags: lists by id descending, and records that are null where there is none. */
export type DirectoryReads = {
  clientAccounts(reader: Reader): List<ClientAccount>;
  clientAccount(reader: Reader, id: string): Promise<ClientAccount | null>;
  websites(reader: Reader, filter: WebsiteFilter): List<Website>;
  website(reader: Reader, id: string): Promise<Website | null>;
  groups(reader: Reader, filter: OperatorGroupFilter): List<OperatorGroup>;
  group(reader: Reader, id: string): Promise<OperatorGroup | null>;
  skills(reader: Reader, filter: SkillFilter): List<Skill>;
  skill(reader: Reader, id: string): Promise<Skill | null>;
  tags(reader: Reader, filter: TagFilter): List<Tag>;
  tag(reader: Reader, id: string): Promise<Tag | null>;
};

function wantedGroups({ parentId }: OperatorGroupFilter): Wanted<OperatorGroup> {
  if (parentId === undefined) return { filters: {}, held: {} };
  return { filters: { parent_id: parentId }, held: { where: (group) => group.parentId === parentId } };
}

/** Which operators have a skill the rows do not tell. */
function wantedSkills({ operatorId, parentId }: SkillFilter): Wanted<Skill> {
  const below = (skill: Skill): boolean => parentId === undefined || skill.parentId === parentId;
  return {
    filters: {
      ...(operatorId !== undefined && { operator_id: operatorId }),
      ...(parentId !== undefined && { parent_id: parentId }),
    },
    ...(operatorId === undefined && { held: { where: below } }),
  };
}

/** The upstream has no such filter: all are listed, and the rows are looked at. */
function wantedWebsites({ clientId }: WebsiteFilter): Wanted<Website> {
  if (clientId === undefined) return { filters: {}, held: {} };
  const isOf = (website: Website): boolean => website.clientId === clientId;
  return { filters: {}, held: { where: isOf }, checks: isOf };
}

function wantedTags({ websiteId }: TagFilter): Wanted<Tag> {
  if (websiteId === undefined) return { filters: {}, held: {} };
  return {
    filters: { website_id: websiteId },
    held: { where: ({ websiteIds }) => websiteIds?.includes(websiteId) === true },
    websiteIds: [websiteId],
  };
}

/** The directory as one operation reads it. */
export function beginDirectory(operation: Operation, kinds: Kinds): DirectoryReads {
  const clients = createListKind(operation, kinds.clients);
  const websites = createListKind(operation, kinds.websites);
  const groups = createListKind(operation, kinds.groups);
  const skills = createListKind(operation, kinds.skills);
  const tags = createListKind(operation, kinds.tags);
  return {
    clientAccounts: (reader) => clients(reader, { filters: {}, held: {} }),
    clientAccount: batched(operation, { kind: kinds.clients }),
    websites: (reader, filter) => websites(reader, wantedWebsites(filter)),
    website: batched(operation, { kind: kinds.websites }),
    groups: (reader, filter) => groups(reader, wantedGroups(filter)),
    group: batched(operation, { kind: kinds.groups }),
    skills: (reader, filter) => skills(reader, wantedSkills(filter)),
    skill: batched(operation, { kind: kinds.skills }),
    tags: (reader, filter) => tags(reader, wantedTags(filter)),
    tag: batched(operation, { kind: kinds.tags }),
  };
}
