import type { Calls, Window } from './answer.ts';

const UPSTREAMS: Readonly<Record<string, string>> = {
  VISUAL_VISITOR: 'Visual Visitor',
  VISIT: 'Visit',
  NOTIFY_VISITORS: 'NotifyVisitors',
  IADVIZE: 'iAdvize',
};

export function upstreamName(upstream: string): string {
  return UPSTREAMS[upstream] ?? upstream;
}

/** `3`, `1 to 4`, `1 or more`. */
export function range({ min, max }: Calls): string {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `1 call`, `1 to 4 calls`. */
export function callRange(calls: Calls): string {
  return `${range(calls)} ${calls.max === 1 ? 'call' : 'calls'}`;
}

/** A number with its unit, on one line. */
export function measure(number: number, unit: string): string {
  return `${Math.round(number)}\u00a0${unit}`;
}

/** `42 s`, `12 min`, `3 h`, `2 d`. */
export function age(seconds: number): string {
  if (seconds < 120) return measure(seconds, 's');
  if (seconds < 7200) return measure(seconds / 60, 'min');
  return seconds < 172_800 ? measure(seconds / 3600, 'h') : measure(seconds / 86_400, 'd');
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
