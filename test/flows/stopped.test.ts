import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { startGateway } from '../support/gateway.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The clock of a gateway that has answered in every way, and has stopped: all of its parts hold it. */
async function runAndStop(): Promise<WeakRef<object>> {
  const clock = { ...systemClock };
  await using gateway = await startGateway({ clock });
  for (const _way of ['asked', 'held', 'ready'])
    await gateway.ask('{ conversations(first: 5) { nodes { id messages { text } } } expos { nodes { id } } }');
  return new WeakRef(clock);
}

it('nothing of a gateway that has stopped stays: no timer of what it held keeps it', async () => {
  const clock = await runAndStop();
  await setImmediate();
  collect();
  expect(clock.deref()).toBeUndefined();
});
