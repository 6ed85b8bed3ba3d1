import { InputError } from '../../base/errors.ts';
import type { ChatVisitorFilter, ConversationFilter, LiveOperatorFilter, OperatorFilter } from '../../model/iadvize.ts';
import type { OperatorGroupFilter, SkillFilter, TagFilter } from '../../model/iadvize-directory.ts';
import type { CallMeetingFilter, SatisfactionFilter, TransactionFilter } from '../../model/iadvize-figures.ts';
import { type NodeType, readOptionalId, readOptionalSourceId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';

/** The most web sites that one question may name: they all go into one query. */
const MOST_WEBSITES = 100;
/** So does every text. */
const LONGEST_TEXT = 200;

type Given = Readonly<Record<string, unknown>>;
export type FilterArgs = { readonly filter?: Given | null };
/** The id members of a filter, with what each is an id of. */
type Kinds = Readonly<Record<string, NodeType | 'Rule'>>;

/** An upstream may take an empty text for no filter at all. */
function checkTexts(given: Given, kinds: Kinds): void {
  for (const [name, value] of Object.entries(given)) {
    if (name in kinds || typeof value !== 'string') continue;
    if (value.trim() === '' || value.length > LONGEST_TEXT)
      throw new InputError(`${name}: 1 to ${LONGEST_TEXT} characters, not all of them blank`);
  }
}

/** What a filter asks for, its ids as source ids. A member that is absent or null keeps everything. */
function readFilter(given: Given, kinds: Kinds): Given {
  checkTexts(given, kinds);
  const ids = Object.entries(kinds).map(([name, kind]) => {
    const value = given[name] as string | null | undefined;
    return [name, kind === 'Rule' ? readOptionalSourceId(name, kind, value) : readOptionalId(name, kind, value)];
  });
  return present({ ...given, ...Object.fromEntries(ids) });
}

/** A list of web sites as their source ids, each once; undefined where none is given. */
export function readWebsiteIds(ids: readonly string[] | null | undefined): readonly string[] | undefined {
  if (ids === null || ids === undefined) return undefined;
  if (ids.length < 1 || ids.length > MOST_WEBSITES) throw new InputError(`websiteIds: 1 to ${MOST_WEBSITES} ids`);
  return [...new Set(ids.map((id) => readSourceId('websiteIds', 'Website', id)))];
}

export function operatorFilter({ filter }: FilterArgs): OperatorFilter & LiveOperatorFilter {
  const given = filter ?? {};
  const kinds = { id: 'Operator', groupId: 'OperatorGroup', websiteId: 'Website', skillId: 'Skill' } as const;
  const websiteIds = readWebsiteIds(given.websiteIds as readonly string[] | null | undefined);
  return { ...readFilter(given, kinds), ...(websiteIds !== undefined && { websiteIds }) };
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
