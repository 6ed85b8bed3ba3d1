import type { Random } from '../kit/random.ts';
import type { WireRow } from './wire-row.ts';

/** How people and forms write an address: other case, stray blanks. Same address after trimming and lower-casing. */
export function noisyEmail(random: Random, stream: string, index: number, email: string): string {
  if (!random.chance(`${stream}-email-noise`, index, 0.2)) return email;
  const forms = [email.toUpperCase(), ` ${email}`, `${email}  `, ` ${email.charAt(0).toUpperCase()}${email.slice(1)} `];
  return random.pick(`${stream}-email-form`, index, forms);
}

/** For rows beyond the shared cast: also addresses that are none. */
export function unreliableEmail(random: Random, stream: string, index: number, email: string): string | null {
  const draw = random.fraction(`${stream}-email-kind`, index);
  if (draw < 0.1) return null;
  if (draw < 0.12) return '';
  if (draw < 0.15)
    return random.pick(`${stream}-email-bad`, index, ['n/a', email.replace('@', '.at.'), '@', `${email},`]);
  return noisyEmail(random, stream, index, email);
}

function asText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(asText) : value;
}

/** Numbers that arrive as text now and then, on the fields named. */
export function withNumericText(
  random: Random,
  stream: string,
  index: number,
  row: WireRow,
  fields: readonly string[],
): WireRow {
  if (!random.chance(`${stream}-numeric-text`, index, 0.06)) return row;
  const field = random.pick(`${stream}-numeric-field`, index, fields);
  return { ...row, [field]: asText(row[field]) };
}

/** Now and then nulls are left out, and a field that no document knows comes along. */
export function withLooseShape(random: Random, stream: string, index: number, row: WireRow): WireRow {
  const sparse = random.chance(`${stream}-sparse`, index, 0.08);
  const kept = sparse ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) : row;
  return random.chance(`${stream}-extra`, index, 0.04) ? { ...kept, legacy_ref: `L${index}` } : kept;
}

/** `length` hexadecimal digits. */
export function hex(random: Random, stream: string, index: number, length: number): string {
  let digits = '';
  for (let part = 0; digits.length < length; part += 1) {
    digits += random.integer(`${stream}-${part}`, index, 0x1_0000_0000).toString(16).padStart(8, '0');
  }
  return digits.slice(0, length);
}
