import type { UpstreamCode } from '../../base/errors.ts';
import type { Answer, OutboundCall, Reply } from '../call.ts';
import { NOT_JSON } from '../call.ts';
import type { FailedOutcome } from '../call-failure.ts';
import { CallFailure } from '../call-failure.ts';

/** What a source says of a reply: some upstreams tell their failures inside a 200. */
export type Verdict =
  | 'OK'
  | 'NOT_FOUND'
  | 'REJECTED'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'THROTTLED'
  | 'SERVER_ERROR'
  | 'BAD_RESPONSE';

export type Judge = (reply: Reply, call: OutboundCall) => Verdict;

const FAILURES: Readonly<Record<Exclude<Verdict, 'OK' | 'NOT_FOUND'>, { outcome: FailedOutcome; code: UpstreamCode }>> =
  {
    REJECTED: { outcome: 'REJECTED', code: 'UPSTREAM_REJECTED' },
    UNAUTHORIZED: { outcome: 'UNAUTHORIZED', code: 'UPSTREAM_UNAUTHORIZED' },
    FORBIDDEN: { outcome: 'UNAUTHORIZED', code: 'UPSTREAM_FORBIDDEN' },
    THROTTLED: { outcome: 'THROTTLED', code: 'UPSTREAM_RATE_LIMITED' },
    SERVER_ERROR: { outcome: 'SERVER_ERROR', code: 'UPSTREAM_UNAVAILABLE' },
    BAD_RESPONSE: { outcome: 'BAD_RESPONSE', code: 'UPSTREAM_BAD_RESPONSE' },
  };

/** The verdict that a bare status allows; redirects are never followed, wherever they point. */
export function verdictOfStatus(reply: Reply): Verdict {
  const { status } = reply;
  if (status >= 200 && status < 300) return reply.body === NOT_JSON || reply.body === undefined ? 'BAD_RESPONSE' : 'OK';
  if (status === 401) return 'UNAUTHORIZED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 429) return 'THROTTLED';
  if (status >= 400 && status < 500) return 'REJECTED';
  return status >= 500 ? 'SERVER_ERROR' : 'BAD_RESPONSE';
}

/** `Retry-After` in either form (seconds, HTTP date), as milliseconds from now. */
export function retryAfterMs(reply: Reply, now: number): number | undefined {
  const text = reply.headers['retry-after'];
  if (typeof text !== 'string') return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Innermost: turns a reply into an answer or a kind of failure, so that no step above looks at a status. */
export function judgeReply(judge: Judge, reply: Reply, call: OutboundCall, now: number): Answer {
  const verdict = judge(reply, call);
  if (verdict === 'OK' || verdict === 'NOT_FOUND') return { outcome: verdict, body: reply.body, bytes: reply.bytes };
  throw new CallFailure({ ...FAILURES[verdict], retryAfterMs: retryAfterMs(reply, now), bytes: reply.bytes });
}
