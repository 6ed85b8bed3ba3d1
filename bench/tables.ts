import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayFigures } from './kit/figures.ts';
import { CONSUMER_KEY } from './kit/keys.ts';
import { type ServerProcess, startServer } from './kit/processes.ts';
import { say, table } from './kit/table.ts';
import { type Held, holdVisitors } from './scale/held.ts';

const quick = process.argv.includes('--quick');
const ROWS = quick ? 100_000 : 1_000_000;
/** From here on memory must not grow with the rows. */
const STEADY_ROWS = 50_000;
const MEGABYTE = 1_000_000;
const FORMATS = ['text/csv', 'application/x-ndjson', 'application/vnd.apache.arrow.stream'];

const QUERY = `query Export($expoId: ID!) {
  visitors(expoId: $expoId) { nodes { sourceId registrationState registrationTime contact { firstName lastName email } partner { name } } }
}`;

type Export = { readonly ms: number; readonly bytes: number; readonly cpuMs: number; readonly growth: number };

function ask({ gateway, expoId }: Held, accept: string): ClientRequest {
  const headers = { 'content-type': 'application/json', 'x-api-key': CONSUMER_KEY, accept };
  return request(gateway.url, { method: 'POST', headers }).end(JSON.stringify({ query: QUERY, variables: { expoId } }));
}

/** Takes a table to its end; memory is looked at while it comes. */
async function take(held: Held, accept: string): Promise<Export> {
  const { gateway } = held;
  const before = await gateway.look();
  const from = performance.now();
  const [response] = (await once(ask(held, accept), 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  let bytes = 0;
  const memory: { readonly at: number; readonly rss: number }[] = [];
  const watch = setInterval(async () => memory.push({ at: bytes, rss: (await gateway.look()).rssBytes }), 250);
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  clearInterval(watch);
  const ms = performance.now() - from;
  const after = await gateway.look();
  const steady = memory.filter(({ at }) => at > (bytes * STEADY_ROWS) / ROWS).map(({ rss }) => rss);
  return { ms, bytes, cpuMs: after.cpuMs - before.cpuMs, growth: Math.max(...steady, 0) - (steady[0] ?? 0) };
}

const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
await using generator: ServerProcess = await startServer('scale/generator.ts');
try {
  const held = await holdVisitors(folder, generator, ROWS);
  await using _gateway = held.gateway;
  const callsBefore = (await generator.look()).calls;
  const exports: (readonly [string, Export])[] = [];
  for (const format of FORMATS) exports.push([format, await take(held, format)]);
  const calls = (await generator.look()).calls - callsBefore;
  say(`A table of ${ROWS.toLocaleString('en')} held visitors, seven columns, to its end; ${calls} upstream calls.\n`);
  say(
    table(
      ['format', 'rows/s', 'CPU µs/row', 'MB', `RSS growth after ${STEADY_ROWS.toLocaleString('en')} rows, MB`],
      exports.map(([format, { ms, bytes, cpuMs, growth }]) => [
        format,
        ((ROWS * 1000) / ms).toFixed(0),
        ((cpuMs * 1000) / ROWS).toFixed(1),
        (bytes / MEGABYTE).toFixed(0),
        (growth / MEGABYTE).toFixed(0),
      ]),
    ),
  );
  const csv = exports[0]?.[1];
  sayFigures([
    { name: 'rows of CSV a second, held', measured: (ROWS * 1000) / (csv?.ms ?? Number.NaN), atLeast: 60_000 },
    {
      name: `growth of memory after ${STEADY_ROWS.toLocaleString('en')} rows`,
      measured: (csv?.growth ?? Number.NaN) / MEGABYTE,
      unit: ' MB',
      atMost: 64,
    },
    { name: 'upstream calls of an export of held rows', measured: calls, atMost: 0 },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
