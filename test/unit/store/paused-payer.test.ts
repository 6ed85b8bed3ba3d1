import { expect, test } from 'vitest';
import { PERMIT_STORES } from '../../support/permit-stores.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

test.each(PERMIT_STORES)(
  '$name gives nothing to a payer whose window has no room at all, and tells its pause',
  async ({ open }) => {
    const clock = createVirtualClock();
    const store = await open(clock);
    try {
      const { permits } = store;
      const call = { upstream: 'VISIT', endpoint: 'e', consumer: 'c', operation: 'o', attempt: 1 };
      const windows = [{ key: 'hold', limit: 0, lengthMs: 1 }];
      const request = { payers: [{ account: 'hold', credential: 'hold', windows }], call, timeoutMs: 8_000 };
      expect(await permits.take(request)).toMatchObject({ kind: 'full', payers: [{ pausedUntil: 0 }] });
      await permits.pause('hold', 60_000);
      expect(await permits.take(request)).toMatchObject({
        kind: 'full',
        payers: [{ pausedUntil: clock.now() + 60_000 }],
      });
    } finally {
      await store.close();
    }
  },
);
