/** JSON as the vendor writes it: integers of any size, bare. */
export type JsonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** In the standard since ES2026; not yet in the library typings. */
const { rawJSON } = JSON as unknown as { readonly rawJSON: (text: string) => unknown };

/** A value for JSON.stringify in which every bigint is written as a bare number with all its digits. */
export function toWire(value: JsonValue): unknown {
  if (typeof value === 'bigint') return rawJSON(String(value));
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toWire(member)]));
  return value;
}
