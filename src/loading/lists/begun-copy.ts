import type { List, ListRow, Position } from '../../model/list.ts';
import type { Begun, Collection } from '../collections/collection.ts';
import { type CopyQuery, recordsThrough } from '../collections/list-copy.ts';
import type { CopySource } from '../collections/spec.ts';
import { standInReason } from '../fallback.ts';
import { type Reader, settleReading } from '../reader.ts';

export type CopiedList<T> = {
  /** The list from the upstream's own pages. */
  readonly pages: List<T>;
  /** The same list from the copy, once that is up to date. */
  readonly copied: List<T>;
  readonly collection: Collection<T>;
  readonly source: CopySource<T>;
  readonly reader: Reader;
  /** What the list asks of the rows of the copy. */
  readonly passing: Pick<CopyQuery<T>, 'marks' | 'where'>;
};

/** Reads one page of the copy; false: it was not possible. The list's own pages may still be held. */
export async function advanced<T>({ collection, source, reader }: CopiedList<T>): Promise<boolean> {
  try {
    await collection.advance(reader.scope, source);
    return true;
  } catch (error) {
    if (standInReason(error) === undefined) throw error;
    return false;
  }
}

function noteAge<T>({ collection, source, reader }: CopiedList<T>, { asOf }: Begun): void {
  const { spec, nameOf, options } = collection;
  const { scope } = reader;
  const reason = asOf >= scope.startedAt ? null : 'CACHE';
  if (reason !== null) {
    const { upstream, id: endpoint } = spec.row;
    scope.meter.onHit({ upstream, endpoint, key: nameOf(source), reason, asOf });
  }
  settleReading(reader, { value: null, asOf, reason }, options.clock.now());
}

/**
 * A list from a copy by revision that is being read for the first time: as far as that has come its rows cost nothing, and the list's own
 * pages go on behind them. Where joins of the operation want the same copy, its next page is read in place of the list's own, until one
 * holds rows that do not pass: so the list takes one call more than its own pages at most, and the joins need not make it.
 */
export async function* rowsOfBegun<T>(list: CopiedList<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  const { pages, copied, collection, source, reader, passing } = list;
  const { scope } = reader;
  let mayAdvance = scope.joined.has(collection.spec.row.id) && scope.planning !== true;
  let place = after;
  for (;;) {
    const begun = await collection.begun(scope, source);
    if (begun === null) break;
    const isOnward = begun.through > (place?.s ?? '');
    if (isOnward) noteAge(list, begun);
    for await (const { item, sort, passes } of recordsThrough(collection, source, passing, {
      after: place?.s,
      through: begun.through,
    })) {
      if (passes) yield { item, position: { s: sort }, more: undefined };
      else mayAdvance = false;
    }
    if (isOnward) place = { s: begun.through };
    // A cursor further down has a page of its own to go on with.
    const isNext = (place?.s ?? '') === begun.through;
    if (!mayAdvance || !isNext || !(await advanced(list))) break;
    if (await collection.isFresh(scope, source)) {
      yield* copied.rows(place);
      return;
    }
  }
  yield* pages.rows(place);
}
