import type { Random } from '../kit/random.ts';

/** People and companies below these indices are met in every system, so nothing about them may be unmatchable. */
export const CAST_PEOPLE = 10;
export const CAST_COMPANIES = 5;

function inMixedCase(text: string): string {
  return text.replace(/(^|[.@-])([a-z])/g, (_match, before: string, letter: string) => before + letter.toUpperCase());
}

/** The address as somebody typed it: one in five with capitals or blanks; beyond the cast some missing or malformed. */
export function noisyEmail(random: Random, stream: string, index: number, email: string, isCast: boolean): unknown {
  const roll = random.fraction(`${stream}-email`, index);
  if (roll < 0.06) return email.toUpperCase();
  if (roll < 0.12) return inMixedCase(email);
  if (roll < 0.17) return ` ${email}`;
  if (roll < 0.2) return `${inMixedCase(email)}  `;
  if (isCast || roll > 0.26) return email;
  if (roll < 0.225) return null;
  if (roll < 0.24) return '';
  return random.pick(`${stream}-malformed`, index, ['n/a', 'unknown', email.replace('@', ' at '), `${email}@`]);
}

/** The company's web address as somebody typed it. undefined stands for a field that is left out. */
export function noisyWebsite(random: Random, stream: string, index: number, domain: string, isCast: boolean): unknown {
  const roll = random.fraction(`${stream}-website`, index);
  if (roll < 0.15) return domain;
  if (roll < 0.3) return `https://www.${domain}/`;
  if (roll < 0.38) return `www.${domain}`;
  if (roll < 0.44) return `HTTP://${domain.toUpperCase()}`;
  if (roll < 0.5) return `https://${domain}:8443/contact?from=expo`;
  if (roll < 0.54) return ` ${inMixedCase(domain)} `;
  if (isCast || roll < 0.6) return `https://${domain}`;
  if (roll < 0.64) return random.pick(`${stream}-no-website`, index, ['n/a', '-', 'coming soon', 'http://']);
  if (roll < 0.7) return '';
  return roll < 0.9 ? null : undefined;
}

/** The fields that are there: a vendor leaves some empty fields out instead of sending null. */
export function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The vendor sends keys in alphabetical order. */
export function inOrder<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

/** null for most empty fields, left out for some. */
export function emptyField(random: Random, stream: string, index: number): null | undefined {
  return random.chance(`${stream}-absent`, index, 0.15) ? undefined : null;
}
