import fc from 'fast-check';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { countRows } from '../../src/server/document-limits/rows.ts';
import { runs } from '../support/proof.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { things(first: Int = 50): ThingConnection node(id: ID!): Node nodes(ids: [ID!]!): [Node] plain: [Thing!] }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! totalCount: Int }
  type ThingEdge { node: Thing }
  type Thing implements Node { id: ID! parts(first: Int = 50): ThingConnection tags(names: [String!]): [String!] list: [Thing!] one: Thing }
  type Other implements Node { id: ID! parts(first: Int = 50): ThingConnection }
`);

function rows(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const [operation] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return countRows({ schema, operation, fragments: new Map(fragments.map((one) => [one.name.value, one])), variables });
}

/** A field with a page size, and the fields selected in its rows. */
type Tree = { readonly first: number; readonly below: readonly Tree[] };

function treesOf(levels: number): fc.Arbitrary<Tree> {
  const below: fc.Arbitrary<readonly Tree[]> =
    levels === 0 ? fc.constant([]) : fc.array(treesOf(levels - 1), { maxLength: 3 });
  return fc.record({ first: fc.integer({ min: 1, max: 1000 }), below });
}
const trees = treesOf(3);

/** Its rows by the rule itself. */
function expected({ first, below }: Tree): number {
  return (
    first *
    Math.max(
      below.reduce((sum, one) => sum + expected(one), 0),
      1,
    )
  );
}

type Writing = { readonly variables: Record<string, number>; readonly fragments: string[]; number: number };
/** How one field is written: whether its page size is a variable, and where its selection stands. */
type Style = (writing: Writing) => { readonly variable: boolean; readonly fragment: 'none' | 'inline' | 'named' };

function write(tree: Tree, field: string, writing: Writing, style: Style): string {
  writing.number += 1;
  const number = writing.number;
  const { variable, fragment } = style(writing);
  if (variable) writing.variables[`v${number}`] = tree.first;
  const inside = `id ${tree.below.map((one) => write(one, 'parts', writing, style)).join(' ')}`;
  const placed = fragment === 'none' ? inside : fragment === 'inline' ? `...on Thing{${inside}}` : `id ...F${number}`;
  if (fragment === 'named') writing.fragments.push(`fragment F${number} on Thing{${inside}}`);
  return `a${number}:${field}(first:${variable ? `$v${number}` : tree.first}){nodes{${placed}}}`;
}

function rowsOfTree(tree: Tree, style: Style): number {
  const writing: Writing = { variables: {}, fragments: [], number: 0 };
  const field = write(tree, 'things', writing, style);
  const names = Object.keys(writing.variables);
  const head = names.length === 0 ? '' : `query(${names.map((name) => `$${name}:Int`).join(' ')})`;
  return rows(`${head}{${field}} ${writing.fragments.join(' ')}`, writing.variables);
}

const PLAIN: Style = () => ({ variable: false, fragment: 'none' });

/** The same tree with one more row at one of its fields, whichever the number says. */
function larger(tree: Tree, at: number): Tree {
  if (at <= 0 || tree.below.length === 0) return { ...tree, first: tree.first + 1 };
  const index = at % tree.below.length;
  return { ...tree, below: tree.below.map((one, i) => (i === index ? larger(one, at - 1) : one)) };
}

describe('the rows of an operation', () => {
  it('are the products of all page sizes on a path, summed over the paths', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(rowsOfTree(tree, PLAIN)).toBe(expected(tree));
      }),
      runs(100, 5_000),
    );
  });

  it('are the same for literals and variables, in place and in fragments', () => {
    const styles = fc.array(
      fc.record({ variable: fc.boolean(), fragment: fc.constantFrom('none', 'inline', 'named') }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(trees, styles, (tree, choices) => {
        const style: Style = ({ number }) => choices[number % choices.length] ?? PLAIN({} as Writing);
        expect(rowsOfTree(tree, style)).toBe(rowsOfTree(tree, PLAIN));
      }),
      runs(100, 5_000),
    );
  });

  it('grow with every multiplier', () => {
    fc.assert(
      fc.property(trees, fc.nat(5), (tree, at) => {
        expect(rowsOfTree(larger(tree, at), PLAIN)).toBeGreaterThan(rowsOfTree(tree, PLAIN));
      }),
      runs(100, 5_000),
    );
  });

  const CASES: readonly { text: string; count: number; variables?: Record<string, unknown> }[] = [
    { text: '{__typename}', count: 0 },
    { text: '{things{totalCount}}', count: 50 },
    { text: '{things(first:null){totalCount}}', count: 50 },
    { text: 'query($n:Int){things(first:$n){totalCount}}', count: 50 },
    { text: 'query($n:Int){things(first:$n){totalCount}}', count: 50, variables: { n: null } },
    { text: 'query($n:Int=7){things(first:$n){totalCount}}', count: 7 },
    { text: 'query($n:Int=7){things(first:$n){totalCount}}', count: 9, variables: { n: 9 } },
    // What no page size can be is refused elsewhere.
    { text: '{things(first:0){totalCount}}', count: 1 },
    { text: '{things(first:-9){nodes{parts(first:4){totalCount}}}}', count: 4 },
    { text: 'query($n:Int){things(first:$n){totalCount}}', count: 1, variables: { n: 'many' } },
    { text: 'query($n:Int){things(first:$n){totalCount}}', count: 1, variables: { n: 1e300 } },
    // Nodes and edges are one list each.
    { text: '{things(first:3){nodes{id} edges{node{id}}}}', count: 3 },
    { text: '{things(first:3){nodes{parts(first:5){totalCount}} edges{node{parts(first:5){totalCount}}}}}', count: 30 },
    { text: '{things(first:3){nodes{list{one{parts(first:5){totalCount}}}}}}', count: 15 },
    { text: '{nodes(ids:["a","b","c"]){id}}', count: 3 },
    { text: '{nodes(ids:[]){id}}', count: 1 },
    { text: '{nodes(ids:"a"){id}}', count: 1 },
    {
      text: 'query($i:[ID!]!){nodes(ids:$i){...on Thing{parts(first:5){totalCount}}}}',
      count: 10,
      variables: { i: ['a', 'b'] },
    },
    { text: 'query($i:ID!){nodes(ids:[$i,$i]){id}}', count: 2, variables: { i: 'a' } },
    {
      text: '{node(id:"a"){...on Thing{parts(first:2){totalCount}} ...on Other{parts(first:3){totalCount}}}}',
      count: 5,
    },
    { text: '{plain{tags(names:["a","b"])}}', count: 0 },
    // One field of the answer is counted once, two names are two fields.
    { text: '{things(first:3){nodes{id}} things(first:3){totalCount}}', count: 3 },
    {
      text: '{things(first:3){nodes{id}} ...F} fragment F on Query{things(first:3){nodes{parts(first:2){totalCount}}}}',
      count: 6,
    },
    { text: '{a:things(first:3){nodes{id}} b:things(first:3){nodes{id}}}', count: 6 },
    { text: '{things(first:3) @skip(if:true){nodes{id}}}', count: 0 },
    { text: 'query($b:Boolean!){things(first:3) @include(if:$b){nodes{id}}}', count: 0, variables: { b: false } },
    { text: 'query($b:Boolean!){things(first:3) @include(if:$b){nodes{id}}}', count: 3, variables: { b: true } },
    { text: 'query($b:Boolean=true){... @skip(if:$b){things(first:3){nodes{id}}}}', count: 0 },
  ];

  it.each(CASES)('of $text are $count', ({ text, count, variables }) => {
    expect(rows(text, variables)).toBe(count);
  });
});
