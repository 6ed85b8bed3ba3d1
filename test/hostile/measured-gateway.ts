import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { startProcess } from '../support/process.ts';

const ROOT = join(import.meta.dirname, '../..');
const KEY = { 'x-api-key': 'test-secret' };

export type Reply = { readonly status: number; readonly text: string };

/** The gateway in a process of its own, which tells from inside how it fares. Its simulators run in the test's process. */
export type MeasuredGateway = AsyncDisposable & {
  readonly url: string;
  readonly sandbox: Sandbox;
  post(body: string | object): Promise<Reply>;
  /** The upstream calls since the last look. */
  takeCalls(): number;
  /** The longest that its event loop was held since the last look, milliseconds. */
  takeHold(): Promise<number>;
  /** Bytes that it holds after a collection. */
  heapBytes(): Promise<number>;
};

export async function startMeasuredGateway(env: Readonly<Record<string, string>> = {}): Promise<MeasuredGateway> {
  const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
  const simulators = [sandbox.visualVisitor, sandbox.visit, sandbox.notifyVisitors, sandbox.iadvize];
  const gateway = startProcess({
    command: [
      join(ROOT, 'node_modules/.bin/node'),
      '--expose-gc',
      '--import',
      join(import.meta.dirname, 'measure-loop.ts'),
      join(ROOT, 'bin/weir.js'),
    ],
    env: {
      ...sandbox.settings,
      WEIR_CONSUMER_KEYS: 'test:test-secret',
      WEIR_STORE: 'memory',
      WEIR_LOG: 'silent',
      ...env,
    },
  });
  const url = await gateway.ready;
  const inside = /^inside (\S+)$/m.exec(gateway.stderr())?.[1] ?? '';
  const look = async (what: string): Promise<number> =>
    Number(await (await fetch(new URL(what, inside), { method: 'POST' })).text());
  return {
    url,
    sandbox,
    post: async (body) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...KEY },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    takeCalls: () => {
      const calls = simulators.reduce((sum, simulator) => sum + simulator.calls.length, 0);
      for (const simulator of simulators) simulator.clearCalls();
      return calls;
    },
    takeHold: () => look('/loop'),
    heapBytes: () => look('/heap'),
    [Symbol.asyncDispose]: async () => {
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
