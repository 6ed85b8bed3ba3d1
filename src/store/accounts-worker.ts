import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createJobRunner, type Job } from './account-jobs.ts';
import { openAccountsFile } from './accounts-file.ts';

/** Tries until another process is given up on that does not end its transaction; each waits as long as the connection's own patience. */
const TRIES = 8;

if (parentPort === null) throw new TypeError('this is the worker of the accounts');
const port = parentPort;
const db = openAccountsFile(String(workerData));
const run = createJobRunner(db);

/** Commits what has arrived as one transaction, then answers. */
function work(first: readonly Job[]): void {
  const jobs = [...first];
  for (let more = receiveMessageOnPort(port); more !== undefined; more = receiveMessageOnPort(port))
    jobs.push(...more.message);
  let outcomes = run(jobs);
  const isBusy = (): boolean => outcomes.some((outcome) => 'error' in outcome && outcome.busy);
  for (let attempt = 1; attempt < TRIES && isBusy(); attempt += 1) outcomes = run(jobs);
  port.postMessage(outcomes);
}

port.on('message', (message: readonly Job[] | 'close') => {
  if (message !== 'close') return work(message);
  db.close();
  port.close();
});
port.postMessage('ready');
