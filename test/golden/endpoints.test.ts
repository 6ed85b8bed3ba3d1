import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { GOLDENS } from './all.ts';
import { CALLING_FIELDS, ENDPOINTS, endpointOf, selectionOf } from './endpoint-calls.ts';
import { type Golden, NOW } from './golden.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();

type Proof = { readonly field: string; readonly golden: string };

/** For each endpoint the fields that declare it, each with the goldens that call it by that field. */
async function proofs(): Promise<ReadonlyMap<string, readonly Proof[]>> {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const found = new Map<string, Proof[]>(ENDPOINTS.map(({ id }) => [id, []]));
  for (const golden of goldens) {
    const { fields, byNode } = selectionOf(golden.query);
    const called = new Set(golden.calls(gateway.sandbox).cold.map(endpointOf));
    if (byNode) for (const endpoint of called) found.get(endpoint)?.push({ field: 'Query.node', golden: golden.name });
    for (const { field, endpoints } of CALLING_FIELDS.filter((one) => fields.has(one.field))) {
      for (const endpoint of endpoints.filter((one) => called.has(one)))
        found.get(endpoint)?.push({ field, golden: golden.name });
    }
  }
  return found;
}

describe('the endpoints of the four contracts', () => {
  it('are all reached by a field, and by a golden query through that field', async () => {
    const table = await proofs();
    const lines = [...table].map(([endpoint, found]) => {
      const shown = found.find(({ field }) => field !== 'Query.node') ?? found[0];
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
