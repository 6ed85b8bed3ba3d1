import { age } from '../page/words.ts';

const NUMBER = new Intl.NumberFormat('en');

export function number(value: number): string {
  return NUMBER.format(value);
}

/** A share of a whole, or a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}\u00a0%`;
}

/** `3 min ago` */
export function ago(instant: string, now: number): string {
  return `${age(Math.max(0, (now - Date.parse(instant)) / 1000))} ago`;
}

/** `in 3 min` */
export function until(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  return seconds < 1 ? 'now' : `in ${age(seconds)}`;
}

/** `20 min`, `1 d`; of calls at once, those words. */
export function span(seconds: number): string {
  return seconds === 0 ? 'at once' : `per ${age(seconds)}`;
}
