import {
  buildSchema,
  type ExecutionResult,
  type GraphQLFieldConfigMap,
  type GraphQLObjectType,
  graphql,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { NotFound } from '../../../src/base/errors.ts';
import { connectionOf, lazyConnection, pageInfoResolvers } from '../../../src/domains/connection.ts';
import { deferredList } from '../../../src/loading/lists/deferred.ts';
import type { List } from '../../../src/model/list.ts';
import { smallList } from '../../support/small-list.ts';

const SDL = `
  type Query {
    things(first: Int = 50, after: String, kind: String): Things
    others(first: Int = 50, after: String, kind: String): Things
    box(id: String!): Box
  }
  type Box { id: String things(first: Int = 50, after: String): Things }
  type Things { edges: [Edge!]! nodes: [String!]! pageInfo: PageInfo! totalCount: Int }
  type Edge { cursor: String! node: String! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`;

function fieldsOf(schema: ReturnType<typeof buildSchema>, type: string): GraphQLFieldConfigMap<unknown, unknown> {
  return (schema.getType(type) as GraphQLObjectType).getFields() as never;
}

/** Asks a schema whose lists all are the given one. */
async function ask(list: List<string>, query: string): Promise<ExecutionResult> {
  const schema = buildSchema(SDL);
  const resolveWith = (type: string, field: string, resolve: unknown) =>
    Object.assign(fieldsOf(schema, type)[field] ?? {}, { resolve });
  for (const field of ['things', 'others'])
    resolveWith('Query', field, (_root: unknown, args: object, _context: unknown, info: never) =>
      connectionOf(list, args, { info }),
    );
  resolveWith('Query', 'box', (_root: unknown, { id }: { id: string }) => ({ id }));
  resolveWith('Box', 'things', (box: { id: string }, args: object, _context: unknown, info: never) =>
    connectionOf(list, args, { info, parent: box.id }),
  );
  resolveWith('Things', 'totalCount', lazyConnection.totalCount);
  resolveWith('PageInfo', 'hasNextPage', pageInfoResolvers.hasNextPage);
  return graphql({ schema, source: query });
}

type Page = { edges: { cursor: string; node: string }[]; pageInfo: Record<string, unknown> };

async function page(list: List<string>, args: string): Promise<Page> {
  const { data, errors } = await ask(
    list,
    `{ things${args} { edges { cursor node } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  if (errors !== undefined) throw errors[0];
  return data?.things as Page;
}

const LETTERS = ['a', 'b', 'c', 'd', 'e'];

describe('a page', () => {
  test('holds the first rows with their cursors and says what lies around it', async () => {
    const { edges, pageInfo } = await page(smallList(LETTERS), '(first: 2)');
    expect(edges.map(({ node }) => node)).toEqual(['a', 'b']);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
    });
  });

  test('goes on after a cursor of any of its rows', async () => {
    const { edges } = await page(smallList(LETTERS), '(first: 3)');
    const second = await page(smallList(LETTERS), `(first: 2, after: "${edges[1]?.cursor}")`);
    expect(second.edges.map(({ node }) => node)).toEqual(['c', 'd']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test.each([false, true])('tells exactly whether another row follows, whoever knows it (%s)', async (knowsMore) => {
    for (const [first, next] of [
      [4, true],
      [5, false],
      [6, false],
    ])
      expect((await page(smallList(LETTERS, { knowsMore }), `(first: ${first})`)).pageInfo.hasNextPage).toBe(next);
  });

  test('says the same of the next page however often that is selected', async () => {
    const { data } = await ask(
      smallList(['a', 'b', 'c']),
      '{ things(first: 2) { a: pageInfo { x: hasNextPage y: hasNextPage } b: pageInfo { hasNextPage } } }',
    );
    expect(data).toEqual({ things: { a: { x: true, y: true }, b: { hasNextPage: true } } });
  });

  test('reads no row more than it holds where the next page is not selected', async () => {
    const list = smallList(LETTERS);
    await ask(list, '{ things(first: 2) { nodes pageInfo { endCursor } } }');
    expect(list.pulled()).toBe(2);
  });

  test('counts only where the count is selected', async () => {
    let counted = 0;
    const list = { ...smallList(LETTERS), total: async () => (counted += 1) };
    await ask(list, '{ things { nodes } }');
    expect(counted).toBe(0);
    expect((await ask(list, '{ things { totalCount } }')).data).toEqual({ things: { totalCount: 1 } });
  });

  test('of an empty list has neither cursors nor neighbours', async () => {
    expect((await page(smallList([]), '')).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('holds 50 rows where null is asked for', async () => {
    const many = Array.from({ length: 60 }, (_none, index) => String(index).padStart(3, '0'));
    expect((await page(smallList(many), '(first: null)')).edges).toHaveLength(50);
  });

  test('is null where what holds the list does not exist', async () => {
    const missing = deferredList<string>('ascending', () => Promise.reject(new NotFound()));
    expect(await ask(missing, '{ things { nodes } }')).toMatchObject({ data: { things: null } });
  });
});

describe('a wrong argument', () => {
  test.each([0, -1, 1001])('first: %i is refused', async (first) => {
    await expect(page(smallList(LETTERS), `(first: ${first})`)).rejects.toThrow('first: 1 to 1000');
  });

  const cursorOf = async (field: string): Promise<string> => {
    const { data } = await ask(smallList(LETTERS), `{ ${field} }`);
    const text = JSON.stringify(data);
    return /"cursor":"([^"]+)"/.exec(text)?.[1] ?? text;
  };

  test('a cursor of another field, of other arguments or of another parent is refused', async () => {
    const foreign = [
      await cursorOf('others(first: 1) { edges { cursor } }'),
      await cursorOf('things(first: 1, kind: "x") { edges { cursor } }'),
      await cursorOf('box(id: "1") { things(first: 1) { edges { cursor } } }'),
    ];
    for (const cursor of foreign)
      await expect(page(smallList(LETTERS), `(after: "${cursor}")`)).rejects.toThrow(/^after: a cursor/);
    const { errors } = await ask(smallList(LETTERS), `{ box(id: "2") { things(after: "${foreign[2]}") { nodes } } }`);
    expect(errors?.[0]?.message).toMatch(/^after: a cursor/);
  });

  test('a cursor works for another page size', async () => {
    const cursor = await cursorOf('things(first: 1) { edges { cursor } }');
    expect((await page(smallList(LETTERS), `(first: 2, after: "${cursor}")`)).edges.map(({ node }) => node)).toEqual([
      'b',
      'c',
    ]);
  });

  test.each([
    [''],
    ['x'],
    ['bm8='],
    [Buffer.from('[]').toString('base64url')],
    [Buffer.from('null').toString('base64url')],
    [Buffer.from('{"s":"a"}').toString('base64url')],
    [Buffer.from('["tag",{"s":"a"}]').toString('base64url')],
  ])('the text %j is no cursor', async (text) => {
    await expect(page(smallList(LETTERS), `(after: "${text}")`)).rejects.toThrow(/^after: a cursor/);
  });

  test('a cursor that was changed outside is refused', async () => {
    const cursor = await cursorOf('things(first: 1) { edges { cursor } }');
    const [tag, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const spaced = Buffer.from(JSON.stringify([tag, position], null, 1)).toString('base64url');
    const odd = Buffer.from(JSON.stringify([tag, { s: 7 }])).toString('base64url');
    for (const text of [spaced, odd, `${cursor}=`, `${cursor} `])
      await expect(page(smallList(LETTERS), `(after: "${text}")`)).rejects.toThrow(/^after: a cursor/);
  });
});
