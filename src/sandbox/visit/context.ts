import type { World } from '../world.ts';
import type { Contacts } from './contacts.ts';
import type { ExpoPlan } from './expos.ts';
import { createShuffle, type IdCodec, type Shuffle } from './ids.ts';
import type { ListName, Revisions } from './revisions.ts';
import { type BaseRows, createTable, type Table } from './table.ts';

/** What every list of one expo is made from. */
export type ExpoContext = {
  readonly world: World;
  readonly ids: IdCodec;
  readonly contacts: Contacts;
  readonly revisions: Revisions;
  readonly plan: ExpoPlan;
};

/** A stream index of its own for every row of every expo. Rows stay below 16 million. */
export function rowSeed(context: ExpoContext, index: number): number {
  return context.plan.index * 0x100_0000 + index;
}

export function shuffleOf(context: ExpoContext, stream: string, count: number): Shuffle {
  return createShuffle(context.world.random, stream, context.plan.index, count);
}

/** A list whose first rows stand in shuffled order, so that neighbours in it have nothing in common. */
export function createShuffledTable(
  context: ExpoContext,
  list: ListName,
  ranks: number,
  exists: BaseRows['exists'],
): Table {
  const order = shuffleOf(context, `visit-order-${list}`, Math.max(1, ranks));
  return createTable({
    ranks,
    revisionAt: (rank) => context.revisions.initial(list, context.plan.index, rank),
    indexAt: order.at,
    rankOf: order.positionOf,
    exists,
  });
}
