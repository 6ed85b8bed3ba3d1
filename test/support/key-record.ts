import type { KeyRecord } from '../../src/store/keys.ts';

/** A key as a store holds it, of `dashboard`, without limits. */
export function keyRecord(rest: Partial<KeyRecord> = {}): KeyRecord {
  return {
    name: 'dashboard',
    scopes: ['usage'],
    lane: 'interactive',
    budgets: [],
    maxCost: null,
    createdAt: 0,
    rotatedAt: null,
    expiresAt: null,
    revokedAt: null,
    secrets: [{ digest: 'ab', createdAt: 1, validUntil: null }],
    ...rest,
  };
}
