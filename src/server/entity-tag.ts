import { createHash } from 'node:crypto';

const DIGEST_CHARACTERS = 22;

/** A weak entity tag (RFC 9110) of an answer's `data` and `errors`: what it cost and how old it is may differ under the same tag. */
export function entityTag(dataAndErrors: string): string {
  return `W/"${createHash('sha256').update(dataAndErrors).digest('base64url').slice(0, DIGEST_CHARACTERS)}"`;
}

/** Whether an `If-None-Match` names a tag, by the weak comparison. */
export function matchesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (one: string): string => one.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => opaque(one) === opaque(tag));
}
