/** Where a record of an expo lives: every read inside an expo needs both. */
export type VisitRef = { readonly expoId: string; readonly id: string };

/** A record of a list that goes by revision. */
export type Revised = VisitRef & { readonly revision: string };

/** Another record of the same expo, with what the referring one tells of it. */
export type Reference = { readonly id: string; readonly name?: string | null; readonly type?: string | null };
