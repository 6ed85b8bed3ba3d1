import { ClientOfflineError, createClient, type RedisClientType } from '@redis/client';

export type RedisAddress = {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly database: number;
};

export type RedisClient = RedisClientType;

/** A Redis that cannot be used, in words that hold nothing of its address. */
export class RedisUnusable extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'RedisUnusable';
  }
}

/** Whether a command never left. Of any other that failed it is not known whether it was done. */
export function isUnsent(error: unknown): boolean {
  return error instanceof ClientOfflineError;
}

/** How long the first connection is tried for; a later one for ever. */
const START_MS = 2_000;
const MOST_BETWEEN_TRIES_MS = 250;
/** A server that says nothing for so long, though it is asked every second, is taken for gone. */
const PING_MS = 1_000;
const SILENT_MS = 4_000;
/** How long the last answers are waited for at the end. */
const CLOSE_MS = 1_000;

/** Replies of the server that no second try mends. */
const REFUSALS: readonly (readonly [reply: RegExp, why: string])[] = [
  [/^(WRONGPASS|NOAUTH|ERR invalid password|ERR Client sent AUTH)/, 'does not take the user name and password'],
  [/^NOPERM/, 'does not permit this user what is needed'],
  [/^ERR DB index/, 'has no such database'],
];

function refusalOf(error: Error): RedisUnusable | undefined {
  const why = REFUSALS.find(([reply]) => reply.test(error.message))?.[1];
  return why === undefined ? undefined : new RedisUnusable(why);
}

export type RedisConnection = {
  readonly client: RedisClient;
  /** What is under way is waited for, but not for long. */
  close(): Promise<void>;
};

/**
 * A connection that comes back by itself. While there is none, commands fail at once rather than wait in a queue: whoever is asked to decide
 * must not decide late. What was under way when it broke may have been done or not. Commands of one turn of the event loop travel together.
 */
export async function connectRedis(address: RedisAddress): Promise<RedisConnection> {
  const { host, port, tls, username, password, database } = address;
  const giveUpAt = performance.now() + START_MS;
  let isStarting = true;
  let refusal: RedisUnusable | undefined;
  const client: RedisClient = createClient({
    socket: {
      host,
      port,
      ...(tls && { tls }),
      connectTimeout: START_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (tries, cause) => {
        refusal = isStarting ? refusalOf(cause) : undefined;
        if (refusal !== undefined || (isStarting && performance.now() > giveUpAt)) return false;
        return Math.min(tries * 50, MOST_BETWEEN_TRIES_MS);
      },
    },
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    database,
    name: 'weir',
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    maintNotifications: 'disabled',
  });
  // Each command tells by itself that it failed.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    throw refusal ?? new RedisUnusable('does not answer');
  }
  isStarting = false;
  return {
    client,
    close: async () => {
      const giveUp = setTimeout(() => client.destroy(), CLOSE_MS);
      await client.close();
      clearTimeout(giveUp);
    },
  };
}
