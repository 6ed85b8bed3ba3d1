/** A set of credentials that see the same, and the name under which what they see is held. */
export type View = {
  /** Stable over restarts, never a secret. */
  readonly visibility: string;
  /** Labels of the credentials of which any may pay. */
  readonly credentials: readonly string[];
};
