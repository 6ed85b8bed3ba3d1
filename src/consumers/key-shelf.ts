/** Whether two texts of bytes of one length are equal, in a time that does not tell where they differ. */
export type EqualBytes = (a: Uint8Array, b: Uint8Array) => boolean;

/** Finds what belongs to a digest. */
export type KeyShelf<T> = (digest: Buffer) => T | undefined;

const SHELF_BYTES = 6;
const NOBODY = Buffer.alloc(32);

/**
 * Digests stand on shelves named by their first bytes; a whole digest is compared by `equal` alone, once for a known key and once for an
 * unknown one. That the time of finding the shelf may tell something about those first bytes is no harm: nobody can choose a key by its digest.
 */
export function createKeyShelf<T>(
  entries: Iterable<readonly [digest: Buffer, value: T]>,
  equal: EqualBytes,
): KeyShelf<T> {
  const shelves = new Map<number, readonly (readonly [digest: Buffer, value: T])[]>();
  const nameOf = (digest: Buffer): number => digest.readUIntBE(0, SHELF_BYTES);
  for (const entry of entries) shelves.set(nameOf(entry[0]), [...(shelves.get(nameOf(entry[0])) ?? []), entry]);
  return (digest) => {
    const shelf = shelves.get(nameOf(digest));
    if (shelf === undefined) equal(NOBODY, digest);
    return shelf?.find(([held]) => equal(held, digest))?.[1];
  };
}
