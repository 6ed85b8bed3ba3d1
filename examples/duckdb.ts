/**
 * Which exhibitors bring the most people: two tables of weir, joined by DuckDB, as a bar chart.
 *
 * Run it beside "npm start":   npm exec -- node examples/duckdb.ts > people.svg
 * Elsewhere than in sandbox mode:   WEIR_KEY=… npm exec -- node examples/duckdb.ts https://weir.example > people.svg
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [origin = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const key = process.env.WEIR_KEY ?? 'sandbox';

type Bar = { readonly name: string; readonly people: number };

/** A table as a file. Its body ends with an error, not early, where the gateway could not go on. */
async function download(folder: string, name: string, query: Readonly<Record<string, string>>): Promise<string> {
  const url = `${origin}/tables/${name}.csv?${new URLSearchParams(query)}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  const file = join(folder, `${name}.csv`);
  await writeFile(file, text);
  return file;
}

async function readBars(folder: string): Promise<readonly Bar[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const expos = await download(folder, 'expos', {});
  const [latest] = (
    await connection.runAndReadAll(`SELECT id FROM '${expos}' WHERE start < now() ORDER BY start DESC LIMIT 1`)
  ).getRows();
  const expoId = String(latest?.[0]);
  const partners = await download(folder, 'partners', { expoId, visitors: '1' });
  const visitors = await download(folder, 'visitors', { expoId });
  const joined = await connection.runAndReadAll(`
    SELECT partner.name, count(*) AS people
    FROM '${visitors}' AS visitor JOIN '${partners}' AS partner ON visitor."partner.id" = partner.id
    GROUP BY partner.id, partner.name ORDER BY people DESC, partner.name LIMIT 10`);
  return joined.getRows().map(([name, people]) => ({ name: String(name), people: Number(people) }));
}

const ROW = 28;
const LABELS = 220;

function draw(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ people }) => people));
  const rows = bars.map(({ name, people }, index) => {
    const y = index * ROW;
    const label = name.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
    return `<text x="${LABELS - 8}" y="${y + 18}" text-anchor="end">${label}</text>
<rect x="${LABELS}" y="${y + 4}" width="${(people / most) * 360}" height="20" fill="#3b6ea5"/>
<text x="${LABELS + (people / most) * 360 + 6}" y="${y + 18}">${people}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${bars.length * ROW}" font-family="sans-serif" font-size="14">
${rows.join('\n')}
</svg>
`;
}

const folder = await mkdtemp(join(tmpdir(), 'weir-example-'));
try {
  process.stdout.write(draw(await readBars(folder)));
} finally {
  await rm(folder, { recursive: true });
}
