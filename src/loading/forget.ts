import type { HeldRow } from '../store/rows.ts';
import type { CopyStore, Store } from '../store/store.ts';
import { DROPPED, forgetDrops } from './drop.ts';

/** A copy without rows: its state changes whenever somebody was forgotten, for gateways to see. */
const MARK = 'forgotten';
const CHUNK = 500;

/** The copies of people, with the term by which other records of their upstream refer to one, and what of the person it names. */
const PEOPLE: readonly {
  readonly copies: string;
  readonly upstream: string;
  readonly term: string;
  readonly by: string;
}[] = [
  { copies: 'visit.visitors ', upstream: 'visit.', term: 'visitor', by: 'id' },
  { copies: 'iadvize.visitors ', upstream: 'iadvize.', term: 'uid', by: 'uniqueId' },
];

type Term = readonly [name: string, value: string];

/** How many records were removed, and from how many others the address was. */
export type Forgotten = { readonly removed: number; readonly cleared: number };

/** Takes an address out of a record: null in the place of a text that is nothing else. Undefined if the record does not name it. */
function createEraser(address: string): (body: string) => string | undefined {
  const literal = address.replace(/[^\w@]/g, '\\$&');
  // Not where it is a part of a longer address.
  const whole = new RegExp(`(?<![\\w.!#$%&'*+/=?^\`{|}~-])${literal}(?![\\w-]|\\.\\w)`, 'gi');
  const erase = (_name: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const rest = value.replace(whole, '');
    return rest.trim() === '' && rest !== value ? null : rest;
  };
  return (body) => {
    // Reading JSON is dear, and most records do not hold these characters at all.
    if (!body.toLowerCase().includes(address)) return undefined;
    const cleared = JSON.stringify(JSON.parse(body), erase);
    return cleared === body ? undefined : cleared;
  };
}

async function* rowsOf(copies: CopyStore, copy: string): AsyncGenerator<HeldRow> {
  for (let after: string | undefined; ; ) {
    const rows = await copies.find(copy, { direction: 'ascending', after, limit: CHUNK });
    yield* rows;
    after = rows.at(-1)?.sort;
    if (rows.length < CHUNK) return;
  }
}

function withTerm(copies: CopyStore, copy: string, term: Term): Promise<readonly HeldRow[]> {
  return copies.find(copy, { term, direction: 'ascending', limit: Number.MAX_SAFE_INTEGER });
}

/** The terms under which other records refer to a person, from that person's own records in one copy. */
function referencesFrom(
  copy: string,
  rows: readonly HeldRow[],
): readonly { readonly upstream: string; readonly term: Term }[] {
  return PEOPLE.filter(({ copies }) => copy.startsWith(copies)).flatMap(({ upstream, term, by }) =>
    rows.flatMap(({ body }) => {
      const value = (JSON.parse(body ?? '{}') as Readonly<Record<string, unknown>>)[by];
      return typeof value === 'string' ? [{ upstream, term: [term, value] as const }] : [];
    }),
  );
}

/**
 * Removes a person from all held copies: the records that are found by the (normal) address, and those that refer to them. From other
 * records that name it, the address goes. It costs no call: a copy then is as if its upstream had removed the person, too.
 */
export async function forgetPerson(copies: CopyStore, address: string): Promise<Forgotten> {
  const names = (await copies.names()).filter((name) => name !== MARK && name !== DROPPED);
  const own = new Map<string, readonly HeldRow[]>();
  for (const name of names) own.set(name, await withTerm(copies, name, ['email', address]));
  const references = [...own].flatMap(([name, rows]) => referencesFrom(name, rows));
  const erase = createEraser(address);
  let [removed, cleared] = [0, 0];
  for (const [name, rows] of own) {
    const ids = new Set(rows.map(({ id }) => id));
    for (const { upstream, term } of references)
      if (name.startsWith(upstream)) for (const { id } of await withTerm(copies, name, term)) ids.add(id);
    await copies.dropRows(name, [...ids]);
    removed += ids.size;
    for await (const { id, body } of rowsOf(copies, name)) {
      const rest = erase(body ?? '');
      if (rest === undefined) continue;
      await copies.setBody(name, id, rest);
      cleared += 1;
    }
  }
  await forgetDrops(copies);
  await copies.write(MARK, [], String(Number(await copies.state(MARK)) + 1));
  return { removed, cleared };
}

/** From all that a store holds. Shared answers cannot be searched, so all of them go, before gateways are told to drop their own. */
export async function forgetEverywhere(
  { copies, answers, shred }: Pick<Store, 'copies' | 'answers' | 'shred'>,
  address: string,
): Promise<Forgotten> {
  await answers?.clear();
  const forgotten = await forgetPerson(copies, address);
  await shred?.();
  return forgotten;
}

/** Looks whether anybody was forgotten since the last look: then what is held beside the copies must go, too. */
export function createForgetWatch(copies: CopyStore): () => Promise<boolean> {
  let known: string | null | undefined;
  return async () => {
    const before = known;
    known = await copies.state(MARK);
    return before !== undefined && before !== known;
  };
}
