import { UpstreamError } from '../../base/errors.ts';
import { type HeldRow, isAbsent } from '../../store/rows.ts';
import type { CallScope } from '../../transport/call.ts';
import { isStillDown, nameDeadline, standInReason } from '../fallback.ts';
import type { HeldReason } from '../meter.ts';
import { agesFor, type Reading, type ReadScope } from '../reader.ts';
import { mayTryPage } from '../room.ts';
import type { Standing } from './again.ts';
import { missingReads } from './planned-reads.ts';
import { isRenewedFor } from './renewal.ts';
import type { Search, Way } from './search.ts';

/** No age is young enough: only what was read since the operation began. */
const JUST_READ = Number.NEGATIVE_INFINITY;

type Found<T> = Map<string, Reading<T | null>>;

function reasonFor(scope: ReadScope, asOf: number): HeldReason | null {
  return asOf >= scope.startedAt ? null : 'CACHE';
}

/** That a record is absent is held beside its row, so that a deleted record keeps its tombstone. The later reading counts. */
function later(row: HeldRow | undefined, absent: HeldRow | undefined): HeldRow | undefined {
  if (row === undefined || absent === undefined) return row ?? absent;
  return absent.readAt > row.readAt ? absent : row;
}

function byId<T>({ collection, source }: Search<T>): Way<T> {
  const absentId = (id: string): string => `absent:${id}`;
  return {
    absentId,
    mayBeDropped: (id, again) => Object.hasOwn(again, id),
    rowsOf: async (name, ids) => {
      const held = await collection.copies.rows(name, [...ids, ...ids.map(absentId)]);
      const rows = new Map(held.map((row) => [row.id, row]));
      const found = ids.map((id) => [id, later(rows.get(id), rows.get(absentId(id)))] as const);
      return new Map(found.filter((entry): entry is readonly [string, HeldRow] => entry[1] !== undefined));
    },
    item: source.itemEndpoint,
    fetch: source.readOne,
  };
}

function byTerm<T>({ collection }: Search<T>, { term, fetch }: Index<T>): Way<T> {
  const absentId = (value: string): string => `${term}:${value}`;
  return {
    absentId,
    mayBeDropped: (_value, again) => Object.keys(again).length > 0,
    rowsOf: async (name, values) => {
      const absent = await collection.copies.rows(name, values.map(absentId));
      const rows = new Map(absent.map((row) => [row.id.slice(term.length + 1), row]));
      for (const value of values) {
        const [row] = await collection.copies.find(name, { term: [term, value], direction: 'descending', limit: 1 });
        const latest = later(row, rows.get(value));
        if (latest !== undefined) rows.set(value, latest);
      }
      return rows;
    },
    item: undefined,
    fetch,
  };
}

/** Whether it was fresh when the operation was planned: by itself, or with all of its copy. */
function isPinned({ pinned }: ReadScope, copy: string, row: string): boolean {
  return pinned.has(copy) || pinned.has(row);
}

/** When a record was last known to be so, epoch milliseconds: read by itself, or proven by its complete copy. What was dropped since is not known. */
function asOfOf(key: string, row: HeldRow | undefined, { completeAt, again }: Standing, isProven: boolean): number {
  const never = Number.NEGATIVE_INFINITY;
  if (row !== undefined && row.readAt <= (again[row.id] ?? again[key] ?? never)) return never;
  return Math.max(row?.readAt ?? never, (isProven ? completeAt : null) ?? never);
}

