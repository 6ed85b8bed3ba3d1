import { expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { showWarming } from '../../../src/cli/warm-progress.ts';

it('tells a warm-up in lines where there is no terminal', () => {
  const lines: string[] = [];
  const complain = (text: string): void => void lines.push(text);
  const { report, begin, next, end } = showWarming(
    { env: {}, clock: systemClock, draw: () => 0, say: () => undefined, complain },
    ['visit.visitors'],
  );
  const far = { collection: 'visit.visitors', rows: 12_000, calls: 12, pagesLeft: null, secondsLeft: null };
  begin();
  report({ ...far, isComplete: false });
  report({ ...far, pagesLeft: 30, secondsLeft: 1_260, isComplete: false });
  report({ ...far, pagesLeft: 0, secondsLeft: 0, isComplete: true });
  next();
  end();
  expect(lines).toEqual([
    'visit.visitors: 12,000 rows, 12 calls\n',
    'visit.visitors: 12,000 rows, 12 calls, 1,260 s left\n',
    'visit.visitors: 12,000 rows, 12 calls, complete\n',
  ]);
});
