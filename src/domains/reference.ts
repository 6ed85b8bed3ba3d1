import type { GraphQLResolveInfo } from 'graphql';
import { known, selectsOnly } from './selection.ts';

const REFERENCE = ['id', 'sourceId'];

type Identified = { readonly id: string };

/** The record that an id refers to: read only if more of it than its ids is selected. */
export function referred<T extends Identified>(
  info: GraphQLResolveInfo,
  id: string | null,
  read: (id: string) => Promise<T | null>,
): T | null | Promise<T | null> {
  if (id === null) return null;
  return selectsOnly(info, REFERENCE) ? (known<Identified>({ id }) as T) : read(id);
}

/** The records that ids refer to, in their order, as far as they exist; null if the ids are not known. */
export async function allReferred<T extends Identified>(
  info: GraphQLResolveInfo,
  ids: readonly string[] | null,
  read: (id: string) => Promise<T | null>,
): Promise<T[] | null> {
  if (ids === null) return null;
  const found = await Promise.all([...new Set(ids)].map((id) => referred(info, id, read)));
  return found.filter((one) => one !== null);
}
