import { expect, test } from 'vitest';
import { quotaWait } from '../../../../src/transport/quota/quota-wait.ts';

const MINUTE = { limit: 5, lengthMs: 60_000 };
const DAY = { limit: 100, lengthMs: 86_400_000 };

test.each([
  ['there is room', 10, [{ ...MINUTE, left: 10 }], 0],
  ['nothing counts them', 10, [], 0],
  ['one window more is enough', 11, [{ ...MINUTE, left: 10 }], 60],
  ['none is left', 11, [{ ...MINUTE, left: 0 }], 180],
  ['more than all was spent', 11, [{ ...MINUTE, left: -4 }], 180],
  [
    'a longer window has room',
    20,
    [
      { ...MINUTE, left: 5 },
      { ...DAY, left: 50 },
    ],
    180,
  ],
  [
    'the slower window decides',
    60,
    [
      { ...MINUTE, left: 5 },
      { ...DAY, left: 50 },
    ],
    86_400,
  ],
  [
    'a calendar’s day is over sooner than the next ones',
    300,
    [{ ...DAY, lengthMs: 3_600_000, everyMs: 86_400_000, left: 0 }],
    176_400,
  ],
  ['a window that lets none through is never waited out', 10, [{ ...MINUTE, limit: 0, left: 0 }], null],
])('quota makes calls wait: %s', (_name, calls, windows, seconds) => {
  expect(quotaWait(calls, windows)).toBe(seconds);
});
