import { describe, expect, it } from 'vitest';
import { runSession, type StepCalls } from '../../bench/calls/run-session.ts';

const SEED = 11;
const STEPS = 60;

function callsOf(steps: readonly StepCalls[], way: 'weir' | 'minimum' | 'plain'): number {
  return steps.reduce((all, step) => Object.values(step[way]).reduce((calls, count) => calls + count, all), 0);
}

describe(`a session of ${STEPS} operations, seed ${SEED}`, () => {
  it('calls hardly more than the minimum, and a fifth of what a DataLoader per request does, for the same answers', async () => {
    const steps = await runSession({ seed: SEED, steps: STEPS, size: 1 });
    expect(steps).toHaveLength(STEPS);
    expect(callsOf(steps, 'weir') / callsOf(steps, 'minimum')).toBeLessThanOrEqual(1.05);
    expect(callsOf(steps, 'weir') / callsOf(steps, 'plain')).toBeLessThanOrEqual(0.2);
    const visit = steps.map(({ action, weir, minimum, plain }) => ({
      action,
      weir: { VISIT: weir.VISIT ?? 0 },
      minimum: { VISIT: minimum.VISIT ?? 0 },
      plain,
      lines: [],
    }));
    expect(callsOf(visit, 'weir') / callsOf(visit, 'minimum')).toBeLessThanOrEqual(1.05);
  });

  it('asks nothing twice in one operation', async () => {
    const steps = await runSession({ seed: SEED + 1, steps: STEPS / 2, size: 1 });
    for (const { lines } of steps) expect(new Set(lines).size).toBe(lines.length);
  });
});
