import { createShuffledTable, type ExpoContext } from './context.ts';
import type { IdKind } from './ids.ts';
import { inOrder, present } from './noise.ts';
import type { Patch, PlainRecord } from './records.ts';
import type { ListName } from './revisions.ts';
import type { Table } from './table.ts';

/** One list of one expo whose records are a pure function of their index, until they are edited. */
export type PlainList = {
  readonly table: Table;
  idOf(index: number): string;
  indexOf(id: string): number | undefined;
  /** `isItem`: some fields are shown by the item endpoint only. */
  read(index: number, revision: number, isItem: boolean): PlainRecord;
  change(index: number, patch: Patch): void;
};

type Plain = Readonly<Record<string, unknown>>;

type PlainListOptions = {
  readonly kind: IdKind;
  readonly list: ListName;
  /** Places for records, some of which may stay empty. */
  readonly ranks: number;
  exists(index: number): boolean;
  make(index: number): Plain;
  /** Fields of the item endpoint alone, also where they have been edited. */
  readonly item?: { readonly names: readonly string[]; make(index: number): Plain };
};

export function createPlainList(context: ExpoContext, options: PlainListOptions): PlainList {
  const { ids, plan } = context;
  const { kind, list, ranks, exists, make, item } = options;
  const patches = new Map<number, Patch>();
  const idOf = (index: number): string => ids.encode(kind, plan.index, index);
  const shown = (index: number, isItem: boolean): Plain => {
    // What was added has no other fields than it was given.
    const first = index < ranks ? { ...make(index), ...item?.make(index) } : {};
    const all = Object.entries({ ...first, ...patches.get(index) });
    return Object.fromEntries(all.filter(([name]) => isItem || !item?.names.includes(name)));
  };
  return {
    table: createShuffledTable(context, list, ranks, exists),
    idOf,
    indexOf: (id) => {
      const meaning = ids.decode(id);
      return meaning?.kind === kind && meaning.expo === plan.index ? meaning.index : undefined;
    },
    read: (index, revision, isItem) =>
      inOrder(present({ ...shown(index, isItem), id: idOf(index), revision })) as PlainRecord,
    change: (index, patch) => {
      patches.set(index, { ...patches.get(index), ...patch });
    },
  };
}
