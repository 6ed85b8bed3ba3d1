import type { MissingRead } from '../../base/not-read.ts';
import type { Upstream } from '../../base/upstream.ts';

/** Calls between two bounds. A null `max`: nothing bounds them. */
export type Calls = { readonly min: number; readonly max: number | null };

/** What an operation would call of one endpoint, or have of it without a call. */
export type PlannedEndpoint = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly calls: Calls;
  readonly fromCache: boolean;
  /** The greatest age of what is held; null where it would be called. */
  readonly ageSeconds: number | null;
  /** The fields that ask, as response paths without list indices. */
  readonly paths: readonly (readonly string[])[];
};

type Entry = { min: number; max: number | null; readonly paths: Map<string, readonly string[]> };

/** The calls of one operation, endpoint by endpoint. */
export type Tally = {
  /** Calls that a field may make; `unlessHeld`: none while the whole copy that this endpoint fills is fresh. */
  add(endpoint: string, max: number | null, path?: readonly string[], unlessHeld?: string): void;
  /** Calls that a root field would make first. */
  addReads(reads: ReadonlyMap<MissingRead, readonly string[]>): void;
  /** `isHeld`: whether the copy that an endpoint fills is fresh. */
  entries(isHeld: (endpoint: string) => Promise<boolean>): Promise<readonly Omit<PlannedEndpoint, 'upstream'>[]>;
};

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** `visit.visitors` of `visit.visitors.list`: what one of them reads may answer the other. */
function family(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf('.'));
}

/** Of several reads that may answer one another only the dearest is certain. */
function certain(reads: Iterable<MissingRead>): ReadonlySet<MissingRead> {
  const dearest = new Map<string, MissingRead>();
  for (const read of reads) {
    const name = family(read.endpoint);
    const known = dearest.get(name);
    if (known === undefined || known.min < read.min) dearest.set(name, read);
  }
  return new Set(dearest.values());
}

export function createTally(): Tally {
  const entries = new Map<string, Map<string, Entry>>();
  /** What depends on a copy is summed apart. */
  const add = (endpoint: string, { min, max }: Calls, path?: readonly string[], unlessHeld = ''): void => {
    const parts = entries.get(endpoint) ?? new Map<string, Entry>();
    entries.set(endpoint, parts);
    const entry = parts.get(unlessHeld) ?? { min: 0, max: 0, paths: new Map() };
    parts.set(unlessHeld, entry);
    entry.min += min;
    entry.max = sum(entry.max, max);
    if (path !== undefined) entry.paths.set(path.join('.'), path);
  };
  return {
    add: (endpoint, max, path, unlessHeld) => {
      if (max !== 0) add(endpoint, { min: 0, max }, path, unlessHeld);
    },
    addReads: (reads) => {
      const sure = certain(reads.keys());
      for (const [read, path] of reads) add(read.endpoint, { min: sure.has(read) ? read.min : 0, max: read.max }, path);
    },
    entries: async (isHeld) => {
      const copies = new Set([...entries.values()].flatMap((parts) => [...parts.keys()]));
      const held = new Set<string>();
      for (const copy of copies) if (copy !== '' && (await isHeld(copy))) held.add(copy);
      return [...entries].flatMap(([endpoint, all]) => {
        const parts = [...all].flatMap(([copy, entry]) => (held.has(copy) ? [] : [entry]));
        if (parts.length === 0) return [];
        const calls = sumOf(parts.map(({ min, max }) => ({ calls: { min, max } })));
        const paths = new Map(parts.flatMap((one) => [...one.paths]));
        return [{ endpoint, calls, fromCache: false, ageSeconds: null, paths: [...paths.values()] }];
      });
    },
  };
}

/** The sums over some endpoints. */
export function sumOf(planned: readonly { readonly calls: Calls }[]): Calls {
  return planned.reduce<Calls>((total, { calls }) => ({ min: total.min + calls.min, max: sum(total.max, calls.max) }), {
    min: 0,
    max: 0,
  });
}
