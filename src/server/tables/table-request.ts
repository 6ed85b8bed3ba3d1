import { Problem } from '../problem.ts';
import { isObject } from '../usual-request.ts';
import type { Asked } from '../ways.ts';
import type { NestedLists } from './columns.ts';

/** What the URL of a table says beside its query. */
export type TableOptions = {
  readonly nested: NestedLists;
  readonly bom: boolean;
  readonly safe: boolean;
  /** A table to go on with, and how many complete rows the reader has of it. */
  readonly resume: { readonly token: string; readonly rows: number } | undefined;
};

/** The names that a URL uses for these options: no variable of a saved query is set by one of them. */
export const OPTION_NAMES: ReadonlySet<string> = new Set(['nested', 'bom', 'safe', 'resume', 'rows']);

function wrong(name: string, allowed: string): Problem {
  return new Problem(400, 'BAD_USER_INPUT', `${name}: ${allowed}`);
}

function switchOf(given: URLSearchParams, name: string): boolean {
  const value = given.get(name) ?? '0';
  if (value !== '0' && value !== '1') throw wrong(name, '1 or 0');
  return value === '1';
}

/** Problem 400 with the option and what is allowed. */
export function readOptions(given: URLSearchParams): TableOptions {
  const nested = given.get('nested') ?? 'json';
  if (nested !== 'json' && nested !== 'rows') throw wrong('nested', 'json or rows');
  const [token, rows] = [given.get('resume'), given.get('rows')];
  if ((token === null) !== (rows === null))
    throw wrong('resume', 'together with rows, the complete rows that you have');
  if (rows !== null && !/^\d{1,12}$/.test(rows)) throw wrong('rows', 'a whole number, 0 or more');
  return {
    nested,
    bom: switchOf(given, 'bom'),
    safe: switchOf(given, 'safe'),
    resume: token === null ? undefined : { token, rows: Number(rows) },
  };
}

/** A query as a request brings it, by POST or by GET. */
export type TableQuestion = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
};

function objectOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new Problem(400, 'BAD_REQUEST', `${name}: a JSON object`);
  return value;
}

function jsonOf(text: string | null, name: string): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'BAD_REQUEST', `${name}: a JSON object`);
  }
}

/** Problem 400 for what is no GraphQL request. */
export function readQuestion({ method, search, body }: Asked): TableQuestion {
  const searchParams = new URLSearchParams(search);
  const given =
    method === 'POST'
      ? objectOf(body, 'The body')
      : {
          query: searchParams.get('query'),
          operationName: searchParams.get('operationName'),
          variables: jsonOf(searchParams.get('variables'), 'variables'),
          extensions: jsonOf(searchParams.get('extensions'), 'extensions'),
        };
  const { query, operationName = null } = given;
  if (typeof query !== 'string' || query === '') throw new Problem(400, 'BAD_REQUEST', 'query: the text of the table');
  if (operationName !== null && typeof operationName !== 'string')
    throw new Problem(400, 'BAD_REQUEST', 'operationName: a text');
  return {
    query,
    operationName: operationName ?? undefined,
    variables: objectOf(given.variables, 'variables'),
    extensions: objectOf(given.extensions, 'extensions'),
  };
}
