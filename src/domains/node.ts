import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../base/errors.ts';
import type { RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes } from '../generated/resolvers.ts';
import type { LeadProduct } from '../model/leads.ts';
import { reportOfId } from './campaigns/resolvers.ts';
import { type GlobalId, type NodeType, parseGlobalId } from './global-id.ts';
import { requireScopes } from './scopes.ts';

const MOST_NODES = 1000;

type Parts = readonly string[];
type NodeRecord = Awaited<ResolversTypes['Node']>;
type ReadNode = (
  parts: Parts,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => NodeRecord | null | Promise<NodeRecord | null>;

/** Which type a record was read as. Records carry no type of their own. */
const typeOfRecord = new WeakMap<object, NodeType>();

/** How each type is read by its id, and what a key needs for it. */
const NODES: Readonly<Record<NodeType, { readonly scopes: readonly string[]; readonly read: ReadNode }>> = {
  Person: { scopes: ['read:contact'], read: ([email = '']) => ({ email }) },
  Company: { scopes: [], read: ([domain = '']) => ({ domain }) },
  Lead: {
    scopes: ['read:visual-visitor'],
    read: ([product = '', id = ''], { reads, reader }, info) =>
      reads.visualVisitor.lead(reader(info), product as LeadProduct, id),
  },
  Expo: { scopes: ['read:visit'], read: ([id = ''], { reads, reader }, info) => reads.visit.expo(reader(info), id) },
  Visitor: {
    scopes: ['read:visit'],
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.visitor(reader(info), { expoId, id }),
  },
  Partner: {
    scopes: ['read:visit'],
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.partner(reader(info), { expoId, id }),
  },
  Encounter: {
    scopes: ['read:visit'],
    read: ([expoId = '', id = ''], { reads, reader }, info) => reads.visit.encounter(reader(info), { expoId, id }),
  },
  Operator: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.operator(reader(info), id),
  },
  OperatorGroup: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.group(reader(info), id),
  },
  Skill: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.skill(reader(info), id),
  },
  Website: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.website(reader(info), id),
  },
  Conversation: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.conversation(reader(info), id),
  },
  ChatVisitor: {
    scopes: ['read:iadvize'],
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.chatVisitor(reader(info), id),
  },
  CampaignReport: {
    scopes: ['read:notify-visitors'],
    read: (parts, { reads, reader }, info) => {
      const { campaignId, range } = reportOfId(parts);
      return reads.notifyVisitors.campaignReport(reader(info), campaignId, range);
    },
  },
};

function parse(argument: string, id: string): GlobalId {
  const known = parseGlobalId(id);
  if (known === undefined) throw new InputError(`${argument}: a global id as this gateway gives them out`);
  return known;
}

async function readNode(
  { type, parts }: GlobalId,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<NodeRecord | null> {
  const { scopes, read } = NODES[type];
  requireScopes(context.consumer, scopes);
  const record = await read(parts, context, info);
  if (record !== null) typeOfRecord.set(record, type);
  return record;
}

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_query, { id }, context, info) => readNode(parse('id', id), context, info),
    nodes: (_query, { ids }, context, info) => {
      if (ids.length < 1 || ids.length > MOST_NODES) throw new InputError(`ids: 1 to ${MOST_NODES} global ids`);
      const known = ids.map((id) => parse('ids', id));
      // Errors are values: one id that fails costs its own place only.
      return Promise.all(known.map((one) => readNode(one, context, info).catch((error: Error) => error as never)));
    },
  },
  Node: {
    __resolveType: (record) => {
      const type = typeOfRecord.get(record);
      if (type === undefined) throw new TypeError('a record of no known type');
      return type;
    },
  },
};
