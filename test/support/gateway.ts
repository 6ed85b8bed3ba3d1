import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createLog, type Log } from '../../src/base/log.ts';
import { type Config, type ConsumerKey, readConfig } from '../../src/config.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Estimate } from '../../src/server/estimates/estimate.ts';
import type { Trace } from '../../src/server/operation/trace.ts';
import type { WebPage } from '../../src/server/web-page.ts';
import type { Store } from '../../src/store/store.ts';
import { SIMULATORS } from './simulator-names.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions: {
    readonly cost: {
      readonly estimated: Omit<Estimate, 'plan'>;
      readonly actual: number;
      readonly retries: number;
      readonly shared: number;
      readonly byUpstream: Record<string, number>;
      readonly cacheHits: number;
      readonly windows: readonly unknown[];
    };
    /** Of an operation that is planned and not executed. */
    readonly plan?: readonly (Estimate['plan'][number] & { readonly windows?: readonly string[] })[];
    readonly freshness: readonly {
      readonly path: readonly string[];
      readonly ageSeconds: number;
      readonly reason: string;
    }[];
    /** Of an operation that asked for it. */
    readonly trace?: Trace;
  };
};

export type AskOptions = {
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
};

/** A whole gateway over its own simulators, on loopback ports. */
export type TestGateway = AsyncDisposable & {
  readonly app: App;
  readonly sandbox: Sandbox;
  readonly url: string;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** The upstream calls since the last look, as `VISIT GET /create/v2/expos limit=100&fromRevision=0`, in order. */
  takeCalls(): readonly string[];
  /** Whatever request broke a contract, over all simulators. */
  violations(): readonly string[];
};

export type GatewayOptions = {
  readonly clock?: Clock;
  readonly env?: Record<string, string>;
  readonly chance?: () => number;
  /** Live mode: the simulators are configured as upstreams, and the only consumer key is `test-secret`. */
  readonly live?: boolean;
  /** Simulators to use instead of its own in live mode. They outlive the gateway. */
  readonly sandbox?: Sandbox;
  /** The content of the file that WEIR_CONFIG names. */
  readonly config?: object;
  /** In place of the configured store; closed with the gateway. */
  readonly store?: Store;
  /** In place of those that were built at install. */
  readonly explorer?: WebPage;
  readonly board?: WebPage;
  /** Consumer keys beside the configured ones. */
  readonly consumers?: readonly ConsumerKey[];
  /** Default: one of the configured level, on standard error. */
  readonly log?: Log;
};

/** Points a gateway at simulators that run by themselves. */
function liveSettings({ settings }: Sandbox): Record<string, string> {
  return { ...settings, WEIR_CONSUMER_KEYS: 'test:test-secret' };
}

/** Reads the settings as the process does, with the config file written for just as long as that takes. */
function readSettings(env: Record<string, string>, content: object | undefined): Config {
  if (content === undefined) return readConfig(env);
  const folder = mkdtempSync(join(tmpdir(), 'weir-config-'));
  try {
    const path = join(folder, 'config.json');
    writeFileSync(path, JSON.stringify(content));
    return readConfig({ ...env, WEIR_CONFIG: path });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function startGateway({
  clock = systemClock,
  env = {},
  chance = Math.random,
  live = false,
  sandbox: given,
  config: content,
  consumers = [],
  log,
  store,
  explorer,
  board,
}: GatewayOptions = {}): Promise<TestGateway> {
  const own = live && given === undefined ? await startSandbox({ seed: 1, size: 1, now: clock.now }) : undefined;
  const upstreams = given ?? own;
  const settings = {
    PORT: '0',
    WEIR_STORE: 'memory',
    WEIR_LOG: 'silent',
    ...(upstreams && liveSettings(upstreams)),
    ...env,
  };
  const read = readSettings(settings, content);
  const config = { ...read, consumers: [...read.consumers, ...consumers] };
  const app = await startApp({
    config,
    clock,
    chance,
    log: log ?? createLog(config.logLevel),
    announce: () => undefined,
    ...(store && { store }),
    ...(explorer && { explorer }),
    ...(board && { board }),
  });
  const sandbox = upstreams ?? app.sandbox;
  if (sandbox === undefined) throw new Error('the gateway under test needs simulators');
  const simulators = Object.entries(SIMULATORS).map(([name, key]) => ({ name, simulator: sandbox[key] }));
  return {
    app,
    sandbox,
    url: app.url,
    ask: async (query, { variables, extensions, headers = {}, signal } = {}) => {
      const response = await fetch(app.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: JSON.stringify({ query, variables, extensions }),
        ...(signal && { signal }),
      });
      const body = (await response.json()) as Partial<Answer>;
      return { errors: [], ...body, status: response.status, headers: response.headers } as Answer;
    },
    takeCalls: () =>
      simulators.flatMap(({ name, simulator }) => {
        const lines = simulator.calls.map(({ at, method, path, query, body }) => ({
          at,
          line: `${name} ${method} ${path} ${query}${body}`.trim(),
        }));
        simulator.clearCalls();
        return lines.map(({ line }) => line);
      }),
    violations: () =>
      simulators.flatMap(({ name, simulator }) =>
        simulator.violations.map(({ rule, detail }) => `${name}: ${rule} (${detail})`),
      ),
    [Symbol.asyncDispose]: async () => {
      await app.stop();
      await own?.close();
    },
  };
}
