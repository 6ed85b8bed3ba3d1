import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createJobRunner, type Job, runUntilFree } from './account-jobs.ts';
import { openAccountsFile } from './accounts-file.ts';

/** Tries until another process is given up on that does not end its transaction; each waits as long as the connection's own patience. */
const TRIES = 8;

if (parentPort === null) throw new TypeError('this is the worker of the accounts');
const port = parentPort;
const db = openAccountsFile(String(workerData));
const run = createJobRunner(db);

type Message = readonly Job[] | 'close';

function waitingMessage(): Message | undefined {
  return receiveMessageOnPort(port)?.message as Message | undefined;
}

/** Commits what has arrived as one transaction, then answers. */
function work(first: readonly Job[]): void {
  const jobs = [...first];
  let next = waitingMessage();
  for (; next !== undefined && next !== 'close'; next = waitingMessage()) jobs.push(...next);
  port.postMessage(runUntilFree(run, jobs, TRIES));
  if (next === 'close') close();
}

function close(): void {
  db.close();
  port.close();
}

port.on('message', (message: Message) => {
  if (message === 'close') close();
  else work(message);
});
port.postMessage('ready');
