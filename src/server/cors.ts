import type { IncomingMessage } from 'node:http';

const EXPOSED = 'RateLimit, RateLimit-Policy, Retry-After, ETag';
const PREFLIGHT_SECONDS = '600';

/** The CORS headers of an answer. Credentials mode is never allowed: keys travel in headers of their own. */
export type Cors = (request: IncomingMessage) => Readonly<Record<string, string>>;

export function createCors(origins: readonly string[]): Cors {
  const all = origins.includes('*');
  return (request) => {
    const { origin } = request.headers;
    if (origin === undefined || !(all || origins.includes(origin))) return {};
    const allowed = { 'access-control-allow-origin': all ? '*' : origin, 'access-control-expose-headers': EXPOSED };
    if (request.method !== 'OPTIONS') return allowed;
    return {
      ...allowed,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers':
        request.headers['access-control-request-headers'] ?? 'content-type, authorization, x-api-key',
      'access-control-max-age': PREFLIGHT_SECONDS,
    };
  };
}
