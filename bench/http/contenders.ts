import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSUMER_KEY, VISIT_KEY } from '../kit/keys.ts';
import { type ServerProcess, startServer } from '../kit/processes.ts';

const DAY_SECONDS = 86_400;
/** More than the load has connections: the bench's simulator has no limit, and nobody shall wait. */
const IN_FLIGHT = 64;

/** Data that are held stay fresh for as long as the bench runs. */
const CONFIG = {
  windows: { VISIT: { 'in-flight': { limit: IN_FLIGHT } } },
  freshness: Object.fromEntries(
    ['visit.expos', 'visit.visitors', 'visit.participants'].map((name) => [name, { fresh: DAY_SECONDS }]),
  ),
};

/** The simulator and the servers, each in a process of its own. */
export type Contenders = AsyncDisposable & {
  readonly upstream: ServerProcess;
  start(file: string, env?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  startWeir(store: 'memory' | 'SQLite', shortWay: 'on' | 'off'): Promise<ServerProcess>;
};

export async function startContenders(): Promise<Contenders> {
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  const configPath = join(folder, 'config.json');
  writeFileSync(configPath, JSON.stringify(CONFIG));
  const upstream = await startServer('http/servers/upstream.ts');
  const servers: ServerProcess[] = [];
  const start: Contenders['start'] = async (file, env = {}) => {
    const server = await startServer(file, { VISIT_URL: upstream.url, ...env });
    servers.push(server);
    return server;
  };
  return {
    upstream,
    start,
    startWeir: (store, shortWay) =>
      start('kit/weir-server.ts', {
        PORT: '0',
        VISIT_KEYS: VISIT_KEY,
        WEIR_CONSUMER_KEYS: `bench:${CONSUMER_KEY}`,
        WEIR_CONFIG: configPath,
        WEIR_STORE: store === 'memory' ? 'memory' : `sqlite:${join(folder, `weir-${servers.length}.db`)}`,
        WEIR_SHORT_WAY: shortWay,
        DROP_COPIES: 'on',
      }),
    [Symbol.asyncDispose]: async () => {
      for (const server of [...servers, upstream]) await server[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
