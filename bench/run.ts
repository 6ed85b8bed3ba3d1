import { startApp } from '../src/app.ts';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import { readConfig } from '../src/config.ts';
import { startHandwritten } from './handwritten.ts';
import { loadRound, median, type Round } from './load.ts';

/** `--quick`: seconds instead of a minute. */
const quick = process.argv.includes('--quick');
const ROUND_MS = quick ? 1_000 : 4_000;
const ROUNDS = quick ? 3 : 5;
const CONNECTIONS = 8;

const QUERY = `query Join($expoId: ID!) {
  visitors(expoId: $expoId, first: 100) { nodes { sourceId contact { firstName } partner { name } participant { showState } } }
}`;

const config = readConfig({ PORT: '0', WEIR_STORE: 'memory', WEIR_LOG: 'silent' });
const app = await startApp({
  config,
  clock: systemClock,
  chance: Math.random,
  log: createLog('silent'),
  announce: () => undefined,
});
const { sandbox } = app;
if (sandbox === undefined) throw new Error('the benchmark runs in sandbox mode');
const expoId = sandbox.visit.truth.expos()[1]?.id ?? '';
const handwritten = await startHandwritten(sandbox.settings.VISIT_URL, sandbox.settings.VISIT_KEYS, expoId);

const url = new URL(app.url);
const small = JSON.stringify({ query: '{ person(email: "anna@example.com") { email } }' });
const join = (extensions: object): string => JSON.stringify({ query: QUERY, variables: { expoId }, extensions });
const cases: readonly { readonly name: string; readonly url: URL; readonly body: string }[] = [
  { name: 'hand-written handler, same two calls', url: handwritten.url, body: '{}' },
  { name: 'weir, read again each time (maxAge 0)', url, body: join({ cache: { maxAge: 0 } }) },
  { name: 'weir, held join', url, body: join({}) },
  { name: 'weir, small query without a call', url, body: small },
];

const rounds = new Map<string, Round[]>(cases.map(({ name }) => [name, []]));
for (let round = -1; round < ROUNDS; round += 1) {
  for (const { name, url: target, body } of cases) {
    const result = await loadRound(target, body, { ms: round < 0 ? ROUND_MS / 4 : ROUND_MS, connections: CONNECTIONS });
    // The first round only warms up.
    if (round >= 0) rounds.get(name)?.push(result);
  }
}
const limit = median((rounds.get(cases[0]?.name ?? '') ?? []).map(({ operationsPerSecond }) => operationsPerSecond));
const lines = cases.map(({ name }) => {
  const results = rounds.get(name) ?? [];
  const speed = median(results.map(({ operationsPerSecond }) => operationsPerSecond));
  const p99 = median(results.map(({ p99Ms }) => p99Ms));
  return `| ${name} | ${speed.toFixed(0)} | ${(speed / limit).toFixed(2)} | ${p99.toFixed(1)} |`;
});
process.stdout.write(
  `One process for gateway and simulators, ${CONNECTIONS} connections, medians of ${ROUNDS} alternating rounds of ${ROUND_MS} ms.\n\n` +
    `| case | operations/s | against hand-written | p99 ms |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`,
);
await handwritten.close();
await app.stop();
