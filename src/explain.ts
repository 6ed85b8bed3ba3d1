import { HeaderMap } from '@apollo/server';
import { type GatewayParts, openGateway } from './app.ts';
import { beginRequest } from './context.ts';
import { plainConsumer, SCOPES } from './model/consumer.ts';
import { buildSchema } from './schema.ts';
import { createGraphqlEngine } from './server/apollo.ts';
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
  const engine = createGraphqlEngine({ graph: prepareGraph(buildSchema()), maxRows: config.maxRows, log });
  const context = beginRequest(gateway, plainConsumer('weir', new Set(SCOPES)));
  await engine.server.start();
  try {
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const body = { ...question, extensions: { dryRun: true } };
    const { body: answer } = await engine.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: await engine.admit({ method: 'POST', headers, search: '', body }, context),
      context: async () => context,
    });
    if (answer.kind !== 'complete') throw new TypeError('a dry run is answered whole');
    return JSON.parse(answer.string) as Explanation;
  } finally {
    context.end();
    await engine.server.stop();
    await outbound.close();
  }
}
