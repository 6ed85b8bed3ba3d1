import type { IncomingMessage } from 'node:http';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import { canonicalJson, digest, type Json } from '../../base/canonical.ts';
import type { Log } from '../../base/log.ts';
import { beginRequest, type Gateway } from '../../context.ts';
import type { Consumer } from '../../model/consumer.ts';
import type { Checkpoints, Place, Resumable } from '../../model/table-places.ts';
import { createReadDocument } from '../document-limits/read-document.ts';
import type { Engine } from '../engine.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { withLimits } from '../rate-limit.ts';
import { refusal } from '../refusal.ts';
import type { Asked } from '../ways.ts';
import { askedTable } from './asked-table.ts';
import { tableShape } from './columns.ts';
import { pageFailureAnswer, refusalAnswer } from './failure.ts';
import type { TableFormat } from './formats/format.ts';
import { type PageQuery, pageQuery } from './page-query.ts';
import { PageFailure, type PageResult, type Reading, readPages } from './read-pages.ts';
import { reportingPages } from './report.ts';
import { tableBytes } from './table-bytes.ts';
import type { TableOptions, TableQuestion } from './table-request.ts';

export type TableParts = {
  readonly engine: Engine;
  readonly gateway: Gateway;
  readonly schema: GraphQLSchema;
  readonly checkpoints: Checkpoints;
  readonly log: Log;
};

/** One request for a table, and who sends it. */
type TableAsking = {
  readonly request: IncomingMessage;
  readonly consumer: Consumer;
  readonly gone: AbortSignal;
  readonly format: TableFormat;
  readonly options: TableOptions;
  readonly question: TableQuestion;
};

/** Answers one request for a table: its rows as they are read, or why there are none. */
export type Tables = { answer(asking: TableAsking): Promise<HttpAnswer> };

const START: Place = { rows: 0, records: 0, after: null };

/** What makes two requests the same table. */
function nameOf({ consumer, options: { nested }, question: { query, operationName, variables } }: TableAsking): string {
  const about = { consumer: consumer.name, nested, query, operationName, variables: variables as Json };
  return digest(canonicalJson(about), 32);
}

function askedFor({ question, request }: TableAsking, { text, operationName }: PageQuery, isFirst: boolean) {
  const { cache, ...extensions } = question.extensions;
  // Once for the table: what its first page has found is as new as what the others would find.
  const { mode, ...ages } = (cache ?? {}) as { readonly mode?: unknown };
  const wish = mode === 'verify' && !isFirst ? ages : cache;
  return (variables: Readonly<Record<string, unknown>>): Asked => ({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(request.headers['cache-control'] !== undefined && { 'cache-control': request.headers['cache-control'] }),
    },
    search: '',
    body: {
      query: text,
      ...(operationName !== undefined && { operationName }),
      variables: { ...question.variables, ...variables },
      extensions: { ...extensions, ...(wish !== undefined && { cache: wish }), cost: false },
    },
  });
}

/** Places are those of the page's text, which nobody has sent; paths begin with the request's own field. */
function asAsked({ message, path, extensions }: GraphQLFormattedError, { rootName }: PageQuery): GraphQLFormattedError {
  return { message, ...(path && { path: [rootName, ...path.slice(1)] }), ...(extensions && { extensions }) };
}

/**
 * Each page is an operation of its own, in the lane of bulk reading; what was fresh when the table began is so for all of its pages. One
 * that has begun ends also when the reader leaves: who goes on finds it held, and its calls are not made twice.
 */
function pageRunner({ engine, gateway }: TableParts, asking: TableAsking, query: PageQuery, startedAt: number) {
  const consumer: Consumer = { ...asking.consumer, lane: 'bi' };
  let isFirst = true;
  return async (variables: Readonly<Record<string, unknown>>): Promise<PageResult> => {
    const context = beginRequest(gateway, consumer, { since: startedAt });
    try {
      const { data, errors } = await engine.tell(askedFor(asking, query, isFirst)(variables), context);
      if (errors === undefined) isFirst = false;
      const told = errors?.map((error) => asAsked(error, query));
      return {
        ...(data !== undefined && { data }),
        ...(told && { errors: told }),
        calls: context.meter.calls.length,
      };
    } finally {
      context.end();
    }
  };
}

async function resumed({ checkpoints }: TableParts, asking: TableAsking): Promise<Resumable & { token: string }> {
  const { resume } = asking.options;
  const found = resume && (await checkpoints.find(resume.token, nameOf(asking), resume.rows));
  if (resume === undefined || found === undefined)
    throw refusal(
      'BAD_USER_INPUT',
      'resume: the token of a table that this key asked with the same query and variables less than an hour ago',
    );
  return { ...found, token: resume.token };
}

async function beginOrResume(parts: TableParts, asking: TableAsking): Promise<Resumable & { token: string }> {
  if (asking.options.resume !== undefined) return resumed(parts, asking);
  const token = await parts.checkpoints.begin(nameOf(asking));
  return { token, startedAt: parts.gateway.clock.now(), place: START };
}

async function answerTable(parts: TableParts, asking: TableAsking, query: PageQuery): Promise<HttpAnswer> {
  const { schema, gateway, checkpoints } = parts;
  const { format, options, gone } = asking;
  const { token, startedAt, place } = await beginOrResume(parts, asking);
  const run = pageRunner(parts, asking, query, startedAt);
  const reading: Reading = { query, run, clock: gateway.clock, signal: gone };
  const from = { records: place.records, after: place.after ?? query.after ?? null };
  const operation = query.operationName ?? 'table';
  const told = { clock: gateway.clock, log: parts.log, consumer: asking.consumer.name, operation };
  const pages = reportingPages(readPages(reading, from), told);
  // The first page is read before the head is sent: whatever is wrong with the query it tells.
  const first = await pages.next();
  const writing = { bom: options.bom, safe: options.safe, goesOn: (options.resume?.rows ?? 0) > 0 };
  const shape = tableShape(schema, query, options.nested);
  const skip = (options.resume?.rows ?? 0) - place.rows;
  const note = (reached: Place): Promise<void> => checkpoints.note(token, reached);
  return {
    status: 200,
    headers: { 'content-type': format.contentType, 'cache-control': 'no-store', 'weir-table': token },
    body: tableBytes({ shape, writer: await format.write(shape.columns, writing), first, pages, place, skip, note }),
  };
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw refusal('GRAPHQL_PARSE_FAILED', error instanceof GraphQLError ? error.message : 'The query cannot be read');
  }
}

export function createTables(parts: TableParts): Tables {
  const readDocument = createReadDocument();
  const queryOf = ({ question: { query, operationName, variables } }: TableAsking): PageQuery => {
    const tooDear = readDocument(query);
    if (tooDear !== undefined) throw tooDear;
    return pageQuery(askedTable(parts.schema, parsed(query), operationName, variables));
  };
  const answer = async (asking: TableAsking): Promise<HttpAnswer> => {
    try {
      if (asking.question.extensions.dryRun === true)
        throw refusal('BAD_USER_INPUT', 'extensions.dryRun: a plan is JSON; ask with Accept: application/json');
      return await answerTable(parts, asking, queryOf(asking));
    } catch (error) {
      if (error instanceof PageFailure) return pageFailureAnswer(error);
      if (error instanceof GraphQLError) return refusalAnswer(error);
      throw error;
    }
  };
  return { answer: async (asking) => withLimits(await answer(asking), parts.gateway, asking.consumer) };
}
