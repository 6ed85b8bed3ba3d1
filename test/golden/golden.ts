import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { CALLING_FIELDS, endpointOf, selectionOf } from './endpoint-calls.ts';

/** Every golden begins at this instant, so that dates in calls can be written out: today is 15 January 2026. */
export const NOW = Date.UTC(2026, 0, 15, 9, 30);
const WARM_AFTER_MS = 1_000;

/** What the simulators really hold. */
export type Truth = Sandbox;
/** Asks another gateway over an equal world: for global ids, which are the same everywhere. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<unknown>;
export type Failure = { readonly path: readonly (string | number)[]; readonly code: string };

/** One operation: what it answers, exactly which upstream calls it makes, and how few would do. */
export type Golden = {
  /** A present-tense sentence. */
  readonly name: string;
  readonly query: string;
  readonly variables?: (truth: Truth, ask: Ask) => Record<string, unknown> | Promise<Record<string, unknown>>;
  readonly expected: (truth: Truth, ask: Ask) => unknown;
  readonly errors?: readonly Failure[];
  /** Asked with nothing held, and again a second later. The order of calls does not count. */
  readonly calls: (truth: Truth) => { readonly cold: readonly string[]; readonly warm: readonly string[] };
  /** What a gateway needs that knows the contracts, what it holds, and the answers so far. */
  readonly minimum: { readonly cold: number; readonly warm: number; readonly why: string };
};

type Row = { readonly name: string; readonly cold: number; readonly warm: number; readonly minimum: Golden['minimum'] };

type OpenStore = (clock: VirtualClock) => Store | Promise<Store>;

function sorted(lines: readonly string[]): readonly string[] {
  return lines.toSorted();
}

/** The calls that no selected field declares. `node` and `nodes` declare none: the type of the id decides. */
function undeclared(query: string, calls: readonly string[]): readonly string[] {
  const { fields, byNode } = selectionOf(query);
  if (byNode) return [];
  const declared = new Set(CALLING_FIELDS.filter(({ field }) => fields.has(field)).flatMap((one) => one.endpoints));
  return calls.filter((call) => !declared.has(endpointOf(call)));
}

async function check(golden: Golden, ask: Ask, open: OpenStore): Promise<Row> {
  const clock = createVirtualClock(NOW);
  await using gateway = await startGateway({ clock, store: await open(clock) });
  const truth = gateway.sandbox;
  const variables = (await golden.variables?.(truth, ask)) ?? {};
  const expected = await golden.expected(truth, ask);
  const calls = golden.calls(truth);
  const round = async (): Promise<readonly string[]> => {
    const { data, errors, extensions } = await gateway.ask(golden.query, { variables });
    const failures = errors.map(({ path, extensions }) => ({ path, code: extensions.code }));
    expect({ data, failures }).toEqual({ data: expected, failures: golden.errors ?? [] });
    const made = sorted(gateway.takeCalls());
    expect(extensions.cost.actual).toBe(made.length);
    return made;
  };
  const cold = await round();
  clock.advance(WARM_AFTER_MS);
  const warm = await round();
  expect({ cold, warm }).toEqual({ cold: sorted(calls.cold), warm: sorted(calls.warm) });
  const { why: _why, ...fewest } = golden.minimum;
  expect({ cold: cold.length, warm: warm.length }).toEqual(fewest);
  expect(undeclared(golden.query, [...cold, ...warm])).toEqual([]);
  expect(gateway.violations()).toEqual([]);
  return { name: golden.name, cold: cold.length, warm: warm.length, minimum: golden.minimum };
}

function line({ name, cold, warm, minimum }: Row): string {
  return `| ${name} | ${cold} | ${minimum.cold} | ${warm} | ${minimum.warm} | ${minimum.why} |`;
}

function printTable(title: string, rows: readonly Row[]): void {
  const head = [`\n| ${title} | cold | minimum | warm | minimum | why |`, '| --- | --- | --- | --- | --- | --- |'];
  process.stdout.write(`${[...head, ...rows.map(line)].join('\n')}\n`);
}

/** Runs the goldens, each on a gateway and a store of its own, and prints what they cost beside how little they could. */
export function runGoldens(title: string, goldens: readonly Golden[], open: OpenStore = openMemoryStore): void {
  describe(title, () => {
    const rows: Row[] = [];
    let twin: TestGateway;
    beforeAll(async () => {
      twin = await startGateway({ clock: createVirtualClock(NOW) });
    });
    afterAll(async () => {
      await twin[Symbol.asyncDispose]();
      printTable(title, rows);
    });
    const ask: Ask = async (query, variables = {}) => {
      const { data, errors } = await twin.ask(query, { variables });
      expect(errors).toEqual([]);
      return data;
    };
    for (const golden of goldens) it(golden.name, async () => void rows.push(await check(golden, ask, open)));
  });
}
