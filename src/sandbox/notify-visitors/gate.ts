import { createRateCounter, type RateWindow } from '../kit/rate-windows.ts';
import type { Behaviour, Violation } from '../kit/simulator.ts';
import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { type Credentials, recognise } from './access.ts';
import { type AnswerStyle, failure, success } from './envelope.ts';
import { isComplaint } from './parameters.ts';
import type { Group, Route } from './routes.ts';

/** The contract's: both are of one minute. */
export const DEFAULT_LIMITS: Readonly<Record<Group, RateWindow>> = {
  users: { limit: 100, seconds: 60, kind: 'fixed' },
  reports: { limit: 50, seconds: 60, kind: 'fixed' },
};

export type GateParts = {
  readonly routes: ReadonlyMap<string, Route>;
  /** The credentials of the moment. */
  readonly credentials: () => Credentials;
  readonly limits: Readonly<Record<Group, RateWindow>>;
  readonly style: AnswerStyle & { readonly retryAfter?: boolean };
  readonly violations: Violation[];
  readonly now: () => number;
};

type Admission = { readonly route: Route; readonly remaining: number };

function withRemaining(reply: SimulatedReply, remaining: number): SimulatedReply {
  return { ...reply, headers: { ...reply.headers, 'X-RateLimit-Remaining': String(remaining) } };
}

/** The route of a request, or the answer for a wrong URL or method. */
function findRoute({ routes, style, violations }: GateParts, request: SimulatedRequest): Route | SimulatedReply {
  const route = routes.get(request.path);
  if (route === undefined) {
    violations.push({ rule: 'unknown route', detail: `${request.method} ${request.path}` });
    return failure(style, 404, 'Invalid URL');
  }
  if (route.method === request.method) return route;
  violations.push({ rule: 'wrong method', detail: `${request.method} ${request.path}` });
  return { ...failure(style, 405, 'Method not allowed'), headers: { allow: route.method } };
}

function refuseCredential(
  { credentials, style, violations }: GateParts,
  request: SimulatedRequest,
): SimulatedReply | undefined {
  const known = recognise(request, credentials());
  if (known.label !== undefined) return undefined;
  if (known.rule !== undefined) violations.push({ rule: known.rule, detail: known.detail ?? '' });
  return failure(style, 401, 'Invalid auth');
}

function answerRoute({ style, violations }: GateParts, route: Route, request: SimulatedRequest): SimulatedReply {
  const outcome = route.answer(request);
  if ('data' in outcome) return success(style, outcome.data);
  if (!isComplaint(outcome)) return failure(style, 400, outcome.unknown);
  violations.push(outcome);
  return failure(style, 400, `Invalid resource: ${outcome.rule}`);
}

/** Wrong URL, then wrong method, then credentials, then the limit of the brand in this group, then the request itself. */
export function createGate(parts: GateParts): Behaviour {
  const { credentials, limits, style, violations, now } = parts;
  const counters = { users: createRateCounter(limits.users, now), reports: createRateCounter(limits.reports, now) };
  const admissions = new WeakMap<SimulatedRequest, Admission>();
  const overLimit = (group: Group, waitSeconds: number): SimulatedReply => {
    violations.push({ rule: 'limit already spent', detail: `${group}: ${limits[group].limit}` });
    const reply = failure(style, 429, 'Rate limit exceeded');
    return style.retryAfter === true ? { ...reply, headers: { 'retry-after': String(waitSeconds) } } : reply;
  };
  return {
    credentialOf: (request) => recognise(request, credentials()).label,
    admit: (request) => {
      const route = findRoute(parts, request);
      if ('status' in route) return route;
      const refusal = refuseCredential(parts, request);
      if (refusal !== undefined) return refusal;
      const { admitted, remaining, retryAfterSeconds } = counters[route.group].take(credentials().brandId);
      if (!admitted) return withRemaining(overLimit(route.group, retryAfterSeconds), 0);
      admissions.set(request, { route, remaining });
      return undefined;
    },
    handle: (request) => {
      const admission = admissions.get(request);
      if (admission === undefined) return failure(style, 404, 'Invalid URL');
      return withRemaining(answerRoute(parts, admission.route, request), admission.remaining);
    },
  };
}
