import { type GatewayParts, openGateway } from './app.ts';
import { beginRequest } from './context.ts';
import { plainConsumer, SCOPES } from './model/consumer.ts';
import { buildSchema } from './schema.ts';
import { createEngine } from './server/engine.ts';
import type { Estimate } from './server/estimates/estimate.ts';
import { prepareGraph } from './server/graph.ts';

export type Question = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Absent: the document has one operation. */
  readonly operationName?: string;
};

type Refusal = {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: { readonly code: string };
};

/** The answer of a dry run: the plan, or why the operation is refused. */
export type Explanation = {
  readonly errors?: readonly Refusal[];
  readonly extensions: {
    readonly cost: {
      readonly estimated: Omit<Estimate, 'plan'>;
      readonly windows: readonly {
        readonly upstream: string;
        readonly credential: string;
        readonly name: string;
        readonly limit: number;
        readonly remaining: number;
        readonly resetsAt: string | null;
      }[];
    };
    /** Absent where the operation is refused. */
    readonly plan?: Estimate['plan'];
  };
};

/** What a gateway with these settings and this store answers to a dry run of the operator's, who may read everything. */
export async function explainOperation(parts: GatewayParts, question: Question): Promise<Explanation> {
  const { outbound, gateway } = openGateway(parts);
  const { config, log } = parts;
  const graph = prepareGraph(buildSchema());
  const engine = createEngine({ graph, maxRows: config.maxRows, log, onDocument: () => undefined });
  const context = beginRequest(gateway, plainConsumer('weir', new Set(SCOPES)));
  await engine.start();
  try {
    const headers = { 'content-type': 'application/json' };
    const body = { ...question, extensions: { dryRun: true } };
    const told = await engine.apollo.answer({ method: 'POST', headers, search: '', body }, context);
    return JSON.parse(told.body) as Explanation;
  } finally {
    context.end();
    await engine.stop();
    await outbound.close();
  }
}
