import { describe, expect, test } from 'vitest';
import type { CallBudget } from '../../../../src/transport/call.ts';
import type { WindowSpec } from '../../../../src/transport/quota/ledger.ts';
import { createTestLedger, permitRequest } from '../../../support/ledger.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const NEVER = new AbortController().signal;
const HOUR: WindowSpec = { name: 'hour', limit: 5, seconds: 3_600, per: 'credential' };
const ADDRESS: WindowSpec = { name: 'address', limit: 8, seconds: 600, per: 'address' };
const IN_FLIGHT: WindowSpec = { name: 'in-flight', limit: 2, seconds: 0, per: 'credential' };
const BUDGET: CallBudget = { name: 'budget-3600', limit: 3, seconds: 3_600, upstream: null };
const ELSEWHERE: CallBudget = { name: 'budget-3600-IADVIZE', limit: 1, seconds: 3_600, upstream: 'IADVIZE' };

type Case = {
  readonly windows: readonly string[];
  readonly lane?: 'interactive' | 'bi';
  readonly budgets?: readonly CallBudget[];
};

function start() {
  const clock = createVirtualClock();
  const credentials = ['key-1', 'key-2'];
  const ledger = createTestLedger({ clock, windows: [HOUR, ADDRESS, IN_FLIGHT], credentials });
  const room = ({ windows, lane = 'interactive', budgets = [] }: Case) =>
    ledger.room({ upstream: 'VISIT', windows, lane, consumer: 'test', budgets }, NEVER);
  /** Makes calls until one is refused. */
  const spend = async ({ windows, lane = 'interactive', budgets = [] }: Case): Promise<number> => {
    const own = budgets.filter(({ upstream }) => upstream === null);
    const request = permitRequest({ windows, credentials, lane, budgets: own });
    for (let calls = 0; ; calls += 1) {
      const permit = await ledger.acquire(request, NEVER).catch(() => undefined);
      if (permit === undefined) return calls;
    }
  };
  return { room, spend };
}

describe('the room that the windows have left', () => {
  test.each<[string, number, Case]>([
    ['what each credential has of its own', 10, { windows: ['hour'] }],
    ['no more than they share', 8, { windows: ['hour', 'address'] }],
    ['the share of its lane', 4, { windows: ['address'], lane: 'bi' }],
    ['no more than the consumer has of its own', 3, { windows: ['hour'], budgets: [BUDGET, ELSEWHERE] }],
  ])('is %s: so many calls are let through', async (_name, most, asked) => {
    const { room, spend } = start();
    expect(await room(asked)).toBe(most);
    expect(await spend(asked)).toBe(most);
    expect(await room(asked)).toBe(0);
  });

  test('is not known where only calls in flight are bounded, or nothing is', async () => {
    const { room } = start();
    expect(await room({ windows: ['in-flight'] })).toBeNull();
    expect(await room({ windows: [] })).toBeNull();
  });
});
