import { DAY_MS } from '../world.ts';
import { type CodeList, isKnownCode } from './codes.ts';
import type { ErrorDetail } from './replies.ts';
import type { Product } from './types.ts';

const SORTS = ['lastVisitAt', 'pageViews', 'companyName'] as const;

export type LeadSort = { readonly member: (typeof SORTS)[number]; readonly descending: boolean };

/** A valid LeadQuery. `from` is included, `to` is not, in epoch milliseconds. */
export type LeadQuery = {
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: LeadSort;
  /** The other members as sent, each of the type that it must have. */
  readonly filters: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

export type QueryFault = { readonly status: 400 | 422; readonly details: readonly ErrorDetail[] };

const LARGEST_PAGE = 50;
const LARGEST_PAGE_SIZE = 200;
const DEFAULT_PAGE_SIZE = 50;

type Check = (value: unknown) => string | undefined;

const isText: Check = (value) => (typeof value === 'string' ? undefined : 'must be a text');
const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const isCount: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'must be an integer, 0 or more';
const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be a list of texts';
const isTime: Check = (value) =>
  parseTime(value) === undefined ? 'must be an ISO date or date-time in UTC' : undefined;
const isSort: Check = (value) => (parseSort(value) === undefined ? `must be one of ${SORTS.join(', ')}` : undefined);

function isCodes(list: CodeList): Check {
  return (value) => {
    const fault = isTexts(value);
    if (fault !== undefined) return fault;
    const unknown = (value as readonly string[]).filter((code) => !isKnownCode(list, code));
    return unknown.length === 0 ? undefined : `not in the reference list ${list}: ${unknown.join(', ')}`;
  };
}

const FILTERS: Readonly<Record<string, Check>> = {
  companyName: isText,
  domain: isText,
  industries: isCodes('industries'),
  employeeRanges: isCodes('employee-ranges'),
  revenueRanges: isCodes('revenue-ranges'),
  countries: isCodes('countries'),
  states: isCodes('states'),
  cities: isTexts,
  zipCodes: isTexts,
  pageUrlContains: isText,
  referrerContains: isText,
  minPageViews: isCount,
  icpMatch: isFlag,
  includeKnownCustomers: isFlag,
};
const PERSON_FILTERS: Readonly<Record<string, Check>> = { email: isText, firstName: isText, lastName: isText };
const FRAME: Readonly<Record<string, Check>> = { dateFrom: isTime, dateTo: isTime, sort: isSort };
const PAGING = ['page', 'pageSize'];

/** An ISO date or date-time; without a zone it is UTC, with another zone than UTC it is refused. */
function parseTime(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(?:Z|\+00:00)?)?$/.exec(value);
  const [, day, minute = '00:00', second = ':00'] = match ?? [];
  if (day === undefined) return undefined;
  const dayStart = Date.parse(`${day}T00:00:00Z`);
  // Date.parse turns 30 February into 2 March.
  if (Number.isNaN(dayStart) || new Date(dayStart).toISOString().slice(0, 10) !== day) return undefined;
  const time = Date.parse(`${day}T${minute}${second}Z`);
  return Number.isNaN(time) || time >= dayStart + DAY_MS ? undefined : time;
}

function parseSort(value: unknown): LeadSort | undefined {
  if (value === undefined) return { member: 'lastVisitAt', descending: true };
  if (typeof value !== 'string') return undefined;
  const descending = value.startsWith('-');
  const member = SORTS.find((name) => name === (descending ? value.slice(1) : value));
  return member === undefined ? undefined : { member, descending };
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

function outOfBounds(field: string, value: unknown, largest: number): readonly ErrorDetail[] {
  const isInside = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largest;
  return isInside ? [] : [{ field, message: `must be an integer from 1 to ${largest}` }];
}

function validate(input: Readonly<Record<string, unknown>>, product: Product): readonly ErrorDetail[] {
  const checks = product === 'person' ? { ...FILTERS, ...PERSON_FILTERS, ...FRAME } : { ...FILTERS, ...FRAME };
  const details: ErrorDetail[] = [];
  for (const [field, value] of Object.entries(input)) {
    if (PAGING.includes(field)) continue;
    const message = Object.hasOwn(checks, field) ? checks[field]?.(value) : 'is not a member of LeadQuery';
    if (message !== undefined) details.push({ field, message });
  }
  for (const field of ['dateFrom', 'dateTo'])
    if (!Object.hasOwn(input, field)) details.push({ field, message: 'is required' });
  const [from, to] = [parseTime(input.dateFrom), parseTime(input.dateTo)];
  if (from !== undefined && to !== undefined && from > to)
    details.push({ field: 'dateFrom', message: 'must not be after dateTo' });
  return details;
}

/** Reads the body of a search: bad JSON and paging out of bounds are 400, every other fault is 422. */
export function parseLeadQuery(body: string, product: Product): LeadQuery | QueryFault {
  const input = parseBody(body);
  if (input === undefined) return { status: 400, details: [{ field: 'body', message: 'must be a JSON object' }] };
  const { page = 1, pageSize = DEFAULT_PAGE_SIZE, dateFrom, dateTo, sort, ...filters } = input;
  const bounds = [...outOfBounds('page', page, LARGEST_PAGE), ...outOfBounds('pageSize', pageSize, LARGEST_PAGE_SIZE)];
  if (bounds.length > 0) return { status: 400, details: bounds };
  const details = validate(input, product);
  const [from, to, order] = [parseTime(dateFrom), parseTime(dateTo), parseSort(sort)];
  if (details.length > 0 || from === undefined || to === undefined || order === undefined)
    return { status: 422, details };
  return {
    from,
    to,
    page: Number(page),
    pageSize: Number(pageSize),
    sort: order,
    filters: filters as LeadQuery['filters'],
  };
}
