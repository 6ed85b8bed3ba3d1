import type { Places } from './wide-query.ts';

/**
 * One value of an answer: `visitors.nodes#0123456789abc.contact.email`. Records of a list stand under their own ids, so that one that
 * moves changes the list's order and nothing else. The order is a value too, at the path of the list.
 */
export type Leaf = {
  readonly path: string;
  /** The path without what tells records apart: `visitors.nodes.contact.email`. */
  readonly place: string;
  /** The records around it, the outermost first: `#0123456789abc`. */
  readonly keys: readonly string[];
  /** JSON. */
  readonly value: string;
  /** Of an order, the ids in it. */
  readonly order: readonly string[] | undefined;
};

export type Leaves = ReadonlyMap<string, Leaf>;

type Loose = Readonly<Record<string, unknown>>;
type At = Pick<Leaf, 'path' | 'place' | 'keys'>;

function isObject(value: unknown): value is Loose {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Members that tell a record from others, the first that it has. */
const KEYS = ['sourceId', 'resourceId', 'indicator', 'userId', 'date', 'email', 'domain', 'code', 'name'] as const;

/** What a record is told from others by; of an edge what its node is, of a live state whose it is. */
function keyOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const key = KEYS.map((name) => value[name]).find((one) => typeof one === 'string');
  return typeof key === 'string' ? `#${key}` : keyOf(value.node ?? value.operator);
}

function keysOf(values: readonly unknown[]): readonly string[] {
  const used = new Map<string, number>();
  return values.map((value, index) => {
    const key = keyOf(value) ?? `[${index}]`;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count === 0 ? key : `${key}~${count}`;
  });
}

/** Every value of an answer's data, by path. */
export function leavesOf(data: unknown, places: Places): Leaves {
  const leaves = new Map<string, Leaf>();
  const put = (at: At, value: unknown, order?: readonly string[]): void => {
    leaves.set(at.path, { ...at, value: JSON.stringify(value), order });
  };
  const walkList = (at: At, values: readonly unknown[]): void => {
    const keys = keysOf(values);
    put(at, keys, keys);
    for (const [index, key] of keys.entries())
      walk({ ...at, path: `${at.path}${key}`, keys: [...at.keys, key] }, values[index]);
  };
  const walk = (at: At, value: unknown): void => {
    if (places.get(at.place)?.isLeaf === true) put(at, value);
    else if (Array.isArray(value)) walkList(at, value);
    else if (isObject(value)) {
      const key = keyOf(value);
      const keys = key === undefined ? at.keys : [...at.keys, key];
      for (const [name, member] of Object.entries(value)) {
        const dot = at.place === '' ? '' : '.';
        walk({ path: `${at.path}${dot}${name}`, place: `${at.place}${dot}${name}`, keys }, member);
      }
    } else put(at, value);
  };
  walk({ path: '', place: '', keys: [] }, data);
  return leaves;
}

/** The values that differ, as they stand in the first answer, or in the second where the first has none. */
export function differences(first: Leaves, second: Leaves): readonly Leaf[] {
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].flatMap((path) => {
    const [before, after] = [first.get(path), second.get(path)];
    return before?.value === after?.value ? [] : (before ?? after ?? []);
  });
}

/** Without what follows from a record that came into a list or left it: its own values, and what the list's connection says. */
export function withoutConsequences(changed: readonly Leaf[], first: Leaves, second: Leaves): readonly Leaf[] {
  const moved = changed.filter(({ order }) => order !== undefined);
  const roots = moved.flatMap(({ path }) => {
    const [before = [], after = []] = [first.get(path)?.order, second.get(path)?.order];
    const gone = [...new Set(before).symmetricDifference(new Set(after))].map((key) => `${path}${key}`);
    const connection = /^(.*)\.(?:nodes|edges)$/.exec(path)?.[1];
    const members = ['nodes', 'edges', 'pageInfo', 'totalCount'].map((name) => `${connection}.${name}`);
    return connection === undefined ? gone : [...gone, ...members.filter((member) => member !== path)];
  });
  const isInside = (path: string): boolean =>
    roots.some((root) => path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}#`));
  return changed.filter(({ path }) => !isInside(path));
}
