import { describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Ask, type Golden, NOW } from '../golden/golden.ts';
import { startGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { wrongBounds } from './check-estimate.ts';

const headers = { 'x-api-key': 'test-secret' };
const SOME = 12;
const goldens: readonly Golden[] = chosen([...GOLDENS.leads, ...GOLDENS.visualVisitor], SOME);

/** A gateway of its own over the simulators, with these keys of Visual Visitor. */
function start(sandbox: Sandbox, keys: string) {
  const clock = createVirtualClock(NOW);
  return startGateway({ clock, live: true, sandbox, env: { VISUAL_VISITOR_KEYS: keys } });
}

describe('the estimate over a pool of keys of one account', () => {
  it.each(goldens.map((golden) => [golden.name, golden] as const))(
    'is that of a single key, and refused keys cost repeats alone: %s',
    async (_name, golden) => {
      const sandbox = await startSandbox({ seed: 1, size: 1, now: () => NOW });
      const { VISUAL_VISITOR_KEYS: key = '' } = sandbox.settings;
      await using alone = await start(sandbox, key);
      await using pool = await start(sandbox, `refused,${key}`);
      await using twin = await start(sandbox, key);
      const ask: Ask = async (query, variables = {}) => (await twin.ask(query, { variables, headers })).data;
      const variables = (await golden.variables?.(sandbox, ask)) ?? {};
      const single = (await alone.ask(golden.query, { variables, headers })).extensions.cost;
      const pooled = (await pool.ask(golden.query, { variables, headers })).extensions.cost;
      await sandbox.close();
      expect(pooled.estimated).toEqual(single.estimated);
      expect(wrongBounds(pooled, false)).toEqual([]);
      expect(pooled.actual - pooled.retries).toBe(single.actual);
      expect(pooled.retries > 0).toBe((single.byUpstream.VISUAL_VISITOR ?? 0) > 0);
    },
  );
});
