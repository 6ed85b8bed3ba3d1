import type { GraphQLResolveInfo } from 'graphql';
import type { Clock } from './base/clock.ts';
import { CallerLeft, DeadlineReached } from './base/errors.ts';
import type { Lane } from './base/lane.ts';
import { NotRead } from './base/not-read.ts';
import type { Upstream } from './base/upstream.ts';
import type { HeldCollections } from './loading/collections/held-collections.ts';
import { createMeter, type Meter } from './loading/meter.ts';
import type { FreshnessWish, Reader, ReadScope } from './loading/reader.ts';
import { type Consumer, namedBudgets } from './model/consumer.ts';
import type { ProcessHealth } from './model/health.ts';
import type { TablesUnderWay } from './model/tables-under-way.ts';
import type { UsageBucket, UsageQuestion } from './model/usage.ts';
import { beginReads, type Reads, type Sources } from './sources/registry.ts';
import type { Admission, CallRecord, EndpointRow } from './transport/call.ts';
import { beginAdmission, type OperationAdmission } from './transport/quota/admission.ts';
import type { BudgetView, Ledger, PlannedCalls, WindowView } from './transport/quota/ledger.ts';
import type { Asker, QuotaWaits } from './transport/quota/quota-wait.ts';

/** What the process gives to every operation. */
export type Gateway = {
  readonly sources: Sources;
  readonly clock: Clock;
  readonly deadlineMs: number;
  /** The labels of the credentials of each configured upstream. */
  readonly credentials: ReadonlyMap<Upstream, readonly string[]>;
  /** Every read endpoint, by its name. */
  readonly endpoints: ReadonlyMap<string, EndpointRow>;
  /** How many calls of a lane the counted windows of each upstream ever let through at once, over all of its credentials. */
  readonly limits: (
    lane: Lane,
  ) => readonly { readonly upstream: Upstream; readonly name: string; readonly limit: number }[];
  /** Asks for the present state of all windows, or of those of accounts as `VISIT key-1`. */
  readonly refreshWindows: (accounts?: ReadonlySet<string>) => Promise<void>;
  /** As they were when they were last asked for. */
  readonly windows: () => readonly WindowView[];
  /** What is left of a consumer's budgets, over all processes. */
  readonly budgets: (consumer: Consumer) => Promise<readonly BudgetView[]>;
  /** A text that is another one whenever anything held has changed, by whatever process; undefined if only a call could tell. */
  readonly heldVersion: () => string | undefined;
  /** Keeps room for the calls of an operation. */
  readonly reserve: Ledger['reserve'];
  /** For how many calls more there is room in the windows. */
  readonly room: Ledger['room'];
  readonly usage: (question: UsageQuestion) => Promise<readonly UsageBucket[]>;
  /** What this process has seen of upstreams and refusals. */
  readonly health: () => ProcessHealth;
  /** What is held of each collection, over all processes; null while the store is away. */
  readonly collections: HeldCollections['report'];
  /** The tables that this process is reading. */
  readonly tables: TablesUnderWay;
  readonly waitFor: QuotaWaits;
  /** Told of the error codes of an operation that has some. */
  readonly onErrors: (consumer: string, codes: ReadonlySet<string>) => void;
  /** Told of every operation when it is over. */
  readonly onEnd: (
    meter: Meter,
    who: { readonly at: number; readonly consumer: string; readonly operation: string },
  ) => void;
};

/** One operation. It lives as long as the request. */
export type RequestContext = {
  readonly consumer: Consumer;
  readonly gateway: Gateway;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly meter: Meter;
  readonly reads: Reads;
  /** The reader for one field: what it reads counts at the field's path. */
  reader(info: Pick<GraphQLResolveInfo, 'path'>): Reader;
  /** Who makes its calls. */
  readonly asker: Asker;
  /** Sets what is known only when the document has been read. */
  identify(operation: string, wish: FreshnessWish): void;
  /** Its name in the accounts. */
  operation(): string;
  /** The same operation with reads that are looked at and not made: each that would call fails with NotRead. */
  planned(): RequestContext;
  /** Whether an endpoint's whole copy is held and fresh, so that whatever it holds costs no call. */
  isCopyFresh(row: EndpointRow): Promise<boolean>;
  readonly admission: Admission & Pick<OperationAdmission, 'hold'>;
  /** Answered in part rather than not at all: nothing is kept, and what serves most is called first. */
  goPartly(): void;
  /** Keeps room for calls until the operation ends. Without room it makes none: only held data answer. */
  reserve(calls: readonly PlannedCalls[]): Promise<void>;
  /** Lets go of what these calls do not need of what is kept; for none, of everything. */
  shrink(calls: readonly PlannedCalls[]): void;
  /** Told of each of the operation's calls when it is over. */
  watchCalls(onCall: () => void): void;
  /** The client has gone: nothing more is worth its cost. */
  leave(): void;
  end(): void;
};

/** The response path without list indices. */
function fieldPath(info: Pick<GraphQLResolveInfo, 'path'>): readonly string[] {
  const path: string[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step !== undefined; step = step.prev) {
    if (typeof step.key === 'string') path.push(step.key);
  }
  return path.reverse();
}

/** Counts an operation's first tries against the most that it may cost; whether there is room for one more. */
function countCalls({ maxCost }: Consumer): () => boolean {
  let calls = 0;
  return () => {
    calls += 1;
    return maxCost === null || calls <= maxCost;
  };
}

