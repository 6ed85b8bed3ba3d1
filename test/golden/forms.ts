/** The forms in which the schema promises values, written down once more: nothing here comes from the gateway. */

type Loose = Readonly<Record<string, unknown>>;

/** As sent; a number as its text. */
export function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

export function whole(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

/** RFC 3339 in UTC, of epoch milliseconds. */
export function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** Of an upstream time that says its zone; anything but text is null. */
export function time(value: unknown): string | null {
  return typeof value === 'string' ? instant(Date.parse(value)) : null;
}

/** Trimmed, in lower case; null if it is no address. */
export function email(value: unknown): string | null {
  const address = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return /^[a-z0-9.]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address) ? address : null;
}

/** Without scheme, `www.`, port, path and case; null if it is no domain. */
export function domain(value: unknown): string | null {
  const bare = (typeof value === 'string' ? value.trim().toLowerCase() : '').replace(/^https?:\/\//, '');
  const [host = ''] = bare.replace(/^www\./, '').split(/[/:?]/);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : null;
}

/** The company that a Visit contact belongs to. */
export function domainOfContact(contact: Loose | null | undefined): string | null {
  return domain(contact?.website) ?? email(contact?.email)?.split('@')[1] ?? null;
}

export function personOf(address: unknown): { readonly email: string } | null {
  const known = email(address);
  return known === null ? null : { email: known };
}

/** The first non-blank of several texts. */
export function filled(...texts: readonly unknown[]): string | null {
  return texts.map((one) => (typeof one === 'string' ? one.trim() : '')).find((one) => one !== '') ?? null;
}

/** Made once for each world, where nobody edits it. */
export function remembered<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const held = new WeakMap<K, T>();
  return (key) => {
    const value = held.get(key) ?? make(key);
    held.set(key, value);
    return value;
  };
}
