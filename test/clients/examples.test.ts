import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCommand } from '../support/find-command.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { NODE, startProcess } from '../support/process.ts';
import { copyApp } from './temporary-app.ts';

const require = createRequire(import.meta.url);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const origin = (): string => new URL(gateway.url).origin;

/** Runs an example as its first lines say. */
async function run(...command: readonly [string, ...string[]]) {
  await using example = startProcess({ env: {}, command });
  const { code } = await example.exit;
  return { code, stdout: example.stdout(), stderr: example.stderr() };
}

describe('the examples', () => {
  it.skipIf(!hasCommand('curl'))('curl: a plan, an answer and a table', async () => {
    const { code, stdout, stderr } = await run('sh', 'examples/curl.sh', origin());
    expect(code, stderr).toBe(0);
    const [planned = '', answered = '', head, ...rows] = stdout.trimEnd().split('\n');
    expect(JSON.parse(planned).extensions.plan).toMatchObject([{ upstream: 'IADVIZE' }]);
    expect(JSON.parse(answered).data.operators.nodes).toHaveLength(3);
    expect([head?.startsWith('id,sourceId,name'), rows.length]).toEqual([true, 3]);
  });

  it.skipIf(!hasCommand('python3'))('Python: a person, or what to do about the error', async () => {
    const email = 'david.andersson2@iron-river-33.example';
    const found = await run('python3', 'examples/person.py', email, origin());
    expect(found.code, found.stderr).toBe(0);
    expect(JSON.parse(found.stdout)).toMatchObject({ firstName: 'David', leads: { nodes: expect.any(Array) } });
    expect(found.stderr).toMatch(/^\d+ upstream calls\n$/);
    const wrong = await run('python3', 'examples/person.py', 'nobody', origin());
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/^BAD_USER_INPUT: .*\/docs\/errors#BAD_USER_INPUT\)\n$/);
  });

  it('DuckDB: two tables as one picture, with the numbers of the graph', async () => {
    const { code, stdout, stderr } = await run(NODE, 'examples/duckdb.ts', origin());
    expect(code, stderr).toBe(0);
    const [, expo] = gateway.sandbox.visit.truth.expos().toSorted((a, b) => b.start.localeCompare(a.start));
    const { data } = await gateway.ask(
      'query ($id: ID!) { visitors(expoId: $id, first: 1000) { nodes { partner { id } } } }',
      { variables: { id: expo?.id } },
    );
    const { nodes } = (data as { visitors: { nodes: readonly { partner: { id: string } | null }[] } }).visitors;
    const counts = new Map<string, number>();
    for (const { partner } of nodes) if (partner !== null) counts.set(partner.id, (counts.get(partner.id) ?? 0) + 1);
    const told = [...stdout.matchAll(/>(\d+)<\/text>/g)].map(([, people]) => Number(people));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...counts.values()].toSorted((a, b) => b - a).slice(0, 10));
    expect(stdout).toMatch(/^<svg [\s\S]+<\/svg>\n$/);
  });

  it('the frontend: compiles with generated types, and lists what the graph has', async () => {
    using app = copyApp('frontend', 'examples/frontend');
    cpSync('schema', app.path('schema'), { recursive: true });
    app.run(app.path('node_modules/.bin/graphql-codegen'), '--config', 'examples/frontend/codegen.ts');
    app.run(require.resolve('typescript/bin/tsc'), '-p', 'examples/frontend');
    const { listExpos } = (await import(
      /* @vite-ignore */ pathToFileURL(app.path('examples/frontend/src/expo-list.ts')).href
    )) as { listExpos(url: string, key: string): Promise<{ lines: readonly string[] }> };
    const { lines } = await listExpos(gateway.url, 'sandbox');
    const { data } = await gateway.ask('{ expos(first: 10) { nodes { name start } } }');
    const { nodes } = (data as { expos: { nodes: readonly { name: string; start: string }[] } }).expos;
    expect(lines.map((line) => line.split(': ')[0])).toEqual(
      nodes.map(({ name, start }) => `${name}, ${start.slice(0, 10)}`),
    );
    await expect(listExpos(gateway.url, 'nobody')).rejects.toThrow(/^UNAUTHENTICATED: /);
  }, 60_000);

  it('Excel: the address in README.md is a table of the sandbox', async () => {
    const [, path = ''] =
      /`http:\/\/127\.0\.0\.1:4000(\/tables\/visitors\.csv\?[^`]+)`/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const table = await fetch(origin() + path);
    expect([table.status, table.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
    expect((await table.text()).split('\n').length).toBeGreaterThan(50);
  });

  it('Power Query: names tables and columns that there are', async () => {
    const script = readFileSync('examples/power-query.m', 'utf8');
    const listed = (await (await fetch(`${origin()}/tables`)).json()) as {
      tables: readonly { name: string; columns: readonly { name: string }[] }[];
    };
    const read = [...script.matchAll(/Read\("(\w+)"/g)].map(([, name]) => name);
    expect(read).toEqual(['expos', 'visitors']);
    const known = listed.tables.filter(({ name }) => read.includes(name)).flatMap(({ columns }) => columns);
    const used = [...script.matchAll(/\{"([\w.]+)", /g)].map(([, name]) => name);
    expect(used.length).toBe(6);
    expect(used.filter((column) => !known.some(({ name }) => name === column))).toEqual([]);
  });
});
