import { expect, onTestFinished } from 'vitest';
import {
  type IadvizeKey,
  type IadvizeOptions,
  type IadvizeSimulator,
  startIadvizeSimulator,
} from '../../src/sandbox/iadvize/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { IADVIZE_WINDOWS } from '../../src/sources/iadvize/endpoints.ts';
import type { IadvizeReads } from '../../src/sources/iadvize/loaders.ts';
import { authorizeIadvize, createIadvizeSource } from '../../src/sources/iadvize/source.ts';
import { iadvizeVerdict } from '../../src/sources/iadvize/wire.ts';
import type { Store } from '../../src/store/store.ts';
import { createSourceHarness, type Operation, type OperationOptions, type SourceHarness } from './source-harness.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const DAY_MS = 86_400_000;
const ALL: IadvizeKey = { label: 'all', secret: 'secret-all', websites: 'all' };

export type StartOptions = Omit<Partial<IadvizeOptions>, 'world' | 'now'> & {
  readonly size?: number;
  readonly now?: number;
  readonly callTimeoutMs?: number;
};

export type Started = {
  readonly simulator: IadvizeSimulator;
  readonly clock: VirtualClock;
  readonly harness: SourceHarness;
  /** One operation with its reads. */
  begin(options?: OperationOptions): Operation & { readonly reads: IadvizeReads };
  /** The calls since the last look, with the key that paid where there are several: `/operator?page=1 group_id=51`. */
  takeCalls(): readonly string[];
  /** The same simulator behind a new process with the same store. */
  restart(): Started;
};

/** Without what every call of its kind carries; what should be there and is not is named. */
function describeCall(fullPath: string, query: string): string {
  const path = fullPath.replace('/api/2', '').replace('.json-unicode', '');
  const parts = query === '' ? [] : query.split('&');
  const isConversation = path.includes('conversation');
  const isList = !/\/\d+(\/\w+)?$|^\/statistic$|\/live$/.test(path);
  const usual = [...(isList ? ['full=1', 'limit=100'] : []), ...(isConversation ? ['formatHistory=0'] : [])];
  const lacking = usual.filter((part) => !parts.includes(part)).map((part) => `NO ${part}`);
  const own = parts.filter((part) => !usual.includes(part)).map((part) => part.replace(/^filters\[(\w+)\]/, '$1'));
  const tail = [...own, ...lacking].join(' ');
  return `${path}${tail === '' ? '' : `?${tail}`}`;
}

/** A simulator and the source over it, both on one clock that stands still. Closed, and checked for violations, after the test. */
export async function start({
  size = 1,
  now = NOW,
  callTimeoutMs,
  keys = [ALL],
  ...own
}: StartOptions = {}): Promise<Started> {
  const clock = createVirtualClock(now);
  const world = createWorld({ seed: 1, size, now });
  const simulator = await startIadvizeSimulator({ world, now: clock.now, keys, ...own });
  const opened: AsyncDisposable[] = [];
  onTestFinished(async () => {
    for (const one of opened) await one[Symbol.asyncDispose]();
    await simulator.close();
    expect(simulator.violations).toEqual([]);
  });
  const open = (store?: Store): Started => {
    const harness = createSourceHarness({
      upstream: 'IADVIZE',
      baseUrl: `${simulator.origin}/api/2`,
      windows: IADVIZE_WINDOWS,
      credentials: keys.map(({ label, secret }) => ({ label, secret })),
      authorize: authorizeIadvize,
      judge: iadvizeVerdict,
      clock,
      ...(callTimeoutMs && { callTimeoutMs }),
      ...(store && { store }),
    });
    opened.unshift(harness);
    const source = createIadvizeSource(harness);
    return {
      simulator,
      clock,
      harness,
      begin: (options) => {
        const operation = harness.operation(options);
        return { ...operation, reads: source.begin(operation.scope) };
      },
      takeCalls: () => {
        const calls = simulator.calls.map(
          ({ path, query, credential }) =>
            `${keys.length > 1 ? `${credential} ` : ''}${describeCall(path, decodeURIComponent(query))}`,
        );
        simulator.clearCalls();
        return calls;
      },
      restart: () => open(harness.store),
    };
  };
  return open();
}

export function numbersOf(records: readonly { readonly id: string }[]): number[] {
  return records.map(({ id }) => Number(id));
}
