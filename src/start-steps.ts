import type { Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import type { StartStep } from './model/health.ts';

/** What takes less is not worth a line. */
const SLOW_MS = 5_000;

type Work<T> = () => Promise<T>;

export type StartSteps = {
  /** Runs a step that the start waits for. One that takes long says so in the log every few seconds, and once more when it is done. */
  run<T>(name: StartStep['name'], work: Work<T>): Promise<T>;
  /** Runs one that goes on while the process answers, and tells the log of its progress itself. */
  goOn<T>(name: StartStep['name'], work: Work<T>): Promise<T>;
  /** Those that have begun, in that order. */
  all(): readonly StartStep[];
};

type Step = { readonly name: string; readonly beganAt: number; endedAt?: number };

export function watchStart({ clock, log }: { readonly clock: Clock; readonly log: Log }): StartSteps {
  const steps: Step[] = [];
  const goOn: StartSteps['goOn'] = async (name, work) => {
    const step: Step = { name, beganAt: clock.now() };
    steps.push(step);
    try {
      return await work();
    } finally {
      step.endedAt = clock.now();
    }
  };
  const run: StartSteps['run'] = async (name, work) => {
    const beganAt = clock.now();
    const told = () => ({ step: name, seconds: Math.round((clock.now() - beganAt) / 1000) });
    let cancel = clock.after(SLOW_MS, function again() {
      log.info(told(), 'the start is under way');
      cancel = clock.after(SLOW_MS, again);
    });
    try {
      return await goOn(name, work);
    } finally {
      cancel();
      // A step that keeps the process busy lets no timer run.
      if (clock.now() - beganAt >= SLOW_MS) log.info(told(), 'a step of the start is over');
    }
  };
  const told = ({ name, beganAt, endedAt }: Step): StartStep => ({
    name,
    durationMs: endedAt === undefined ? null : endedAt - beganAt,
  });
  return { run, goOn, all: () => steps.map(told) };
}
