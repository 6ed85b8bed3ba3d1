import { expect, test } from 'vitest';
import { openMemoryStore } from '../../../../src/store/memory.ts';
import { createTestLedger, permitRequest } from '../../../support/ledger.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const MINUTE = { name: 'minute', limit: 50, seconds: 60, per: 'credential' } as const;

test('what others have used is kept once, however many answers tell it at the same time', async () => {
  const clock = createVirtualClock();
  const { permits } = openMemoryStore(clock);
  const ledger = createTestLedger({ clock, permits, windows: [MINUTE] });
  const request = permitRequest({ windows: [MINUTE.name], credentials: ['key-1'] });
  const signal = new AbortController().signal;
  const taken = await Promise.all(Array.from({ length: 5 }, () => ledger.acquire(request, signal)));
  /** Each of them asks the store twice, and the store works in order. */
  const told = async (left: number) => {
    for (const permit of taken) permit.tighten([MINUTE.name], left);
    for (let question = 0; question <= 2 * taken.length; question += 1) await ledger.refresh();
    return ledger.windows();
  };
  expect(await told(25)).toMatchObject([{ used: 5, reserved: 20, remaining: 25 }]);
  expect(await told(40)).toMatchObject([{ used: 5, reserved: 20, remaining: 25 }]);
  expect(await told(24)).toMatchObject([{ used: 5, reserved: 21, remaining: 24 }]);
});
