import type { Job, JobOutcome } from './account-jobs.ts';

/**
 * What the worker of the accounts is told and tells. As JSON text: threads copy a text in half the time that they take for the objects, and
 * jobs hold nothing but finite numbers, texts and truths.
 */
export const CLOSE = 'close';

export function writeJobs(jobs: readonly Job[]): string {
  return JSON.stringify(jobs);
}

/** Not of `CLOSE`. */
export function readJobs(message: string): readonly Job[] {
  return JSON.parse(message) as readonly Job[];
}

export function writeOutcomes(outcomes: readonly JobOutcome[]): string {
  return JSON.stringify(outcomes);
}

export function readOutcomes(message: string): readonly JobOutcome[] {
  return JSON.parse(message) as readonly JobOutcome[];
}
