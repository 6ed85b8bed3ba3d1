const ID_LENGTH = 13;

/** The id of the visitor with an index. */
export function visitorIdAt(index: number): string {
  return index.toString(36).padStart(ID_LENGTH, '0');
}

export function emailAt(index: number): string {
  return `visitor-${index}@held.example`;
}
