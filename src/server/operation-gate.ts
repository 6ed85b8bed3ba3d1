import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLRequestContextResponseForOperation,
} from '@apollo/server';
import { digest } from '../base/canonical.ts';
import type { RequestContext } from '../context.ts';
import type { Meter } from '../loading/meter.ts';
import type { FreshnessWish } from '../loading/reader.ts';
import { admit } from './admission.ts';
import { type DocumentLimits, fragmentsOf } from './document-limits/document-limits.ts';
import { refuseAboveOwnLimit, refuseTooDear } from './estimates/cost-limit.ts';
import { type Estimate, estimate, withoutCalls } from './estimates/estimate.ts';
import type { RootResolvers } from './estimates/root-reads.ts';
import { readFreshnessWish } from './freshness-wish.ts';
import { refusal } from './refusal.ts';

type Operation = GraphQLRequestContext<RequestContext>;

/** The accounts keep names; a text of any length is none. */
const LONGEST_NAME = 128;

/** An operation's name in the accounts: its own, else a digest of its text. */
function operationName({ request, operationName: name, source }: Operation): string {
  const given = name ?? request.operationName ?? undefined;
  return given === undefined || given.length > LONGEST_NAME ? digest(source ?? '', 12) : given;
}

function refuseUnknownWishes(extensions: Readonly<Record<string, unknown>>): void {
  if (extensions.dryRun !== undefined && typeof extensions.dryRun !== 'boolean')
    throw refusal('BAD_USER_INPUT', 'extensions.dryRun: true or false');
  const { admission, saved } = extensions;
  if (admission !== undefined && admission !== 'full' && admission !== 'partial')
    throw refusal('BAD_USER_INPUT', 'extensions.admission: "full" or "partial"');
  if (saved !== undefined && saved !== false)
    throw refusal('BAD_USER_INPUT', 'extensions.saved: not offered by this version of the gateway');
}

/** Reads what the request says about itself before anything is executed. */
function identify(operation: Operation): FreshnessWish {
  const { request, contextValue } = operation;
  if (operation.operation !== undefined && operation.operation.operation !== 'query') {
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph is for reading: there are queries only');
  }
  const extensions = request.extensions ?? {};
  refuseUnknownWishes(extensions);
  const header = request.http?.headers.get('cache-control');
  const wish = readFreshnessWish(extensions.cache, header, contextValue.consumer);
  contextValue.identify(operationName(operation), wish);
  return wish;
}

type Gate = {
  readonly limits: DocumentLimits;
  readonly roots: RootResolvers;
  readonly estimates: WeakMap<Meter, Estimate>;
};

/** Bounds the cost, unless the variables are refused: then nothing is read. What needs admission before it is executed is given back. */
async function bound(
  { document, operation, request, schema, contextValue }: Operation,
  { mode }: FreshnessWish,
  { roots, estimates }: Gate,
) {
  if (operation === undefined || document === undefined) return undefined;
  const asked = { schema, operation, fragments: fragmentsOf(document), variables: request.variables ?? {} };
  const plan = async (): Promise<Estimate | undefined> => {
    const known = await estimate(asked, contextValue, roots);
    return mode === 'only-held' ? known && withoutCalls(known) : known;
  };
  const known = await plan();
  if (known === undefined) return undefined;
  estimates.set(contextValue.meter, known);
  if (request.extensions?.admission === 'partial') {
    contextValue.goPartly();
    return undefined;
  }
  refuseTooDear(known, contextValue);
  refuseAboveOwnLimit(known, contextValue.consumer);
  return { known, plan };
}

export function isDryRun({ request }: Pick<Operation, 'request'>): boolean {
  return request.extensions?.dryRun === true;
}

/** What every valid operation passes before it is executed, the cheapest first; one that is only planned ends here. */
export function operationGate(gate: Gate): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (operation) => {
        gate.limits.check(operation);
        const known = await bound(operation, identify(operation), gate);
        if (known !== undefined && !isDryRun(operation)) await admit(operation.contextValue, known);
      },
      responseForOperation: async (operation: GraphQLRequestContextResponseForOperation<RequestContext>) => {
        if (!isDryRun(operation) || !gate.estimates.has(operation.contextValue.meter)) return null;
        const { http } = operation.response;
        return { http, body: { kind: 'single', singleResult: { data: null } } };
      },
    }),
  };
}
