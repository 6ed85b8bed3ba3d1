import type { CallScope } from '../../transport/call.ts';
import { againOf, type WithAgain } from './again.ts';
import type { Collection } from './collection.ts';
import { toRows } from './copy-row.ts';
import type { CopySource } from './spec.ts';

type Reading<T> = { readonly collection: Collection<T>; readonly source: CopySource<T>; readonly flight: CallScope };

/**
 * Reads one of the records again, singly unless that has happened already, and writes it with the state that is left. Where no record can
 * be read by itself, the copy begins from `empty`: there is no other way to it.
 */
export async function readOneAgain<T, S extends WithAgain>(
  { collection, source, flight }: Reading<T>,
  state: S,
  { now, empty }: { readonly now: number; readonly empty: S },
): Promise<void> {
  const { spec, copies, nameOf } = collection;
  const name = nameOf(source);
  const [[id, at] = ['', now], ...others] = Object.entries(againOf(state));
  if (source.readOne === undefined) return copies.write(name, [], JSON.stringify(empty));
  const left = JSON.stringify({ ...state, again: Object.fromEntries(others) });
  const [known] = await copies.rows(name, [id]);
  if (known !== undefined && known.readAt > at) return copies.write(name, [], left);
  const item = await source.readOne(flight, id);
  if (item === null) await copies.dropRows(name, [id]);
  await copies.write(name, item === null ? [] : toRows(spec, [item], now), left);
}
