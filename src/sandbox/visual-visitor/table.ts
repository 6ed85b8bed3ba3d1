/** A record as it is sent; which members it has beside its id depends on its kind and on the noise. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** Records of one kind in one account, made when they are first asked for. */
export type Table = {
  /** Newest first: by id descending. */
  rows(): readonly Row[];
  find(id: number): Row | undefined;
  /** Sets a record, present or new. */
  put(row: Row): void;
  remove(id: number): void;
};

export function createTable(make: () => readonly Row[]): Table {
  let held: readonly Row[] | undefined;
  const rows = (): readonly Row[] => {
    held ??= make().toSorted((a, b) => b.id - a.id);
    return held;
  };
  const others = (id: number): readonly Row[] => rows().filter((row) => row.id !== id);
  return {
    rows,
    find: (id) => rows().find((row) => row.id === id),
    put: (row) => {
      held = [...others(row.id), row].sort((a, b) => b.id - a.id);
    },
    remove: (id) => {
      held = others(id);
    },
  };
}

/** As sent: now and then without its null members, and now and then with members that no document names. */
function withNoise(row: Row, index: number): Row {
  const entries = Object.entries(row);
  const sent = index % 10 === 3 ? entries.filter(([, value]) => value !== null) : entries;
  const extra = index % 19 === 8 ? { externalRef: `x-${index}`, audit: { version: 2 } } : {};
  return { ...Object.fromEntries(sent), ...extra } as Row;
}

/** The rows of a kind by index, each with the noise. */
export function makeRows(count: number, make: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => withNoise(make(index), index));
}
