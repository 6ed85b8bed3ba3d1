import { type CodeList, isKnownCode } from './codes.ts';

export type ErrorDetail = { readonly field: string; readonly message: string };

/** What is wrong with a value; undefined if nothing is. */
export type Check = (value: unknown) => string | undefined;

export const isText: Check = (value) => (typeof value === 'string' ? undefined : 'must be a text');
export const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
export const isCount: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'must be an integer, 0 or more';
export const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be a list of texts';
export const isIds: Check = (value) =>
  Array.isArray(value) && value.every((item) => Number.isSafeInteger(item)) ? undefined : 'must be a list of integers';

export function isCodes(list: CodeList): Check {
  return (value) => {
    const fault = isTexts(value);
    if (fault !== undefined) return fault;
    const unknown = (value as readonly string[]).filter((code) => !isKnownCode(list, code));
    return unknown.length === 0 ? undefined : `not in the reference list ${list}: ${unknown.join(', ')}`;
  };
}

/** Every member that a query must not have, or not like this. `kind` is the name of the query. */
export function faultsOf(
  input: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  kind: string,
): ErrorDetail[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const message = Object.hasOwn(checks, field) ? checks[field]?.(value) : `is not a member of ${kind}`;
    return message === undefined ? [] : [{ field, message }];
  });
}

export type QueryFault = { readonly status: 400 | 422; readonly details: readonly ErrorDetail[] };

export const LARGEST_PAGE = 50;
export const LARGEST_PAGE_SIZE = 200;
export const DEFAULT_PAGE_SIZE = 50;

export function outOfBounds(field: string, value: unknown, largest: number): readonly ErrorDetail[] {
  const isInside = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largest;
  return isInside ? [] : [{ field, message: `must be an integer from 1 to ${largest}` }];
}

function parseBody(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** The body of a search with its paging taken out: bad JSON and paging out of bounds are 400. */
export function parseSearch(
  body: string,
): QueryFault | { readonly page: number; readonly pageSize: number; readonly rest: Readonly<Record<string, unknown>> } {
  const input = parseBody(body);
  if (input === undefined) return { status: 400, details: [{ field: 'body', message: 'must be a JSON object' }] };
  const { page = 1, pageSize = DEFAULT_PAGE_SIZE, ...rest } = input;
  const bounds = [...outOfBounds('page', page, LARGEST_PAGE), ...outOfBounds('pageSize', pageSize, LARGEST_PAGE_SIZE)];
  if (bounds.length > 0) return { status: 400, details: bounds };
  return { page: Number(page), pageSize: Number(pageSize), rest };
}
