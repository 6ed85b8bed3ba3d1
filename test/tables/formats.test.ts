import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { ARROW, arrowRows, askTable, CSV, NDJSON, ndjsonRows, type TableQuery } from './ask-table.ts';

let gateway: TestGateway;
let folder = '';
beforeAll(async () => {
  gateway = await startGateway();
  folder = await mkdtemp(join(tmpdir(), 'weir-tables-'));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const expo = (): string => gateway.sandbox.visit.truth.expos()[1]?.id ?? '';
const VISITORS = `query Visitors($expo: ID!, $most: Int) { visitors(expoId: $expo, first: $most) { nodes {
  sourceId deleted registrationTime language tags badges { code } contact { firstName email company addresses { city } }
  partner { name boothNumber } participant { showState dwellingSeconds arrivalTime }
} } }`;

const TABLES: Readonly<Record<string, () => TableQuery>> = {
  visitors: () => ({ query: VISITORS, variables: { expo: expo() } }),
  'visitors, a row for each badge and address': () => ({
    query: VISITORS,
    variables: { expo: expo(), most: 40 },
    options: 'nested=rows',
  }),
  partners: () => ({
    query: `query ($expo: ID!) { partners(expoId: $expo) { nodes { ...P } } } fragment P on Partner { id stand: boothNumber contact { website } visitors(first: 2) { nodes { sourceId } } }`,
    variables: { expo: expo() },
  }),
  leads: () => ({
    query: '{ leads(product: PLUS_EMPLOYEE) { edges { cursor node { __typename id } } } }',
  }),
  operators: () => ({ query: '{ operators { nodes { id } } }' }),
};

async function inDuckDb(csv: string, ndjson: string, columns: readonly string[]): Promise<readonly unknown[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const [csvFile, ndjsonFile] = [join(folder, 'table.csv'), join(folder, 'table.ndjson')];
  await Promise.all([writeFile(csvFile, csv), writeFile(ndjsonFile, ndjson)]);
  const texts = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  await connection.run(
    `CREATE TABLE a AS SELECT * FROM read_csv('${csvFile}', header = true, all_varchar = true, allow_quoted_nulls = false)`,
  );
  await connection.run(`CREATE TABLE b AS SELECT * FROM read_ndjson('${ndjsonFile}', columns = {${texts}})`);
  const counts = await connection.runAndReadAll('SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b)');
  const others = await connection.runAndReadAll(
    '(SELECT * FROM a EXCEPT ALL SELECT * FROM b) UNION ALL (SELECT * FROM b EXCEPT ALL SELECT * FROM a)',
  );
  return [counts.getRows()[0]?.map(Number), others.getRows()];
}

/** A value as Arrow keeps it: instants as numbers, what was nested as JSON. */
function inArrow(value: unknown, name: string): unknown {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value !== null && /Time$/.test(name) ? Date.parse(String(value)) : value;
}

describe.each(Object.entries(TABLES))('a table of %s', (_name, tableOf) => {
  test('is the same in CSV, NDJSON and Arrow, value by value, also for DuckDB', async () => {
    const table = tableOf();
    const [csv, ndjson, arrow] = [
      await askTable(gateway.url, { ...table, accept: CSV }),
      await askTable(gateway.url, { ...table, accept: NDJSON }),
      await askTable(gateway.url, { ...table, accept: ARROW }),
    ];
    expect([csv.status, ndjson.status, arrow.status]).toEqual([200, 200, 200]);
    const rows = ndjsonRows(ndjson.text);
    expect(rows.length).toBeGreaterThan(1);
    const columns = Object.keys(rows[0] ?? {});
    expect(csv.text.slice(0, csv.text.indexOf('\r\n'))).toBe(columns.join(','));
    expect(arrowRows(arrow.bytes)).toEqual(
      rows.map((row) => Object.fromEntries(columns.map((name) => [name, inArrow(row[name], name)]))),
    );
    expect(await inDuckDb(csv.text, ndjson.text, columns)).toEqual([[rows.length, rows.length], []]);
  });
});

test('a table holds what the same query tells as JSON, to the end of the list', async () => {
  const { data } = await gateway.ask(VISITORS, { variables: { expo: expo(), most: 1000 } });
  type Node = {
    sourceId: string;
    badges: unknown;
    contact: { email: string } | null;
    participant: { showState: string } | null;
  };
  const { nodes } = (data as { visitors: { nodes: readonly Node[] } }).visitors;
  const rows = ndjsonRows((await askTable(gateway.url, { ...TABLES.visitors?.(), accept: NDJSON } as TableQuery)).text);
  expect(rows.map((row) => [row.sourceId, row['contact.email'], row['participant.showState'], row.badges])).toEqual(
    nodes.map(({ sourceId, contact, participant, badges }) => [
      sourceId,
      contact?.email ?? null,
      participant?.showState ?? null,
      badges,
    ]),
  );
});

test('with nested=rows each element of a list is a row, and who has none is one', async () => {
  const asked = { query: VISITORS, variables: { expo: expo() } };
  const whole = ndjsonRows((await askTable(gateway.url, { ...asked, accept: NDJSON })).text);
  const rows = ndjsonRows((await askTable(gateway.url, { ...asked, accept: NDJSON, options: 'nested=rows' })).text);
  const lengthOf = (list: unknown): number => Math.max(1, (list as readonly unknown[] | null)?.length ?? 0);
  const expected = whole.map((row) =>
    ['tags', 'badges', 'contact.addresses'].reduce((all, name) => all * lengthOf(row[name]), 1),
  );
  const counted = whole.map(({ sourceId }) => rows.filter((row) => row.sourceId === sourceId).length);
  expect(counted).toEqual(expected);
  expect(Object.keys(rows[0] ?? {})).toContain('badges.code');
});

test('CSV quotes as RFC 4180 says; bom=1 begins with a byte order mark, safe=1 keeps spreadsheets from formulas', async () => {
  const visitor = gateway.sandbox.visit.truth
    .visitors(expo())
    .find(({ deleted, id }) => !deleted && gateway.sandbox.visit.truth.stateOf(expo(), id) === 'registered');
  gateway.sandbox.visit.edit.changeVisitor(expo(), visitor?.id ?? '', { reference: '=1+"a",b\nc' });
  const query = 'query ($expo: ID!) { visitors(expoId: $expo) { nodes { sourceId reference } } }';
  const asked = { query, variables: { expo: expo() }, headers: { 'cache-control': 'max-age=0' } };
  const plain = await askTable(gateway.url, asked);
  expect(plain.text).toContain(`${visitor?.id},"=1+""a"",b\nc"\r\n`);
  const safe = await askTable(gateway.url, { ...asked, options: 'bom=1&safe=1' });
  expect(safe.text.startsWith('\uFEFFsourceId,reference\r\n')).toBe(true);
  expect(safe.text).toContain(`${visitor?.id},"'=1+""a"",b\nc"\r\n`);
});
