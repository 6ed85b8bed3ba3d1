import { strictEqual } from 'node:assert';
import { parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { buildSchema } from '../src/schema.ts';
import { median } from './kit/median.ts';
import { say, table } from './kit/table.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 9 : 25;
/** Rows that a round writes, of all its answers together. */
const ROWS_PER_ROUND = quick ? 20_000 : 100_000;

const schema = buildSchema();

const NAMES = ['Ana', 'Zoë', 'Søren', 'Jürgen', 'Łukasz', '李', 'Anne "Nan" O’Hara'];

function visitor(index: number) {
  return {
    sourceId: index.toString(36).padStart(13, '0'),
    revision: String(1_000_000 + index),
    registrationState: 'registered',
    deleted: false,
    language: index % 3 === 0 ? null : 'en',
    contact: { firstName: NAMES[index % NAMES.length], lastName: `Surname ${index}`, company: `Works ${index % 50}` },
    partner: index % 4 === 0 ? null : { name: `Company ${index % 9}` },
    participant: index % 5 === 0 ? null : { showState: 'attended' },
  };
}

type Visitor = ReturnType<typeof visitor>;

const JOIN = '{ sourceId contact { firstName } partner { name } participant { showState } }';
const LIST =
  '{ sourceId revision registrationState deleted language contact { firstName lastName company } partner { name } }';

/** What each answer has of a row. */
const CASES = [
  {
    name: 'join',
    rows: 100,
    selection: JOIN,
    row: ({ sourceId, contact: { firstName }, partner, participant }: Visitor) => {
      return { sourceId, contact: { firstName }, partner, participant };
    },
  },
  {
    name: 'list',
    rows: 1_000,
    selection: LIST,
    row: ({ participant: _participant, ...rest }: Visitor) => rest,
  },
];

/** The serialiser that graphql-jit compiles for a document, by fast-json-stringify. */
function compileSerialiser(selection: string): (answer: object) => string {
  const document = parse(`{ visitors(expoId: "0000000000000", first: 1000) { nodes ${selection} } }`);
  const compiled = compileQuery(schema, document, '', { customJSONSerializer: true });
  if (!isCompiledQuery(compiled)) throw new TypeError('the document cannot be compiled');
  return compiled.stringify;
}

/** Microseconds of a call, and the characters that it made. */
function measure(write: () => string, times: number): number {
  const from = performance.now();
  let characters = 0;
  for (let done = 0; done < times; done += 1) characters += write().length;
  const ms = performance.now() - from;
  if (characters === 0) throw new RangeError('nothing was written');
  return (ms * 1000) / times;
}

const lines = CASES.map(({ name, rows, selection, row }) => {
  const answer = { data: { visitors: { nodes: Array.from({ length: rows }, (_, index) => row(visitor(index))) } } };
  const stringify = compileSerialiser(selection);
  strictEqual(stringify(answer), JSON.stringify(answer), `${name}: the serialisers write different texts`);
  const [own, compiled]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = ROWS_PER_ROUND / rows;
    const builtIn = measure(() => JSON.stringify(answer), times);
    const made = measure(() => stringify(answer), times);
    // The first round only warms up.
    if (round < 0) continue;
    own.push(builtIn);
    compiled.push(made);
  }
  const [a, b] = [median(own), median(compiled)];
  return [`${name}, ${rows} rows`, a.toFixed(0), b.toFixed(0), (b / a).toFixed(2)];
});

say(`Writing the same answer as JSON; medians of ${ROUNDS} alternating rounds.\n`);
say(table(['answer', 'JSON.stringify, µs', 'compiled serialiser, µs', 'compiled / JSON.stringify'], lines));
