import type { IncomingMessage } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Consumer } from '../../model/consumer.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { Problem } from '../problem.ts';
import type { SavedQueries } from '../saved/saved-queries.ts';
import type { SavedQuery } from '../saved/saved-query.ts';
import { askedTable } from './asked-table.ts';
import { type Column, tableShape } from './columns.ts';
import { FORMATS } from './formats/formats.ts';
import { OPTION_NAMES, readOptions } from './table-request.ts';
import type { Tables } from './tables.ts';
import { variablesFrom } from './url-variables.ts';

/** Saved queries as tables under addresses of their own, for whoever can do no more than open one. */
export type SavedTables = {
  /** `GET /tables` and `GET /tables/NAME.csv?variable=…`. Problem 404 with the names that there are. */
  answer(request: IncomingMessage, url: URL, consumer: Consumer, gone: AbortSignal): Promise<HttpAnswer>;
};

export type SavedTablesParts = {
  readonly queries: SavedQueries;
  readonly schema: GraphQLSchema;
  readonly tables: Tables;
};

/** Where they are. */
export const TABLES = '/tables';
/** The columns of a saved query, also those that a condition may leave out; null: it is no table. */
function columnsOf(schema: GraphQLSchema, { document, variables }: SavedQuery): readonly Column[] | null {
  const conditions = variables.filter(({ type }) => type === 'Boolean!').map(({ name }) => [name, true] as const);
  try {
    const table = askedTable(schema, document, undefined, Object.fromEntries(conditions));
    return tableShape(schema, table, 'json').columns;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

type Listed = { readonly query: SavedQuery; readonly columns: readonly Column[] | null };

function listing(listed: Iterable<Listed>): string {
  const tables = Array.from(listed, ({ query: { name, description, variables }, columns }) => {
    const urls = columns === null ? [] : FORMATS.map(({ extension }) => `${TABLES}/${name}.${extension}`);
    return { name, description, variables, columns, urls };
  });
  return JSON.stringify({ tables });
}

function find(listed: ReadonlyMap<string, Listed>, pathname: string) {
  const [, name = '', extension = ''] = /^\/tables\/([A-Za-z0-9_-]+)\.([a-z]+)$/.exec(pathname) ?? [];
  const { query, columns = null } = listed.get(name) ?? {};
  const format = FORMATS.find((one) => one.extension === extension);
  if (query !== undefined && format !== undefined && columns !== null) return { query, format };
  const formats = FORMATS.map((one) => one.extension).join(', ');
  throw new Problem(
    404,
    'BAD_REQUEST',
    `Tables are at ${TABLES}/NAME.EXTENSION (${formats}); ${TABLES} lists their names`,
  );
}

export function createSavedTables({ queries, schema, tables }: SavedTablesParts): SavedTables {
  const listed = new Map<string, Listed>();
  for (const [name, query] of queries) listed.set(name, { query, columns: columnsOf(schema, query) });
  const list = listing(listed.values());
  return {
    answer: async (request, { pathname, searchParams }, consumer, gone) => {
      if (pathname === TABLES)
        return {
          status: 200,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
          body: list,
        };
      const { query, format } = find(listed, pathname);
      const variables = variablesFrom(schema, query.operation, searchParams, OPTION_NAMES);
      const question = { query: query.text, operationName: undefined, variables, extensions: {} };
      const options = readOptions(searchParams);
      const answer = await tables.answer({ request, consumer, gone, format, options, question });
      if (answer.status !== 200) return answer;
      const disposition = `attachment; filename="${query.name}.${format.extension}"`;
      return { ...answer, headers: { ...answer.headers, 'content-disposition': disposition } };
    },
  };
}
