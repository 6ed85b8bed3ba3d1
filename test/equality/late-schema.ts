import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { canonicalJson, type Json } from '../../src/base/canonical.ts';
import { InputError, UpstreamError } from '../../src/base/errors.ts';

const SDL = `
  scalar JSON
  scalar Even
  enum Colour { RED GREEN }
  input Inner { deep: [Int!], colour: Colour = GREEN }
  input Filter { text: String, inner: Inner, list: [Inner!] , self: Filter }
  interface Thing { id: ID! name: String }
  union Any = Leaf | Branch
  type Leaf implements Thing { id: ID! name: String even: Even sure: String! late: String }
  type Branch implements Thing {
    id: ID! name: String
    children(first: Int = 2): [Thing!]
    sureChildren: [Leaf!]!
    matrix: [[Leaf]]
    parent: Branch
    sureParent: Branch!
    anything: Any
  }
  type Query {
    branch(id: ID = "b"): Branch
    thing(id: ID!): Thing
    things(ids: [ID!]!): [Thing]!
    sureThings: [Thing!]
    anything: [Any]
    echo(filter: Filter, colour: Colour, number: Int, float: Float, flag: Boolean, text: String = "none", json: JSON): String
    fails(at: [Int!]!, rows: Int!, late: Boolean!): [Leaf]
    sureFails(at: [Int!]!, rows: Int!, late: Boolean!): [Leaf!]
    evens: [Even!]
    nothing: Branch!
    loose: String
  }
`;

const even = new GraphQLScalarType({
  name: 'Even',
  serialize: (value) => {
    if (typeof value !== 'number' || value % 2 !== 0) throw new TypeError('not even');
    return value;
  },
});

/** So many turns of the promise queue later. */
async function later<T>(value: T, turns = 1): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await undefined;
  return value;
}

const leaf = (id: string, rest: object = {}): object => ({
  __typename: 'Leaf',
  id,
  name: `leaf ${id}`,
  even: 2,
  sure: 'yes',
  ...rest,
});
const branch = (id: string, rest: object = {}): object => ({ __typename: 'Branch', id, name: null, ...rest });

/** Rows of which some fail, at once or one after the other in reverse. */
function rowsWith(at: readonly number[], rows: number, late: boolean): readonly unknown[] {
  return Array.from({ length: rows }, (_none, index) => {
    const failure = new UpstreamError('VISIT', 'UPSTREAM_TIMEOUT');
    if (!at.includes(index)) return late ? later(leaf(String(index)), rows - index) : leaf(String(index));
    return late ? later(null, 2 * (rows - index)).then(() => Promise.reject(failure)) : failure;
  });
}

type Failing = { readonly at: readonly number[]; readonly rows: number; readonly late: boolean };

/** Everything in which two ways of executing a document may differ: failures early and late, null where none may be, abstract types. */
export function createLateSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: SDL,
    resolvers: {
      Even: even,
      JSON: new GraphQLScalarType({ name: 'JSON', serialize: (value) => value }),
      Thing: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
      Any: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
      Leaf: { late: ({ id }: { readonly id: string }) => later(`late ${id}`, 3) },
      Branch: {
        children: (_branch: unknown, { first }: { readonly first: number }) =>
          Array.from({ length: first }, (_none, index) => (index % 2 === 0 ? leaf(`c${index}`) : branch(`c${index}`))),
        sureChildren: async () => [leaf('1'), leaf('2', { sure: null }), leaf('3')],
        matrix: () => [[leaf('1'), null], null, [later(leaf('3'), 2), new InputError('matrix: wrong')]],
        parent: ({ id }: { readonly id: string }) => (id.length > 3 ? null : branch(`${id}p`)),
        sureParent: ({ id }: { readonly id: string }) => (id.length > 2 ? later(null) : branch(`${id}s`)),
        anything: async ({ id }: { readonly id: string }) => (id === 'b' ? leaf('any') : { __typename: 'Nobody' }),
      },
      Query: {
        branch: (_query: unknown, { id }: { readonly id: string }) => branch(id),
        thing: async (_query: unknown, { id }: { readonly id: string }) => {
          if (id === 'wrong') throw new InputError('id: unknown');
          return id.startsWith('l') ? leaf(id) : branch(id);
        },
        things: (_query: unknown, { ids }: { readonly ids: readonly string[] }) =>
          ids.map((id) => (id === 'none' ? null : leaf(id))),
        sureThings: () => [leaf('1'), later(null, 2), leaf('3')],
        anything: () => [leaf('1'), branch('b'), null],
        echo: (_query: unknown, args: Json) => canonicalJson(args),
        fails: (_query: unknown, { at, rows, late }: Failing) => rowsWith(at, rows, late),
        sureFails: async (_query: unknown, { at, rows, late }: Failing) => rowsWith(at, rows, late),
        evens: () => [2, 3, 4],
        nothing: () => null,
        loose: () => {
          throw 'no error at all';
        },
      },
    },
  });
}
