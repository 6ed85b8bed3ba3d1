import { pino } from 'pino';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { type Ask, type Golden, NOW } from '../../golden/golden.ts';
import { startEditingProxy, type Taped } from '../../support/editing-proxy.ts';
import { type Answer, startGateway } from '../../support/gateway.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import { type Places, placesOf, wideQuery } from './wide-query.ts';

/** A golden's question with every value of its records. */
export type Question = {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly places: Places;
};

/** What a gateway with nothing held makes of a question. */
export type Outcome = {
  readonly leaves: Leaves;
  readonly errors: Answer['errors'];
  /** Upstream answers, as they were before the edit. */
  readonly taped: readonly Taped[];
  /** `endpoint field`, with how often. */
  readonly drifts: ReadonlyMap<string, number>;
  readonly log: string;
  readonly metrics: string;
};

export type DriftLab = AsyncDisposable & {
  readonly truth: Sandbox;
  question(golden: Golden): Promise<Question>;
  /** The outcome of upstream answers as they are; each question is asked once. */
  base(question: Question): Promise<Outcome>;
  run(question: Question, edit?: (taped: Taped) => string): Promise<Outcome>;
};

const HEADERS = { 'x-api-key': 'test-secret' };
/** So many calls fit in every window of the simulators; after them their clock goes on by the longest. */
const CALLS_BETWEEN = 45;
const LONGEST_WINDOW_MS = 1_201_000;

function driftsIn(metrics: string): ReadonlyMap<string, number> {
  const lines = metrics.matchAll(/^weir_contract_drift\{endpoint="([^"]*)",field="([^"]*)"\} (\d+)$/gm);
  return new Map([...lines].map(([, endpoint, field, count]) => [`${endpoint} ${field}`, Number(count)]));
}

/** Simulators behind a proxy, and for each run a gateway of its own over them. */
export async function startDriftLab(): Promise<DriftLab> {
  const clock = createVirtualClock(NOW);
  const calendar = createVirtualClock(NOW);
  const sandbox = await startSandbox({ seed: 1, size: 1, now: calendar.now });
  const proxy = await startEditingProxy(sandbox, (count) => {
    if (count % CALLS_BETWEEN === 0) calendar.advance(LONGEST_WINDOW_MS);
  });
  const open = (log = pino({ level: 'silent' })) => startGateway({ clock, live: true, sandbox: proxy.sandbox, log });
  const twin = await open();
  const ask: Ask = async (query, variables = {}) => (await twin.ask(query, { variables, headers: HEADERS })).data;
  const run: DriftLab['run'] = async ({ query, variables, places }, edit) => {
    let log = '';
    const write = (line: string): void => {
      log += line;
    };
    proxy.edit(edit);
    proxy.takeTaped();
    await using gateway = await open(pino({ level: 'debug' }, { write }));
    const { data, errors } = await gateway.ask(query, { variables, headers: HEADERS });
    const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
    proxy.edit(undefined);
    const leaves = leavesOf(data, places);
    return { leaves, errors, taped: proxy.takeTaped(), drifts: driftsIn(metrics), log, metrics };
  };
  const bases = new Map<string, Promise<Outcome>>();
  return {
    truth: sandbox,
    question: async ({ name, query, variables }) => {
      const wide = wideQuery(query);
      return { name, query: wide, variables: (await variables?.(sandbox, ask)) ?? {}, places: placesOf(wide) };
    },
    base: (question) => {
      const known = bases.get(question.name) ?? run(question);
      bases.set(question.name, known);
      return known;
    },
    run,
    [Symbol.asyncDispose]: async () => {
      await twin[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
