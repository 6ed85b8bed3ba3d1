import type { FormattedExecutionResult } from 'graphql';
import type { Log } from '../base/log.ts';
import type { RequestContext } from '../context.ts';
import type { Meter } from '../loading/meter.ts';
import { createApollo } from './apollo.ts';
import { createDocumentLimits } from './document-limits/document-limits.ts';
import { createErrorFormat } from './error-format.ts';
import type { Estimate } from './estimates/estimate.ts';
import { createKnownDocuments } from './execution/known-documents.ts';
import { createRunKnown } from './execution/run-known.ts';
import type { Graph } from './graph.ts';
import { createFinish } from './operation/finish.ts';
import { createGate } from './operation/gate.ts';
import { createShortWay } from './short-way.ts';
import type { Asked, ShortWay, Way } from './ways.ts';

/** The two ways in which operations are answered. Both pass the same gate, and tell the same. */
export type Engine = {
  /** Serves everything. */
  readonly apollo: Way;
  /** Serves what Apollo has accepted before. */
  readonly short: ShortWay;
  /** The result of an operation by either way, as it is told, for those who write it in a form of their own. */
  tell(asked: Asked, context: RequestContext): Promise<FormattedExecutionResult>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type EngineOptions = {
  readonly graph: Graph;
  readonly maxRows: number;
  readonly log: Log;
  /** Told of each operation that is executed, and whether its text was known. */
  readonly onDocument: (known: boolean) => void;
};

export function createEngine({ graph, maxRows, log, onDocument }: EngineOptions): Engine {
  const { schema, answers } = graph;
  const estimates = new WeakMap<Meter, Estimate>();
  const limits = createDocumentLimits(graph, maxRows);
  const formatError = createErrorFormat(log);
  const parts = {
    answers,
    gate: createGate({ graph, limits, estimates }),
    finish: createFinish(answers, estimates),
    documents: createKnownDocuments(schema),
    onDocument,
    runKnown: createRunKnown(formatError),
  };
  const apollo = createApollo({ ...parts, schema, limits, formatError, log });
  const short = createShortWay(parts);
  return {
    apollo,
    short,
    tell: async (asked, context) =>
      (await short.result(asked, context)) ??
      (JSON.parse((await apollo.answer(asked, context)).body) as FormattedExecutionResult),
    start: apollo.start,
    stop: apollo.stop,
  };
}
