import type { Violation } from '../kit/simulator.ts';
import type { SimulatedReply } from '../kit/wire.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
};

/** The vendor's error body; `errors` comes with 422 only, which no read ever gets. */
export function errorReply(status: number, errorCode: string): SimulatedReply {
  return { status, body: { errorCode, status, title: TITLES[status] ?? 'Error', type: 'about:blank' } };
}

/** Writes a breach of the contract down. The detail never holds a secret. */
export type Violate = (rule: Violation['rule'], detail: string) => void;
