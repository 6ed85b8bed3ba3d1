import type { IncomingHttpHeaders } from 'node:http';
import type { ConsumerKey } from '../config.ts';
import { digestOfKey, isLikeKey, isWholeKey } from '../consumers/key-format.ts';
import type { KeyRing } from '../consumers/key-ring.ts';
import { createKeyShelf, type EqualBytes } from '../consumers/key-shelf.ts';
import { type Consumer, plainConsumer, READ_SCOPES, SCOPES } from '../model/consumer.ts';
import { Problem } from './problem.ts';

/** Finds out who asks. A Problem with status 401 if a key is needed, or not valid. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Consumer>;

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

export type AuthenticateOptions = {
  /** The keys of the settings. */
  readonly keys: readonly ConsumerKey[];
  /** The keys of the store. */
  readonly ring: KeyRing;
  readonly equal: EqualBytes;
  /** Whether a caller without a key may read, and with which scopes. */
  readonly anonymous: 'refused' | 'reads' | 'everything';
};

export function createAuthenticate({ keys, ring, equal, anonymous }: AuthenticateOptions): Authenticate {
  const configured = createKeyShelf(
    keys.map(({ name, secret, scopes }) => [digestOfKey(secret), plainConsumer(name, scopes)] as const),
    equal,
  );
  const nobody = plainConsumer('anonymous', new Set(anonymous === 'everything' ? SCOPES : READ_SCOPES));
  return async (headers) => {
    const key = keyOf(headers);
    if (key === undefined) {
      if (anonymous === 'refused')
        throw unauthenticated('A consumer key is needed: Authorization: Bearer KEY, or X-API-Key: KEY');
      return nobody;
    }
    const digest = digestOfKey(key);
    const consumer = configured(digest) ?? (isWholeKey(key) ? await ring.find(digest) : undefined);
    if (consumer !== undefined) return consumer;
    // The checksum tells a slip of the pen. Unknown, expired and revoked are one answer.
    if (isLikeKey(key) && !isWholeKey(key))
      throw unauthenticated('The consumer key is no key of this gateway: a character is missing or wrong');
    throw unauthenticated('The consumer key is unknown or no longer valid');
  };
}
