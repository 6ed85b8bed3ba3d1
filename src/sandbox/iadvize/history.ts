import type { Random } from '../kit/random.ts';
import { toLocal } from './local-time.ts';

/** One entry of a conversation. `type` as the vendor numbers them: 1 and 6 operator, 2 and 7 visitor, 3 software, 5 link. */
export type HistoryEntry = {
  readonly type: number;
  /** Epoch milliseconds of the second that the text form shows. */
  readonly at: number;
  readonly text: string;
  /** The vendor's second clock, up to 1.4 s later; null where the entry carries none. */
  readonly epochMs: number | null;
};

type Line = readonly [type: number, text: string];

const STREAM = 'iadvize-history';
const QUESTIONS = [
  'Do I need a visa letter?',
  'Is booth B12 still free?',
  'Où est la salle 3 ?',
  'Can I change the name on my ticket?',
  'It says "sold out" – really?',
] as const;
const ANSWERS = [
  'I check it, thank you for your patience',
  'Yes, of course.',
  'Voilà, c’est fait.',
  'It was sent on Monday.',
] as const;

function exchange(random: Random, seat: number): Line[] {
  const lines: Line[] = [
    [2, random.pick(`${STREAM}-question`, seat, QUESTIONS)],
    [1, random.pick(`${STREAM}-answer`, seat, ANSWERS)],
  ];
  const draw = random.fraction(`${STREAM}-rich`, seat);
  if (draw < 0.12) lines.push([7, `https://files.expo.example/in/${seat}.png`]);
  else if (draw < 0.24) lines.push([6, `https://files.expo.example/out/${seat}.png`]);
  else if (draw < 0.3) lines.push([4, 'form:callback']);
  else if (draw < 0.36) lines.push([3, 'OPERATOR_TRANSFER']);
  return lines;
}

function linesOf(random: Random, index: number, answered: boolean, firstName: string): Line[] {
  const lines: Line[] = [
    [5, 'https://www.expo.example/tickets?ref=chat'],
    [3, 'The chat rule has been activated.'],
    [2, `Hello, this is ${firstName}`],
  ];
  if (!answered) return [...lines, [3, 'VISITOR_CHAT_CLOSE']];
  lines.push([1, 'Hello, how can I help you?']);
  const rounds = random.integer(`${STREAM}-rounds`, index, 5);
  for (let round = 0; round < rounds; round += 1) lines.push(...exchange(random, index * 8 + round));
  return [...lines, [3, 'OPERATOR_CHAT_CLOSE']];
}

export type ConversationFacts = {
  readonly index: number;
  readonly startedAt: number;
  readonly answered: boolean;
  readonly firstName: string;
  /** Nothing happens after it. */
  readonly until: number;
};

/** The course of one conversation, in the order of time. */
export function makeHistory(random: Random, facts: ConversationFacts): readonly HistoryEntry[] {
  const { index, startedAt, answered, firstName, until } = facts;
  let at = startedAt;
  return linesOf(random, index, answered, firstName)
    .map(([type, text], line): HistoryEntry => {
      const seat = index * 64 + line;
      if (line > 0) at += 1000 * (1 + random.integer(`${STREAM}-gap`, seat, 50));
      const clocked = (type === 1 || type === 2) && !random.chance(`${STREAM}-clockless`, seat, 0.03);
      return { type, at, text, epochMs: clocked ? at + random.integer(`${STREAM}-skew`, seat, 1_400) : null };
    })
    .filter((entry) => entry.at <= until);
}

/** The well formatted history: a text holding a JSON array; some rows send the array itself, a few a text that no one can parse. */
export function historyValue(random: Random, index: number, entries: readonly HistoryEntry[], zone: string): unknown {
  const rows = entries.map(({ type, at, text, epochMs }) => [
    type,
    toLocal(at, zone),
    text,
    ...(epochMs === null ? [] : [epochMs]),
  ]);
  const draw = random.fraction(`${STREAM}-form`, index);
  if (draw < 0.06) return rows;
  const text = JSON.stringify(rows);
  return draw < 0.09 ? `${text.slice(0, -9)}…` : text;
}

/** What comes without `json-unicode` and `formatHistory=0`: entries in braces, letters beyond ASCII lost. */
export function unformattedHistory(entries: readonly HistoryEntry[], zone: string): string {
  const lines = entries.map(({ type, at, text }) => `[${type},"${toLocal(at, zone)}",${text}]`);
  return `{\n${lines.join(',\n').replace(/[^\n -~]/g, '?')}\n}`;
}
