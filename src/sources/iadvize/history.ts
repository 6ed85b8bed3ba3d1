import { type Drift, decimal, digits, type Leaf, text, WRONG } from '../../base/decode.ts';
import type { ConversationMessage } from '../../model/iadvize.ts';
import { localTime } from './wire.ts';

/** One entry: who, what, and when as far as it was told: on the website's clocks, and perhaps in epoch milliseconds. */
export type HistoryEntry = Pick<ConversationMessage, 'author' | 'kind' | 'text'> & {
  readonly local: string | null;
  readonly epochMs: number | null;
};

const TYPES: Readonly<Record<string, Pick<HistoryEntry, 'author' | 'kind'>>> = {
  1: { author: 'OPERATOR', kind: 'text' },
  2: { author: 'VISITOR', kind: 'text' },
  3: { author: 'SYSTEM', kind: 'notification' },
  5: { author: 'UNKNOWN', kind: 'link' },
  6: { author: 'OPERATOR', kind: 'rich' },
  7: { author: 'VISITOR', kind: 'rich' },
};

/** The value, or null with drift; absent is null without. */
function member<T>(leaf: Leaf<T>, input: unknown, drift: Drift, field: string): T | null {
  if (input === null || input === undefined) return null;
  const value = leaf(input, drift, field);
  if (value !== WRONG) return value;
  drift(field);
  return null;
}

/** `[type, "YYYY-MM-DD HH:MM:SS", text, epoch milliseconds?]` */
function entryOf(input: unknown, drift: Drift): HistoryEntry | null {
  const type = Array.isArray(input) ? digits(input[0], drift, 'history[]') : WRONG;
  if (!Array.isArray(input) || type === WRONG) {
    drift('history[]');
    return null;
  }
  return {
    ...(TYPES[type] ?? { author: 'UNKNOWN', kind: type }),
    local: member(localTime, input[1], drift, 'history[].time'),
    text: member(text, input[2], drift, 'history[].text'),
    epochMs: member(decimal, input[3], drift, 'history[].epoch'),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A text of one JSON array of entries, or of entries one after another, with or without commas between and braces around them. */
function entriesInText(json: string): readonly unknown[] | null {
  const bare = json.trim().replace(/^\{\s*(\[[\s\S]*\])\s*\}$/, '$1');
  if (bare === '') return [];
  const whole = parse(bare) ?? parse(`[${bare}]`) ?? parse(`[${bare.replace(/\]\s*\[(?=\s*\d+\s*,\s*")/g, '],[')}]`);
  if (!Array.isArray(whole)) return null;
  // One entry alone is an array too, but one that begins with its type.
  return whole.length > 0 && !Array.isArray(whole[0]) ? [whole] : whole;
}

/** The history as sent, in any of its shapes. Null, and drift, when it cannot be read apart. */
export function readHistory(input: unknown, drift: Drift): readonly HistoryEntry[] | null {
  if (input === null || input === undefined) return [];
  const entries = Array.isArray(input) ? input : typeof input === 'string' ? entriesInText(input) : null;
  if (entries === null) {
    drift('history');
    return null;
  }
  return entries.map((entry) => entryOf(entry, drift)).filter((entry) => entry !== null);
}
