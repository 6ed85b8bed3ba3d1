/** A worked example. It must run on any data, so it knows no ids: what it needs it finds from a root list. */
export type Example = {
  /** Also the operation's name. */
  readonly name: string;
  /** What it answers, in one sentence. */
  readonly about: string;
  readonly query: string;
};

/** Examples for one kind of work. */
export type Task = { readonly name: string; readonly examples: readonly Example[] };
