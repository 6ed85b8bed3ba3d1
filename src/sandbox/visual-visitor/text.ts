/** Date-times are ISO 8601 in UTC with whole seconds: `2026-03-01T09:30:00Z`. */
export function toTimeText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** Addresses are compared trimmed and lower-cased. */
export function normaliseText(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

/** Domains are compared without scheme, `www.`, port, path and case; a sentence stays a sentence. */
export function normaliseDomain(value: unknown): string {
  const bare = normaliseText(value)
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '');
  return bare.replace(/[/?#].*$/, '').replace(/:\d+$/, '');
}
