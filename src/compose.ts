import { digest } from './base/canonical.ts';
import type { Chance, Clock } from './base/clock.ts';
import { createDriftCounter, type DriftCounter } from './base/drift.ts';
import { DEFAULT_AGES } from './base/freshness.ts';
import type { Lane } from './base/lane.ts';
import type { Log } from './base/log.ts';
import type { Upstream } from './base/upstream.ts';
import { ConfigError } from './config/variables.ts';
import type { Config, UpstreamConfig } from './config.ts';
import { type Answers, createAnswers } from './loading/answers.ts';
import {
  createFillReports,
  type FillReport,
  type FillReportsOptions,
  type OnPage,
} from './loading/collections/fill-reports.ts';
import { createHeldCollections, type HeldCollections } from './loading/collections/held-collections.ts';
import { type RememberedCopies, rememberCopies } from './loading/collections/remembered-copies.ts';
import { createFlights } from './loading/flights.ts';
import type { KeyView } from './loading/key-views.ts';
import type { Ages } from './loading/reader.ts';
import { IADVIZE } from './sources/iadvize/endpoints.ts';
import { authorizeIadvize, createIadvizeSource } from './sources/iadvize/source.ts';
import { iadvizeVerdict } from './sources/iadvize/wire.ts';
import { NOTIFY_VISITORS } from './sources/notify-visitors/endpoints.ts';
import { authorizeNotifyVisitors, createNotifyVisitorsSource } from './sources/notify-visitors/source.ts';
import { notifyVisitorsVerdict } from './sources/notify-visitors/wire.ts';
import type { Sources } from './sources/registry.ts';
import { VISIT } from './sources/visit/endpoints.ts';
import { authorizeVisit, createVisitSource } from './sources/visit/source.ts';
import { visitVerdict } from './sources/visit/wire.ts';
import { VISUAL_VISITOR } from './sources/visual-visitor/endpoints.ts';
import { authorizeVisualVisitor, createVisualVisitorSource } from './sources/visual-visitor/source.ts';
import { visualVisitorVerdict } from './sources/visual-visitor/wire.ts';
import type { CopyStore, Store } from './store/store.ts';
import type { CallRecord, CallScope, OutboundCall } from './transport/call.ts';
import type { Ledger } from './transport/quota/ledger.ts';
import type { QuotaWaits } from './transport/quota/quota-wait.ts';
import { createSharedLedger } from './transport/quota/shared-ledger.ts';
import type { Judge } from './transport/steps/judge.ts';
import { createTransport, type Transport } from './transport/transport.ts';
import { limitsOf, quotaWaits, windowsOf } from './windows.ts';

type Vendor = {
  readonly authorize: (secret: string) => Readonly<Record<string, string>>;
  readonly judge: Judge;
  /** The cheapest call that tells whether the upstream is there and takes the credential. */
  readonly reach: Pick<OutboundCall, 'row' | 'query' | 'body'>;
};

const FIRST = '1';

/** What transport must know of each vendor. */
const VENDORS: Readonly<Record<Upstream, Vendor>> = {
  VISUAL_VISITOR: {
    authorize: authorizeVisualVisitor,
    judge: visualVisitorVerdict,
    reach: { row: VISUAL_VISITOR.referenceLists },
  },
  VISIT: {
    authorize: authorizeVisit,
    judge: visitVerdict,
    reach: { row: VISIT.expos, query: { limit: FIRST, fromRevision: '0' } },
  },
  NOTIFY_VISITORS: {
    authorize: authorizeNotifyVisitors,
    judge: notifyVisitorsVerdict,
    // Nobody's: that there is no such user is an answer, too. Reports have the tighter window.
    reach: { row: NOTIFY_VISITORS.user, body: { userID: 'weir-check' } },
  },
  IADVIZE: {
    authorize: authorizeIadvize,
    judge: iadvizeVerdict,
    reach: { row: IADVIZE.clients, query: { page: FIRST, limit: FIRST, full: '1' } },
  },
};

