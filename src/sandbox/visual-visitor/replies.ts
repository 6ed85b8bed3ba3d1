import type { SimulatedReply } from '../kit/wire.ts';

export type ErrorDetail = { readonly field: string; readonly message: string };

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
