import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const WINDOWS = '{ quota { upstreams { credentials { windows { name used reserved remaining } } } } }';
type Window = { readonly name: string; readonly used: number; readonly reserved: number; readonly remaining: number };

async function reportsWindow(gateway: TestGateway): Promise<Window | undefined> {
  const { data } = await gateway.ask(WINDOWS);
  const { upstreams } = (data as { quota: { upstreams: { credentials: { windows: Window[] }[] }[] } }).quota;
  const windows = upstreams.flatMap(({ credentials }) => credentials.flatMap((one) => one.windows));
  return windows.find(({ name }) => name === 'reports-minute');
}

/** A report of an id that nobody has asked for. */
function ask(gateway: TestGateway, id: number) {
  return gateway.ask('query ($id: ID!) { campaignReport(campaignId: $id) { name } }', {
    variables: { id: `none-${id}` },
  });
}

/** The next answer says so much, whatever the simulator counts. */
function saying(left: string): Fault {
  const body = JSON.stringify({ status: 'success', data: [] });
  return { kind: 'status', status: 200, body, headers: { 'X-RateLimit-Remaining': left } };
}

describe('what a vendor says is left of a window', () => {
  it('is what its own calls leave, so that nothing changes where nobody else uses the key', async () => {
    await using gateway = await startGateway({ clock: createVirtualClock() });
    for (let call = 0; call < 5; call += 1) await ask(gateway, call);
    expect(await reportsWindow(gateway)).toEqual({ name: 'reports-minute', used: 5, reserved: 0, remaining: 45 });
  });

  it('takes what others have used from what the ledger gives, for one window', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ clock });
    gateway.sandbox.notifyVisitors.faults.inject(saying('1'));
    await ask(gateway, 1);
    expect(await reportsWindow(gateway)).toMatchObject({ used: 1, reserved: 48, remaining: 1 });
    await ask(gateway, 2);
    gateway.takeCalls();
    const refused = await ask(gateway, 3);
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'QUOTA_EXCEEDED', window: 'reports-minute' });
    expect(gateway.takeCalls()).toEqual([]);
    clock.advance(60_000);
    expect((await ask(gateway, 4)).errors).toEqual([]);
    expect(await reportsWindow(gateway)).toMatchObject({ used: 1, reserved: 0 });
  });

  it.each(['999999', '-1', 'many', '1.5', ''])('raises nothing, nor does what is no count: %j', async (left) => {
    await using gateway = await startGateway({ clock: createVirtualClock() });
    await ask(gateway, 1);
    gateway.sandbox.notifyVisitors.faults.inject(saying(left));
    await ask(gateway, 2);
    expect(await reportsWindow(gateway)).toMatchObject({ used: 2, reserved: 0, remaining: 48 });
  });
});
