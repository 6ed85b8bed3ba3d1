import Negotiator from 'negotiator';
import type { RequestContext } from '../context.ts';
import type { AnswerWatch } from './answer/watch-answers.ts';
import type { KnownDocuments, KnownOperation } from './execution/known-documents.ts';
import type { RunKnown } from './execution/run-known.ts';
import type { Finish, Finished } from './operation/finish.ts';
import type { Gate } from './operation/gate.ts';
import { isDryRun, type Operation } from './operation/operation.ts';
import { type UsualRequest, usualRequest } from './usual-request.ts';
import type { Asked, ShortWay, Told } from './ways.ts';

export type ShortWayParts = {
  readonly answers: AnswerWatch;
  readonly gate: Gate;
  readonly finish: Finish;
  readonly documents: KnownDocuments;
  readonly runKnown: RunKnown;
  /** Told of each operation that is executed here: its text was known. */
  readonly onDocument: (known: true) => void;
};

const TYPES = ['application/json', 'application/graphql-response+json'];

/** As Apollo Server chooses it: plain JSON to who has no wish. */
function contentTypeFor(accept: string | undefined): string | undefined {
  const type =
    accept === undefined || accept === '' ? TYPES[0] : new Negotiator({ headers: { accept } }).mediaType(TYPES);
  return type === undefined ? undefined : `${type}; charset=utf-8`;
}

function operationOf(
  known: KnownOperation,
  request: UsualRequest,
  { headers }: Asked,
  context: RequestContext,
): Operation {
  const { execute: _execute, ...parts } = known;
  const { variables, extensions } = request;
  return { ...parts, variables, extensions, cacheControl: headers['cache-control'], context };
}

type Begun = { readonly operation: Operation; readonly known: KnownOperation };

/** Whether an operation passes the gate; what is refused there Apollo refuses, in its own words. */
async function passes(gate: Gate, operation: Operation): Promise<boolean> {
  try {
    return await gate.pass(operation);
  } catch {
    return false;
  }
}

/**
 * What Apollo's pipeline has accepted before, and comes again in the usual form, is executed without it. Whatever is unusual or refused
 * is left to Apollo, which asks everything again.
 */
export function createShortWay(parts: ShortWayParts): ShortWay {
  const { answers, gate, finish, documents, runKnown, onDocument } = parts;
  const begin = async (asked: Asked, context: RequestContext): Promise<Begun | undefined> => {
    const request = asked.refusal === undefined ? usualRequest(asked) : undefined;
    const known = request && documents.find(request.query, request.operationName);
    if (request === undefined || known === undefined) return undefined;
    const operation = operationOf(known, request, asked, context);
    if (isDryRun(operation) || !(await passes(gate, operation))) return undefined;
    onDocument(true);
    return { operation, known };
  };
  const run = async ({ operation, known }: Begun): Promise<Finished> =>
    finish(await runKnown(known, operation), operation);
  const tell = async (begun: Begun, contentType: string): Promise<Told> => {
    const { context } = begun.operation;
    const { result, status = 200, headers, outcome } = await run(begun);
    const { errors, data, extensions } = result;
    return {
      status,
      outcome,
      headers: { 'content-type': contentType, ...headers },
      body: await answers.stringify(
        { ...(errors && { errors }), ...(data !== undefined && { data }), ...(extensions && { extensions }) },
        context.meter,
      ),
      extensions,
    };
  };
  return {
    answer: async (asked, context) => {
      const contentType = contentTypeFor(asked.headers.accept);
      const begun = contentType === undefined ? undefined : await begin(asked, context);
      return begun === undefined || contentType === undefined ? undefined : tell(begun, contentType);
    },
    result: async (asked, context) => {
      const begun = await begin(asked, context);
      return begun === undefined ? undefined : (await run(begun)).result;
    },
  };
}
