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
  const wait = (calls: number, { windows, lane = 'interactive', budgets = [] }: Case) =>
    ledger.wait({ upstream: 'VISIT', windows, calls, lane, consumer: 'test', budgets }, NEVER);
  return { room, spend, wait };
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

describe('the time that quota takes to let calls through', () => {
  test('is that of the windows that lack room, each with what all credentials have of it', async () => {
    const { spend, wait } = start();
    const both = { windows: ['hour', 'address'] };
    expect(await wait(8, both)).toBe(0);
    // Two of the hour's ten are left, none of the address's eight, which come back sooner.
    expect(await spend(both)).toBe(8);
    expect(await wait(2, both)).toBe(600);
    expect(await wait(3, both)).toBe(3_600);
    expect(await wait(2, { windows: ['hour'] })).toBe(0);
  });

  test('is that of the first window that comes back where no credential has room in all of its own', async () => {
    const clock = createVirtualClock();
    const credentials = ['key-1', 'key-2'];
    const day: WindowSpec = { name: 'day', limit: 5, seconds: 86_400, per: 'credential' };
    const ledger = createTestLedger({ clock, windows: [HOUR, day], credentials });
    const spend = async (windows: readonly string[], credential: string): Promise<void> => {
      for (let calls = 0; calls < 5; calls += 1)
        await ledger.acquire(permitRequest({ windows, credentials: [credential] }), NEVER);
    };
    await spend(['hour'], 'key-1');
    await spend(['day'], 'key-2');
    const asked = {
      upstream: 'VISIT',
      windows: ['hour', 'day'],
      lane: 'interactive',
      consumer: 'test',
      budgets: [],
    } as const;
    expect(await ledger.room(asked, NEVER)).toBe(0);
    expect(await ledger.wait({ ...asked, calls: 1 }, NEVER)).toBe(3_600);
  });

  test('is that of the lane, and of the budgets of who asks', async () => {
    const { wait } = start();
    expect(await wait(5, { windows: ['address'], lane: 'bi' })).toBe(600);
    expect(await wait(4, { windows: ['hour'], budgets: [BUDGET, ELSEWHERE] })).toBe(3_600);
  });

  test('is not to be told for a lane that has no share of a window', async () => {
    const credentials = ['key-1'];
    const single: WindowSpec = { name: 'single', limit: 1, seconds: 60, per: 'credential' };
    const ledger = createTestLedger({ clock: createVirtualClock(), windows: [single], credentials });
    const asked = { upstream: 'VISIT', windows: ['single'], calls: 1, consumer: 'test', budgets: [] } as const;
    expect(await ledger.wait({ ...asked, lane: 'interactive' }, NEVER)).toBe(0);
    expect(await ledger.wait({ ...asked, lane: 'bi' }, NEVER)).toBeNull();
  });

  test('is none where nothing counts them', async () => {
    expect(await start().wait(100, { windows: ['in-flight'] })).toBe(0);
  });
});
