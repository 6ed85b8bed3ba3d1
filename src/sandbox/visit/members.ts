import { createShuffledTable, type ExpoContext } from './context.ts';
import type { Selection } from './ids.ts';
import type { Patch } from './records.ts';
import type { Table } from './table.ts';

/** Who belongs to one expo (its people, its companies): chosen by a selection at first, edited afterwards. */
export type Members = {
  readonly table: Table;
  /** Rows that exist from the start. */
  readonly count: number;
  idOf(index: number): string;
  indexOf(id: string): number | undefined;
  /** The person or company of the world behind a row. */
  memberOf(index: number): number;
  /** The member's row, deleted ones left out. */
  indexOfMember(member: number): number | undefined;
  isDeleted(index: number): boolean;
  patchOf(index: number): Patch;
  change(index: number, patch: Patch): void;
  bury(index: number): void;
  add(member: number, patch: Patch): number;
};

export function createMembers(
  context: ExpoContext,
  options: {
    readonly kind: 'visitor' | 'partner';
    readonly selection: Selection;
    isDeletedAtFirst(row: number): boolean;
  },
): Members {
  const { ids, plan } = context;
  const { kind, selection, isDeletedAtFirst } = options;
  const patches = new Map<number, Patch>();
  const buried = new Set<number>();
  const added = new Map<number, number>();
  const addedByMember = new Map<number, number>();
  const table = createShuffledTable(context, `${kind}s`, selection.count, () => true);
  const isDeleted = (index: number): boolean =>
    buried.has(index) || (index < selection.count && isDeletedAtFirst(index));
  return {
    table,
    count: selection.count,
    idOf: (index) => ids.encode(kind, plan.index, index),
    indexOf: (id) => {
      const meaning = ids.decode(id);
      return meaning?.kind === kind && meaning.expo === plan.index ? meaning.index : undefined;
    },
    memberOf: (index) => added.get(index) ?? selection.at(index),
    indexOfMember: (member) => {
      const index = addedByMember.get(member) ?? selection.rowOf(member);
      return index === undefined || isDeleted(index) ? undefined : index;
    },
    isDeleted,
    patchOf: (index) => patches.get(index) ?? {},
    change: (index, patch) => {
      patches.set(index, { ...patches.get(index), ...patch });
    },
    bury: (index) => {
      buried.add(index);
    },
    add: (member, patch) => {
      const index = table.nextIndex();
      added.set(index, member);
      addedByMember.set(member, index);
      patches.set(index, patch);
      return index;
    },
  };
}
