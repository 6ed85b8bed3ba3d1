import {
  ClientClosedError,
  ClientOfflineError,
  DisconnectsClientError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
} from '@redis/client';
import type { Clock } from '../../base/clock.ts';
import { StoreAway } from '../store-away.ts';

/** How long an answer is waited for. Permits have a shorter time of their own. */
const MOST_MS = 1_000;

const OF_THE_CONNECTION = [
  ClientClosedError,
  ClientOfflineError,
  DisconnectsClientError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
];

/** A reply of the server, or what the caller's own part threw, is something else. */
function isAway(error: unknown): boolean {
  return OF_THE_CONNECTION.some((kind) => error instanceof kind) || (error instanceof Error && 'syscall' in error);
}

function inTime(clock: Clock, answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(MOST_MS, () => reject(new StoreAway()));
    answer.then(resolve, (error: unknown) => reject(isAway(error) ? new StoreAway() : error)).finally(cancel);
  });
}

type Work = (...given: never[]) => Promise<unknown>;

/** The same port; whatever is asked of it fails with StoreAway when there is no connection, or no answer in time. */
export function orAway<T extends Readonly<Record<keyof T, Work>>>(clock: Clock, port: T): T {
  const entries = Object.entries<Work>(port).map(
    ([name, work]) => [name, (...given: never[]) => inTime(clock, work(...given))] as const,
  );
  return Object.fromEntries(entries) as unknown as T;
}
