import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startVisitSimulator } from '../../../src/sandbox/visit/simulator.ts';
import { createWorld } from '../../../src/sandbox/world.ts';
import { serve } from '../../kit/child.ts';
import { VISIT_KEY } from '../../kit/keys.ts';

/** The first expo with a hundred visitors of whom most were there. */
const EXPO = 1;

const world = createWorld({ seed: 1, size: 1, now: Date.now() });
const simulator = await startVisitSimulator({
  world,
  keys: [{ label: 'key-1', secret: VISIT_KEY, expos: 'all', leads: true }],
});
const expoId = simulator.truth.expos()[EXPO]?.id ?? '';

type Reply = { readonly status: number; readonly bytes: Buffer };
const replies = new Map<string, Promise<Reply>>();

async function ask(path: string, authorization: string): Promise<Reply> {
  const answer = await fetch(`${simulator.origin}${path}`, { headers: { authorization } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Whatever expo is asked for, it is the same one. */
function pathOf(url: string): string {
  return url.replace(/^(\/create\/v2\/\w+\/)[0-9a-z]{13}/, `$1${expoId}`);
}

let calls = 0;
/**
 * The simulator, which builds an answer the first time that it is asked, and its bytes sent again after that: with a simulator that
 * works for longer than the servers under test, the bench would measure the simulator.
 */
const server = createServer(async (request, response) => {
  calls += 1;
  const path = pathOf(request.url ?? '/');
  const reply = replies.get(path) ?? ask(path, request.headers.authorization ?? '');
  replies.set(path, reply);
  const { status, bytes } = await reply;
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  serve({ url: `http://127.0.0.1:${port}/create/v2`, calls: () => calls });
});
