import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { serve } from '../kit/child.ts';
import { VISIT_KEY } from '../kit/keys.ts';
import { emailAt, visitorIdAt } from './visitors.ts';

const PAGE = 100;
const EXPO = 1;

type Row = { readonly contact: Readonly<Record<string, unknown>> };

const simulator = await startVisitSimulator({
  world: createWorld({ seed: 1, size: 1, now: Date.now() }),
  keys: [{ label: 'key-1', secret: VISIT_KEY, expos: 'all', leads: true }],
});
const authorization = `Basic ${Buffer.from(`${VISIT_KEY}:`).toString('base64')}`;

async function ask<T>(path: string): Promise<readonly T[]> {
  const answer = await fetch(`${simulator.origin}/create/v2${path}`, { headers: { authorization } });
  return (await answer.json()) as readonly T[];
}

const expo = (await ask<{ readonly id: string }>('/expos?limit=100&fromRevision=0'))[EXPO];
const rows = await ask<Row>(`/visitors/${expo?.id}?limit=${PAGE}&fromRevision=0`);

/** The simulator's visitors again and again, each time as somebody else. */
function rowAt(index: number): unknown {
  const row = rows[index % rows.length];
  return { ...row, id: visitorIdAt(index), revision: index, contact: { ...row?.contact, email: emailAt(index) } };
}

/** `/1000/create/v2` is an upstream with an expo of a thousand visitors. */
function answer(url: URL): unknown {
  const [, size = '0', , , list] = url.pathname.split('/');
  if (list === 'expos') return [expo];
  if (list !== 'visitors') return [];
  const from = Number(url.searchParams.get('fromRevision'));
  return Array.from({ length: Math.max(0, Math.min(PAGE, Number(size) - from)) }, (_, index) => rowAt(from + index));
}

let calls = 0;
const server = createServer((request, response) => {
  calls += 1;
  const bytes = Buffer.from(JSON.stringify(answer(new URL(request.url ?? '/', 'http://generator'))));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  serve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls });
});
