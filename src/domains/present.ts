/** Without the members that are absent or null: those do not narrow a filter. */
export function present<T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const filled = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(filled) as { [K in keyof T]?: NonNullable<T[K]> };
}
