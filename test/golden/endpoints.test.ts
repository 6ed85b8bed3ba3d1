import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { GOLDENS } from './all.ts';
import { CALLING_FIELDS, ENDPOINTS, endpointOf, selectionOf } from './endpoint-calls.ts';
import { type Golden, NOW } from './golden.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();

type Proof = { readonly field: string; readonly golden: string; readonly calls: number };

/** For each endpoint the fields that declare it, each with the goldens that call it by that field. */
async function proofs(): Promise<ReadonlyMap<string, readonly Proof[]>> {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const found = new Map<string, Proof[]>(ENDPOINTS.map(({ id }) => [id, []]));
  for (const golden of goldens) {
    const { fields } = selectionOf(golden.query);
    const calls = golden.calls(gateway.sandbox).cold;
    const called = new Set(calls.map(endpointOf));
    for (const { field, endpoints } of CALLING_FIELDS.filter((one) => fields.has(one.field))) {
      for (const endpoint of endpoints.filter((one) => called.has(one)))
        found.get(endpoint)?.push({ field, golden: golden.name, calls: calls.length });
    }
  }
  return found;
}

/** The plainest: the fewest calls, and a root field rather than another one. */
function plainest(found: readonly Proof[]): Proof | undefined {
  const roots = (one: Proof): number => (one.field.startsWith('Query.') ? 0 : 1);
  return found.toSorted((a, b) => a.calls - b.calls || roots(a) - roots(b))[0];
}

describe('the endpoints of the four contracts', () => {
  it('are all reached by a field, and by a golden query through that field', async () => {
    const table = await proofs();
    const lines = [...table].map(([endpoint, found]) => {
      const shown = plainest(found);
      return `| ${endpoint} | ${shown?.field} | ${shown?.golden} |`;
    });
    process.stdout.write(`\n| endpoint | field | golden query |\n| --- | --- | --- |\n${lines.join('\n')}\n`);
    expect([...table].flatMap(([endpoint, found]) => (found.length === 0 ? [endpoint] : []))).toEqual([]);
  });

  it('have names of their own, and no field declares another one', () => {
    const ids = ENDPOINTS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const strange = CALLING_FIELDS.flatMap(({ field, endpoints }) =>
      endpoints.filter((endpoint) => !ids.includes(endpoint)).map((endpoint) => `${field}: ${endpoint}`),
    );
    expect(strange).toEqual([]);
  });
});
