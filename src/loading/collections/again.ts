/** Records of a copy that were dropped, by id, each with the instant: what was read of it before, epoch milliseconds, does not count. */
export type Again = Readonly<Record<string, number>>;
/** A state whose copy is not complete until these records are read again. */
export type WithAgain = { readonly again?: Again };

/** When a copy was last complete but for the records to be read again, epoch milliseconds; null: never. */
export type Standing = { readonly completeAt: number | null; readonly again: Again };

export function againOf({ again = {} }: WithAgain): Again {
  return again;
}

export function standingOf(state: WithAgain & Pick<Standing, 'completeAt'>): Standing {
  return { completeAt: state.completeAt, again: againOf(state) };
}

export function hasAgain(state: WithAgain): boolean {
  return Object.keys(againOf(state)).length > 0;
}

/** Of a list that is read whole each time: a reading that began before proves nothing about them. */
const FROM_THE_TOP = { beganAt: null, page: 1, last: null };

/** The state of a copy as text, with records to be read again. */
export function withAgain(state: string, ids: readonly string[], at: number): string {
  const known = JSON.parse(state) as WithAgain & { readonly kind: string };
  const again = { ...againOf(known), ...Object.fromEntries(ids.map((id) => [id, at])) };
  return JSON.stringify({ ...known, ...(known.kind === 'whole' && FROM_THE_TOP), again });
}
