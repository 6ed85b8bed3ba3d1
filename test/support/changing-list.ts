import fc from 'fast-check';
import type { NumberedPage, RevisionPage } from '../../src/loading/collections/spec.ts';
import { sortNumber } from '../../src/loading/lists/sort-text.ts';

/** A record of a made-up upstream. Its place in the list is its `revision`; `edits` counts how often it changed. */
export type Thing = { readonly id: string; readonly revision: string; readonly edits: number; readonly email: string };

export const sortOf = ({ revision }: Thing): string => sortNumber(revision);

export type Edit = { readonly kind: 'none' | 'insert' | 'move' | 'remove'; readonly which: number };

export const edits = (kinds: readonly Edit['kind'][]): fc.Arbitrary<Edit> =>
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(10_000) });

/** An upstream whose list changes while it is read. New and moved records get the highest revision. */
export class ChangingList {
  readonly things: Thing[] = [];
  /** Records that have changed, come or gone since the last `settle`. */
  readonly touched = new Set<string>();
  /** Every read, as text. */
  readonly calls: string[] = [];
  /** Changes the list before a read. */
  beforeRead: () => void = () => undefined;
  /** What the upstream sends for a page past its end. */
  pastEnd: 'empty' | 'repeat' = 'empty';
  readonly pageSize: number;
  #revision = 0;
  #serial = 0;

  constructor(count: number, pageSize: number) {
    this.pageSize = pageSize;
    for (let index = 0; index < count; index += 1) this.insert();
    this.settle();
  }

  settle(): void {
    this.touched.clear();
  }

  insert(): Thing {
    this.#serial += 1;
    const id = `t${this.#serial}`;
    const thing = { id, revision: this.#nextRevision(), edits: 0, email: `${id}@example.com` };
    this.things.push(thing);
    this.touched.add(id);
    return thing;
  }

  /** The record goes to the end of the order, as an edited one does. */
  move(id: string): void {
    const known = this.remove(id);
    this.things.push({ ...known, revision: this.#nextRevision(), edits: known.edits + 1 });
  }

  /** The record changes in its place. */
  change(id: string): void {
    const place = this.#placeOf(id);
    const known = this.things[place] as Thing;
    this.things[place] = { ...known, edits: known.edits + 1 };
    this.touched.add(id);
  }

  remove(id: string): Thing {
    const [known] = this.things.splice(this.#placeOf(id), 1);
    this.touched.add(id);
    return known as Thing;
  }

  apply({ kind, which }: Edit): void {
    const thing = this.things[which % Math.max(1, this.things.length)];
    if (kind === 'insert') this.insert();
    else if (kind !== 'none' && thing !== undefined) this[kind](thing.id);
  }

  byId(id: string): Thing | null {
    return this.things.find((thing) => thing.id === id) ?? null;
  }

  ids(): string[] {
    return this.things.map(({ id }) => id);
  }

  readonly readFrom = async (_scope: unknown, revision: string): Promise<RevisionPage<Thing>> => {
    this.beforeRead();
    this.calls.push(`from ${revision}`);
    const items = this.things.filter((thing) => BigInt(thing.revision) >= BigInt(revision)).slice(0, this.pageSize);
    return { items, received: items.length, last: items.at(-1)?.revision ?? null };
  };

  /** Newest first. */
  readonly readPage = async (_scope: unknown, page: number): Promise<NumberedPage<Thing>> => {
    this.beforeRead();
    this.calls.push(`page ${page}`);
    return this.pageOf(this.things.toReversed(), page);
  };

  readonly readOne = async (_scope: unknown, id: string): Promise<Thing | null> => {
    this.beforeRead();
    this.calls.push(`one ${id}`);
    return this.byId(id);
  };

  pageOf(newestFirst: readonly Thing[], page: number): NumberedPage<Thing> {
    const pages = Math.max(1, Math.ceil(newestFirst.length / this.pageSize));
    const shown = page > pages && this.pastEnd === 'repeat' ? pages : page;
    const items = newestFirst.slice((shown - 1) * this.pageSize, shown * this.pageSize);
    return { items, pages, count: newestFirst.length };
  }

  #nextRevision(): string {
    this.#revision += 1;
    return String(this.#revision);
  }

  #placeOf(id: string): number {
    const place = this.things.findIndex((thing) => thing.id === id);
    if (place < 0) throw new RangeError(`there is no ${id}`);
    return place;
  }
}

/** Consumes the edits one by one, one before each read. */
export function editBeforeReads(list: ChangingList, script: readonly Edit[]): void {
  const left = [...script];
  list.beforeRead = () => {
    const edit = left.shift();
    if (edit !== undefined) list.apply(edit);
  };
}
