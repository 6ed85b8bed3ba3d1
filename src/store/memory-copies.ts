import type { Clock } from '../base/clock.ts';
import { isAfter } from './byte-order.ts';
import { type CopyIndex, createCopyIndex, NOWHERE, type Slot } from './copy-index.ts';
import { type HeldRow, isAbsent, type StoredRow } from './rows.ts';
import type { CopyStore } from './store.ts';

type Copy = {
  readonly slots: Map<string, Slot>;
  /** Of the slots, those that say: known not to exist. */
  readonly absent: Set<string>;
  readonly index: CopyIndex;
  state: string | null;
  usedAt: number;
};

function createCopy(): Copy {
  return { slots: new Map(), absent: new Set(), index: createCopyIndex(), state: null, usedAt: 0 };
}

function putRow({ slots, absent, index }: Copy, row: StoredRow): void {
  const known = slots.get(row.id);
  const gone = isAbsent(row);
  // What is known not to exist any more carries no place of its own: it always replaces.
  if (known !== undefined && !gone && isAfter(known.row.sort, row.sort)) return;
  const slot = known ?? { row, places: NOWHERE };
  slot.row = row;
  slots.set(row.id, slot);
  if (gone) absent.add(row.id);
  else absent.delete(row.id);
  index.note(slot);
}

function dropRow({ slots, absent, index }: Copy, id: string): void {
  const slot = slots.get(id);
  if (slot === undefined) return;
  slots.delete(id);
  absent.delete(id);
  index.remove(slot);
}

/** What a database would refuse is refused before anything is written. */
function check(rows: readonly StoredRow[]): void {
  for (const { readAt } of rows) if (!Number.isSafeInteger(readAt)) throw new TypeError('readAt: whole milliseconds');
}

type Copies = Map<string, Copy>;
type Reads = Pick<CopyStore, 'state' | 'rows' | 'find' | 'count' | 'counts' | 'countTerm' | 'names'>;

function createReads(copies: Copies): Reads {
  return {
    state: async (copy) => copies.get(copy)?.state ?? null,
    rows: async (copy, ids) => {
      const slots = copies.get(copy)?.slots;
      const found: HeldRow[] = [];
      for (const id of new Set(ids)) {
        const slot = slots?.get(id);
        if (slot !== undefined) found.push(slot.row);
      }
      return found;
    },
    find: async (copy, query) =>
      Array.from(copies.get(copy)?.index.find(query).take(query.limit) ?? [], ({ row }) => row),
    count: async (copy, through) => {
      const held = copies.get(copy);
      if (held === undefined) return 0;
      if (through === undefined) return held.slots.size - held.absent.size;
      let count = 0;
      for (const { row } of held.index.from(through.sort)) if (row.readAt >= through.readSince) count += 1;
      return count;
    },
    counts: async (copy) => copies.get(copy)?.index.counts() ?? new Map(),
    countTerm: async (copy, term) => {
      let count = 0;
      for (const _slot of copies.get(copy)?.index.find({ term, direction: 'ascending' }) ?? []) count += 1;
      return count;
    },
    names: async () => [...copies.keys()].sort(),
  };
}

type Removal = Pick<CopyStore, 'dropUnread' | 'dropUnused' | 'dropAbsent' | 'dropRows'>;

function createRemoval(copies: Copies, noteChange: () => void): Removal {
  return {
    dropUnread: async (name, before) => {
      const copy = copies.get(name);
      if (copy === undefined) return;
      noteChange();
      for (const [id, { row }] of copy.slots) if (row.readAt < before) dropRow(copy, id);
    },
    dropUnused: async (prefix, before) => {
      noteChange();
      for (const [name, { usedAt }] of copies) if (name.startsWith(prefix) && usedAt < before) copies.delete(name);
    },
    dropAbsent: async (before) => {
      noteChange();
      for (const copy of copies.values())
        for (const id of copy.absent) if ((copy.slots.get(id)?.row.readAt ?? 0) < before) dropRow(copy, id);
    },
    dropRows: async (name, ids) => {
      const copy = copies.get(name);
      if (copy === undefined) return;
      noteChange();
      for (const id of ids) dropRow(copy, id);
    },
  };
}

function createTurns(clock: Clock): Pick<CopyStore, 'fill' | 'endFill'> {
  const turns = new Map<string, { readonly filler: string; readonly until: number }>();
  return {
    fill: async (copy, filler, ms) => {
      const known = turns.get(copy);
      if (known !== undefined && known.until > clock.now() && known.filler !== filler) return known.filler;
      turns.set(copy, { filler, until: clock.now() + ms });
      return filler;
    },
    endFill: async (copy, filler) => {
      if (turns.get(copy)?.filler === filler) turns.delete(copy);
    },
  };
}

/** Held copies in the process: rows are kept as they are given, and neither written as text nor parsed. Gone with the process. */
export function createMemoryCopies(clock: Clock): { readonly copies: CopyStore; readonly version: () => string } {
  const copies: Copies = new Map();
  let changes = 0;
  const noteChange = (): void => {
    changes += 1;
  };
  const openCopy = (name: string): Copy => {
    const copy = copies.get(name) ?? createCopy();
    copies.set(name, copy);
    return copy;
  };
  const store: CopyStore = {
    ...createReads(copies),
    ...createRemoval(copies, noteChange),
    ...createTurns(clock),
    write: async (name, rows, state) => {
      check(rows);
      noteChange();
      const copy = openCopy(name);
      for (const row of rows) putRow(copy, row);
      if (state !== null) copy.state = state;
    },
    touch: async (name, now) => {
      openCopy(name).usedAt = now;
    },
    setBody: async (name, id, body) => {
      const slot = copies.get(name)?.slots.get(id);
      if (slot === undefined || isAbsent(slot.row)) return;
      noteChange();
      const { sort, readAt, terms, mark = '' } = slot.row;
      slot.row = { id, sort, body, readAt, terms, mark };
    },
  };
  return { copies: store, version: () => String(changes) };
}
