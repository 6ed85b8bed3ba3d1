import { expect, test } from 'vitest';
import { rateLimitHeaders } from '../../../src/server/rate-limit.ts';

const NOW = Date.UTC(2026, 0, 15);

test('a consumer without a budget gets no headers', () => {
  expect(rateLimitHeaders([], NOW)).toEqual({});
});

test('each budget is told with its quota and unit, what is left, and when the next place comes free', () => {
  const hour = { name: 'budget-3600', limit: 100, windowSeconds: 3_600, remaining: 97, resetsAt: NOW + 1_001 };
  const day = { name: 'budget-86400-VISIT', limit: 5, windowSeconds: 86_400, remaining: 5, resetsAt: null };
  expect(rateLimitHeaders([hour, day], NOW)).toEqual({
    'ratelimit-policy':
      '"budget-3600";q=100;qu="upstream-calls";w=3600, "budget-86400-VISIT";q=5;qu="upstream-calls";w=86400',
    ratelimit: '"budget-3600";r=97;t=2, "budget-86400-VISIT";r=5',
  });
});
