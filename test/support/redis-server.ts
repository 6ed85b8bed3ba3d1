import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisAddress, type RedisConnection } from '../../src/store/redis/connection.ts';

export type RedisServerOptions = {
  /** Default: `always`, so that a kill loses nothing. */
  readonly fsync?: 'always' | 'everysec' | 'none';
  readonly password?: string;
};

/** The machine's own `redis-server`, on a free loopback port, with its files in a folder that goes with it. */
export type RedisServer = AsyncDisposable & {
  readonly address: RedisAddress;
  /** As WEIR_STORE takes it. */
  readonly url: string;
  /** Without any warning, as `kill -9` does. */
  kill(): Promise<void>;
  /** On the same port, with what its files still hold. */
  start(): Promise<void>;
  /** Its files are gone, too: a server that was replaced. */
  loseFiles(): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** A connection of the test's own. */
  connect(): Promise<RedisConnection>;
};

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What needs a Redis is skipped on a machine without one, except in CI. */
export const HAS_REDIS = isInstalled();
if (!HAS_REDIS) {
  const told = 'redis-server is not installed: what is proven of Redis is skipped';
  if (process.env.CI === 'true') throw new Error(told);
  process.stderr.write(`${told}\n`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function serverArguments(port: number, folder: string, { fsync = 'always', password }: RedisServerOptions) {
  const log = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const file = fsync === 'none' ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', fsync];
  return [...log, ...file, ...(password === undefined ? [] : ['--requirepass', password])];
}

export async function startRedisServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'weir-redis-'));
  const port = await freePort();
  const { password } = options;
  const address: RedisAddress = { host: '127.0.0.1', port, tls: false, database: 0, ...(password && { password }) };
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn('redis-server', serverArguments(port, folder, options), { stdio: 'ignore' });
    // Its own way of waiting: the connection is tried until the server listens.
    await (await connectRedis(address)).close();
  };
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    address,
    url: `redis://${password === undefined ? '' : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`,
    kill,
    start,
    loseFiles: () => rm(join(folder, 'appendonlydir'), { recursive: true, force: true }),
    signal: (name) => void child?.kill(name),
    connect: () => connectRedis(address),
    [Symbol.asyncDispose]: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How a server is away, and how it comes back. */
export const AWAY = [
  ['has been killed', (server: RedisServer) => server.kill(), (server: RedisServer) => server.start()],
  [
    'is stopped',
    async (server: RedisServer) => server.signal('SIGSTOP'),
    async (server: RedisServer) => server.signal('SIGCONT'),
  ],
] as const;
