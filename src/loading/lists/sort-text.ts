/** Non-negative whole numbers as texts that sort like them: 20 digits hold 64 bits. */
export function sortNumber(value: string | number): string {
  return String(value).padStart(20, '0');
}

/** By one number, then by another: `lastVisitAt` and id. */
export function sortPair(first: string | number, second: string | number): string {
  return `${sortNumber(first)}.${sortNumber(second)}`;
}
