import { DAY_MS } from '../world.ts';
import {
  type Check,
  faultsOf,
  isCodes,
  isCount,
  isFlag,
  isText,
  isTexts,
  parseSearch,
  type QueryFault,
} from './checks.ts';
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

const isTime: Check = (value) =>
  parseTime(value) === undefined ? 'must be an ISO date or date-time in UTC' : undefined;
const isSort: Check = (value) => (parseSort(value) === undefined ? `must be one of ${SORTS.join(', ')}` : undefined);

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

function validate(input: Readonly<Record<string, unknown>>, product: Product): QueryFault['details'] {
  const checks = product === 'person' ? { ...FILTERS, ...PERSON_FILTERS, ...FRAME } : { ...FILTERS, ...FRAME };
  const details = faultsOf(input, checks, 'LeadQuery');
  for (const field of ['dateFrom', 'dateTo'])
    if (!Object.hasOwn(input, field)) details.push({ field, message: 'is required' });
  const [from, to] = [parseTime(input.dateFrom), parseTime(input.dateTo)];
  if (from !== undefined && to !== undefined && from > to)
    details.push({ field: 'dateFrom', message: 'must not be after dateTo' });
  return details;
}

/** Reads the body of a search: bad JSON and paging out of bounds are 400, every other fault is 422. */
export function parseLeadQuery(body: string, product: Product): LeadQuery | QueryFault {
  const search = parseSearch(body);
  if ('status' in search) return search;
  const { page, pageSize, rest } = search;
  const { dateFrom, dateTo, sort, ...filters } = rest;
  const details = validate(rest, product);
  const [from, to, order] = [parseTime(dateFrom), parseTime(dateTo), parseSort(sort)];
  if (details.length > 0 || from === undefined || to === undefined || order === undefined)
    return { status: 422, details };
  return { from, to, page, pageSize, sort: order, filters: filters as LeadQuery['filters'] };
}
