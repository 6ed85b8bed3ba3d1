import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { canonicalJson, digest, type Json } from '../../base/canonical.ts';
import type { Place, Resumable } from '../../model/table-places.ts';
import { createReadDocument } from '../document-limits/read-document.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { withLimits } from '../rate-limit.ts';
import { refusal } from '../refusal.ts';
import { askedTable } from './asked-table.ts';
import { tableShape } from './columns.ts';
import { pageFailureAnswer, refusalAnswer } from './failure.ts';
import { pageOperations } from './page-operations.ts';
import { type PageQuery, pageQuery } from './page-query.ts';
import { PageFailure, type Reading, readPages } from './read-pages.ts';
import { reportingPages } from './report.ts';
import type { TableAsking, TableParts } from './table-asking.ts';
import { tableBytes } from './table-bytes.ts';

/** Answers one request for a table: its rows as they are read, or why there are none. */
export type Tables = { answer(asking: TableAsking): Promise<HttpAnswer> };

const START: Place = { rows: 0, records: 0, after: null };

/** What makes two requests the same table. */
function nameOf({ consumer, options: { nested }, question: { query, operationName, variables } }: TableAsking): string {
  const about = { consumer: consumer.name, nested, query, operationName, variables: variables as Json };
  return digest(canonicalJson(about), 32);
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

/** How many records are to come from a place on at most, as far as that is known without a call. */
async function recordsToCome(
  { most, after }: PageQuery,
  { records }: Place,
  count: () => Promise<number | null>,
): Promise<number | null> {
  // What lies before a place that the request names nobody has counted.
  const total = after === undefined ? await count() : null;
  if (total === null && most === undefined) return null;
  return Math.max(0, Math.min(total ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY) - records);
}

/** The pages of a table from a place on, told of while they are read. */
function beginPages(parts: TableParts, asking: TableAsking, query: PageQuery, { startedAt, place }: Resumable) {
  const { gateway, log } = parts;
  const { consumer, gone } = asking;
  const operations = pageOperations(parts, asking, query, startedAt);
  const watch = gateway.tables.begin({
    consumer: consumer.name,
    operation: query.operationName ?? 'table',
    count: () => recordsToCome(query, place, operations.count),
    waitFor: operations.waitFor,
  });
  // Also of a table whose reader leaves before its first byte.
  if (gone.aborted) watch.end();
  gone.addEventListener('abort', watch.end, { once: true });
  const run: Reading['run'] = async (variables) => {
    const result = await operations.page(variables);
    watch.onCalls(result.calls);
    return result;
  };
  const from = { records: place.records, after: place.after ?? query.after ?? null };
  const pages = readPages({ query, run, clock: gateway.clock, signal: gone }, from);
  const onFailure = ({ codes }: PageFailure): void => gateway.onErrors(consumer.name, codes);
  return reportingPages(pages, { clock: gateway.clock, log, watch, onFailure });
}

async function answerTable(parts: TableParts, asking: TableAsking, query: PageQuery): Promise<HttpAnswer> {
  const { schema, checkpoints } = parts;
  const { format, options } = asking;
  const begun = await beginOrResume(parts, asking);
  const { token, place } = begun;
  const pages = beginPages(parts, asking, query, begun);
  // The first page is read before the head is sent: whatever is wrong with the query it tells.
  const first = await pages.next();
  try {
    const writing = { bom: options.bom, safe: options.safe, goesOn: (options.resume?.rows ?? 0) > 0 };
    const shape = tableShape(schema, query, options.nested);
    const writer = await format.write(shape.columns, writing);
    const skip = (options.resume?.rows ?? 0) - place.rows;
    const note = (reached: Place): Promise<void> => checkpoints.note(token, reached);
    return {
      status: 200,
      headers: { 'content-type': format.contentType, 'cache-control': 'no-store', 'weir-table': token },
      body: tableBytes({ shape, writer, first, pages, place, skip, note }),
    };
  } catch (error) {
    await pages.return();
    throw error;
  }
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
