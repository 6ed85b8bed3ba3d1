import { timingSafeEqual } from 'node:crypto';
import type { Chance, Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import { createOutbound } from './compose.ts';
import { type Config, readConfig, type UpstreamConfig } from './config.ts';
import { createKeyRing } from './consumers/key-ring.ts';
import type { Gateway } from './context.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createCheckpoints } from './loading/table-places.ts';
import { namedBudgets, SCOPES } from './model/consumer.ts';
import { openStore, openTemporaryStore } from './open-store.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';
import { buildSchema } from './schema.ts';
import { type AuthenticateOptions, createAuthenticate } from './server/consumer-key.ts';
import { createCors } from './server/cors.ts';
import { createEngine } from './server/engine.ts';
import { createErrorPage } from './server/error-page.ts';
import { type Graph, prepareGraph } from './server/graph.ts';
import { createGraphqlEndpoint } from './server/graphql-endpoint.ts';
import { startHttp } from './server/http.ts';
import { createMetrics, type Metrics } from './server/metrics.ts';
import { createReadyAnswers, type ReadyAnswers } from './server/ready/ready-answers.ts';
import { readSavedQueries, type SavedQueries } from './server/saved/saved-queries.ts';
import { createSavedRequests } from './server/saved/saved-requests.ts';
import { createSavedTables } from './server/tables/saved-tables.ts';
import { createTables } from './server/tables/tables.ts';
import { createBoard, createExplorer, type WebPage } from './server/web-page.ts';
import { ENDPOINTS } from './sources/endpoints.ts';
import { type StartSteps, watchStart } from './start-steps.ts';
import type { Store } from './store/store.ts';
import type { CallRecord } from './transport/call.ts';
import { type HealthSources, watchHealth } from './usage/process-health.ts';
import { watchTables } from './usage/tables-under-way.ts';
import { createUsageLog } from './usage/usage-log.ts';
import { reportUsage } from './usage/usage-report.ts';
import { checkNames, warmInBackground } from './warm.ts';

export type App = {
  /** `http://HOST:PORT/graphql` */
  readonly url: string;
  /** The simulators, in sandbox mode. */
  readonly sandbox: Sandbox | undefined;
  /** When `collections.warm` is filled as far as quota reaches. */
  readonly warmed: Promise<void>;
  /** Nothing that was read before is held by this process any longer; what lies in the store stays. */
  clearHeld(): void;
  /** No new work; what is in flight finishes within ten seconds. */
  stop(): Promise<void>;
};

export type AppOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** In place of the configured one. It is closed with the gateway. */
  readonly store?: Store;
  /** In place of those that were built at install. */
  readonly explorer?: WebPage;
  readonly board?: WebPage;
  /** Told the mode, as soon as it is known. */
  readonly announce: (line: string) => void;
  /** The metrics of all workers together, where this process is one of several. */
  readonly metricsOfAll?: () => Promise<string>;
};

/** In-flight work has ten seconds, closing included. */
const STOP_MS = 9_000;
const SANDBOX_KEY = 'sandbox';

type Mode = {
  readonly sandbox: Sandbox | undefined;
  readonly upstreams: readonly UpstreamConfig[];
  readonly anonymous: AuthenticateOptions['anonymous'];
  readonly keys: AuthenticateOptions['keys'];
  readonly corsOrigins: readonly string[];
  readonly line: string;
};

/** Without any upstream configured the gateway brings its own: sandbox mode. */
async function chooseMode({ config, clock }: AppOptions, start: StartSteps): Promise<Mode> {
  const { upstreams, consumers: keys } = config;
  if (upstreams.length > 0) {
    const names = upstreams.map(({ upstream }) => upstream).join(',');
    const anonymous = config.anonymous === true ? 'reads' : 'refused';
    return {
      sandbox: undefined,
      upstreams,
      anonymous,
      keys,
      corsOrigins: config.corsOrigins ?? [],
      line: `mode live upstreams=${names}`,
    };
  }
  const sandbox = await start.run('simulators', () => startSandbox({ ...config.sandbox, now: clock.now }));
  return {
    sandbox,
    upstreams: readConfig(sandbox.settings).upstreams,
    anonymous: config.anonymous === false ? 'refused' : 'everything',
    keys: [...keys, { name: SANDBOX_KEY, secret: SANDBOX_KEY, scopes: new Set<string>(SCOPES) }],
    corsOrigins: config.corsOrigins ?? ['*'],
    line: `mode sandbox key=${SANDBOX_KEY}`,
  };
}

/** Made once in a process: it holds nothing of any gateway. */
let graph: Graph | undefined;

function theGraph(): Graph {
  graph ??= prepareGraph(buildSchema());
  return graph;
}

type Inner = {
  readonly mode: Mode;
  readonly store: Store;
  readonly gateway: Gateway;
  readonly metrics: Metrics;
  readonly ready: ReadyAnswers;
  readonly queries: SavedQueries;
};

