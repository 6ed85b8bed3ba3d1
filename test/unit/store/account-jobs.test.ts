import { expect, test } from 'vitest';
import { createJobRunner, type Job, type JobOutcome, runUntilFree } from '../../../src/store/account-jobs.ts';
import { openAccountsFile } from '../../../src/store/accounts-file.ts';
import { createUsageReader } from '../../../src/store/sqlite-usage.ts';

const NAMES = { upstream: 'VISIT', credential: 'key-1', consumer: 'c', endpoint: 'e', operation: 'o', outcome: 'OK' };
const add = (minute: number): Job => ({
  kind: 'usage',
  rows: [{ ...NAMES, minute, calls: 0, shared: 1, cacheHits: 0 }],
});
const BUSY: JobOutcome = { error: 'database is locked', busy: true };

test('of jobs that ran one by one only those that found the file busy run again', () => {
  const db = openAccountsFile(':memory:');
  const runAll = createJobRunner(db);
  let refusals = 2;
  const run = (jobs: readonly Job[]): readonly JobOutcome[] => {
    refusals -= 1;
    return refusals < 0 ? runAll(jobs) : [...runAll(jobs.slice(0, -1)), BUSY];
  };
  expect(runUntilFree(run, [add(0), add(60_000)], 8)).toEqual([{ value: undefined }, { value: undefined }]);
  expect(createUsageReader(db)(0, 120_000).map(({ shared }) => shared)).toEqual([1, 1]);
  db.close();
});

test('a file that stays busy is given up', () => {
  expect(runUntilFree((jobs) => jobs.map(() => BUSY), [add(0)], 8)).toEqual([BUSY]);
});
