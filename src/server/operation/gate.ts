import { digest } from '../../base/canonical.ts';
import type { Meter } from '../../loading/meter.ts';
import type { FreshnessWish } from '../../loading/reader.ts';
import type { DocumentLimits } from '../document-limits/document-limits.ts';
import { refuseAboveOwnLimit, refuseTooDear } from '../estimates/cost-limit.ts';
import { type Estimate, estimate, withoutCalls } from '../estimates/estimate.ts';
import type { Graph } from '../graph.ts';
import { refusal } from '../refusal.ts';
import { admit } from './admission.ts';
import { readFreshnessWish } from './freshness-wish.ts';
import { isDryRun, type Operation } from './operation.ts';
import { readTraceWish } from './trace.ts';

/** The accounts keep names; a text of any length is none. */
const LONGEST_NAME = 128;

/** An operation's name in the accounts: its own, else a digest of its text. */
function nameOf({ definition, operationName, source }: Operation): string {
  const given = definition.name?.value ?? operationName;
  return given === undefined || given.length > LONGEST_NAME ? digest(source, 12) : given;
}

function refuseUnknownWishes({ extensions }: Operation): void {
  if (extensions.dryRun !== undefined && typeof extensions.dryRun !== 'boolean')
    throw refusal('BAD_USER_INPUT', 'extensions.dryRun: true or false');
  const { admission } = extensions;
  if (admission !== undefined && admission !== 'full' && admission !== 'partial')
    throw refusal('BAD_USER_INPUT', 'extensions.admission: "full" or "partial"');
}

/** Reads what the request says about itself before anything is executed. */
function identify(operation: Operation): FreshnessWish {
  const { definition, extensions, cacheControl, context } = operation;
  if (definition.operation !== 'query') {
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph is for reading: there are queries only');
  }
  refuseUnknownWishes(operation);
  readTraceWish(operation);
  const wish = readFreshnessWish(extensions.cache, cacheControl, context.consumer);
  context.identify(nameOf(operation), wish);
  return wish;
}

/** What every valid operation passes before it is executed, the cheapest first. */
export type Gate = {
  /** Refuses by a GraphQLError. False: its variables are not of their types, which who executes it tells. */
  pass(operation: Operation): Promise<boolean>;
};

type Parts = {
  readonly graph: Pick<Graph, 'schema' | 'roots'>;
  readonly limits: Pick<DocumentLimits, 'check'>;
  readonly estimates: WeakMap<Meter, Estimate>;
};

export function createGate({ graph, limits, estimates }: Parts): Gate {
  const { schema, roots } = graph;
  const planOf = ({ definition, fragments, variables, context }: Operation, { mode }: FreshnessWish) => {
    const asked = { schema, operation: definition, fragments, variables };
    return async (): Promise<Estimate | undefined> => {
      const known = await estimate(asked, context, roots);
      return mode === 'only-held' ? known && withoutCalls(known) : known;
    };
  };
  return {
    pass: async (operation) => {
      limits.check(operation);
      const plan = planOf(operation, identify(operation));
      const known = await plan();
      if (known === undefined) return false;
      const { context, extensions } = operation;
      estimates.set(context.meter, known);
      if (extensions.admission === 'partial') {
        context.goPartly();
        return true;
      }
      refuseTooDear(known, context);
      refuseAboveOwnLimit(known, context.consumer);
      if (!isDryRun(operation)) await admit(context, { known, plan });
      return true;
    },
  };
}
