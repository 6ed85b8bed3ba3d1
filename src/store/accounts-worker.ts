import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createJobRunner, runUntilFree } from './account-jobs.ts';
import { openAccountsFile } from './accounts-file.ts';
import { CLOSE, readJobs, writeOutcomes } from './job-messages.ts';

/** Tries until another process is given up on that does not end its transaction; each waits as long as the connection's own patience. */
const TRIES = 8;

if (parentPort === null) throw new TypeError('this is the worker of the accounts');
const port = parentPort;
const db = openAccountsFile(String(workerData));
const run = createJobRunner(db);

function waitingMessage(): string | undefined {
  return receiveMessageOnPort(port)?.message;
}

/** Commits what has arrived as one transaction, then answers. */
function work(first: string): void {
  const jobs = [...readJobs(first)];
  let next = waitingMessage();
  for (; next !== undefined && next !== CLOSE; next = waitingMessage()) jobs.push(...readJobs(next));
  port.postMessage(writeOutcomes(runUntilFree(run, jobs, TRIES)));
  if (next === CLOSE) close();
}

function close(): void {
  db.close();
  port.close();
}

port.on('message', (message: string) => {
  if (message === CLOSE) close();
  else work(message);
});
port.postMessage('ready');
