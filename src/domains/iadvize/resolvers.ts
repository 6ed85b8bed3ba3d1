import type { Resolvers } from '../../generated/resolvers.ts';
import type {
  Conversation,
  ConversationFilter,
  Operator,
  OperatorFilter,
  OperatorGroup,
  Skill,
  Website,
} from '../../model/iadvize.ts';
import { connectionOf } from '../connection.ts';
import { globalId, type NodeType, readOptionalId, readOptionalSourceId, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import { requireContactScope } from '../scopes.ts';
import { known, selectsOnly } from '../selection.ts';

const REFERENCE = ['id', 'sourceId'];

/** The id arguments of a filter, each as the source id that it stands for. */
function filterIds<N extends string>(
  filter: Readonly<Record<string, unknown>>,
  types: Readonly<Record<N, NodeType | 'Tag'>>,
): Partial<Record<N, string>> {
  const ids = (Object.entries(types) as [N, NodeType | 'Tag'][]).map(([name, type]) => {
    const value = filter[name] as string | null | undefined;
    const id = type === 'Tag' ? readOptionalSourceId(name, type, value) : readOptionalId(name, type, value);
    return [name, id] as const;
  });
  return present(Object.fromEntries(ids)) as Partial<Record<N, string>>;
}

type Args = { readonly filter?: Readonly<Record<string, unknown>> | null };

function operatorFilter({ filter }: Args): OperatorFilter {
  const given = filter ?? {};
  return {
    ...present(given),
    ...filterIds(given, { groupId: 'OperatorGroup', websiteId: 'Website', skillId: 'Skill' }),
  };
}

function conversationFilter({ filter }: Args): ConversationFilter {
  const given = filter ?? {};
  const types = {
    websiteId: 'Website',
    operatorId: 'Operator',
    visitorId: 'ChatVisitor',
    skillId: 'Skill',
    tagId: 'Tag',
  } as const;
  return { ...present(given), ...filterIds(given, types) };
}

const identity = (type: NodeType) => ({
  id: ({ id }: { readonly id: string }) => globalId(type, id),
  sourceId: ({ id }: { readonly id: string }) => id,
});

const operatorResolvers: Resolvers['Operator'] = {
  ...identity('Operator'),
  group: ({ groupId }, _args, context, info) => {
    if (groupId === null) return null;
    return selectsOnly(info, REFERENCE)
      ? known<OperatorGroup>({ id: groupId })
      : context.reads.iadvize.group(context.reader(info), groupId);
  },
  skills: (operator, _args, context, info) => context.reads.iadvize.skillsOf(context.reader(info), operator),
  websites: (operator, _args, context, info) => context.reads.iadvize.websitesOf(context.reader(info), operator),
  live: ({ id }, _args, context, info) => context.reads.iadvize.live(context.reader(info), id),
  statistic: ({ id }, _args, context, info) => context.reads.iadvize.statistic(context.reader(info), id),
  conversations: (operator, args, context, info) => {
    const filter = { ...conversationFilter(args), operatorId: operator.id };
    return connectionOf(context.reads.iadvize.conversations(context.reader(info), filter), args, {
      info,
      parent: operator.id,
    });
  },
  person: ({ email }) => (email === null ? null : { email }),
};

const conversationResolvers: Resolvers['Conversation'] = {
  ...identity('Conversation'),
  createdAt: async (conversation, _args, context, info) =>
    (await context.reads.iadvize.conversationTimes(context.reader(info), conversation)).createdAt,
  closedAt: async (conversation, _args, context, info) =>
    (await context.reads.iadvize.conversationTimes(context.reader(info), conversation)).closedAt,
  operator: ({ operatorId }, _args, context, info) => {
    if (operatorId === null) return null;
    return selectsOnly(info, REFERENCE)
      ? known<Operator>({ id: operatorId })
      : context.reads.iadvize.operator(context.reader(info), operatorId);
  },
  visitor: ({ visitorUid }, _args, context, info) =>
    visitorUid === null ? null : context.reads.iadvize.chatVisitorByUniqueId(context.reader(info), visitorUid),
  website: ({ websiteId }, _args, context, info) => {
    if (websiteId === null) return null;
    return selectsOnly(info, REFERENCE)
      ? known<Website>({ id: websiteId })
      : context.reads.iadvize.website(context.reader(info), websiteId);
  },
  skill: ({ skillId }, _args, context, info) => {
    if (skillId === null) return null;
    return selectsOnly(info, REFERENCE)
      ? known<Skill>({ id: skillId })
      : context.reads.iadvize.skill(context.reader(info), skillId);
  },
  messages: (conversation: Conversation, _args, context, info) =>
    context.reads.iadvize.messages(context.reader(info), conversation),
};

export const iadvizeResolvers: Resolvers = {
  Query: {
    operators: (_query, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, ['email', 'name']);
      return connectionOf(context.reads.iadvize.operators(context.reader(info), operatorFilter(args)), args, { info });
    },
    operator: (_query, { id }, context, info) =>
      context.reads.iadvize.operator(context.reader(info), readSourceId('id', 'Operator', id)),
    conversations: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.conversations(context.reader(info), conversationFilter(args)), args, { info }),
    conversation: (_query, { id }, context, info) =>
      context.reads.iadvize.conversation(context.reader(info), readSourceId('id', 'Conversation', id)),
  },
  Operator: operatorResolvers,
  OperatorGroup: {
    ...identity('OperatorGroup'),
    parent: ({ parentId }, _args, context, info) =>
      parentId === null ? null : context.reads.iadvize.group(context.reader(info), parentId),
  },
  Skill: {
    ...identity('Skill'),
    parent: ({ parentId }, _args, context, info) =>
      parentId === null ? null : context.reads.iadvize.skill(context.reader(info), parentId),
  },
  Website: identity('Website'),
  Conversation: conversationResolvers,
  ChatVisitor: {
    ...identity('ChatVisitor'),
    createdAt: (visitor, _args, context, info) =>
      context.reads.iadvize.chatVisitorCreatedAt(context.reader(info), visitor),
    conversations: (visitor, args, context, info) => {
      const party = { visitorId: visitor.id, ...present({ visitorUid: visitor.uniqueId }) };
      const filter = { ...conversationFilter(args), ...party };
      return connectionOf(context.reads.iadvize.conversations(context.reader(info), filter), args, {
        info,
        parent: visitor.id,
      });
    },
    person: ({ email }) => (email === null ? null : { email }),
  },
};