/** What is held and young enough, absent keys of a complete copy included. */
async function lookUp<T>(
  { collection, scope, source, isWhole }: Search<T>,
  way: Way<T>,
  keys: readonly string[],
  maxAgeSeconds: number,
): Promise<Found<T>> {
  const { options, spec } = collection;
  const name = collection.nameOf(source);
  const standing = await collection.standing(source);
  const rows = await way.rowsOf(name, keys);
  const found: Found<T> = new Map();
  for (const key of keys) {
    const row = rows.get(key);
    const absent = row === undefined || isAbsent(row);
    const isProven = !absent || (spec.partial !== true && !way.mayBeDropped(key, standing.again));
    const asOf = asOfOf(key, row, standing, isProven);
    const id = way.absentId(key);
    const hitKey = `${name} ${id}`;
    // What the upstream publishes adds records: it changes none that is known.
    const since = scope.wish.mode === 'only-held' ? undefined : source.since;
    const outdated = absent && asOf < (since ?? Number.NEGATIVE_INFINITY);
    const young = !outdated && (options.clock.now() - asOf) / 1000 <= maxAgeSeconds;
    const verified = scope.wish.mode !== 'verify' || asOf >= scope.startedAt;
    if (asOf < scope.startedAt && !(young && verified) && !(Number.isFinite(asOf) && isPinned(scope, name, hitKey)))
      continue;
    const item = row === undefined ? null : collection.parse(row);
    if (item !== null && isWhole?.(item) === false) continue;
    const reason = reasonFor(scope, asOf);
    if (scope.planning) scope.pinned.add(hitKey);
    if (reason !== null) {
      const { upstream, id: endpoint } = spec.row;
      scope.meter.onHit({ upstream, endpoint, key: hitKey, reason, asOf });
      scope.meter.limitKeeping(asOf + maxAgeSeconds * 1000);
    }
    found.set(key, { value: item, asOf, reason });
  }
  return found;
}

/** Reads one record by itself and keeps it, or that there is none. */
async function readOne<T>(search: Search<T>, way: Way<T>, key: string): Promise<Reading<T | null>> {
  const { collection, scope, source } = search;
  const { options, spec } = collection;
  const { fetch } = way;
  if (fetch === undefined) throw new UpstreamError(spec.row.upstream, 'UPSTREAM_REJECTED');
  const id = way.absentId(key);
  return options.flights.join(`one of ${collection.nameOf(source)} ${id}`, scope, async (flight) => {
    // A read that ended between the look at the store and this one makes this one needless.
    const justRead = (await lookUp(search, way, [key], JUST_READ)).get(key);
    if (justRead !== undefined) return justRead;
    const asOf = options.clock.now();
    const item = await fetch(flight, key);
    if (item === null) await collection.putAbsent(source, id, asOf);
    else await collection.put(source, [item], asOf);
    return { value: item, asOf, reason: null };
  });
}

async function readOneOrHeld<T>(
  search: Search<T>,
  way: Way<T>,
  key: string,
  usable: number,
): Promise<Reading<T | null>> {
  try {
    return await readOne(search, way, key);
  } catch (error) {
    return heldInstead(search, way, key, { failure: error, usable });
  }
}

/** What is held stands in for a call that is not possible. */
async function heldInstead<T>(
  search: Search<T>,
  way: Way<T>,
  key: string,
  { failure, usable }: { readonly failure: unknown; readonly usable: number },
): Promise<Reading<T | null>> {
  const named = nameDeadline(failure, search.collection.spec.row.upstream);
  const reason = standInReason(named);
  if (reason === undefined) throw named;
  const held = await lookUp({ ...search, scope: unverified(search.scope) }, way, [key], usable);
  const reading = held.get(key);
  if (reading === undefined) throw named;
  return { ...reading, reason };
}

/** The same operation, content with what is held. */
function unverified(scope: ReadScope): ReadScope {
  return { ...scope, wish: { ...scope.wish, mode: 'only-held' } };
}

