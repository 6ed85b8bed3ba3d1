import type { Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';

/** What takes less is not worth a line. */
const SLOW_MS = 5_000;

/** Runs a step of the start. One that takes long says so every few seconds, and once more when it is done. */
export async function startStep<T>(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  step: string,
  work: () => Promise<T>,
): Promise<T> {
  const beganAt = clock.now();
  const told = () => ({ step, seconds: Math.round((clock.now() - beganAt) / 1000) });
  let cancel = clock.after(SLOW_MS, function again() {
    log.info(told(), 'the start is under way');
    cancel = clock.after(SLOW_MS, again);
  });
  try {
    return await work();
  } finally {
    cancel();
    // A step that keeps the process busy lets no timer run.
    if (clock.now() - beganAt >= SLOW_MS) log.info(told(), 'a step of the start is over');
  }
}
