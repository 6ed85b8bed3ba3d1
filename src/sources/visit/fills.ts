import { type Fills, fillCopy, type OnCopy } from '../../loading/fills.ts';
import type { Reader } from '../../loading/reader.ts';
import type { VisitRef } from '../../model/visit.ts';
import type { VisitKind, VisitRecords } from '../../model/visit-records.ts';
import { inExpo } from './access.ts';
import type { Kind } from './kind.ts';
import { allExpoIds, copySource, copyViews, type Ops, placeOf } from './lists.ts';

/** One kind of record in all expos that the keys see. */
async function fillKind<T extends VisitRef>(ops: Ops, kind: Kind<T>, reader: Reader, onCopy: OnCopy): Promise<void> {
  const { parts } = ops;
  for (const expoId of await allExpoIds(ops, reader)) {
    await inExpo(parts, reader, placeOf(kind, expoId), async (view) => {
      for (const one of copyViews(parts, kind, view))
        await fillCopy(kind.collection, reader.scope, copySource(ops, { kind, view: one, expoId }), onCopy);
    });
  }
}

export function visitFills(ops: Ops): Fills {
  const { kinds } = ops.parts;
  const fillOf = <K extends VisitKind>(name: K): [string, (reader: Reader, onCopy: OnCopy) => Promise<void>] => {
    const kind: Kind<VisitRecords[K]> = kinds[name];
    return [kind.collection.spec.name, (reader, onCopy) => fillKind(ops, kind, reader, onCopy)];
  };
  return new Map((Object.keys(kinds) as VisitKind[]).map(fillOf));
}
