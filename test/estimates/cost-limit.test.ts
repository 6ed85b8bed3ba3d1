import { describe, expect, it } from 'vitest';
import { NOW } from '../golden/golden.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const KEY = { 'x-api-key': 'test-secret' };
const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `person${index}@example.com`);
const PROFILES = 'query ($emails: [EmailAddress!]!) { all: people(emails: $emails) { profile { id } } }';

describe('an operation that may spend more of a window than there ever is', () => {
  const start = () =>
    startGateway({
      clock: createVirtualClock(NOW),
      live: true,
      config: { windows: { NOTIFY_VISITORS: { 'users-minute': { limit: 5 } } } },
    });

  it('is refused before it spends anything, with the window and the dearest field', async () => {
    await using gateway = await start();
    for (const extensions of [{}, { dryRun: true }]) {
      const answer = await gateway.ask(PROFILES, { headers: KEY, variables: { emails: people(6) }, extensions });
      expect(answer.status).toBe(400);
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors).toMatchObject([
        {
          extensions: {
            code: 'COST_LIMIT_EXCEEDED',
            upstream: 'NOTIFY_VISITORS',
            window: 'users-minute',
            needed: 6,
            limit: 5,
            field: ['all', 'profile'],
          },
        },
      ]);
      expect(answer.extensions.cost).toMatchObject({ actual: 0, estimated: { min: 0, max: 6 } });
    }
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is a refusal inside a 200 to those who ask for plain JSON', async () => {
    await using gateway = await start();
    const headers = { ...KEY, accept: 'application/json' };
    const answer = await gateway.ask(PROFILES, { headers, variables: { emails: people(6) } });
    expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }] });
  });

  it('is answered, and needs nothing, where only what is held is wanted', async () => {
    await using gateway = await start();
    await gateway.ask(PROFILES, { headers: KEY, variables: { emails: people(5) } });
    gateway.takeCalls();
    const asked = { headers: KEY, variables: { emails: people(6) } };
    const extensions = { cache: { mode: 'only-held' } };
    const answer = await gateway.ask(PROFILES, { ...asked, extensions });
    expect(answer.status).toBe(200);
    expect(answer.errors).toMatchObject([{ path: ['all', 5, 'profile'], extensions: { code: 'QUOTA_EXCEEDED' } }]);
    expect(answer.extensions.cost).toMatchObject({ actual: 0, cacheHits: 5, estimated: { min: 0, max: 0 } });
    const planned = await gateway.ask(PROFILES, { ...asked, extensions: { ...extensions, dryRun: true } });
    expect(planned.extensions).toMatchObject({ cost: { estimated: { min: 0, max: 0, byUpstream: {} } }, plan: [] });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is answered when it needs just what there is', async () => {
    await using gateway = await start();
    const answer = await gateway.ask(PROFILES, { headers: KEY, variables: { emails: people(5) } });
    expect(answer).toMatchObject({ status: 200, errors: [] });
    expect(answer.extensions.cost).toMatchObject({ actual: 5, estimated: { min: 0, max: 5 } });
  });
});
