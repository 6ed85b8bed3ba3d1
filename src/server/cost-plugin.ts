import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context.ts';
import type { Meter } from '../loading/meter.ts';
import { costReport, planReport } from './cost-report.ts';
import { type Estimate, NO_CALLS } from './estimates/estimate.ts';
import { isDryRun } from './operation-gate.ts';

export type Outcome = 'data' | 'refused';

/** By meter: it is the operation's own, while Apollo works on a copy of the context. */
export type Accounts = {
  readonly answered: WeakMap<Meter, Outcome>;
  readonly estimates: WeakMap<Meter, Estimate>;
};

/** Tells the cost, also of a refused operation, and that GraphQL answered at all. */
export function costPlugin({ answered, estimates }: Accounts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, contextValue }) => {
        // All calls are over: what is told of the windows is what is left.
        contextValue.shrink([]);
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const malformed = result.errors?.some(({ extensions }) => extensions?.code === 'BAD_REQUEST') === true;
        if (!malformed) answered.set(contextValue.meter, 'data' in result ? 'data' : 'refused');
        const isPlanned = isDryRun({ request }) && 'data' in result;
        if (request.extensions?.cost === false && 'data' in result && !isPlanned) return;
        const known = estimates.get(contextValue.meter) ?? NO_CALLS;
        if (isPlanned) {
          result.extensions = { ...result.extensions, ...(await planReport(contextValue, known)) };
          return;
        }
        const { cost, freshness } = await costReport(contextValue, known);
        result.extensions = { ...result.extensions, cost, ...('data' in result && { freshness }) };
      },
    }),
  };
}
