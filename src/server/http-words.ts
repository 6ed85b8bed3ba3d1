import { ROOM_REFUSALS } from './operation/whole-refusal.ts';
import { Problem } from './problem.ts';

const ANSWER_TYPES = new Set(['*/*', 'application/*', 'application/json', 'application/graphql-response+json']);

/** Before anything is executed: an answer that nobody can read must cost no call. */
export function checkAccept(accept: string | undefined): void {
  if (accept === undefined) return;
  const ranges = (accept.trim() || '*/*')
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  const accepted = ranges.some(
    ([type = '', ...parameters]) =>
      ANSWER_TYPES.has(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)),
  );
  if (!accepted) throw new Problem(406, 'BAD_REQUEST', `Answers are ${[...ANSWER_TYPES].slice(2).join(' or ')}`);
}

/** Answers may be kept by the caller alone, and asked for again before use; refusals are not kept. */
export function cacheHeaders(hasData: boolean): Readonly<Record<string, string>> {
  return { 'cache-control': hasData ? 'private, no-cache' : 'no-store' };
}

/** Of a well-formed request. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, ...ROOM_REFUSALS]);

/** `application/json` tells refusals of a well-formed request inside a 200, as GraphQL over HTTP says. */
export function statusOf(status: number, contentType: string, refused: boolean): number {
  return refused && REFUSALS.has(status) && contentType.startsWith('application/json') ? 200 : status;
}
