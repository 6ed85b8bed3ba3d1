import type { HeldCollection } from '../../model/health.ts';
import type { CopyStore } from '../../store/store.ts';
import { StoreAway } from '../../store/store-away.ts';
import type { Asker, QuotaWaits } from '../../transport/quota/quota-wait.ts';
import { type CopyState, completeAtOf, pageSizeOf, pagesToEnd } from './copy-state.ts';
import type { CollectionSpec } from './spec.ts';

/** What of a collection says which copies are its own, and how they are read. */
export type CollectionKind = Pick<CollectionSpec<unknown>, 'name' | 'shape' | 'row'>;

export type HeldCollections = {
  /** A collection is there. */
  add(kind: CollectionKind): void;
  /** All that were added, in the order of their names, also those without a copy, and how long who asks would wait for the rest; null while the store is away. */
  report(asker: Asker): Promise<readonly HeldCollection[] | null>;
};

type Copy = { readonly rows: number; readonly completeAt: number | null; readonly pagesLeft: number | null };

async function lookAt(copies: CopyStore, copy: string, { row }: CollectionKind): Promise<Copy> {
  const [text, rows] = await Promise.all([copies.state(copy), copies.count(copy)]);
  if (text === null) return { rows, completeAt: null, pagesLeft: null };
  const state = JSON.parse(text) as CopyState;
  const completeAt = completeAtOf(state);
  return { rows, completeAt, pagesLeft: completeAt === null ? pagesToEnd(state, pageSizeOf({ row })) : 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function addUp(
  { name, row: { upstream } }: CollectionKind,
  copies: readonly Copy[],
): Omit<HeldCollection, 'secondsLeft'> {
  const complete = copies.flatMap(({ completeAt }) => completeAt ?? []);
  const left = copies.map(({ pagesLeft }) => pagesLeft);
  return {
    name,
    upstream,
    copies: copies.length,
    completeCopies: complete.length,
    rows: sum(copies.map(({ rows }) => rows)),
    oldestAt: complete.length === 0 ? null : Math.min(...complete),
    pagesLeft: left.every((pages) => pages !== null) ? sum(left) : null,
  };
}

/** Looks into the store for what is held of each collection, whoever brought it there. */
export function createHeldCollections(copies: CopyStore, waitFor: QuotaWaits): HeldCollections {
  const kinds = new Map<string, CollectionKind>();
  const describe = async (kind: CollectionKind, held: readonly Copy[], asker: Asker): Promise<HeldCollection> => {
    const sums = addUp(kind, held);
    const { pagesLeft } = sums;
    if (pagesLeft === null || pagesLeft === 0) return { ...sums, secondsLeft: pagesLeft };
    const wait = await waitFor(kind.row, pagesLeft, asker);
    return { ...sums, secondsLeft: wait === null ? null : Math.ceil(wait) };
  };
  const look = async (asker: Asker): Promise<readonly HeldCollection[]> => {
    const names = await copies.names();
    const sorted = [...kinds.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return Promise.all(
      sorted.map(async (kind) => {
        const own = names.filter((name) => name.startsWith(`${kind.name} ${kind.shape} `));
        return describe(kind, await Promise.all(own.map((name) => lookAt(copies, name, kind))), asker);
      }),
    );
  };
  return {
    add: (kind) => void kinds.set(kind.name, kind),
    report: async (asker) => {
      try {
        return await look(asker);
      } catch (error) {
        if (error instanceof StoreAway) return null;
        throw error;
      }
    },
  };
}
