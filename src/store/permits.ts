/** A limit that calls share, over all processes that use the store. */
export type PermitWindow = {
  /** Its name in the store: `VISUAL_VISITOR ip-20m` of an address, `VISIT key-1 in-flight` of a credential. */
  readonly key: string;
  readonly limit: number;
  /** A call holds its place until so long after it completed; 0: while it is in flight. */
  readonly lengthMs: number;
  /** How long its whole share lasts, where that is not its length: of a calendar's day, whose length is what is left of it. */
  readonly everyMs?: number;
};

/** A credential that may pay, with the windows that it would spend. */
export type Payer = {
  /** Its name in the store, for a vendor's pause: `VISIT key-1`. */
  readonly account: string;
  readonly credential: string;
  readonly windows: readonly PermitWindow[];
};

/** What is written of a call before it leaves: the beginning of its receipt. No personal data. */
export type CallEntry = {
  readonly upstream: string;
  readonly endpoint: string;
  readonly consumer: string;
  readonly operation: string;
  /** 1 for the first try. */
  readonly attempt: number;
};

export type PermitRequest = {
  /** Any of them may pay: of those with room in every window the one with the greatest share left in what is its own. */
  readonly payers: readonly Payer[];
  readonly call: CallEntry;
  /** The call is over so long after it was permitted, answered or not. */
  readonly timeoutMs: number;
  /** In each window where it keeps places one of them is spent, elsewhere ordinary room is needed. A payer that it backs goes before others. */
  readonly reservation?: string;
};

/** What one payer waits for. */
export type PayerState = {
  readonly credential: string;
  /** Epoch milliseconds; 0 without a pause. */
  readonly pausedUntil: number;
  /** The counted windows without room, with the instant at which a place comes free; a call in flight counts from its time bound. */
  readonly full: readonly { readonly key: string; readonly freeAt: number }[];
};

export type PermitDecision =
  /** `at`: epoch milliseconds by the store's clock. */
  | { readonly kind: 'permit'; readonly id: string; readonly credential: string; readonly at: number }
  /** Room in every counted window of some payer, but no place in flight. */
  | { readonly kind: 'busy'; readonly at: number }
  | { readonly kind: 'full'; readonly at: number; readonly payers: readonly PayerState[] };

/** Calls that an operation may need: each can be paid by any of the payers. Only counted windows are reserved. */
export type Demand = { readonly payers: readonly Payer[]; readonly calls: number };

export type ReserveDecision =
  | { readonly kind: 'reserved'; readonly id: string; readonly at: number }
  /**
   * Nothing is kept. `key`: the window that is waited for longest. `freeAt`: when there is room for all, if nothing else is spent; null if
   * that is more than there ever is.
   */
  | { readonly kind: 'full'; readonly at: number; readonly key: string; readonly freeAt: number | null };

/** What became of a call: the end of its receipt. */
export type CallEnd = {
  readonly outcome: string;
  readonly durationMs: number;
  readonly bytes: number;
  /** Without an answer the vendor may still be at work until the call's time bound: its places count from then. */
  readonly answered: boolean;
};

export type WindowState = {
  readonly key: string;
  /** Permits given, in flight included. */
  readonly used: number;
  /** Kept for operations, not yet used. Room is what both leave of the limit. */
  readonly reserved: number;
  /** Epoch milliseconds at which the next place comes free; null when none is used. */
  readonly freeAt: number | null;
};

/**
 * Permits for calls, shared by all processes that use the store. A decision is atomic, and durable before it is told: what was permitted
 * counts after any crash. The store's clock decides.
 */
export type PermitStore = {
  take(request: PermitRequest): Promise<PermitDecision>;
  /** The call left and is over. */
  settle(id: string, end: CallEnd): Promise<void>;
  /** Keeps places for all calls of all demands, or none. They lapse after so long. */
  reserve(demands: readonly Demand[], ms: number): Promise<ReserveDecision>;
  /** Keeps only what these calls may still need; never more than before. For no calls everything is given back. */
  shrink(id: string, demands: readonly Demand[]): Promise<void>;
  /** The request provably never left: its places are free, or kept again by the reservation that paid, and there is no receipt. */
  giveBack(id: string): Promise<void>;
  /** A vendor said 429: nothing more for this account for so long. Only ever makes a pause longer. */
  pause(account: string, ms: number): Promise<void>;
  states(windows: readonly PermitWindow[]): Promise<readonly WindowState[]>;
};