export type Outbound = {
  readonly sources: Sources;
  readonly ledger: Ledger;
  /** How many calls of a lane the counted windows ever let through at once, over all credentials. */
  limits(lane: Lane): readonly { readonly upstream: Upstream; readonly name: string; readonly limit: number }[];
  readonly drifts: DriftCounter;
  /** How long quota makes calls wait. */
  readonly waitFor: QuotaWaits;
  /** Drops all that is held in this process and not in the store: answers, and what is remembered of copies. */
  clearHeld(): void;
  /** Drops what of that came from these records, and nothing else but what is remembered of copies. */
  dropHeld(records: readonly string[]): void;
  /** A text that is another one whenever anything held has changed, by whatever process; undefined if only a call could tell. */
  heldVersion(): string | undefined;
  /** The cheapest read of an upstream. */
  reach(upstream: Upstream, scope: CallScope): Promise<void>;
  /** The state of each upstream's breaker. */
  health(): ReadonlyMap<Upstream, string>;
  /** What is held of each collection. */
  collections: HeldCollections['report'];
  close(): Promise<void>;
};

export type OutboundParts = {
  readonly config: Config;
  readonly upstreams: readonly UpstreamConfig[];
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Receives the receipt of every call that left. */
  readonly record: (record: CallRecord) => void;
  /** Who hears of copies whose reading takes long, and how often. Absent: the log, every few seconds. */
  readonly progress?: Pick<FillReportsOptions, 'everyMs' | 'report'>;
};

/** How often the log tells of a copy that is being read. */
const LOG_EVERY_MS = 5_000;

function logFill(log: Log): (report: FillReport) => void {
  return ({ isComplete, ...report }) => log.info(report, isComplete ? 'a copy is filled' : 'a copy is being filled');
}

/** The ages of an endpoint, with what the operator changed. */
function agesTable({ freshness }: Config): (name: string) => Ages {
  const unknown = Object.keys(freshness).find((name) => !Object.hasOwn(DEFAULT_AGES, name));
  if (unknown !== undefined) {
    throw new ConfigError(
      'WEIR_CONFIG',
      `has an unknown member: freshness.${unknown}`,
      Object.keys(DEFAULT_AGES).join(', '),
    );
  }
  return (name) => {
    const standard = DEFAULT_AGES[name];
    if (standard === undefined) throw new RangeError(`no ages are named ${name}`);
    const { fresh = standard.fresh, usable = standard.usable } = freshness[name] ?? {};
    return { fresh, usable };
  };
}

/** Stands for a secret in everything that is kept: held data, and what a credential has spent. */
function keysOf({ upstream, credentials }: UpstreamConfig): readonly KeyView[] {
  return credentials.map(({ label, secret }) => ({ label, fingerprint: digest(`${upstream} ${secret}`, 16) }));
}

function createTransports(parts: OutboundParts, ledger: Ledger): ReadonlyMap<Upstream, Transport> {
  const { config, clock, chance, log } = parts;
  return new Map(
    parts.upstreams.map(({ upstream, baseUrl, credentials }) => {
      const { authorize, judge } = VENDORS[upstream];
      const { callTimeoutMs } = config;
      return [
        upstream,
        createTransport({
          upstream,
          baseUrl,
          credentials,
          callTimeoutMs,
          authorize,
          judge,
          ledger,
          clock,
          chance,
          log,
        }),
      ];
    }),
  );
}

type Shared = {
  readonly transports: ReadonlyMap<Upstream, Transport>;
  readonly answers: Answers;
  readonly copies: CopyStore;
  readonly drifts: DriftCounter;
  readonly agesOf: (name: string) => Ages;
  readonly onPage: OnPage;
  readonly onCollection: HeldCollections['add'];
};

/** Only a store that other machines share can be away: what lies on this one is not remembered a second time. */
function copiesOf({ copies, answers }: Store, clock: Clock): RememberedCopies {
  return answers === undefined ? { copies, clear: () => undefined } : rememberCopies(copies, clock);
}

