import type { SimulatedRequest } from '../kit/wire.ts';
import type { Right, VisualVisitorKey } from './types.ts';

/** An account has up to five keys. */
const MOST_KEYS = 5;

type Presented =
  | { readonly kind: 'key'; readonly key: VisualVisitorKey; readonly isRevoked: boolean }
  | { readonly kind: 'missing' | 'malformed' | 'unknown' };

/** The account's keys as the Authorization header presents them: bare, or behind `Bearer`. */
export type KeyRing = {
  presented(request: SimulatedRequest): Presented;
  revoke(label: string): void;
  allows(label: string, right: Right): boolean;
};

export function createKeyRing(keys: readonly VisualVisitorKey[]): KeyRing {
  const bySecret = new Map(keys.map((key) => [key.secret, key]));
  const byLabel = new Map(keys.map((key) => [key.label, key]));
  if (keys.length > MOST_KEYS) throw new RangeError(`an account has at most ${MOST_KEYS} API keys`);
  if (bySecret.size < keys.length || byLabel.size < keys.length)
    throw new RangeError('labels and secrets of keys must differ');
  const revoked = new Set<string>();
  return {
    presented: ({ headers }) => {
      if (headers.authorization === undefined) return { kind: 'missing' };
      const secret = headers.authorization.trim().replace(/^Bearer\s+/i, '');
      if (!/^\S+$/.test(secret) || /^bearer$/i.test(secret)) return { kind: 'malformed' };
      const key = bySecret.get(secret);
      return key === undefined ? { kind: 'unknown' } : { kind: 'key', key, isRevoked: revoked.has(key.label) };
    },
    revoke: (label) => {
      if (!byLabel.has(label)) throw new RangeError(`no key ${label}`);
      revoked.add(label);
    },
    allows: (label, right) => {
      const key = byLabel.get(label);
      return (right === 'partner' ? key?.partner : key?.products[right]) ?? false;
    },
  };
}