async function listen(
  { config, clock, log, explorer = createExplorer(), board = createBoard() }: AppOptions,
  { mode, store, gateway, metrics, ready, queries }: Inner,
) {
  const engine = createEngine({ graph: theGraph(), maxRows: config.maxRows, log, onDocument: metrics.onDocument });
  await engine.start();
  const equal = timingSafeEqual;
  const ring = createKeyRing({ store: store.keys, clock, equal, log });
  const checkpoints = createCheckpoints(store.copies, clock);
  const { schema } = theGraph();
  const tables = createTables({ engine, gateway, schema, checkpoints, log });
  const http = await startHttp({
    host: config.host,
    port: config.port,
    authenticate: createAuthenticate({ ...mode, ring, equal }),
    graphql: createGraphqlEndpoint({
      engine,
      tables,
      gateway,
      ready,
      saved: createSavedRequests(queries),
      onAnswer: metrics.onAnswer,
      shortWay: config.shortWay,
    }),
    savedTables: createSavedTables({ queries, schema, tables }),
    explorer,
    board,
    errorPage: createErrorPage(),
    cors: createCors(mode.corsOrigins),
    metrics,
    log,
  });
  return { engine, http };
}

export type GatewayParts = Omit<AppOptions, 'announce'> & {
  readonly upstreams: readonly UpstreamConfig[];
  readonly store: Store;
  /** How the start has come so far. Absent: nobody asks. */
  readonly start?: HealthSources['start'];
};

/** The outbound side with the accounts of what it spends. */
export function openGateway(parts: GatewayParts) {
  const { upstreams, store, config, clock, chance, log, metricsOfAll, start = () => [] } = parts;
  const usage = createUsageLog(store.usage);
  const record = (call: CallRecord): void => {
    metrics.onCall(call);
    watch.onCall(call);
  };
  const outbound = createOutbound({ config, upstreams, store, clock, chance, log, record });
  const { ledger, drifts, health } = outbound;
  const metrics = createMetrics({ ledger, drifts: drifts.counts, health, ofAll: metricsOfAll });
  const watch = watchHealth({
    clock,
    breakers: health,
    drifts: drifts.counts,
    hasSiblings: metricsOfAll !== undefined,
    start,
  });
  const labels = upstreams.map(
    ({ upstream, credentials }) => [upstream, credentials.map(({ label }) => label)] as const,
  );
  const gateway: Gateway = {
    sources: outbound.sources,
    clock,
    deadlineMs: config.deadlineMs,
    credentials: new Map(labels),
    refreshWindows: ledger.refresh,
    heldVersion: outbound.heldVersion,
    reserve: ledger.reserve,
    room: ledger.room,
    endpoints: ENDPOINTS,
    limits: outbound.limits,
    windows: ledger.windows,
    budgets: (consumer) => ledger.budgets(consumer.name, namedBudgets(consumer.budgets)),
    usage: (question) => reportUsage(store.usage, usage, question),
    health: watch.report,
    collections: outbound.collections,
    tables: watchTables(clock),
    waitFor: outbound.waitFor,
    onErrors: watch.onErrors,
    onEnd: usage.onOperation,
  };
  return { outbound, usage, metrics, gateway };
}

/** Puts the parts together and listens. */
export async function startApp(options: AppOptions): Promise<App> {
  const queries = readSavedQueries(theGraph().schema, options.config.queries);
  const start = watchStart(options);
  const mode = await chooseMode(options, start);
  const { sandbox } = mode;
  const { config, clock, log } = options;
  const isTemporary = sandbox !== undefined && config.store === undefined;
  const open = () => (isTemporary ? openTemporaryStore(clock) : openStore(config, clock, log));
  const store = options.store ?? (await start.run('store', open));
  try {
    return await run(options, { mode, store, queries, start });
  } catch (error) {
    // A start that fails leaves no temporary file behind.
    await store.close();
    await mode.sandbox?.close();
    throw error;
  }
}

async function run(
  options: AppOptions,
  { mode, store, queries, start }: Pick<Inner, 'mode' | 'store' | 'queries'> & { readonly start: StartSteps },
): Promise<App> {
  const parts = { ...options, upstreams: mode.upstreams, store, start: start.all };
  const { outbound, usage, metrics, gateway } = openGateway(parts);
  const stopping = new AbortController();
  const warming = { sources: outbound.sources, clock: options.clock, signal: stopping.signal };
  const { warm } = options.config.collections;
  checkNames(warming, warm, 'WEIR_CONFIG');
  options.announce(mode.line);
  const ready = createReadyAnswers(gateway);
  const inner = { mode, store, gateway, metrics, ready, queries };
  const { engine, http } = await start.run('listen', () => listen(options, inner));
  const clearHeld = (): void => {
    outbound.clearHeld();
    ready.clear();
  };
  const housekeeping = startHousekeeping({ ...options, store, outbound, clearHeld, usage });
  const warmed = warm.length === 0 ? undefined : start.goOn('warm-up', () => warmInBackground(warming, options));
  return {
    url: `${http.origin}/graphql`,
    sandbox: mode.sandbox,
    warmed: warmed ?? Promise.resolve(),
    clearHeld,
    stop: async () => {
      stopping.abort();
      await http.stop(STOP_MS);
      await warmed;
      // What is held has timers, by which it ends.
      clearHeld();
      housekeeping.stop();
      await engine.stop();
      await outbound.close();
      await housekeeping.flush();
      await store.close();
      await mode.sandbox?.close();
    },
  };
}
