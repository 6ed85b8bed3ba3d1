import type { Asked } from './ways.ts';

/** A request as clients send it: JSON with an operation's text and what goes with it. */
export type UsualRequest = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
};

const MEMBERS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions']);

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Undefined for everything else: a GET, a hash in place of the text, members that nobody knows, values of other types. */
export function usualRequest({ method, body }: Asked): UsualRequest | undefined {
  if (method !== 'POST' || !isObject(body)) return undefined;
  const { query, operationName = null, variables, extensions } = body;
  const given = { variables: variables ?? {}, extensions: extensions ?? {} };
  if (typeof query !== 'string' || query === '' || !(operationName === null || typeof operationName === 'string'))
    return undefined;
  if (!isObject(given.variables) || !isObject(given.extensions)) return undefined;
  if ('persistedQuery' in given.extensions || Object.keys(body).some((member) => !MEMBERS.has(member)))
    return undefined;
  return { query, operationName: operationName ?? undefined, variables: given.variables, extensions: given.extensions };
}
