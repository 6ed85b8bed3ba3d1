import {
  ClientClosedError,
  ClientOfflineError,
  DisconnectsClientError,
  SocketClosedUnexpectedlyError,
  SocketTimeoutError,
} from '@redis/client';
import { awaited } from '../../base/batches.ts';
import type { Clock } from '../../base/clock.ts';
import { StoreAway } from '../store-away.ts';
import type { RedisClient } from './connection.ts';

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

type Work = (...given: never[]) => Promise<unknown>;

/** The same port; whatever is asked of it fails with StoreAway when there is no connection, or no answer in time. */
type OrAway = <T extends Readonly<Record<keyof T, Work>>>(port: T) => T;

/**
 * For all ports of one connection: who has just waited in vain asks whether the server is there, and until that is answered nobody else
 * waits. Where only one long piece of work was late, the answer comes at once.
 */
export function createOrAway(clock: Clock, client: Pick<RedisClient, 'ping'>): OrAway {
  let silence: Promise<void> | undefined;
  const listen = async (): Promise<void> => {
    await client.ping().catch(() => undefined);
    silence = undefined;
  };
  const inTime = (work: () => Promise<unknown>): Promise<unknown> => {
    if (silence !== undefined) return Promise.reject(new StoreAway());
    const answer = work();
    return new Promise((resolve, reject) => {
      let over = false;
      const end = (): void => {
        over = true;
        cancel();
      };
      const giveUp = (): void => {
        if (over) return;
        reject(new StoreAway());
        silence ??= listen();
      };
      // An answer that is there already counts, however long this process itself was held up.
      const cancel = clock.after(MOST_MS, () => setImmediate(giveUp));
      answer.then(resolve, (error: unknown) => reject(isAway(error) ? new StoreAway() : error)).finally(end);
    });
  };
  return (port) => {
    const entries = Object.entries<Work>(port).map(
      ([name, work]) => [name, (...given: never[]) => awaited(inTime(() => work(...given)))] as const,
    );
    return Object.fromEntries(entries) as unknown as typeof port;
  };
}
