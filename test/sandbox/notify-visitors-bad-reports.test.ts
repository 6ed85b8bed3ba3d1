import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/sandbox/world.ts';
import { CAMPAIGN, CAMPAIGNS, DAILY, get, NOW, rulesOf, startSmall, TOKEN_HEADERS } from './notify-visitors-harness.ts';

const RANGE = { from: '2026-01-31', to: '2026-03-01' };

describe('bad report requests', () => {
  const ID = { campaign_id: '41000' };
  it.each([
    ['missing parameter', CAMPAIGNS, ''],
    ['missing parameter', CAMPAIGNS, 'from=2026-02-01'],
    ['missing parameter', CAMPAIGNS, 'to=2026-02-01'],
    ['malformed date', CAMPAIGNS, 'from=&to=2026-02-01'],
    ['malformed date', CAMPAIGNS, 'from=2026-02-30&to=2026-03-01'],
    ['malformed date', CAMPAIGNS, 'from=2026-2-1&to=2026-03-01'],
    ['malformed date', CAMPAIGNS, 'from=2026-02-01T00:00:00&to=2026-03-01'],
    ['reversed range', CAMPAIGNS, 'from=2026-02-02&to=2026-02-01'],
    ['over-long range', CAMPAIGNS, 'from=2026-01-30&to=2026-03-01'],
    ['unknown channel', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&channel=fax'],
    ['unknown channel', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&channel='],
    ['page out of bounds', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&page=0'],
    ['page out of bounds', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&page=1.5'],
    ['limit out of bounds', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&limit=0'],
    ['limit out of bounds', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&limit=101'],
    ['limit out of bounds', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&limit=-1'],
    ['unknown parameter', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&status=sent'],
    ['repeated parameter', CAMPAIGNS, 'from=2026-02-01&to=2026-03-01&page=1&page=2'],
    ['missing parameter', CAMPAIGN, ''],
    ['malformed campaign id', CAMPAIGN, 'campaign_id='],
    ['malformed campaign id', CAMPAIGN, `campaign_id=${'9'.repeat(65)}`],
    ['missing parameter', CAMPAIGN, 'campaign_id=41000&from=2026-02-01'],
    ['missing parameter', CAMPAIGN, 'campaign_id=41000&to=2026-02-01'],
    ['over-long range', CAMPAIGN, 'campaign_id=41000&from=2026-01-01&to=2026-02-01'],
    ['unknown parameter', CAMPAIGN, 'campaign_id=41000&page=1'],
    ['missing parameter', DAILY, 'campaign_id=41000'],
    ['missing parameter', DAILY, 'from=2026-02-01&to=2026-02-02'],
    ['reversed range', DAILY, 'campaign_id=41000&from=2026-02-02&to=2026-02-01'],
    ['over-long range', DAILY, 'campaign_id=41000&from=2026-01-30&to=2026-03-01'],
  ])('answers 400 and notes a %s: %s?%s', async (rule, path, query) => {
    await using simulator = await startSmall();
    const { status, response, headers } = await get(simulator, path, query);
    expect([status, response.status, response.data]).toEqual([400, 'error', {}]);
    expect(headers.has('x-ratelimit-remaining')).toBe(true);
    expect(rulesOf(simulator)).toEqual([rule]);
  });

  it('answers 400 without violation for an unknown campaign', async () => {
    await using simulator = await startSmall();
    for (const [path, query] of [
      [CAMPAIGN, { campaign_id: '99999' }],
      [CAMPAIGN, { campaign_id: 'é'.repeat(64), ...RANGE }],
      [DAILY, { campaign_id: '041000', ...RANGE }],
    ] as const) {
      const { status, response } = await get(simulator, path, query);
      expect([status, response.status]).toEqual([400, 'error']);
    }
    expect((await get(simulator, DAILY, { ...ID, ...RANGE })).status).toBe(200);
    expect(simulator.violations).toEqual([]);
  });

  it('wants no body on a read', async () => {
    await using simulator = await startSmall();
    const url = `${simulator.origin}${CAMPAIGN}?campaign_id=41000`;
    const { statusCode, body } = await request(url, { method: 'GET', headers: TOKEN_HEADERS, body: '{}' });
    await body.dump();
    expect(statusCode).toBe(400);
    expect(rulesOf(simulator)).toEqual(['unexpected body']);
  });

  it('is the same for a seed', async () => {
    const text = async (seed: number): Promise<string> => {
      await using simulator = await startSmall({ world: createWorld({ seed, size: 5, now: NOW }) });
      return (await get(simulator, CAMPAIGNS, RANGE)).text;
    };
    expect(await text(1)).toBe(await text(1));
    expect(await text(1)).not.toBe(await text(2));
  });
});
