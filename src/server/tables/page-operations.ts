import type { GraphQLFormattedError } from 'graphql';
import { beginRequest, type Gateway, type RequestContext } from '../../context.ts';
import { type Consumer, namedBudgets } from '../../model/consumer.ts';
import type { EndpointRow } from '../../transport/call.ts';
import type { Asked } from '../ways.ts';
import { COUNT, type PageQuery, TABLE } from './page-query.ts';
import type { PageResult } from './read-pages.ts';
import type { TableAsking, TableParts } from './table-asking.ts';

type Cache = Readonly<Record<string, unknown>> | undefined;

/** An operation in the place of the request's own. */
type Ours = Pick<PageQuery, 'text' | 'operationName'> & {
  /** Beside those of the request. */
  readonly variables: object;
  /** How fresh it has to be. */
  readonly cache: Cache;
};

function askedAs({ question, request }: TableAsking, { text, operationName, variables, cache }: Ours): Asked {
  const { cache: _replaced, ...extensions } = question.extensions;
  return {
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
      extensions: { ...extensions, ...(cache !== undefined && { cache }), cost: false },
    },
  };
}

/** Places are those of the page's text, which nobody has sent; paths begin with the request's own field. */
function asAsked({ message, path, extensions }: GraphQLFormattedError, { rootName }: PageQuery): GraphQLFormattedError {
  return { message, ...(path && { path: [rootName, ...path.slice(1)] }), ...(extensions && { extensions }) };
}

/**
 * The operations that a table is read with, in the lane of bulk reading; what was fresh when the table began is so for all of them. One
 * that has begun ends also when the reader leaves: who goes on finds it held, and its calls are not made twice.
 */
export function pageOperations(
  { engine, gateway: outer }: TableParts,
  asking: TableAsking,
  query: PageQuery,
  since: number,
) {
  const consumer: Consumer = { ...asking.consumer, lane: 'bi' };
  // A page that is tried again is no refusal; what ends the table is told once, by whoever reads its pages.
  const gateway: Gateway = { ...outer, onErrors: () => undefined };
  // Who looks how far a table has come changes nothing of its accounts.
  const aside: Gateway = { ...gateway, onEnd: () => undefined };
  const asked = (asking.question.extensions.cache ?? undefined) as Cache;
  // Once for the table: what its first page has found is as new as what the others would find.
  const { mode, ...ages } = asked ?? {};
  let isFirst = true;
  const tell = async <T>(of: Gateway, request: Asked, use: (told: PageResult) => T): Promise<T> => {
    const context: RequestContext = beginRequest(of, consumer, { since });
    try {
      const { data, errors } = await engine.tell(request, context);
      const calls = context.meter.calls.map(({ endpoint }) => endpoint);
      return use({ ...(data !== undefined && { data }), ...(errors && { errors }), calls });
    } finally {
      context.end();
    }
  };
  return {
    page: (variables: object): Promise<PageResult> => {
      const cache = mode === 'verify' && !isFirst ? ages : asked;
      return tell(gateway, askedAs(asking, { ...query, variables, cache }), ({ errors, ...result }) => {
        if (errors === undefined) isFirst = false;
        return { ...result, ...(errors && { errors: errors.map((error) => asAsked(error, query)) }) };
      });
    },
    /** The records of the whole list, as far as what is held tells; else null. */
    count: (): Promise<number | null> => {
      const held = { ...query, text: query.countText, variables: {}, cache: { ...ages, mode: 'only-held' } };
      return tell(aside, askedAs(asking, held), ({ data }) => {
        const list = data?.[TABLE] as Readonly<Record<typeof COUNT, number | null>> | null | undefined;
        return list?.[COUNT] ?? null;
      });
    },
    /** Calls that the same windows count are waited for together. */
    waitFor: async (calls: ReadonlyMap<string, number>): Promise<number | null> => {
      const budgets = namedBudgets(consumer.budgets);
      const asker = { consumer: consumer.name, lane: consumer.lane, budgets, signal: asking.gone };
      const sums = new Map<string, { readonly row: EndpointRow; readonly n: number }>();
      for (const [endpoint, n] of calls) {
        const row = gateway.endpoints.get(endpoint);
        const key = `${row?.upstream} ${row?.quota.join(' ')}`;
        if (row !== undefined) sums.set(key, { row, n: n + (sums.get(key)?.n ?? 0) });
      }
      const waits = await Promise.all([...sums.values()].map(({ row, n }) => gateway.waitFor(row, n, asker)));
      return waits.every((wait) => wait !== null) ? Math.max(0, ...waits) : null;
    },
  };
}