function createSources(
  parts: OutboundParts,
  { transports, answers, copies, drifts, agesOf, ...told }: Shared,
): Sources {
  const { clock } = parts;
  const flights = createFlights();
  const collections = {
    clock,
    flights,
    copies,
    ...told,
    agesOf: (row: { readonly ages: string }) => agesOf(row.ages),
  };
  const optionsOf = (upstream: Upstream) => {
    const transport = transports.get(upstream);
    const own = parts.upstreams.find((one) => one.upstream === upstream);
    if (transport === undefined || own === undefined) return undefined;
    return { send: transport.send, keys: keysOf(own), answers, collections, drifts, clock };
  };
  const [visualVisitor, visit, notifyVisitors, iadvize] = (
    ['VISUAL_VISITOR', 'VISIT', 'NOTIFY_VISITORS', 'IADVIZE'] as const
  ).map(optionsOf);
  return {
    visualVisitor: visualVisitor && createVisualVisitorSource(visualVisitor),
    visit: visit && createVisitSource(visit),
    notifyVisitors: notifyVisitors && createNotifyVisitorsSource({ ...notifyVisitors, ...parts.config.notifyVisitors }),
    iadvize: iadvize && createIadvizeSource(iadvize),
  };
}

type Holders = { readonly answers: Answers; readonly sources: Sources; readonly forgetCopies: () => void };

/** What is held in this process, to be dropped as a whole or record by record. */
function heldHere(
  { copiesVersion }: Store,
  { answers, sources, forgetCopies }: Holders,
): Pick<Outbound, 'heldVersion' | 'clearHeld' | 'dropHeld'> {
  return {
    heldVersion: () => copiesVersion && `${answers.version()} ${copiesVersion()}`,
    clearHeld: () => {
      answers.clear();
      sources.iadvize?.chats.clear();
      forgetCopies();
    },
    dropHeld: (records) => {
      answers.dropRecords(records);
      sources.iadvize?.chats.drop(records);
      forgetCopies();
    },
  };
}

/** The outbound side: from the doors of the sources to the connections. */
export function createOutbound(parts: OutboundParts): Outbound {
  const { config, clock } = parts;
  const agesOf = agesTable(config);
  const drifts = createDriftCounter(parts.log);
  const ledger = createSharedLedger({
    upstreams: parts.upstreams.map((one) => ({
      upstream: one.upstream,
      credentials: keysOf(one),
      windows: windowsOf(one.upstream, config),
    })),
    permits: parts.store.permits,
    clock,
    callTimeoutMs: config.callTimeoutMs,
    interactiveFloor: config.interactiveFloor,
    record: parts.record,
    drifts,
    log: parts.log,
  });
  const transports = createTransports(parts, ledger);
  const shared = parts.store.answers;
  const answers = createAnswers({ clock, flights: createFlights(), agesOf: (row) => agesOf(row.ages), shared });
  const { copies, clear } = copiesOf(parts.store, clock);
  const { progress = { everyMs: LOG_EVERY_MS, report: logFill(parts.log) } } = parts;
  const waitFor = quotaWaits(ledger);
  const onPage = createFillReports({ clock, waitFor, ...progress });
  const { add: onCollection, report: collections } = createHeldCollections(parts.store.copies, waitFor);
  const sources = createSources(parts, { transports, answers, copies, drifts, agesOf, onPage, onCollection });
  return {
    sources,
    ledger,
    limits: (lane) => parts.upstreams.flatMap((one) => limitsOf(one, lane, config)),
    drifts,
    waitFor,
    collections,
    ...heldHere(parts.store, { answers, sources, forgetCopies: clear }),
    reach: async (upstream, scope) => {
      const credentials = parts.upstreams.find((one) => one.upstream === upstream)?.credentials ?? [];
      const { reach } = VENDORS[upstream];
      const call = { ...reach, path: reach.row.path, credentials: credentials.map(({ label }) => label), attempt: 1 };
      await transports.get(upstream)?.send(call, scope);
    },
    health: () => new Map([...transports].map(([upstream, transport]) => [upstream, transport.health()])),
    close: async () => {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
