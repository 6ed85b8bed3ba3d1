import type { HeldRow, StoredRow } from '../../store/rows.ts';
import type { CollectionSpec } from './spec.ts';

/** A record on its way into a copy. What a store does not ask for is not worked out: its text, the terms that lead to it, and what it is counted by. */
class CopyRow<T> implements StoredRow {
  readonly id: string;
  readonly sort: string;
  readonly readAt: number;
  readonly model: T;
  readonly #spec: CollectionSpec<T>;

  constructor(spec: CollectionSpec<T>, model: T, readAt: number) {
    this.id = spec.idOf(model);
    this.sort = spec.sortOf(model);
    this.readAt = readAt;
    this.model = model;
    this.#spec = spec;
  }

  get body(): string {
    return JSON.stringify(this.model);
  }

  get terms(): StoredRow['terms'] {
    return this.#spec.termsOf(this.model);
  }

  get mark(): string {
    const { marksOf } = this.#spec;
    return marksOf === undefined ? '' : JSON.stringify(marksOf(this.model));
  }
}

export function toRows<T>(spec: CollectionSpec<T>, items: readonly T[], readAt: number): readonly StoredRow[] {
  return items.map((item) => new CopyRow(spec, item, readAt));
}

/** The record that a row holds; null: there is none. */
export function modelOf<T>(row: HeldRow): T | null {
  if (row.model !== undefined) return row.model as T;
  return row.body === null ? null : (JSON.parse(row.body) as T);
}
