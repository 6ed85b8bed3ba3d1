import { createBatches } from '../../base/batches.ts';
import { lastRead } from '../../base/not-read.ts';
import type { Reader } from '../../loading/reader.ts';
import type { Expo, ExpoDetail } from '../../model/visit-expo.ts';
import { exposByKey, inExpo, placeName, type VisitParts } from './access.ts';
import { VISIT } from './endpoints.ts';

/** The expos among the ids that the keys see, from their lists: read no further than until all are found. */
async function findExpos(
  parts: VisitParts,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Expo>> {
  const found = new Map<string, Expo>();
  for (const { list } of await exposByKey(parts, reader, {})) {
    if (found.size === ids.length) break;
    for await (const { item } of list.rows()) {
      if (ids.includes(item.id)) found.set(item.id, item);
      if (found.size === ids.length) break;
    }
  }
  return found;
}

/** One expo is read by itself; several, or with a list at hand, from the list. */
export function expoById(parts: VisitParts): (reader: Reader, id: string) => Promise<Expo | null> {
  type Asked = { readonly id: string; readonly reader: Reader };
  const loader = createBatches<Asked, Expo | null, string>(
    async (asked) => {
      const [first] = asked;
      const [view, ...others] = parts.views.each;
      if (first === undefined || view === undefined) return asked.map(() => null);
      const listed = { row: VISIT.expos, visibility: view.visibility, args: { from: '0' } };
      if (asked.length > 1 || others.length > 0 || (await parts.answers.isFresh(first.reader.scope, listed))) {
        const found = await findExpos(
          parts,
          first.reader,
          asked.map(({ id }) => id),
        );
        return asked.map(({ id }) => found.get(id) ?? null);
      }
      const question = { row: VISIT.expo, visibility: view.visibility, args: { id: first.id } };
      const read = parts.answers.read(first.reader, question, (scope) => parts.client.expo(scope, view, first.id));
      return [await lastRead(read)];
    },
    { cacheKeyFn: ({ id }) => id },
  );
  return (reader, id) => loader.load({ id, reader });
}

/** What an expo's own endpoint tells, read with a key that sees the expo. */
export function expoDetail(parts: VisitParts): (reader: Reader, id: string) => Promise<ExpoDetail | null> {
  return (reader, id) => {
    const place = { expoId: id, leads: false };
    return inExpo(parts, reader, place, async (view) => {
      const question = { row: VISIT.expo, visibility: view.visibility, args: { id } };
      const expo = await parts.answers.read(reader, question, (scope) =>
        parts.views.attempt(view, placeName(place), (allowed) => parts.client.expo(scope, allowed, id)),
      );
      return expo?.detail ?? null;
    });
  };
}
