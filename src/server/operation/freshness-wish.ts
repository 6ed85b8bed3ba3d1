import type { FreshnessWish } from '../../loading/reader.ts';
import type { Consumer } from '../../model/consumer.ts';
import { refusal } from '../refusal.ts';

function wrong(member: string, allowed: string): Error {
  return refusal('BAD_USER_INPUT', `extensions.cache${member === '' ? '' : '.'}${member}: ${allowed}`);
}

function seconds(member: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw wrong(member, 'a whole number of seconds, 0 or more');
  return value;
}

function wishOf(
  maxAge: number | undefined,
  staleIfError: number | undefined,
  mode: FreshnessWish['mode'],
): FreshnessWish {
  return {
    ...(maxAge !== undefined && { maxAge }),
    ...(staleIfError !== undefined && { staleIfError }),
    ...(mode !== undefined && { mode }),
  };
}

function fromExtension(cache: Readonly<Record<string, unknown>>): FreshnessWish {
  const { maxAge, staleIfError, mode, ...rest } = cache;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw wrong(unknown, 'unknown; there are maxAge, staleIfError and mode');
  if (mode !== undefined && mode !== null && mode !== 'verify' && mode !== 'only-held')
    throw wrong('mode', 'verify or only-held');
  return wishOf(seconds('maxAge', maxAge), seconds('staleIfError', staleIfError), mode ?? undefined);
}

/** The directives of RFC 9111 that a request may carry. Unknown ones mean nothing, as the RFC says. */
function fromHeader(header: string, consumer: Consumer): FreshnessWish {
  const directives = new Map(
    header.split(',').map((part) => {
      const [name = '', value] = part.trim().toLowerCase().split('=');
      return [name, value] as const;
    }),
  );
  const delta = (name: string): number | undefined => {
    const value = directives.get(name);
    return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
  };
  // Browser tools send no-cache unasked: it costs calls, so it needs a scope.
  const verify = directives.has('no-cache') && consumer.scopes.has('verify');
  return wishOf(
    delta('max-age'),
    delta('stale-if-error'),
    directives.has('only-if-cached') ? 'only-held' : verify ? 'verify' : undefined,
  );
}

/** How fresh the operation wants to be: the request extension `cache`, and where that is silent the `Cache-Control` header. */
export function readFreshnessWish(extension: unknown, header: string | undefined, consumer: Consumer): FreshnessWish {
  const asked = header === undefined ? {} : fromHeader(header, consumer);
  if (extension === undefined || extension === null) return asked;
  if (typeof extension !== 'object' || Array.isArray(extension))
    throw wrong('', 'an object with maxAge, staleIfError, mode');
  const wish = fromExtension(extension as Readonly<Record<string, unknown>>);
  if (wish.mode === 'verify' && !consumer.scopes.has('verify')) {
    throw refusal('FORBIDDEN', 'The key needs the scope verify');
  }
  return { ...asked, ...wish };
}
