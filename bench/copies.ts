import { systemClock } from '../src/base/clock.ts';
import { rememberCopies } from '../src/loading/collections/remembered-copies.ts';
import { createRedisCopies } from '../src/store/redis/copies.ts';
import { createOrAway } from '../src/store/redis/or-away.ts';
import type { StoredRow } from '../src/store/rows.ts';
import type { CopyStore } from '../src/store/store.ts';
import { startRedisServer } from '../test/support/redis-server.ts';
import { median } from './kit/median.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 9;
const READS = quick ? 200 : 1_000;
const ROWS = 100;
const COPY = 'bench.things 1 keys-1';

/** As large as a visitor of Visit. */
const rows: readonly StoredRow[] = Array.from({ length: ROWS }, (_, index) => ({
  id: `id-${index}`,
  sort: String(index).padStart(20, '0'),
  body: JSON.stringify({ id: `id-${index}`, contact: { email: `a${index}@x.example`, notes: 'n'.repeat(600) } }),
  readAt: systemClock.now(),
  terms: [['email', `a${index}@x.example`]],
}));

/** What fields read of a copy, each with the look at how far that has come. */
const READINGS: Readonly<Record<string, (copies: CopyStore) => Promise<unknown>>> = {
  'one record by id': (copies) => copies.rows(COPY, ['id-7', 'absent:id-7']),
  '100 records by id': (copies) =>
    copies.rows(
      COPY,
      rows.flatMap(({ id }) => [id, `absent:${id}`]),
    ),
  'a page of 100': (copies) => copies.find(COPY, { direction: 'ascending', limit: ROWS }),
};

async function measure(copies: CopyStore, read: (copies: CopyStore) => Promise<unknown>): Promise<number> {
  const cpu = process.cpuUsage();
  for (let done = 0; done < READS; done += 1) {
    await copies.state(COPY);
    for (const { body } of (await read(copies)) as readonly StoredRow[]) JSON.parse(body ?? 'null');
  }
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / READS;
}

const server = await startRedisServer();
const { client, close } = await server.connect();
const plain = createOrAway(systemClock, client)(createRedisCopies(client));
await plain.write(COPY, rows, 'state');
const { copies: remembering } = rememberCopies(plain, systemClock);
const lines: string[] = [];
for (const [name, read] of Object.entries(READINGS)) {
  const [without, withIt]: [number[], number[]] = [[], []];
  await measure(remembering, read);
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await measure(plain, read));
    withIt.push(await measure(remembering, read));
  }
  const [one, other] = [median(without), median(withIt)];
  lines.push(`| ${name} | ${one.toFixed(0)} | ${other.toFixed(0)} | ${(other / one).toFixed(2)} |`);
}
process.stdout.write(
  `CPU of this process for one reading of a copy in Redis and of its records, µs, medians of ${ROUNDS} alternating rounds of ${READS}.\n\n` +
    `| reading | plain | remembered | ratio |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`,
);
await close();
await server[Symbol.asyncDispose]();
