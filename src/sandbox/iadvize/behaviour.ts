import { createRateCounter, type RateCounter, type RateWindow } from '../kit/rate-windows.ts';
import type { Behaviour } from '../kit/simulator.ts';
import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { presentedKey } from './credentials.ts';
import { answerItem, answerList } from './lists.ts';
import { answerDetail, answerLiveList } from './operator-routes.ts';
import type { Report } from './query.ts';
import { FORBIDDEN, fail, isRefusal, type Refusal, refuse } from './replies.ts';
import type { Scene, Withdrawn } from './resource.ts';
import { RESOURCES } from './resources.ts';
import { answerStatistic } from './statistic-route.ts';
import type { Store } from './store.ts';
import type { Access } from './wire-row.ts';

const BASE = '/api/2/';
const NO_SUCH_ROUTE = 'Unknown resource.';

export type Account = {
  readonly store: Store;
  readonly now: () => number;
  readonly report: Report;
  /** Keys by secret. */
  readonly keys: ReadonlyMap<string, Access>;
  /** Labels of revoked keys. */
  readonly revoked: ReadonlySet<string>;
  readonly failInside200: boolean;
  readonly withdrawn: Withdrawn;
  readonly limit: RateWindow | undefined;
};

function keyOf({ keys }: Account, request: SimulatedRequest): Access | undefined {
  const presented = presentedKey(request);
  return presented.kind === 'key' ? keys.get(presented.secret) : undefined;
}

function route(request: SimulatedRequest, scene: Scene): SimulatedReply | Refusal {
  const [first = '', second, third, ...rest] = request.path.slice(BASE.length).split('/');
  const resource = request.path.startsWith(BASE) && rest.length === 0 ? RESOURCES.get(first) : undefined;
  const known = ((): SimulatedReply | Refusal | undefined => {
    if (first === 'statistic' && second === undefined) return answerStatistic(request, scene);
    if (resource === undefined) return undefined;
    if (third !== undefined) {
      return first === 'operator' && second !== undefined ? answerDetail(request, second, third, scene) : undefined;
    }
    if (second === undefined) return answerList(request, resource, scene);
    if (first === 'operator' && second === 'live') return answerLiveList(request, scene);
    return second === '' || resource.listOnly ? undefined : answerItem(request, resource, second, scene);
  })();
  if (known !== undefined) return known;
  scene.report('unknown route', `${request.method} ${request.path.slice(0, 80)}`);
  return fail(NO_SUCH_ROUTE, 404);
}

/** 403 for a key that is missing, malformed, unknown or revoked. */
function checkKey(account: Account, request: SimulatedRequest): Refusal | undefined {
  const presented = presentedKey(request);
  if (presented.kind === 'missing') account.report('missing credential', request.path);
  if (presented.kind === 'malformed') account.report('malformed credential', presented.why);
  const access = keyOf(account, request);
  return access === undefined || account.revoked.has(access.label) ? FORBIDDEN : undefined;
}

/** The vendor documents no limit; what a test opts in to answers in the way usual for HTTP. */
function checkLimit(account: Account, counter: RateCounter, label: string): SimulatedReply | undefined {
  const { admitted, retryAfterSeconds } = counter.take(label);
  if (admitted) return undefined;
  account.report('rate limit exceeded', `key ${label}`);
  const body = { meta: { status: 'error', message: 'Too Many Requests' } };
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body };
}

export function createBehaviour(account: Account): Behaviour {
  const counter = account.limit === undefined ? undefined : createRateCounter(account.limit, account.now);
  const { store, now, report, failInside200, withdrawn } = account;
  return {
    credentialOf: (request) => keyOf(account, request)?.label,
    admit: (request) => {
      const refusal = checkKey(account, request);
      if (refusal !== undefined) return refuse(refusal, failInside200);
      return counter && checkLimit(account, counter, keyOf(account, request)?.label ?? '');
    },
    handle: (request) => {
      const access = keyOf(account, request);
      if (access === undefined) return refuse(FORBIDDEN, failInside200);
      if (request.method !== 'GET') {
        report('wrong method', `${request.method} ${request.path.slice(0, 80)}`);
        return refuse(fail('Method not allowed.', 405), failInside200);
      }
      const answer = route(request, { store, access, now: now(), report, withdrawn });
      return isRefusal(answer) ? refuse(answer, failInside200) : answer;
    },
  };
}
