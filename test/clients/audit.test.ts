import { auditServer } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';

const AUDITS = 61;

/** Sends every audit's request as it is, with the consumer key added. */
function withKey(key: Readonly<Record<string, string>>): typeof fetch {
  return (url, init = {}) => fetch(url, { ...init, headers: { ...init.headers, ...key } });
}

describe("graphql-http's server audit", () => {
  it.each([
    ['Authorization', { authorization: 'Bearer test-secret' }],
    ['X-API-Key', { 'x-api-key': 'test-secret' }],
  ])('passes whole with a key in %s, optional audits too', async (_header, key) => {
    await using gateway = await startGateway({ live: true });
    const results = await auditServer({ url: gateway.url, fetchFn: withKey(key) });
    const failed = results.filter(({ status }) => status !== 'ok').map(({ id, name }) => `${id} ${name}`);
    expect({ failed, audits: results.length }).toEqual({ failed: [], audits: AUDITS });
    expect(gateway.takeCalls()).toEqual([]);
  });
});
