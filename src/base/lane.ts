/** Who waits for an answer, and who reads in bulk. */
export const LANES = ['interactive', 'bi'] as const;

export type Lane = (typeof LANES)[number];
