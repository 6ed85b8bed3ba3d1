import { startContenders } from './http/contenders.ts';
import { coldJoin, heldJoin, smallQuery } from './http/join.ts';
import { type Case, type Pace, type Result, resultTable, runCase } from './http/rounds.ts';
import { askData } from './kit/ask.ts';
import { sayFigures } from './kit/figures.ts';
import { say } from './kit/table.ts';

/** `--quick`: half a minute instead of four. */
const quick = process.argv.includes('--quick');
const CONNECTIONS = 16;
const pace: Pace = { rounds: quick ? 3 : 7, ms: quick ? 500 : 1_500, connections: CONNECTIONS };

await using contenders = await startContenders();
const { upstream, start, startWeir } = contenders;
const weir = await startWeir('memory', 'on');
const weirOnFile = await startWeir('SQLite', 'on');
const weirByApollo = await startWeir('memory', 'off');
const handwritten = await start('http/servers/handwritten.ts');
const apollo = await start('http/servers/apollo.ts');
const apolloCached = await start('http/servers/apollo.ts', { RESPONSE_CACHE: 'on' });
const yoga = await start('http/servers/yoga.ts');
const mercurius = await start('http/servers/mercurius.ts');
const sameBytes = await start('http/servers/same-bytes.ts', {
  ANSWER: JSON.stringify({ data: await askData(weir.url, heldJoin()) }),
});

const NAMES = {
  handwritten: 'hand-written handler',
  weir: 'weir, the short way',
  weirByApollo: 'weir through Apollo',
  apollo: 'Apollo Server with DataLoader',
  apolloCached: 'Apollo Server with its response cache',
  mercurius: 'Mercurius with jit',
  sameBytes: 'Node handler sending the same bytes',
};
const own = [
  { name: NAMES.weir, server: weir },
  { name: NAMES.weirByApollo, server: weirByApollo },
];
const peers = [
  { name: NAMES.mercurius, server: mercurius },
  { name: 'GraphQL Yoga', server: yoga },
  { name: NAMES.apollo, server: apollo },
];
const byHand = { name: NAMES.handwritten, server: handwritten };
const onFile = { name: 'weir, the short way, SQLite', server: weirOnFile };

const cold: Case = { body: coldJoin, entries: [byHand, ...own, onFile, ...peers] };
const held: Case = {
  body: heldJoin,
  entries: [{ name: NAMES.sameBytes, server: sameBytes }, ...own, { name: NAMES.apolloCached, server: apolloCached }],
};
const small: Case = { body: smallQuery, entries: [byHand, ...own, ...peers] };

/** How many times as many operations a second one makes as another. */
function ratio(results: readonly Result[], name: string, to: string): number {
  const of = (wanted: string): number => results.find((one) => one.name === wanted)?.perSecond ?? Number.NaN;
  return of(name) / of(to);
}

say(
  `Each server in a process of its own, ${CONNECTIONS} connections; medians of ${pace.rounds} alternating rounds of ${pace.ms} ms.`,
);
say('\nCold join: 100 visitors with partner and participant, two upstream calls, nothing held.\n');
const coldResults = await runCase(cold, upstream, pace);
say(resultTable(coldResults));
say('\nHeld join: the same, answered before.\n');
const heldResults = await runCase(held, upstream, pace);
say(resultTable(heldResults));
say('\nSmall query: one field, no call.\n');
say(resultTable(await runCase(small, upstream, pace)));

const { weir: short, weirByApollo: byApollo } = NAMES;
sayFigures([
  {
    name: 'cold join against the hand-written handler',
    measured: ratio(coldResults, short, NAMES.handwritten),
    atLeast: 0.55,
  },
  {
    name: 'cold join through Apollo against the hand-written handler',
    measured: ratio(coldResults, byApollo, NAMES.handwritten),
    atLeast: 0.4,
  },
  { name: 'cold join against Apollo Server', measured: ratio(coldResults, short, NAMES.apollo), atLeast: 3 },
  { name: 'cold join against Mercurius with jit', measured: ratio(coldResults, short, NAMES.mercurius), atLeast: 0.8 },
  { name: 'held join against the same bytes', measured: ratio(heldResults, short, NAMES.sameBytes), atLeast: 0.5 },
  {
    name: "held join against Apollo's response cache",
    measured: ratio(heldResults, short, NAMES.apolloCached),
    atLeast: 2,
  },
]);
