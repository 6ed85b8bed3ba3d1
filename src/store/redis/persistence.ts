import type { RedisClient } from './connection.ts';

/** What a Redis does to keep what it acknowledged; undefined where this user may not ask. */
export type Persistence = {
  readonly appendOnly: boolean;
  readonly fsync: string | undefined;
  /** What is dropped when memory is full. */
  readonly eviction: string | undefined;
  /** It was a copy of another server in this life: what that acknowledged last may never have come here. */
  readonly tookOver: boolean;
};

function lineOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim();
}

async function fsyncOf(client: RedisClient): Promise<string | undefined> {
  try {
    return (await client.configGet('appendfsync')).appendfsync;
  } catch {
    // Hosted servers often forbid the question.
    return undefined;
  }
}

/** Asks the server how it keeps what it acknowledges. */
export async function readPersistence(client: RedisClient): Promise<Persistence> {
  const [persistence, memory, replication, fsync] = await Promise.all([
    client.info('persistence'),
    client.info('memory'),
    client.info('replication'),
    fsyncOf(client),
  ]);
  return {
    appendOnly: lineOf(persistence, 'aof_enabled') === '1',
    fsync,
    eviction: lineOf(memory, 'maxmemory_policy'),
    tookOver: lineOf(replication, 'second_repl_offset') !== '-1' || lineOf(replication, 'role') !== 'master',
  };
}

/** Whether nothing that was acknowledged can be missing when the server comes back. */
export function keepsAll({ appendOnly, fsync, tookOver }: Persistence): boolean {
  return appendOnly && fsync === 'always' && !tookOver;
}

/** What an operator should know of it, in sentences. */
export function weaknesses({ appendOnly, fsync, eviction }: Persistence): readonly string[] {
  const all = [
    !appendOnly &&
      'Redis has no append-only file: a restart forgets the ledger. Set appendonly yes and appendfsync always.',
    appendOnly &&
      fsync !== undefined &&
      fsync !== 'always' &&
      `Redis writes its append-only file with appendfsync ${fsync}: a crash may take the last second, and permits then wait for every replica. Set appendfsync always.`,
    eviction?.startsWith('allkeys') &&
      `Redis drops keys when its memory is full (maxmemory-policy ${eviction}), the ledger's among them. Set noeviction.`,
  ];
  return all.filter((text) => typeof text === 'string');
}
