import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOLDENS } from '../golden/all.ts';
import { type Ask, type Golden, NOW } from '../golden/golden.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { wrongBounds } from './check-estimate.ts';

const SOME = 60;
const WARM_AFTER_MS = 1_000;
const goldens: readonly Golden[] = chosen(Object.values(GOLDENS).flat(), SOME);

type Bounds = { readonly min: number; readonly max: number | null };
const told: { readonly cold: Bounds; readonly warm: Bounds; readonly name: string; readonly calls: number }[] = [];
let twin: TestGateway;
const ask: Ask = async (query, variables = {}) => (await twin.ask(query, { variables })).data;

beforeAll(async () => {
  twin = await startGateway({ clock: createVirtualClock(NOW) });
});

function kindOf({ min, max }: Bounds): 'exact' | 'finite' | 'open' {
  return max === null ? 'open' : min === max ? 'exact' : 'finite';
}

afterAll(async () => {
  await twin[Symbol.asyncDispose]();
  const count = (of: 'cold' | 'warm', kind: string): number => told.filter((one) => kindOf(one[of]) === kind).length;
  const row = (kind: string): string => `| ${kind} | ${count('cold', kind)} | ${count('warm', kind)} |`;
  const lines = [
    '\n| estimates of goldens | cold | warm |',
    '| --- | --- | --- |',
    ...['exact', 'finite', 'open'].map(row),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
});

/** The sums of a plan. */
function sumOf(plan: NonNullable<Answer['extensions']['plan']>): Bounds {
  return plan.reduce<Bounds>(
    ({ min, max }, { calls }) => ({
      min: min + calls.min,
      max: max === null || calls.max === null ? null : max + calls.max,
    }),
    { min: 0, max: 0 },
  );
}

/** Plans an operation, then executes it. */
async function planAndAsk(gateway: TestGateway, query: string, variables: Record<string, unknown>, held: boolean) {
  const planned = await gateway.ask(query, { variables, extensions: { dryRun: true } });
  expect(gateway.takeCalls()).toEqual([]);
  const { plan, cost } = planned.extensions;
  const { min, max } = cost.estimated;
  expect({ status: planned.status, data: planned.data, errors: planned.errors }).toEqual({
    status: 200,
    data: null,
    errors: [],
  });
  expect(sumOf(plan ?? [])).toEqual({ min, max });
  const answer = await gateway.ask(query, { variables });
  const made = gateway.takeCalls().length;
  expect(answer.extensions.cost.estimated).toEqual(cost.estimated);
  expect(wrongBounds(answer.extensions.cost, held)).toEqual([]);
  return { min, max, made };
}

describe('the estimate of a golden query, cold and warm', () => {
  it.each(goldens.map((golden) => [golden.name, golden] as const))('bounds: %s', async (name, golden) => {
    const clock = createVirtualClock(NOW);
    await using gateway = await startGateway({ clock });
    const variables = (await golden.variables?.(gateway.sandbox, ask)) ?? {};
    const cold = await planAndAsk(gateway, golden.query, variables, false);
    clock.advance(WARM_AFTER_MS);
    const warm = await planAndAsk(gateway, golden.query, variables, true);
    told.push({ name, cold, warm, calls: cold.made });
  });
});
