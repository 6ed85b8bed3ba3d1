import type { Lane } from '../../base/lane.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { CallEntry } from '../../store/permits.ts';
import type { CallBudget, CallRecord } from '../call.ts';
import type { Calendar } from './calendar.ts';

/** A limit of a vendor, as data. `seconds: 0` bounds the calls in flight instead of the calls in a time. */
export type WindowSpec = {
  readonly name: string;
  readonly limit: number;
  readonly seconds: number;
  /** Whose calls share it: all of this store's (`address`), or those of one credential. */
  readonly per: 'address' | 'credential';
  /** Where the vendor counts calendar days; absent: in any `seconds`, wherever they begin. */
  readonly calendar?: Calendar;
};

export type PermitRequest = Omit<CallEntry, 'upstream'> & {
  readonly upstream: Upstream;
  /** Names of the windows that the call spends. */
  readonly windows: readonly string[];
  /** Labels of the credentials of which any may pay; the one with the most room does. */
  readonly credentials: readonly string[];
  /** The consumer's own limits on such calls; absent: none. */
  readonly budgets?: readonly CallBudget[];
  /** Absent: interactive. */
  readonly lane?: Lane;
  /** Aborts when somebody in the interactive lane waits for a call of the bi lane: from then on it is one of theirs. */
  readonly hurry?: AbortSignal;
  /** Whether an in-flight limit may be waited for. Counted windows are never waited for. */
  readonly mayWait: boolean;
  /** What was kept for the operation, and may pay. */
  readonly reservation?: string | undefined;
  /** How many loads wait for it: of the calls that are asked for in one turn, those with most go first. Absent: no order but that of asking. */
  readonly loads?: (() => number) | undefined;
};

/** Calls that an operation may make, as far as windows tell them apart. */
export type PlannedCalls = { readonly upstream: Upstream; readonly windows: readonly string[]; readonly calls: number };

export type ReserveRequest = {
  readonly consumer: string;
  readonly lane: Lane;
  readonly budgets: readonly CallBudget[];
  readonly calls: readonly PlannedCalls[];
  /** The last of them begins before so long has passed. */
  readonly ms: number;
};

/** Calls of one kind of an upstream, and who would make them. */
export type RoomRequest = Pick<ReserveRequest, 'consumer' | 'lane' | 'budgets'> & Omit<PlannedCalls, 'calls'>;

/** Room that is kept for an operation. It lapses by itself when the operation cannot be under way any more. */
export type Reservation = {
  readonly id: string;
  /** Gives back what these calls do not need; for none, everything. */
  shrink(calls: readonly PlannedCalls[]): void;
};

/** The right to send one request. Exactly one of `settle` and `giveBack` must follow. */
export type Permit = {
  readonly credential: string;
  /** Epoch milliseconds, by the store's clock. */
  readonly takenAt: number;
  /** Epoch milliseconds, by our clock: the call must be over, because its slots count from then if nobody says how it ended. */
  readonly endsAt: number;
  /** The call left: its slots come free one window after now, or after its time bound if no answer came. */
  settle(record: CallRecord): void;
  /** The request provably never left. */
  giveBack(): void;
  /** The vendor said how many calls are left in these windows: what others have used of them is kept from us. Raises nothing. */
  tighten(windows: readonly string[], left: number): void;
  /** The vendor said 429: nothing more for this credential until then (a second, then two, four …, if it did not say). */
  throttled(retryAfterMs: number | undefined): void;
};

/** What a window holds now. */
export type WindowView = {
  readonly upstream: Upstream;
  readonly credential: string;
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
  /** Permits given, in flight included. */
  readonly used: number;
  readonly reserved: number;
  readonly remaining: number;
  /** Epoch milliseconds at which the next used slot comes free; null when none is used. */
  readonly resetsAt: number | null;
};

/** What a consumer's budget holds now. */
export type BudgetView = Omit<WindowView, 'upstream' | 'credential'>;

/**
 * The accounting of upstream calls. A permit needs room in every window at once or takes nothing.
 * Fails with UpstreamError QUOTA_EXCEEDED, BUDGET_EXCEEDED or UPSTREAM_RATE_LIMITED; COST_LIMIT_EXCEEDED where the lane has no share.
 */
export type Ledger = {
  acquire(request: PermitRequest, signal: AbortSignal): Promise<Permit>;
  /** Keeps room for all of these calls, or fails; undefined, and nothing is asked, where none spends a counted window. Never waits for room. */
  reserve(request: ReserveRequest, signal: AbortSignal): Promise<Reservation | undefined>;
  /** For how many calls more there is room now; null where nothing counts them, or the store does not say. */
  room(request: RoomRequest, signal: AbortSignal): Promise<number | null>;
  /** Seconds for which quota makes so many calls wait, if nobody else spends any; 0 where nothing counts them, or the store does not say; null: for ever. */
  wait(request: RoomRequest & { readonly calls: number }, signal: AbortSignal): Promise<number | null>;
  /** Asks the store, so that other processes' calls show: all windows, or those of accounts as `VISIT key-1`. */
  refresh(accounts?: ReadonlySet<string>): Promise<void>;
  /** What the windows held when they were last asked for. */
  windows(): readonly WindowView[];
  /** Asks the store what a consumer's budgets hold. */
  budgets(consumer: string, budgets: readonly CallBudget[]): Promise<readonly BudgetView[]>;
  /** No permits for anybody for so long: `QUOTA_EXCEEDED` with the window `hold`. Only ever makes a pause longer. */
  hold(ms: number): Promise<void>;
};
