import type { Calls, Window } from './answer.ts';

/** `3`, `1 to 4`, `1 or more`. */
export function range({ min, max }: Calls): string {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

/** `1 call`, `1 to 4 calls`. */
export function callRange(calls: Calls): string {
  return `${range(calls)} ${calls.max === 1 ? 'call' : 'calls'}`;
}

const REASONS: Readonly<Record<string, string>> = {
  CACHE: 'young enough',
  QUOTA: 'no quota',
  UPSTREAM_DOWN: 'upstream down',
};

/** Why held data answered. */
export function reasonInWords(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** What would remain of a window after so many calls more, least first. */
export function remainsAfter({ remaining }: Window, { min, max }: Calls): string {
  const most = Math.max(0, remaining - min);
  if (max === null) return `at most ${most}`;
  return range({ min: Math.max(0, remaining - max), max: most });
}