/** What is known only when the document has been read. */
type Identity = { operation: string; wish: FreshnessWish };

type Begun = {
  readonly consumer: Consumer;
  readonly admission: OperationAdmission;
  readonly signal: AbortSignal;
  readonly watchers: readonly (() => void)[];
};

type OperationScope = Omit<ReadScope, keyof Identity> & Identity;

function beginScope(gateway: Gateway, { consumer, admission, signal, watchers }: Begun): OperationScope {
  const meter = createMeter();
  const startedAt = gateway.clock.now();
  return {
    signal,
    startedAt,
    deadlineAt: startedAt + gateway.deadlineMs,
    consumer: consumer.name,
    lane: consumer.lane,
    budgets: namedBudgets(consumer.budgets),
    mayCall: countCalls(consumer),
    admission,
    operation: 'unread',
    wish: {},
    meter,
    asked: new Map(),
    waiting: new Map(),
    pinned: new Set(),
    inVain: new Set(),
    room: async ({ upstream, quota: windows }) => {
      const { name, lane, budgets } = consumer;
      const asked = { upstream, windows, lane, consumer: name, budgets: namedBudgets(budgets) };
      const free = await gateway.room(asked, signal);
      return free === null ? null : free + admission.kept(upstream);
    },
    onCall: (record: CallRecord) => {
      meter.onCall(record);
      if (record.attempt === 1) admission.spend(record.upstream);
      for (const onCall of watchers) onCall();
    },
  };
}

/** Copies of whole accounts; those of an expo are known only with the expo. */
async function isCopyFresh({ credentials }: Gateway, reads: Reads, { id, upstream }: EndpointRow): Promise<boolean> {
  if (!credentials.has(upstream)) return false;
  if (upstream === 'IADVIZE') return reads.iadvize.isCopyFresh(id);
  return upstream === 'VISUAL_VISITOR' && reads.visualVisitor.isCopyFresh(id);
}

/** Nothing leaves for a planned read, whichever way it takes. */
const NO_CALL = AbortSignal.abort(new NotRead([]));

/** The same operation before it has read anything. What it finds fresh stays so for the operation itself. */
function planScope(scope: ReadScope): ReadScope {
  const meter = createMeter();
  return { ...scope, signal: NO_CALL, meter, asked: new Map(), onCall: () => undefined, planning: true };
}

function plan(context: RequestContext, scope: ReadScope): RequestContext {
  const { gateway } = context;
  const planning = planScope(scope);
  const reads = beginReads(gateway.sources, planning);
  const reader: RequestContext['reader'] = (info) => ({ scope: planning, path: () => fieldPath(info) });
  const { meter } = planning;
  return { ...context, meter, reads, reader, isCopyFresh: (row) => isCopyFresh(gateway, reads, row) };
}

/** What an operation keeps of the windows, and who hears of its calls. */
function beginKeeping(gateway: Gateway, consumer: Consumer, scope: ReadScope, admission: OperationAdmission) {
  const { clock } = gateway;
  const budgets = namedBudgets(consumer.budgets);
  return {
    admission,
    shrink: admission.shrink,
    goPartly: admission.goPartly,
    reserve: (calls: readonly PlannedCalls[]): Promise<void> => {
      const ms = Math.max(0, scope.deadlineAt - clock.now());
      return admission.reserve({ consumer: consumer.name, lane: consumer.lane, budgets, calls, ms }, scope.signal);
    },
  } satisfies Partial<RequestContext>;
}

export type Beginning = {
  /** When the reading began of which the operation is a part, epoch milliseconds: what was fresh then is fresh for it. */
  readonly since?: number;
};

/** Begins one operation of a consumer; its deadline runs from here. */
export function beginRequest(gateway: Gateway, consumer: Consumer, { since }: Beginning = {}): RequestContext {
  const { clock } = gateway;
  const controller = new AbortController();
  const admission = beginAdmission(gateway.reserve);
  const { signal } = controller;
  const watchers: (() => void)[] = [];
  const scope = beginScope(gateway, { consumer, admission, signal, watchers });
  const cancel = clock.after(gateway.deadlineMs, () => controller.abort(new DeadlineReached()));
  let ended = false;
  const reads = beginReads(gateway.sources, scope);
  const context: RequestContext = {
    consumer,
    gateway,
    startedAt: scope.startedAt,
    meter: scope.meter,
    asker: scope,
    reads,
    ...beginKeeping(gateway, consumer, scope, admission),
    watchCalls: (onCall) => void watchers.push(onCall),
    isCopyFresh: (row) => isCopyFresh(gateway, reads, row),
    reader: (info) => ({ scope, path: () => fieldPath(info) }),
    identify: (operation, wish) => {
      const late = since === undefined ? 0 : (scope.startedAt - since) / 1000;
      Object.assign(scope, { operation, wish: late > 0 ? { ...wish, late } : wish });
    },
    operation: () => scope.operation,
    planned: () => plan(context, scope),
    leave: () => controller.abort(new CallerLeft()),
    end: () => {
      if (ended) return;
      ended = true;
      cancel();
      admission.shrink([]);
      gateway.onEnd(scope.meter, { at: scope.startedAt, consumer: consumer.name, operation: scope.operation });
    },
  };
  return context;
}
