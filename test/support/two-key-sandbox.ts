import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

/** The gateway gives the same labels, in the order of the settings. */
const KEYS = [
  { label: 'key-1', secret: 'one' },
  { label: 'key-2', secret: 'two' },
];

/** The simulators with two keys wherever an upstream takes several; both see everything. */
export function startTwoKeySandbox(now: () => number): Promise<Sandbox> {
  return startSandbox(
    { seed: 1, size: 1, now },
    { visualVisitor: KEYS, visit: KEYS, iadvize: KEYS, notifyVisitors: { brandId: '7001', apiKey: 'one' } },
  );
}
