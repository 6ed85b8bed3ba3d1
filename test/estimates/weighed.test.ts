import { describe, expect, it } from 'vitest';
import { NOW } from '../golden/golden.ts';
import { pastExpo } from '../golden/visit-rows.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { wrongBounds } from './check-estimate.ts';

const LEADS_OF_VISITORS = `query ($expo: ID!, $first: Int!) {
  visitors(expoId: $expo, first: $first) { nodes { person { leads { nodes { sourceId } } } } }
}`;
const SEARCH = 'visual-visitor.person-leads.search';

describe('searches that are weighed against the pages of all leads', () => {
  it.each([
    ['bounded by the visitors, where the window lets so many through', 50, 52],
    ['bounded so, up to all that the window lets through', 198, 200],
    ['open, where it never does: how many pages there are only a page tells', 199, null],
  ])('are %s', async (_name, first, most) => {
    const clock = createVirtualClock(NOW);
    await using gateway = await startGateway({ clock, env: { WEIR_SANDBOX_SIZE: '10' } });
    const variables = { expo: pastExpo(gateway.sandbox), first };
    const planned = await gateway.ask(LEADS_OF_VISITORS, { variables, extensions: { dryRun: true } });
    const plan = planned.extensions.plan?.find(({ endpoint }) => endpoint === SEARCH);
    expect(plan?.calls).toEqual({ min: 0, max: most });
    expect(gateway.takeCalls()).toEqual([]);
    const cold = await gateway.ask(LEADS_OF_VISITORS, { variables });
    expect(cold.errors).toEqual([]);
    expect(wrongBounds(cold.extensions.cost, false)).toEqual([]);
    expect(cold.extensions.cost.actual).toBeLessThanOrEqual(20);
    clock.advance(1_000);
    const warm = await gateway.ask(LEADS_OF_VISITORS, { variables });
    expect(wrongBounds(warm.extensions.cost, true)).toEqual([]);
    expect(warm.extensions.cost.actual).toBe(0);
  });

  it('are open as well where it is others that make it too much, which stay as they are bounded', async () => {
    await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
    const query = `query ($expo: ID!, $first: Int!) { leads(product: PLUS_EMPLOYEE, first: 50) { nodes { visits { startedAt } } }
      ${LEADS_OF_VISITORS.slice(LEADS_OF_VISITORS.indexOf('{') + 1)}`;
    const variables = { expo: pastExpo(gateway.sandbox), first: 110 };
    const { extensions } = await gateway.ask(query, { variables, extensions: { dryRun: true } });
    const maxOf = (name: string) => extensions.plan?.find(({ endpoint }) => endpoint === name)?.calls.max;
    expect([maxOf(SEARCH), maxOf('visual-visitor.employee-leads.item')]).toEqual([null, 50]);
  });
});
