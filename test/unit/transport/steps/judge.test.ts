import { describe, expect, test } from 'vitest';
import { NOT_JSON, type Reply } from '../../../../src/transport/call.ts';
import { CallFailure } from '../../../../src/transport/call-failure.ts';
import { judgeReply, retryAfterMs, type Verdict, verdictOfStatus } from '../../../../src/transport/steps/judge.ts';
import { CALL } from '../../../support/calls.ts';

const NOW = Date.UTC(2026, 0, 1);

function reply(status: number, rest: Partial<Reply> = {}): Reply {
  return { status, headers: {}, body: {}, bytes: 2, ...rest };
}

test.each([
  [200, 'OK'],
  [204, 'OK'],
  [301, 'BAD_RESPONSE'],
  [304, 'BAD_RESPONSE'],
  [400, 'REJECTED'],
  [401, 'UNAUTHORIZED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [422, 'REJECTED'],
  [429, 'THROTTLED'],
  [500, 'SERVER_ERROR'],
  [503, 'SERVER_ERROR'],
])('the bare status %i says %s', (status, verdict) => {
  expect(verdictOfStatus(reply(status))).toBe(verdict);
});

test.each([[NOT_JSON], [undefined]])('a good status without JSON is no answer', (body) => {
  expect(verdictOfStatus(reply(200, { body }))).toBe('BAD_RESPONSE');
});

describe('Retry-After', () => {
  const DAY = 86_400_000;
  test.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['0', 1_000],
    ['86401', DAY],
    ['9'.repeat(400), DAY],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Thu Jan  1 00:00:30 2026', 30_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 1_000],
    ['Fri, 01 Jan 2999 00:00:00 GMT', DAY],
    ['Thu, 99 Jan 2026 00:00:30 GMT', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['0x10', undefined],
    ['2026-01-01T00:00:30Z', undefined],
    ['soon 12', undefined],
    ['', undefined],
    [undefined, undefined],
    [['3', 'soon', 'Thu, 01 Jan 2026 00:00:05 GMT'], 5_000],
    [['soon', ''], undefined],
  ])('of a 429, %j, is %j ms', (header, ms) => {
    expect(retryAfterMs(reply(429, { headers: { 'retry-after': header } }), 'THROTTLED', NOW)).toBe(ms);
  });

  test.each<[Verdict, number | undefined]>([
    ['THROTTLED', DAY],
    ['SERVER_ERROR', DAY / 24],
    ['REJECTED', undefined],
    ['UNAUTHORIZED', undefined],
    ['FORBIDDEN', undefined],
    ['BAD_RESPONSE', undefined],
  ])('of a day or more counts after %s for %j ms', (verdict, ms) => {
    expect(retryAfterMs(reply(503, { headers: { 'retry-after': '99999999' } }), verdict, NOW)).toBe(ms);
  });
});

test('a good verdict gives the body on', () => {
  expect(judgeReply(() => 'OK', reply(500, { body: [1] }), CALL, NOW)).toEqual({ outcome: 'OK', body: [1], bytes: 2 });
  expect(judgeReply(() => 'NOT_FOUND', reply(404), CALL, NOW)).toMatchObject({ outcome: 'NOT_FOUND' });
});

test.each([
  ['REJECTED', 'REJECTED', 'UPSTREAM_REJECTED'],
  ['UNAUTHORIZED', 'UNAUTHORIZED', 'UPSTREAM_UNAUTHORIZED'],
  ['FORBIDDEN', 'UNAUTHORIZED', 'UPSTREAM_FORBIDDEN'],
  ['THROTTLED', 'THROTTLED', 'UPSTREAM_RATE_LIMITED'],
  ['SERVER_ERROR', 'SERVER_ERROR', 'UPSTREAM_UNAVAILABLE'],
  ['BAD_RESPONSE', 'BAD_RESPONSE', 'UPSTREAM_BAD_RESPONSE'],
] as const)('the verdict %s becomes the failure %s with the code %s', (verdict, outcome, code) => {
  const judge = () =>
    judgeReply(
      () => verdict,
      reply(200, { headers: { 'retry-after': '7' }, body: 'secret words', bytes: 12 }),
      CALL,
      NOW,
    );
  expect(judge).toThrow(CallFailure);
  expect(judge).toThrow(expect.objectContaining({ outcome, code, left: true, bytes: 12 }));
  expect(judge).not.toThrow('secret');
});

test('a failure leaves transport with its code and whole seconds, rounded up', () => {
  const failure = new CallFailure({ outcome: 'THROTTLED', code: 'UPSTREAM_RATE_LIMITED', retryAfterMs: 1_001 });
  expect(failure.toPublic('VISIT')).toMatchObject({
    upstream: 'VISIT',
    code: 'UPSTREAM_RATE_LIMITED',
    details: { retryAfterSeconds: 2 },
  });
});
