import type { UpstreamError } from '../base/errors.ts';
import type { Lane } from '../base/lane.ts';
import type { Upstream } from '../base/upstream.ts';

/** One REST operation of an upstream, as data. */
export type EndpointRow = {
  /** Unique over all upstreams: `visit.visitors.list`. */
  readonly id: string;
  readonly upstream: Upstream;
  readonly method: 'GET' | 'POST';
  /** Below the base URL, with `{names}` for parameters. */
  readonly path: string;
  /** How a list goes on, with the largest page that the upstream gives. */
  readonly paging: { readonly by: 'revision' | 'page'; readonly size: number } | 'none';
  /** The bounds that the contract sets on arguments, in words. */
  readonly bounds: string;
  /** The quota windows that a call spends, by name. */
  readonly quota: readonly string[];
  /** The header in which the vendor says how many calls are left in the one window that a call spends. */
  readonly leftIn?: string;
  /** The name of its ages in the freshness table, shared by list and item: `visit.visitors`. */
  readonly ages: string;
  /** Which credentials see the same answer. */
  readonly visibility: 'account' | 'key' | 'expo' | 'expo with leads permission';
  /** How long other replicas may have a held answer, where that is not as long as it is usable. */
  readonly sharing?: 'never' | 'while fresh';
  readonly safeToRepeat: boolean;
  readonly evidence: 'documented' | 'assumed';
  /** The vendor's page. */
  readonly docs: string;
};

/** One request that wants to leave. */
export type OutboundCall = {
  readonly row: EndpointRow;
  /** The path with its parameters filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Labels of the credentials of which any may pay. */
  readonly credentials: readonly string[];
  /** 1 for the first try. */
  readonly attempt: number;
  /** Epoch milliseconds at which it is given up, once a permit set it. */
  readonly endsAt?: number;
};

/** What became of a call that left: the vocabulary of the usage history. */
export type Outcome =
  | 'OK'
  | 'NOT_FOUND'
  | 'REJECTED'
  | 'UNAUTHORIZED'
  | 'THROTTLED'
  | 'SERVER_ERROR'
  | 'TIMEOUT'
  | 'NETWORK'
  | 'ABORTED'
  | 'BAD_RESPONSE';

/** The receipt of one REST call that left the process. No personal data. */
export type CallRecord = {
  /** When it left, epoch milliseconds. */
  readonly at: number;
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly credential: string;
  readonly consumer: string;
  readonly operation: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly bytes: number;
  readonly attempt: number;
};

/** A consumer's own limit on the calls that are made for it. */
export type CallBudget = {
  /** As it is told: `budget-3600`, `budget-86400-VISIT`. */
  readonly name: string;
  readonly limit: number;
  readonly seconds: number;
  /** null: calls to any upstream. */
  readonly upstream: Upstream | null;
};

/** What was decided on the calls of an operation before its first one. */
export type Admission = {
  /** The reservation that pays for first tries. */
  readonly reservation: string | undefined;
  /** Why no call may be made: held data alone can answer. */
  readonly refusal: UpstreamError | undefined;
  /** Whether it runs as far as room reaches: what serves most then goes first. */
  readonly partial: boolean;
  /** Told of a call that is refused because an operator holds all calls. */
  onHold(refusal: UpstreamError): void;
};

/** For whom a call is made, and for how long. */
export type CallScope = {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadlineAt: number;
  readonly consumer: string;
  /** Absent: interactive. */
  readonly lane?: Lane;
  /** Aborts when somebody in the interactive lane waits for a read of the bi lane: its calls are then of theirs. */
  readonly hurry?: AbortSignal;
  /** Absent: it has none. */
  readonly budgets?: readonly CallBudget[];
  /** Counts a first try against the most that the operation may cost; false: there is no room. Absent: no limit. */
  mayCall?(): boolean;
  /** Absent: each call takes its own permit. */
  readonly admission?: Admission;
  /** How many loads of the operation wait for what this call reads, as far as is known by now. */
  loads?(): number;
  readonly operation: string;
  /** Told of every call that left. */
  onCall(record: CallRecord): void;
};

/** A judged answer: the upstream said yes, or that the record does not exist. */
export type Answer = {
  readonly outcome: 'OK' | 'NOT_FOUND';
  /** Parsed JSON; undefined when the body was empty. */
  readonly body: unknown;
  readonly bytes: number;
  /** Calls that the vendor says are left of the window that it spent; absent: it says nothing. */
  readonly left?: number | undefined;
};

/** The raw reply, before anyone judged it. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed JSON, undefined if empty, or `NOT_JSON`. */
  readonly body: unknown;
  readonly bytes: number;
};

export const NOT_JSON: unique symbol = Symbol('a body that is not JSON');

export type Send<R = Answer> = (call: OutboundCall, scope: CallScope) => Promise<R>;

/** One behaviour around sending. */
export type Step = (next: Send) => Send;
