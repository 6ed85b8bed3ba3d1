import type { SimulatedRequest } from '../kit/wire.ts';

export type Presented =
  | { readonly kind: 'key'; readonly secret: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed'; readonly why: string };

function fromBasic(authorization: string): Presented {
  const parts = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization);
  if (parts?.[1] === undefined) return { kind: 'malformed', why: 'the Authorization header is not HTTP Basic' };
  const text = Buffer.from(parts[1], 'base64').toString('utf8');
  const end = text.indexOf(':');
  if (end < 1) return { kind: 'malformed', why: 'HTTP Basic without a user name and a colon' };
  return { kind: 'key', secret: text.slice(0, end) };
}

/** The key of a request: header first, then `key`, then HTTP Basic as the user name with any password. */
export function presentedKey({ headers, query }: SimulatedRequest): Presented {
  const header = headers['x-api-key'];
  if (header !== undefined) {
    const secret = String(header).trim();
    return secret === '' ? { kind: 'malformed', why: 'empty X-API-Key header' } : { kind: 'key', secret };
  }
  const parameter = query.get('key');
  if (parameter !== null) {
    return parameter === '' ? { kind: 'malformed', why: 'empty key parameter' } : { kind: 'key', secret: parameter };
  }
  return headers.authorization === undefined ? { kind: 'missing' } : fromBasic(headers.authorization);
}
