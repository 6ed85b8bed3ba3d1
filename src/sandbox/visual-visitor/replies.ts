import type { SimulatedReply } from '../kit/wire.ts';
import { type ErrorDetail, LARGEST_PAGE, type QueryFault } from './checks.ts';

const CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'bad_request',
  422: 'validation_failed',
  429: 'rate_limited',
};

/** The vendor promises the status only; this is the body that goes with it. */
export function errorReply(status: number, message: string, details: readonly ErrorDetail[] = []): SimulatedReply {
  return { status, body: { error: { code: CODES[status] ?? 'internal_error', message, details } } };
}

type Violations = { violation(rule: string, detail: string): void };

/** Refuses a search that breaks the contract. */
export function refuseSearch({ status, details }: QueryFault, { violation }: Violations): SimulatedReply {
  const faults = details.map(({ field, message }) => `${field} ${message}`).join('; ');
  violation(status === 400 ? 'bad search request' : 'invalid search member', faults);
  return errorReply(status, 'invalid search', details);
}

type Paging = { readonly page: number; readonly pageSize: number; readonly totalResults: number };

/** The envelope of a page. Only searches end with their 50th page. */
export function pageReply(
  data: readonly unknown[],
  { page, pageSize, totalResults }: Paging,
  mostPages = LARGEST_PAGE,
): SimulatedReply {
  const totalPages = Math.min(mostPages, Math.ceil(totalResults / pageSize));
  return { status: 200, body: { data, pagination: { page, pageSize, totalPages, totalResults } } };
}
