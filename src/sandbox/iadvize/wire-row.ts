/** One record as it is sent, without `_link`. */
export type WireRow = Readonly<Record<string, unknown>>;

/** What a key may see. */
export type Access = { readonly label: string; readonly websites: 'all' | ReadonlySet<number> };

/** True when the key sees at least one of these websites (ids). */
export function sees({ websites }: Access, ids: readonly number[]): boolean {
  return websites === 'all' || ids.some((id) => websites.has(id));
}

/** Compares as the vendor's search does: without case, `*` on either side for any text. */
export function matchesText(pattern: string, value: string | null): boolean {
  if (value === null) return false;
  const wanted = pattern.replace(/^\*|\*$/g, '').toLowerCase();
  const text = value.toLowerCase();
  const [open, shut] = [pattern.startsWith('*'), pattern.length > 1 && pattern.endsWith('*')];
  if (open && shut) return text.includes(wanted);
  if (open) return text.endsWith(wanted);
  return shut ? text.startsWith(wanted) : text === wanted;
}

/** The ids of a comma list. */
export function idList(text: string): readonly number[] {
  return text.split(',').map(Number);
}
