import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ConsumerKey } from '../config.ts';
import { type Consumer, SCOPES } from '../model/consumer.ts';
import { Problem } from './problem.ts';

/** Finds out who asks. A Problem with status 401 if a key is needed or unknown. */
export type Authenticate = (headers: IncomingHttpHeaders) => Consumer;

const ANONYMOUS_SCOPES = ['read:visual-visitor', 'read:visit', 'read:notify-visitors', 'read:iadvize'];

function unauthenticated(message: string): Problem {
  return new Problem(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer' });
}

/** `Authorization: Bearer KEY` or `X-API-Key: KEY`; undefined if neither is sent. */
function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const { authorization, 'x-api-key': plain } = headers;
  if (authorization !== undefined) {
    const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (bearer === undefined) throw unauthenticated('The Authorization header takes the form: Bearer KEY');
    return bearer;
  }
  return typeof plain === 'string' && plain !== '' ? plain : undefined;
}

/** Keys are compared by digest: the time that it takes tells nothing about the key. */
function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

export type AuthenticateOptions = {
  readonly keys: readonly ConsumerKey[];
  /** Whether a caller without a key may read, and with which scopes. */
  readonly anonymous: 'refused' | 'reads' | 'everything';
};

export function createAuthenticate({ keys, anonymous }: AuthenticateOptions): Authenticate {
  const consumers = new Map(keys.map(({ name, secret, scopes }) => [fingerprint(secret), { name, scopes }]));
  const nobody: Consumer = {
    name: 'anonymous',
    scopes: new Set(anonymous === 'everything' ? SCOPES : ANONYMOUS_SCOPES),
  };
  return (headers) => {
    const key = keyOf(headers);
    if (key === undefined) {
      if (anonymous === 'refused')
        throw unauthenticated('A consumer key is needed: Authorization: Bearer KEY, or X-API-Key: KEY');
      return nobody;
    }
    const consumer = consumers.get(fingerprint(key));
    if (consumer === undefined) throw unauthenticated('The consumer key is unknown');
    return consumer;
  };
}
