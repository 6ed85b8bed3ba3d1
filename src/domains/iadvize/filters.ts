import { InputError } from '../../base/errors.ts';
import type { ChatVisitorFilter, ConversationFilter, LiveOperatorFilter, OperatorFilter } from '../../model/iadvize.ts';
import type { OperatorGroupFilter, SkillFilter, TagFilter } from '../../model/iadvize-directory.ts';
import type { CallMeetingFilter, SatisfactionFilter, TransactionFilter } from '../../model/iadvize-figures.ts';
import { type NodeType, readOptionalId, readOptionalSourceId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';

/** The most web sites that one filter may name: they all go into one query. */
const MOST_WEBSITES = 100;

type Given = Readonly<Record<string, unknown>>;
export type FilterArgs = { readonly filter?: Given | null };
/** The id members of a filter, with what each is an id of. */
type Kinds = Readonly<Record<string, NodeType | 'Rule'>>;

/** What a filter asks for, its ids as source ids. A member that is absent or null keeps everything. */
function readFilter(given: Given, kinds: Kinds): Given {
  const ids = Object.entries(kinds).map(([name, kind]) => {
    const value = given[name] as string | null | undefined;
    return [name, kind === 'Rule' ? readOptionalSourceId(name, kind, value) : readOptionalId(name, kind, value)];
  });
  return present({ ...given, ...Object.fromEntries(ids) });
}

/** A list of web sites as their source ids, each once. */
function websiteIds(given: Given): Pick<OperatorFilter, 'websiteIds'> {
  const ids = given.websiteIds as readonly string[] | null | undefined;
  if (ids === null || ids === undefined) return {};
  if (ids.length < 1 || ids.length > MOST_WEBSITES) throw new InputError(`websiteIds: 1 to ${MOST_WEBSITES} ids`);
  return { websiteIds: [...new Set(ids.map((id) => readSourceId('websiteIds', 'Website', id)))] };
}

export function operatorFilter({ filter }: FilterArgs): OperatorFilter & LiveOperatorFilter {
  const given = filter ?? {};
  const kinds = { id: 'Operator', groupId: 'OperatorGroup', websiteId: 'Website', skillId: 'Skill' } as const;
  return { ...readFilter(given, kinds), ...websiteIds(given) };
}

const CONVERSATION_IDS = {
  websiteId: 'Website',
  operatorId: 'Operator',
  visitorId: 'ChatVisitor',
  skillId: 'Skill',
  tagId: 'Tag',
  ruleId: 'Rule',
} as const;

export function conversationFilter({ filter }: FilterArgs): ConversationFilter {
  return readFilter(filter ?? {}, CONVERSATION_IDS);
}

const FIGURE_IDS = { websiteId: 'Website', operatorId: 'Operator', conversationId: 'Conversation' } as const;

export function transactionFilter({ filter }: FilterArgs): TransactionFilter {
  return readFilter(filter ?? {}, FIGURE_IDS);
}

export function satisfactionFilter({ filter }: FilterArgs): SatisfactionFilter {
  return readFilter(filter ?? {}, FIGURE_IDS);
}

export function callMeetingFilter({ filter }: FilterArgs): CallMeetingFilter {
  return readFilter(filter ?? {}, { websiteId: 'Website' });
}

export function groupFilter({ filter }: FilterArgs): OperatorGroupFilter {
  return readFilter(filter ?? {}, { parentId: 'OperatorGroup' });
}

export function skillFilter({ filter }: FilterArgs): SkillFilter {
  return readFilter(filter ?? {}, { operatorId: 'Operator', parentId: 'Skill' });
}

export function tagFilter({ filter }: FilterArgs): TagFilter {
  return readFilter(filter ?? {}, { websiteId: 'Website' });
}

export function chatVisitorFilter({ filter }: FilterArgs): ChatVisitorFilter {
  return readFilter(filter ?? {}, { websiteId: 'Website' });
}
