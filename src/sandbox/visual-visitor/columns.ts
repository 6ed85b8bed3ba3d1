import type { LeadStore } from './lead-store.ts';
import { normaliseDomain, normaliseText } from './text.ts';

/** One member of all leads as numbers of words, filled in as it is read, so that a filter judges each word once. */
export type Column = {
  wordAt(index: number): string;
  /** A test of leads that asks the predicate once per word. */
  test(predicate: (word: string) => boolean): (index: number) => boolean;
};

/** Several words in one, for a member with many values. */
export const WORD_BREAK = '\n';

function plainWord(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** How a filter sees a member: whole values trimmed and in lower case, parts of texts in lower case only. */
function reader(store: LeadStore, member: string): (index: number) => string {
  const of = (index: number): unknown => store.valueOf(index, member);
  if (member === 'visits') return (index) => store.pageUrls(index).join(WORD_BREAK).toLowerCase();
  if (member === 'domain') return (index) => normaliseDomain(of(index));
  if (member === 'companyName' || member === 'referrer') return (index) => plainWord(of(index)).toLowerCase();
  return (index) => normaliseText(plainWord(of(index)));
}

function createColumn(store: LeadStore, member: string): Column {
  const read = reader(store, member);
  const words: string[] = [];
  const numbers = new Map<string, number>();
  // 0 is "not read yet", so numbers start at 1.
  const known = new Uint32Array(store.model.count);
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.push(word);
      numbers.set(word, number);
    }
    return number;
  };
  const numberAt = (index: number): number => {
    if (store.isEdited(index)) return numberOf(read(index));
    const number = known[index] || numberOf(read(index));
    known[index] = number;
    return number;
  };
  const wordOf = (number: number): string => words[number - 1] ?? '';
  return {
    wordAt: (index) => wordOf(numberAt(index)),
    test: (predicate) => {
      const verdicts: (boolean | undefined)[] = [];
      return (index) => {
        const number = numberAt(index);
        const verdict = verdicts[number] ?? predicate(wordOf(number));
        verdicts[number] = verdict;
        return verdict;
      };
    },
  };
}

/** The columns of a store by member, each made when a filter first asks for it. */
export function createColumns(store: LeadStore): (member: string) => Column {
  const columns = new Map<string, Column>();
  return (member) => {
    const column = columns.get(member) ?? createColumn(store, member);
    columns.set(member, column);
    return column;
  };
}
