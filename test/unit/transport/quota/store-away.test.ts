import { expect, test } from 'vitest';
import { CallerLeft } from '../../../../src/base/errors.ts';
import { openMemoryStore } from '../../../../src/store/memory.ts';
import type { PermitStore } from '../../../../src/store/permits.ts';
import type { Permit, WindowSpec } from '../../../../src/transport/quota/ledger.ts';
import { callScope } from '../../../support/calls.ts';
import { gate, receipt, settled, stateOf } from '../../../support/engine.ts';
import { createTestLedger, permitRequest } from '../../../support/ledger.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const MINUTE: WindowSpec = { name: 'minute', limit: 2, seconds: 60, per: 'credential' };
const FLIGHT: WindowSpec = { name: 'in-flight', limit: 1, seconds: 0, per: 'credential' };

/** A ledger over a store whose answers a test holds back. */
function begin(windows: readonly WindowSpec[]) {
  const clock = createVirtualClock();
  const { permits, usage } = openMemoryStore(clock);
  let open = gate();
  open.open();
  let broken = false;
  const slow: PermitStore = {
    ...permits,
    take: async (request) => {
      if (broken) throw new Error('the disk is full');
      const decision = await permits.take(request);
      await open.promise;
      return decision;
    },
    states: async (asked) => {
      await open.promise;
      return permits.states(asked);
    },
  };
  const ledger = createTestLedger({ clock, windows, permits: slow });
  const request = permitRequest({ windows: windows.map(({ name }) => name), credentials: ['key-1'] });
  return {
    clock,
    ledger,
    usage,
    hold: () => {
      open = gate();
    },
    release: () => open.open(),
    breakDown: () => {
      broken = true;
    },
    acquire: (signal = new AbortController().signal) => ledger.acquire(request, signal),
    settle: (permit: Permit) => permit.settle(receipt(callScope(), permit.takenAt)),
    calls: async () => (await usage.between(0, clock.now() + 60_000)).map(({ calls, outcome }) => [calls, outcome]),
  };
}

test('a store that does not answer within 250 ms permits nothing, and what it permits later is given back', async () => {
  const { clock, acquire, hold, release, ledger, calls } = begin([MINUTE]);
  hold();
  const asked = acquire();
  asked.catch(() => undefined);
  await settled();
  clock.advance(249);
  expect(await stateOf(asked)).toBe('pending');
  clock.advance(1);
  await expect(asked).rejects.toMatchObject({
    code: 'QUOTA_EXCEEDED',
    details: { window: 'minute', retryAfterSeconds: 1 },
  });
  release();
  await settled();
  expect((await ledger.states()).map(({ used }) => used)).toEqual([0]);
  expect(await calls()).toEqual([]);
  await acquire();
});

test('an answer that was there before this process itself had time to look counts', async () => {
  const { clock, acquire, hold, release, calls } = begin([MINUTE]);
  hold();
  const askedAt = clock.now();
  const asked = acquire();
  await settled();
  clock.advance(2_000);
  release();
  expect(await asked).toMatchObject({ takenAt: askedAt, endsAt: askedAt + 8_000 });
  expect(await calls()).toEqual([[1, 'ABORTED']]);
});

test('a permit is asked for anew where too much of the time of its call has passed', async () => {
  const { clock, acquire, hold, release, ledger } = begin([MINUTE]);
  hold();
  const asked = acquire();
  await settled();
  clock.advance(2_001);
  release();
  expect(await asked).toMatchObject({ takenAt: clock.now(), endsAt: clock.now() + 8_000 });
  await settled();
  expect((await ledger.states()).map(({ used }) => used)).toEqual([1]);
});

test('a store that fails permits nothing, at once', async () => {
  const { acquire, breakDown } = begin([MINUTE]);
  breakDown();
  await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED', details: { retryAfterSeconds: 1 } });
});

test('who leaves while the store decides is let go at once, and the permit is given back', async () => {
  const { acquire, hold, release, ledger } = begin([MINUTE]);
  hold();
  const controller = new AbortController();
  const asked = acquire(controller.signal);
  await settled();
  controller.abort(new CallerLeft());
  await expect(asked).rejects.toBeInstanceOf(CallerLeft);
  release();
  await settled();
  expect((await ledger.states()).map(({ used }) => used)).toEqual([0]);
});

test('an upstream without limits is called without the store, and has its receipt when the store is back', async () => {
  const { clock, acquire, settle, hold, release, calls } = begin([]);
  hold();
  const asked = acquire();
  await settled();
  clock.advance(250);
  await settled();
  settle(await asked);
  release();
  await settled();
  expect(await calls()).toEqual([[1, 'OK']]);
});

test('an upstream without limits is left alone where this process knows of a pause, with the store or without', async () => {
  const { clock, acquire, hold, breakDown } = begin([]);
  (await acquire()).throttled(5_000);
  await expect(acquire()).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', details: { retryAfterSeconds: 5 } });
  hold();
  breakDown();
  await expect(acquire()).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', details: { retryAfterSeconds: 5 } });
  clock.advance(5_000);
  await acquire();
});

test('the time of a call runs from when its permit was asked for: a slow store does not let it outlive its place', async () => {
  const { clock, acquire, hold, release } = begin([MINUTE]);
  hold();
  const askedAt = clock.now();
  const asked = acquire();
  await settled();
  clock.advance(200);
  release();
  expect((await asked).endsAt).toBe(askedAt + 8_000);
});

test('windows that the store does not tell are those that it told last', async () => {
  const { clock, ledger, acquire, hold } = begin([MINUTE]);
  await acquire();
  await ledger.refresh();
  hold();
  const refreshed = ledger.refresh();
  clock.advance(250);
  await refreshed;
  expect(ledger.windows()).toMatchObject([{ used: 1, remaining: 1 }]);
});

test('a place that another process leaves is found by who waits for it', async () => {
  const clock = createVirtualClock();
  const { permits } = openMemoryStore(clock);
  const [one, other] = [1, 2].map(() => createTestLedger({ clock, windows: [FLIGHT], permits }));
  const request = permitRequest({ windows: ['in-flight'], credentials: ['key-1'] });
  const { signal } = new AbortController();
  const held = await one?.acquire(request, signal);
  const waiting = other?.acquire(request, signal) ?? Promise.reject(new Error('no ledger'));
  await settled();
  held?.settle(receipt(callScope(), clock.now()));
  expect(await stateOf(waiting)).toBe('pending');
  clock.advance(25);
  expect(await stateOf(waiting)).toBe('fulfilled');
});

test('a 429 although the ledger had room is counted as drift', async () => {
  const { acquire, ledger } = begin([MINUTE]);
  const permit = await acquire();
  expect(ledger.drifts().size).toBe(0);
  permit.throttled(1_000);
  expect([...ledger.drifts()]).toEqual([['visit.things.list quota', 1]]);
});

test('what a credential has spent follows its secret, whatever its label is now', async () => {
  const clock = createVirtualClock();
  const { permits } = openMemoryStore(clock);
  const before = createTestLedger({ clock, windows: [MINUTE], permits, credentials: ['a', 'b'] });
  await before.acquire(permitRequest({ windows: ['minute'], credentials: ['b'] }), new AbortController().signal);
  const after = createTestLedger({ clock, windows: [MINUTE], permits, credentials: ['b'] });
  expect((await after.states()).map(({ used }) => used)).toEqual([1]);
});
