import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { biWindowsOf, mostAtOnce } from '../../../../src/transport/quota/lanes.ts';
import type { Permit, PermitRequest, WindowSpec } from '../../../../src/transport/quota/ledger.ts';
import { settled } from '../../../support/engine.ts';
import { createTestLedger, permitRequest } from '../../../support/ledger.ts';
import { runs } from '../../../support/proof.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;
const spec = (limit: number, seconds: number): WindowSpec => ({ name: 'wide', limit, seconds, per: 'credential' });

function begin(window: WindowSpec, interactiveFloor = 0.5) {
  const clock = createVirtualClock();
  const ledger = createTestLedger({ clock, windows: [window], interactiveFloor });
  const request = permitRequest({ windows: [window.name], credentials: ['key-1'] });
  return {
    clock,
    ledger,
    ask: (rest: Partial<PermitRequest> = {}, signal = new AbortController().signal) =>
      ledger.acquire({ ...request, ...rest }, signal),
  };
}

const outcome = (asked: Promise<Permit>): Promise<unknown> =>
  asked.then(
    () => 'permit',
    ({ code, details }) => ({ code, ...details }),
  );

describe('a call of the bi lane', () => {
  test('is refused by the name of the window when its share is spent, until a place of the share comes free', async () => {
    const { ask, clock } = begin(spec(5, 60));
    for (const expected of ['permit', 'permit']) expect(await outcome(ask({ lane: 'bi' }))).toBe(expected);
    clock.advance(10_000);
    const refused = { code: 'QUOTA_EXCEEDED', window: 'wide', retryAfterSeconds: 58 };
    expect(await outcome(ask({ lane: 'bi' }))).toEqual(refused);
    for (let call = 0; call < 3; call += 1) expect(await outcome(ask())).toBe('permit');
    expect(await outcome(ask())).toMatchObject({ code: 'QUOTA_EXCEEDED', window: 'wide' });
  });

  test('counts in the window that is shown, and its share is no row of its own', async () => {
    const { ask, ledger } = begin(spec(240, DAY_SECONDS));
    await ask({ lane: 'bi' });
    await ask();
    expect(await ledger.states()).toMatchObject([{ name: 'wide', limit: 240, used: 2, remaining: 238 }]);
  });

  test('waits, of a window of a day, until the pace of its share allows the next', async () => {
    const { ask, clock } = begin(spec(240, DAY_SECONDS));
    for (let call = 0; call < 5; call += 1) (await ask({ lane: 'bi' })).giveBack();
    for (let call = 0; call < 5; call += 1) expect(await outcome(ask({ lane: 'bi' }))).toBe('permit');
    expect(await outcome(ask({ lane: 'bi' }))).toEqual({
      code: 'QUOTA_EXCEEDED',
      window: 'wide',
      retryAfterSeconds: 3_608,
    });
    clock.advance(HOUR_MS + 8_000);
    expect(await outcome(ask({ lane: 'bi' }))).toBe('permit');
  });

  test.each([
    ['of one call, of which nothing is left when interactive keeps its half', spec(1, 60), 0.5],
    ['that interactive keeps whole', spec(100, 60), 1],
    ['in flight that interactive keeps whole', spec(2, 0), 1],
  ])('is refused at once, and not to be asked again, by a window %s', async (_, window, floor) => {
    const { ask } = begin(window, floor);
    expect(await outcome(ask({ lane: 'bi' }))).toEqual({ code: 'COST_LIMIT_EXCEEDED', window: 'wide' });
    expect(await outcome(ask())).toBe('permit');
  });

  test('has everything where interactive keeps nothing', async () => {
    const { ask } = begin(spec(48, DAY_SECONDS), 0);
    for (let call = 0; call < 48; call += 1) expect(await outcome(ask({ lane: 'bi' }))).toBe('permit');
    expect(await outcome(ask({ lane: 'bi' }))).toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });
});

describe('places in flight', () => {
  test('are left to interactive by a crowd of the bi lane, which is let in one by one', async () => {
    const { ask } = begin(spec(2, 0));
    const crowd = Array.from({ length: 5 }, () => ask({ lane: 'bi' }));
    await settled();
    const [first] = crowd;
    const quick = await ask();
    quick.giveBack();
    await expect(Promise.race([crowd[1], settled()])).resolves.toBeUndefined();
    (await first)?.giveBack();
    (await crowd[1])?.giveBack();
  });

  test('go to interactive first where there is one for both', async () => {
    const { ask } = begin(spec(1, 0));
    const held = await ask();
    const order: string[] = [];
    const waiting = [ask({ lane: 'bi' }), ask({ lane: 'bi' }), ask(), ask()].map(async (asked, index) => {
      const permit = await asked;
      order.push(index < 2 ? 'bi' : 'interactive');
      permit.giveBack();
    });
    await settled();
    held.giveBack();
    await Promise.all(waiting);
    expect(order).toEqual(['interactive', 'interactive', 'bi', 'bi']);
  });

  test('are asked for anew in the interactive lane when somebody there waits for the same call', async () => {
    const { ask } = begin(spec(2, 0));
    const held = await ask({ lane: 'bi' });
    const hurry = new AbortController();
    const waiting = ask({ lane: 'bi', hurry: hurry.signal });
    await settled();
    hurry.abort();
    (await waiting).giveBack();
    const left = new AbortController();
    const late = ask({ lane: 'bi', hurry: new AbortController().signal }, left.signal);
    left.abort(new Error('left'));
    await expect(late).rejects.toThrow('left');
    held.giveBack();
  });
});

test('the share of the bi lane never takes a call from the floor, and its pace spends just the share in a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 100 }), (limit, percent) => {
      const floor = percent / 100;
      const window = { key: 'w', limit, lengthMs: DAY_SECONDS * 1000 };
      const [share, pace] = biWindowsOf(window, floor);
      expect((share?.limit ?? 0) * 100).toBeLessThanOrEqual(limit * (100 - percent));
      expect(((share?.limit ?? 0) + 1) * 100).toBeGreaterThan(limit * (100 - percent));
      if (pace === undefined) expect(share?.limit).toBe(0);
      else {
        const inADay = (pace.limit * window.lengthMs) / pace.lengthMs;
        expect(inADay).toBeLessThanOrEqual(share?.limit ?? 0);
        expect(inADay).toBeGreaterThan((share?.limit ?? 0) * 0.9999);
      }
      expect(mostAtOnce(window, 'interactive', floor)).toBe(limit);
      expect(mostAtOnce(window, 'bi', floor)).toBe(pace?.limit ?? 0);
    }),
    runs(300, 20_000),
  );
});
