import { type App, startApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

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
      readonly actual: number;
      readonly retries: number;
      readonly shared: number;
      readonly byUpstream: Record<string, number>;
      readonly cacheHits: number;
      readonly windows: readonly unknown[];
    };
    readonly freshness: readonly {
      readonly path: readonly string[];
      readonly ageSeconds: number;
      readonly reason: string;
    }[];
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
};

const NAMES = {
  visualVisitor: 'VISUAL_VISITOR',
  visit: 'VISIT',
  notifyVisitors: 'NOTIFY_VISITORS',
  iadvize: 'IADVIZE',
} as const;

export async function startGateway({
  clock = systemClock,
  env = {},
  chance = Math.random,
}: GatewayOptions = {}): Promise<TestGateway> {
  const config = readConfig({ PORT: '0', WEIR_STORE: 'memory', WEIR_LOG: 'silent', ...env });
  const app = await startApp({ config, clock, chance, log: createLog(config.logLevel), announce: () => undefined });
  const { sandbox } = app;
  if (sandbox === undefined) throw new Error('the gateway under test must be in sandbox mode');
  const simulators = Object.entries(NAMES).map(([key, name]) => ({
    name,
    simulator: sandbox[key as keyof typeof NAMES],
  }));
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
    [Symbol.asyncDispose]: () => app.stop(),
  };
}
