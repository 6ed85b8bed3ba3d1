import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { ReferenceEntry, ReferenceList } from '../../model/visual-visitor.ts';
import { selectsOnly } from '../selection.ts';
import { parentOf } from './references.ts';

/** The list of that name as the list of lists tells it. */
async function listNamed(
  name: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<ReferenceList | null> {
  const lists = await context.reads.visualVisitor.referenceLists(context.reader(info));
  return lists?.find((list) => list.name === name) ?? null;
}

/** What a list says of its entry; an entry that came with a record is looked up there. */
async function toldOf(
  entry: ReferenceEntry,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<ReferenceEntry['told']> {
  if (entry.told !== undefined) return entry.told;
  return (await context.reads.visualVisitor.referenceEntry(context.reader(info), entry))?.told;
}

export const referenceResolvers: Resolvers = {
  Query: {
    referenceLists: async (_query, _args, context, info) => {
      const lists = await context.reads.visualVisitor.referenceLists(context.reader(info));
      return lists === null ? null : [...lists];
    },
    referenceList: async (_query, { name }, context, info) => {
      if (selectsOnly(info, ['name', 'description'])) return listNamed(name, context, info);
      const entries = await context.reads.visualVisitor.referenceEntries(context.reader(info), name);
      return entries === null ? null : { name };
    },
  },
  ReferenceList: {
    description: async ({ name, description }, _args, context, info) =>
      description === undefined ? ((await listNamed(name, context, info))?.description ?? null) : description,
    entries: async ({ name }, _args, context, info) => {
      const entries = await context.reads.visualVisitor.referenceEntries(context.reader(info), name);
      return entries === null ? null : [...entries];
    },
  },
  ReferenceEntry: {
    label: async (entry, _args, context, info) => (await toldOf(entry, context, info))?.label ?? null,
    parentCode: async (entry, _args, context, info) => (await toldOf(entry, context, info))?.parentCode ?? null,
    parent: async (entry, _args, context, info) =>
      parentOf(entry.list, (await toldOf(entry, context, info))?.parentCode ?? null),
  },
};
