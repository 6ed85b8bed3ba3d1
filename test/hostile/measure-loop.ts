import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Loaded into a gateway's process before it starts: tells from inside how long its event loop was held, and what it holds. */
const BEAT_MS = 1;
let longest = 0;
let last = ownTime();

/** The time that this thread has worked, in milliseconds: what other processes of the machine take meanwhile is not in it. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Between two beats lies one stretch of work at least: nothing else could run. */
function beat(): void {
  const now = ownTime();
  longest = Math.max(longest, now - last);
  last = now;
}
setInterval(beat, BEAT_MS).unref();

/** `/loop` tells the longest stretch of work since the last question, in milliseconds; `/heap` the bytes left after a collection. */
const server = createServer((request, response) => {
  beat();
  if (request.url === '/heap') globalThis.gc?.();
  response.end(JSON.stringify(request.url === '/heap' ? process.memoryUsage().heapUsed : longest));
  longest = 0;
});
server.unref();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stderr.write(`inside http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
