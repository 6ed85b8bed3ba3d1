import { setImmediate } from 'node:timers/promises';
import type { HTTPGraphQLRequest } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { Meter } from '../../loading/meter.ts';
import type { Graph } from '../graph.ts';
import type { Operation } from '../operation/operation.ts';
import type { AskedOperation } from '../selected-fields.ts';
import { countIntrospection } from './introspection.ts';
import { limitExceeded } from './limit-exceeded.ts';
import { createReadDocument } from './read-document.ts';
import { countRows } from './rows.ts';

export type DocumentLimits = {
  /** The request to hand on to Apollo: itself, or in place of one that is refused, here or before, a stand-in that `check` refuses. */
  admit(request: HTTPGraphQLRequest, context: RequestContext, before?: GraphQLError): Promise<HTTPGraphQLRequest>;
  /** Refuses a valid operation above a limit. */
  check(operation: Operation): void;
};

/** Checking and validating longer texts are two turns of the event loop. */
const LONG_CHARACTERS = 5_000;
const STAND_IN = '{__typename}';

function textOf({ body, search }: HTTPGraphQLRequest): string {
  const query: unknown =
    body !== null && typeof body === 'object' && 'query' in body
      ? body.query
      : new URLSearchParams(search).get('query');
  return typeof query === 'string' ? query : '';
}

/** Apollo then tells the refusal with the status, type and cost of its own refusals. */
function standInFor(request: HTTPGraphQLRequest): HTTPGraphQLRequest {
  return request.method === 'POST'
    ? { ...request, body: { query: STAND_IN } }
    : { ...request, search: `?query=${STAND_IN}` };
}

/** What depends on the schema and on the variables of the request, for a document that is valid. */
function checkOperation(asked: AskedOperation, most: { readonly rows: number; readonly introspection: number }): void {
  const introspection = countIntrospection(asked, most.introspection);
  if (introspection > most.introspection)
    throw limitExceeded('Fields of introspection', most.introspection, { atLeast: introspection });
  const rows = countRows(asked);
  if (rows > most.rows) throw limitExceeded('Rows', most.rows, rows);
}

/**
 * Refuses what would be dear to validate or to answer before that cost arises. The text is checked in front of Apollo:
 * none of its hooks can refuse before validation, and validation is what must be protected.
 */
export function createDocumentLimits({ schema, mostIntrospection }: Graph, maxRows: number): DocumentLimits {
  const readDocument = createReadDocument();
  const most = { rows: maxRows, introspection: mostIntrospection };
  const refused = new WeakMap<Meter, GraphQLError>();
  return {
    admit: async (request, { meter }, before) => {
      const text = before === undefined ? textOf(request) : '';
      const refusal = before ?? readDocument(text);
      if (text.length > LONG_CHARACTERS) await setImmediate();
      if (refusal === undefined) return request;
      refused.set(meter, refusal);
      return standInFor(request);
    },
    check: ({ definition: operation, fragments, variables, context }) => {
      const refusal = refused.get(context.meter);
      if (refusal !== undefined) throw refusal;
      checkOperation({ schema, operation, fragments, variables }, most);
    },
  };
}
