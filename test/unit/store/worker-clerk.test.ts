import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createWorkerClerk } from '../../../src/store/worker-clerk.ts';

const NOTHING = { kind: 'catchUp' } as const;

function clerkOver(code: string) {
  return createWorkerClerk(new Worker(`const { parentPort } = require('node:worker_threads');${code}`, { eval: true }));
}

test('jobs are answered in the order in which they were asked for, one that failed by its own failure', async () => {
  const clerk =
    clerkOver(`parentPort.on('message', (text) => text === 'close' ? parentPort.close() : parentPort.postMessage(JSON.stringify(
    JSON.parse(text).map(({ kind, id }) => kind === 'giveBack' ? { error: id, busy: false } : { value: kind }))));`);
  const answers = await Promise.allSettled([
    clerk.do(NOTHING),
    clerk.do({ kind: 'giveBack', id: 'x' }),
    clerk.do(NOTHING),
  ]);
  expect(answers).toMatchObject([
    { value: 'catchUp' },
    { reason: { message: 'the accounts could not be written: x' } },
    { value: 'catchUp' },
  ]);
  await clerk.close();
});

test('a worker that dies while it is closed is not waited for', async () => {
  await clerkOver("parentPort.on('message', () => process.exit(3));").close();
});

test.each(['process.exit(3)', "throw new Error('broken')"])(
  'who asks a worker that dies is refused, and so is everybody later: %s',
  async (death) => {
    const clerk = clerkOver(`parentPort.on('message', () => { ${death} });`);
    await expect(clerk.do(NOTHING)).rejects.toThrow();
    await expect(clerk.do(NOTHING)).rejects.toThrow();
    await clerk.close();
  },
);
