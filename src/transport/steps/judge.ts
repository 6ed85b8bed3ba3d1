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

/**
 * Up to where `Retry-After` is believed; then the upstream is asked again. Throttled: the longest window of any contract. Down: it may be
 * back before it said so. Of other failures it says nothing.
 */
const LONGEST_PAUSE_MS: Readonly<Partial<Record<Verdict, number>>> = { THROTTLED: 86_400_000, SERVER_ERROR: 3_600_000 };
/** Zero, or a time that has passed, would be no pause at all. */
const SHORTEST_PAUSE_MS = 1_000;

/** The three forms of RFC 9110, the last one without a zone. `Date.parse` alone takes nearly any text for a date. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT|[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/;

function pauseOf(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return undefined;
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date - now;
}

/** `Retry-After` in either form (seconds, HTTP date), as milliseconds from now, within bounds; of several the longest. */
export function retryAfterMs(reply: Reply, verdict: Verdict, now: number): number | undefined {
  const longest = LONGEST_PAUSE_MS[verdict];
  if (longest === undefined) return undefined;
  const pauses = [reply.headers['retry-after'] ?? []]
    .flat()
    .map((text) => pauseOf(text.trim(), now))
    .filter((pause) => pause !== undefined);
  if (pauses.length === 0) return undefined;
  return Math.min(longest, Math.max(SHORTEST_PAUSE_MS, ...pauses));
}

/** What the vendor says is left of the window that the call spent; undefined where it says nothing, or no whole number. */
function leftOf({ headers }: Reply, { row: { leftIn } }: OutboundCall): number | undefined {
  const text = leftIn === undefined ? undefined : headers[leftIn];
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Innermost: turns a reply into an answer or a kind of failure, so that no step above looks at a status. */
export function judgeReply(judge: Judge, reply: Reply, call: OutboundCall, now: number): Answer {
  const verdict = judge(reply, call);
  if (verdict === 'OK' || verdict === 'NOT_FOUND')
    return { outcome: verdict, body: reply.body, bytes: reply.bytes, left: leftOf(reply, call) };
  throw new CallFailure({ ...FAILURES[verdict], retryAfterMs: retryAfterMs(reply, verdict, now), bytes: reply.bytes });
}
