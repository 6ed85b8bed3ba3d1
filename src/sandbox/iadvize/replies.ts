import type { SimulatedReply } from '../kit/wire.ts';

/** `fail`: the request is at fault; `error`: the key, or the service. */
export type Refusal = { readonly status: 'fail' | 'error'; readonly http: number; readonly message: string };

export function fail(message: string, http = 400): Refusal {
  return { status: 'fail', http, message };
}

export function unknownRecord(resource: string, id: string | number): Refusal {
  return fail(`Unknown '${resource}' with 'id' ${id}.`, 404);
}

export function invalidField(name: string): Refusal {
  return fail(`Value of field '${name}' is not valid.`);
}

export const FORBIDDEN: Refusal = { status: 'error', http: 403, message: 'Forbidden' };

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'http' in value;
}

/** `inside200`: some deployments put every refusal into a body with HTTP 200. */
export function refuse({ status, http, message }: Refusal, inside200: boolean): SimulatedReply {
  const headers = http === 405 ? { allow: 'GET' } : {};
  return { status: inside200 ? 200 : http, headers, body: { meta: { status, message } } };
}

export function succeed(body: Readonly<Record<string, unknown>>, filters: readonly string[] = []): SimulatedReply {
  const meta = filters.length === 0 ? { status: 'success' } : { status: 'success', filters };
  return { status: 200, body: { meta, ...body } };
}