async function gather<T>(
  search: Search<T>,
  way: Way<T>,
  wanted: readonly string[],
): Promise<Map<string, Reading<T | null> | Error>> {
  const { collection, scope } = search;
  const keys = [...new Set(wanted)];
  const { fresh, usable } = agesFor(scope.wish, collection.options.agesOf(collection.spec.row));
  const found: Map<string, Reading<T | null> | Error> = new Map();
  const take = async (maxAge: number): Promise<readonly string[]> => {
    const missing = keys.filter((key) => !found.has(key));
    for (const [key, reading] of await lookUp(search, way, missing, maxAge)) found.set(key, reading);
    return missing.filter((key) => !found.has(key));
  };
  if (scope.wish.mode === 'only-held') {
    const refusal = new UpstreamError(collection.spec.row.upstream, 'QUOTA_EXCEEDED');
    for (const key of await take(usable)) found.set(key, refusal);
    return found;
  }
  if (scope.planning) {
    const missing = await take(fresh);
    const read = missing.length === 0 ? undefined : await missingReads(search, way, missing);
    for (const key of missing) if (read !== undefined) found.set(key, read);
    return found;
  }
  await collection.touch(search.source);
  const { missing, down } = await byPages(search, way, await take(fresh), () => take(fresh));
  const one = (key: string): Promise<Reading<T | null>> =>
    down === undefined
      ? readOneOrHeld(search, way, key, usable)
      : heldInstead(search, way, key, { failure: down, usable });
  await Promise.all(missing.map(async (key) => found.set(key, await one(key).catch((error: Error) => error))));
  return found;
}

/** Reads pages while they are the cheaper way: what is missing afterwards, and the failure that leaves no other way. */
async function byPages<T>(
  search: Search<T>,
  way: Way<T>,
  wanted: readonly string[],
  take: () => Promise<readonly string[]>,
): Promise<{ readonly missing: readonly string[]; readonly down?: unknown }> {
  const { collection, scope, source, isWhole, singly: eachSingly } = search;
  const singly = way.fetch !== undefined;
  let missing = wanted;
  if (eachSingly === true || isWhole !== undefined || wanted.length === 0) return { missing };
  const least = singly && (await isRenewedFor(search, wanted, way.rowsOf)) ? 0 : 1;
  for (let pages = 0; singly ? missing.length > Math.max(least, pages) : missing.length > 0; pages += 1) {
    // What a complete part does not hold, its pages do not bring.
    if (collection.spec.partial === true && (await collection.isFresh(scope, source))) break;
    if (singly && !(await mayTryPage(scope, collection.spec.row, missing.length))) break;
    try {
      scope.waiting.set(collection.pageKey(source), missing.length);
      await collection.advance(scope, source);
    } catch (error) {
      const failure = nameDeadline(error, collection.spec.row.upstream);
      if (standInReason(failure) === undefined) throw error;
      return !singly || isStillDown(failure) ? { missing, down: failure } : { missing };
    }
    missing = await take();
  }
  return { missing };
}

/** An index to look records up by instead of their ids: the newest record that each text leads to. */
export type Index<T> = {
  readonly term: string;
  /** Asks the upstream for the record of one text. */
  readonly fetch: (scope: CallScope, value: string) => Promise<T | null>;
};

function wayOf<T>(search: Search<T>, index: Index<T> | undefined): Way<T> {
  return index === undefined ? byId(search) : byTerm(search, index);
}

/**
 * Many records by id (or by an index). One that is missing is read singly; several by pages until all are found, but by no more
 * pages than keys are still missing, then singly; unless a page told that the upstream is down. Where single reads just fit in what the
 * windows have left, no page is tried first. An error belongs to its key alone.
 */
export function findMany<T>(
  search: Search<T>,
  keys: readonly string[],
  index?: Index<T>,
): Promise<Map<string, Reading<T | null> | Error>> {
  return gather(search, wayOf(search, index), keys);
}

/** Those of the records that are held and fresh for this operation. */
export function findHeld<T>(
  search: Search<T>,
  keys: readonly string[],
  index?: Index<T>,
): Promise<ReadonlyMap<string, Reading<T | null>>> {
  const { collection, scope } = search;
  const { fresh } = agesFor(scope.wish, collection.options.agesOf(collection.spec.row));
  return lookUp(search, wayOf(search, index), keys, fresh);
}
