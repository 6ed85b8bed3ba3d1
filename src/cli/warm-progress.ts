import { SingleBar } from 'cli-progress';
import type { FillReport } from '../loading/collections/fill-reports.ts';
import type { Operator } from './operator.ts';

/** What is shown of a warm-up while it runs. */
export type WarmProgress = {
  /** How often a copy is reported on. */
  readonly everyMs: number;
  begin(): void;
  /** A collection is done. */
  next(): void;
  report(report: FillReport): void;
  /** Nothing is shown any more. */
  end(): void;
};

/** A bar moves as often as eyes can follow; lines are read later, in a file. */
const BAR_EVERY_MS = 200;
const LINE_EVERY_MS = 5_000;

const DIGITS = new Intl.NumberFormat('en');

function describe({ collection, rows, calls, secondsLeft, isComplete }: FillReport): string {
  const left = secondsLeft === null ? '' : `, ${DIGITS.format(secondsLeft)} s left`;
  return `${collection}: ${DIGITS.format(rows)} rows, ${DIGITS.format(calls)} calls${isComplete ? ', complete' : left}`;
}

function plainLines({ complain }: Operator): WarmProgress {
  return {
    everyMs: LINE_EVERY_MS,
    begin: () => undefined,
    next: () => undefined,
    report: (report) => complain(`${describe(report)}\n`),
    end: () => undefined,
  };
}

/** Of one collection as much is done as pages are read, where it is known how many there are. */
function doneOf({ calls, pagesLeft }: FillReport): number {
  return pagesLeft === null ? 0 : calls / (calls + pagesLeft);
}

function bar(stream: NodeJS.WritableStream, names: readonly string[]): WarmProgress {
  const shown = new SingleBar({
    format: '[{bar}] {percentage}% {text}',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
  let done = 0;
  const text = (): string => names[done] ?? '';
  return {
    everyMs: BAR_EVERY_MS,
    begin: () => shown.start(names.length, done, { text: text() }),
    next: () => {
      done += 1;
      shown.update(done, { text: text() });
    },
    report: (report) => shown.update(done + doneOf(report), { text: describe(report) }),
    end: () => shown.stop(),
  };
}

/** A bar where standard error is a terminal; else a line now and then about what takes long. */
export function showWarming(operator: Operator, names: readonly string[]): WarmProgress {
  return operator.terminal === undefined ? plainLines(operator) : bar(operator.terminal, names);
}
