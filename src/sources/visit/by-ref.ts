import { createBatches } from '../../base/batches.ts';
import { NotFound } from '../../base/errors.ts';
import { lastRead } from '../../base/not-read.ts';
import { findMany } from '../../loading/collections/find-many.ts';
import { isRefusal } from '../../loading/key-views.ts';
import { type Reader, type Reading, settleReading } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { VisitRef } from '../../model/visit.ts';
import { inExpo } from './access.ts';
import type { Kind } from './kind.ts';
import { copySource, copyViews, failIfUnknown, type Ops, placeOf } from './lists.ts';

type Asked = { readonly ref: VisitRef; readonly reader: Reader };
type Found<T> = Map<string, Reading<T | null> | Error>;

function isFound<T>(reading: Reading<T | null> | Error | undefined): boolean {
  return reading !== undefined && !(reading instanceof Error) && reading.value !== null;
}

/** Records of one expo by id, as one view sees them: where each key sees only its own, key by key until all are found. */
async function findIn<T extends VisitRef>(
  ops: Ops,
  reader: Reader,
  { kind, view, expoId, whole }: { kind: Kind<T>; view: View; expoId: string; whole: boolean },
  ids: readonly string[],
): Promise<Found<T>> {
  const { parts } = ops;
  const { scope } = reader;
  const found: Found<T> = new Map();
  for (const one of copyViews(parts, kind, view)) {
    const missing = ids.filter((id) => !isFound(found.get(id)));
    if (missing.length === 0) break;
    const place = { kind, view: one, expoId };
    await failIfUnknown(parts, reader, place);
    const source = copySource(ops, place);
    const { collection, isWhole } = kind;
    const readings = await findMany({ collection, scope, source, isWhole: whole ? isWhole : undefined }, missing);
    const refused = [...readings.values()].find(isRefusal);
    if (refused !== undefined) throw refused;
    // That one key does not see it says less than the failure of another.
    for (const [id, reading] of readings) if (!found.has(id) || isFound(reading)) found.set(id, reading);
  }
  return found;
}

/** Loads single records of one kind, batched by expo. `whole`: with all that only the item endpoint tells. */
export function byRef<T extends VisitRef>(
  ops: Ops,
  kind: Kind<T>,
  whole: boolean,
): (reader: Reader, ref: VisitRef) => Promise<T | null> {
  const keyOf = ({ ref }: Asked): string => `${ref.expoId} ${ref.id}`;
  const loadAll = async (asked: readonly Asked[]): Promise<readonly (Reading<T | null> | Error)[]> => {
    const groups = Map.groupBy(asked, ({ ref }) => ref.expoId);
    const found: Found<T> = new Map();
    await Promise.all(
      [...groups].map(async ([expoId, group]) => {
        const [first] = group;
        if (first === undefined) return;
        const ids = group.map(({ ref }) => ref.id);
        const readings = await inExpo(ops.parts, first.reader, placeOf(kind, expoId), (view) =>
          findIn(ops, first.reader, { kind, view, expoId, whole }, ids),
        ).catch((error: Error) => error);
        for (const id of ids)
          found.set(`${expoId} ${id}`, readings instanceof Error ? readings : (readings.get(id) ?? new NotFound()));
      }),
    );
    return asked.map((one) => found.get(keyOf(one)) ?? new NotFound());
  };
  const loader = createBatches<Asked, Reading<T | null>, string>(loadAll, { cacheKeyFn: keyOf });
  return async (reader, ref) => {
    try {
      return settleReading(reader, await lastRead(loader.load({ ref, reader })), ops.clock.now());
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };
}
