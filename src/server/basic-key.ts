import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticate } from './consumer-key.ts';
import { Problem } from './problem.ts';

const CHALLENGE = { 'www-authenticate': 'Basic realm="weir"' };

/** The password of HTTP Basic, whoever the user is; undefined for another scheme. Problem 401 for what is no such header. */
function passwordOf({ authorization }: IncomingHttpHeaders): string | undefined {
  const encoded = /^Basic +(\S*) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0 || !/^\S+$/.test(decoded.slice(colon + 1)))
    throw new Problem(401, 'UNAUTHENTICATED', 'The password of HTTP Basic is the consumer key', CHALLENGE);
  return decoded.slice(colon + 1);
}

/** Takes a consumer key as the password of HTTP Basic, too, and asks for it that way: spreadsheets know no other. */
export function basicOr(authenticate: Authenticate): Authenticate {
  return async (headers) => {
    const password = passwordOf(headers);
    try {
      return await authenticate(password === undefined ? headers : { ...headers, authorization: `Bearer ${password}` });
    } catch (error) {
      if (error instanceof Problem && error.status === 401)
        throw new Problem(401, error.code, error.message, { ...error.headers, ...CHALLENGE });
      throw error;
    }
  };
}
