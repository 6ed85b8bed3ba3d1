import { lastRead } from '../../base/not-read.ts';
import type { Reader } from '../../loading/reader.ts';
import type { ReferenceEntry, ReferenceList } from '../../model/visual-visitor.ts';
import { question, readWhole, type VisualVisitorParts } from './access.ts';
import { VISUAL_VISITOR } from './endpoints.ts';

/**
 * The vendor's vocabularies. They are read for the account itself, also where the record that has a code is a customer's: they are the
 * vendor's, not an account's.
 */
export type ReferenceReads = {
  referenceLists(reader: Reader): Promise<readonly ReferenceList[] | null>;
  /** In the vendor's order; null for a name that no list has. */
  referenceEntries(reader: Reader, name: string): Promise<readonly ReferenceEntry[] | null>;
  /** What its list says of a code; null if it says nothing. */
  referenceEntry(reader: Reader, entry: ReferenceEntry): Promise<ReferenceEntry | null>;
};

/** Names end up in paths. */
const NAME = /^[\w-]{1,64}$/;

export function beginReferenceReads(parts: VisualVisitorParts): ReferenceReads {
  const { answers, client, view } = parts;
  const entries: ReferenceReads['referenceEntries'] = async (reader, name) => {
    if (!NAME.test(name)) return null;
    const asked = question(parts, VISUAL_VISITOR.referenceList, null, { name });
    return lastRead(answers.read(reader, asked, (scope) => client.referenceList(scope, view, name)));
  };
  return {
    referenceLists: (reader) =>
      readWhole(parts, reader, { row: VISUAL_VISITOR.referenceLists, read: client.referenceLists, customer: null }),
    referenceEntries: entries,
    referenceEntry: async (reader, { list, code }) => {
      const found = await entries(reader, list);
      return found?.find((entry) => entry.code.trim() === code) ?? null;
    },
  };
}
