import { UpstreamError } from '../../base/errors.ts';
import type { HeldRow } from '../../store/store.ts';
import { nameDeadline, standInReason } from '../fallback.ts';
import type { HeldReason } from '../meter.ts';
import { agesFor, type Reading, type ReadScope } from '../reader.ts';
import type { Collection } from './collections.ts';
import type { CopySource } from './spec.ts';

type Search<T> = { readonly collection: Collection<T>; readonly scope: ReadScope; readonly source: CopySource<T> };
type Found<T> = Map<string, Reading<T | null>>;

function reasonFor(scope: ReadScope, asOf: number): HeldReason | null {
  return asOf >= scope.startedAt ? null : 'CACHE';
}

/** What is held and young enough, absent ids of a complete copy included. */
async function lookUp<T>(
  { collection, scope, source }: Search<T>,
  ids: readonly string[],
  maxAgeSeconds: number,
): Promise<Found<T>> {
  const { options, spec } = collection;
  const name = collection.nameOf(source);
  const completeAt = (await collection.completeAt(source)) ?? Number.NEGATIVE_INFINITY;
  const rows = new Map((await collection.copies.rows(name, ids)).map((row): [string, HeldRow] => [row.id, row]));
  const found: Found<T> = new Map();
  for (const id of ids) {
    const row = rows.get(id);
    const asOf = Math.max(row?.readAt ?? Number.NEGATIVE_INFINITY, completeAt);
    const young = (options.clock.now() - asOf) / 1000 <= maxAgeSeconds;
    const verified = scope.wish.mode !== 'verify' || asOf >= scope.startedAt;
    if (asOf < scope.startedAt && !(young && verified)) continue;
    const reason = reasonFor(scope, asOf);
    if (reason !== null)
      scope.meter.onHit({ upstream: spec.row.upstream, endpoint: spec.row.id, key: `${name} ${id}` });
    found.set(id, { value: row === undefined ? null : collection.parse(row), asOf, reason });
  }
  return found;
}

/** Reads one record by itself and keeps it. */
async function readOne<T>({ collection, scope, source }: Search<T>, id: string): Promise<Reading<T | null>> {
  const { options, spec } = collection;
  const { readOne: fetch } = source;
  if (fetch === undefined) throw new UpstreamError(spec.row.upstream, 'UPSTREAM_REJECTED');
  return options.flights.join(`one of ${collection.nameOf(source)} ${id}`, scope, async (flight) => {
    const asOf = options.clock.now();
    const item = await fetch(flight, id);
    if (item === null) await collection.putAbsent(source, id, asOf);
    else await collection.put(source, [item], asOf);
    return { value: item, asOf, reason: null };
  });
}

async function readOneOrHeld<T>(search: Search<T>, id: string, usable: number): Promise<Reading<T | null>> {
  const { spec } = search.collection;
  try {
    return await readOne(search, id);
  } catch (error) {
    const failure = nameDeadline(error, spec.row.upstream);
    const reason = standInReason(failure);
    const held =
      reason === undefined
        ? undefined
        : (await lookUp({ ...search, scope: unverified(search.scope) }, [id], usable)).get(id);
    if (held === undefined || reason === undefined) throw failure;
    return { ...held, reason };
  }
}

/** The same operation, content with what is held. */
function unverified(scope: ReadScope): ReadScope {
  return { ...scope, wish: { ...scope.wish, mode: 'only-held' } };
}

/**
 * Many records by id. One that is missing is read singly; several by pages until all are found, but by no more pages than ids are
 * still missing, then singly. An error belongs to its id alone.
 */
export async function findMany<T>(
  search: Search<T>,
  ids: readonly string[],
): Promise<Map<string, Reading<T | null> | Error>> {
  const { collection, scope } = search;
  const { fresh, usable } = agesFor(scope.wish, collection.options.agesOf(collection.spec.row));
  const found: Map<string, Reading<T | null> | Error> = new Map();
  const take = async (maxAge: number): Promise<readonly string[]> => {
    const missing = ids.filter((id) => !found.has(id));
    for (const [id, reading] of await lookUp(search, missing, maxAge)) found.set(id, reading);
    return missing.filter((id) => !found.has(id));
  };
  if (scope.wish.mode === 'only-held') {
    const refusal = new UpstreamError(collection.spec.row.upstream, 'QUOTA_EXCEEDED');
    for (const id of await take(usable)) found.set(id, refusal);
    return found;
  }
  let missing = await take(fresh);
  const singly = search.source.readOne !== undefined;
  for (let pages = 0; missing.length > 1 && (!singly || pages < missing.length); pages += 1) {
    try {
      await collection.advance(scope, search.source);
    } catch (error) {
      if (standInReason(nameDeadline(error, collection.spec.row.upstream)) === undefined) throw error;
      break;
    }
    missing = await take(fresh);
  }
  await Promise.all(
    missing.map(async (id) => found.set(id, await readOneOrHeld(search, id, usable).catch((error: Error) => error))),
  );
  return found;
}
