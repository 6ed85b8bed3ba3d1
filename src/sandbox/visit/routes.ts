import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import type { VisitKey } from './access.ts';
import { ENDPOINTS, type Endpoint, NEWER_ENDPOINTS } from './endpoints.ts';
import { errorReply, type Violate } from './errors.ts';
import { isVisitId } from './ids.ts';
import { itemOf, listExpos, listOf, maySee } from './lists.ts';
import { readParameters } from './parameters.ts';
import type { VisitStore } from './store.ts';

const BASE_PATH = '/create/v2';

type Route = {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** What stands behind the endpoint's name: an expo id, a record id, both or neither. */
  readonly expoId: string | undefined;
  readonly id: string | undefined;
};

type Refused = { readonly refusal: SimulatedReply };

/** Which row of the vendor's table a path belongs to. */
function findRoute(path: string, violate: Violate): Route | Refused {
  const unknown = (rule: string): Refused => {
    violate(rule, path);
    return { refusal: errorReply(404, 'notFound') };
  };
  if (!path.startsWith(`${BASE_PATH}/`)) return unknown('unknown route');
  const [name = '', first, second, ...rest] = path.slice(BASE_PATH.length + 1).split('/');
  if (NEWER_ENDPOINTS.includes(name)) return unknown('newer endpoint');
  const endpoint = Object.hasOwn(ENDPOINTS, name) ? ENDPOINTS[name] : undefined;
  if (endpoint === undefined || rest.length > 0 || first === '' || second === '') return unknown('unknown route');
  if (name === 'expos')
    return second === undefined ? { name, endpoint, expoId: undefined, id: first } : unknown('unknown route');
  if (name === 'upload')
    return first === 'visitor' ? { name, endpoint, expoId: undefined, id: second } : unknown('unknown route');
  if (first === undefined) {
    violate('missing expo id', path);
    return { refusal: errorReply(400, 'expoIdMissing') };
  }
  if (second !== undefined && endpoint.item.length === 0) return unknown('unknown route');
  return { name, endpoint, expoId: first, id: second };
}

/** Refuses methods that the endpoint lacks, and every write: no key of this simulator has the permission. */
function refuseMethod(route: Route, { method, path }: SimulatedRequest, violate: Violate): SimulatedReply | undefined {
  const allowed = route.id === undefined ? route.endpoint.list : route.endpoint.item;
  if (!allowed.includes(method)) {
    violate('method', `${method} ${path}`);
    return { ...errorReply(405, 'methodNotAllowed'), headers: { allow: allowed.join(', ') } };
  }
  if (method === 'GET') return undefined;
  violate('write', `${method} ${path}`);
  return errorReply(403, 'writePermissionRequired');
}

function refuseIds({ expoId, id }: Route, violate: Violate): SimulatedReply | undefined {
  for (const given of [expoId, id]) {
    if (given === undefined || isVisitId(given)) continue;
    violate('malformed id', given);
    return errorReply(400, 'invalidId');
  }
  return undefined;
}

/** The index of an expo that exists and that the key may see. */
function openExpo(store: VisitStore, key: VisitKey, expoId: string): number | Refused {
  const plan = store.expos.planOf(expoId);
  if (plan === undefined) return { refusal: errorReply(400, 'expoNotFound') };
  if (!maySee(key, plan.index)) return { refusal: errorReply(403, 'expoNotAllowed') };
  return plan.index;
}

/** Answers one request of an admitted key. */
export function handleVisit(
  store: VisitStore,
  key: VisitKey,
  request: SimulatedRequest,
  violate: Violate,
): SimulatedReply {
  const route = findRoute(request.path, violate);
  if ('refusal' in route) return route.refusal;
  const { name, endpoint, expoId, id } = route;
  const refusal = refuseMethod(route, request, violate) ?? refuseIds(route, violate);
  if (refusal !== undefined) return refusal;
  const parameters = readParameters(request.query, id === undefined ? endpoint.parameters : [], violate);
  if ('refusal' in parameters) return parameters.refusal;
  if (endpoint.needsLeads && !key.leads) return errorReply(403, 'leadsPermissionRequired');

  const wanted = name === 'expos' ? id : expoId;
  if (wanted === undefined) return listExpos(store, key, parameters);
  const expo = openExpo(store, key, wanted);
  if (typeof expo !== 'number') return expo.refusal;
  if (name === 'expos') return { status: 200, body: store.expos.detail(expo, store.expos.table.revisionOf(expo) ?? 0) };
  const data = store.data[expo];
  if (data === undefined) return errorReply(400, 'expoNotFound');
  return id === undefined ? listOf(store, data, { name, key, parameters }) : itemOf(data, { name, key }, id);
}
