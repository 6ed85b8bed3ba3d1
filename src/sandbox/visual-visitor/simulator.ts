import type { RateWindow } from '../kit/rate-windows.ts';
import { type Simulator, startSimulator, type Violation } from '../kit/simulator.ts';
import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import type { World } from '../world.ts';
import { createKeyRing, type KeyRing } from './access.ts';
import { createAccounts } from './accounts.ts';
import { type Budget, createBudget, VISUAL_VISITOR_LIMITS } from './budget.ts';
import { createEdit, type VisualVisitorEdit } from './edits.ts';
import { errorReply } from './replies.ts';
import { BASE_PATH, createRoutes } from './routes.ts';
import { createTruth, type VisualVisitorTruth } from './truth.ts';
import type { VisualVisitorKey } from './types.ts';

export type VisualVisitorOptions = {
  readonly world: World;
  /** The clock of limits and edits; default Date.now. */
  readonly now?: () => number;
  readonly port?: number;
  readonly latencyMs?: () => number;
  readonly keys: readonly VisualVisitorKey[];
  /** What differs from the contract's limits. */
  readonly limits?: { readonly ip?: Partial<RateWindow>; readonly key?: Partial<RateWindow> };
  /** Whether answers carry `Retry-After` and `X-RateLimit-*`, which no document promises; default true. */
  readonly rateHeaders?: boolean;
  /** Whether the rows of a search carry `visits`, which the contract names for the read by id only; default false. */
  readonly searchVisits?: boolean;
};

/** A running Visual Visitor. `base` is the origin with the vendor's base path. */
export type VisualVisitorSimulator = Simulator & {
  readonly base: string;
  readonly edit: VisualVisitorEdit;
  readonly truth: VisualVisitorTruth;
};

type Gate = {
  readonly keys: KeyRing;
  readonly budget: Budget;
  readonly rateHeaders: boolean;
  violation(rule: string, detail: string): void;
};

function labelOf(gate: Gate, request: SimulatedRequest): string | undefined {
  const presented = gate.keys.presented(request);
  return presented.kind === 'key' ? presented.key.label : undefined;
}

function withHeaders(gate: Gate, label: string, reply: SimulatedReply): SimulatedReply {
  return gate.rateHeaders ? { ...reply, headers: { ...reply.headers, ...gate.budget.headers(label) } } : reply;
}

/** 401 for a request without a valid key, which counts nowhere; 429 for one whose budget is spent. */
function admit(gate: Gate, request: SimulatedRequest): SimulatedReply | undefined {
  const presented = gate.keys.presented(request);
  if (presented.kind === 'missing' || presented.kind === 'malformed')
    gate.violation('credential form', `${request.method} ${request.path}: ${presented.kind} Authorization`);
  if (presented.kind !== 'key' || presented.isRevoked) return errorReply(401, 'missing or unknown API key');
  const { label } = presented.key;
  const { spent, retryAfterSeconds } = gate.budget.take(label);
  if (spent.length === 0) return undefined;
  gate.violation('rate limit', `${request.method} ${request.path}: ${spent.join(' and ')} limit spent, key ${label}`);
  const reply = withHeaders(gate, label, errorReply(429, 'too many requests'));
  return gate.rateHeaders
    ? { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } }
    : reply;
}

/** Starts a Visual Visitor Platform API on a loopback port, filled from a world. */
export async function startVisualVisitorSimulator(options: VisualVisitorOptions): Promise<VisualVisitorSimulator> {
  const { world, keys, limits = {}, rateHeaders = true, searchVisits = false, now = Date.now, ...server } = options;
  const violations: Violation[] = [];
  const ring = createKeyRing(keys);
  const budget = createBudget(
    {
      ip: { ...VISUAL_VISITOR_LIMITS.ip, ...limits.ip },
      key: { ...VISUAL_VISITOR_LIMITS.key, ...limits.key },
    },
    now,
  );
  const violation = (rule: string, detail: string): void => {
    violations.push({ rule, detail });
  };
  const gate: Gate = { keys: ring, budget, rateHeaders, violation };
  const accounts = createAccounts(world);
  const route = createRoutes(accounts);
  const handle = (request: SimulatedRequest): SimulatedReply => {
    const label = labelOf(gate, request) ?? '';
    const allows = ring.allows.bind(undefined, label);
    return withHeaders(gate, label, route(request, { searchVisits, now, violation, allows }));
  };
  const simulator = await startSimulator({
    ...server,
    now,
    violations,
    behaviour: {
      credentialOf: (request) => labelOf(gate, request),
      admit: (request) => admit(gate, request),
      handle,
    },
  });
  return Object.assign(simulator, {
    base: `${simulator.origin}${BASE_PATH}`,
    edit: createEdit(accounts, ring, now),
    truth: createTruth(accounts, budget, now),
  });
}
