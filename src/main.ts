import cluster from 'node:cluster';
import { type App, type AppOptions, startApp } from './app.ts';
import { systemClock } from './base/clock.ts';
import { createLog } from './base/log.ts';
import { ConfigError, type Environment } from './config/variables.ts';
import { type Config, readConfig } from './config.ts';
import { gatherMetrics } from './server/metrics.ts';
import { runWorkers } from './workers/primary.ts';
import { openWorkerLine } from './workers/worker.ts';

const WRONG_SETTING = 2;

/** Standard output carries two lines and nothing else; the log is on standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A signal that comes before the gateway is ready stops it as soon as it is. */
function stopOnSignal(starting: Promise<App>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const end = (): never => process.exit(0);
    void starting.then((app) => app.stop()).then(end, end);
  };
  // Kept: Ctrl-C comes twice through npm, from the terminal and from npm itself, and the second must not kill.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

type Serving = Pick<AppOptions, 'config' | 'log' | 'announce' | 'metricsOfAll'> & {
  readonly ready: (url: string) => void;
};

async function serve({ ready, ...options }: Serving): Promise<void> {
  const starting = startApp({ ...options, clock: systemClock, chance: Math.random });
  stopOnSignal(starting);
  ready((await starting).url);
}

/** Starts the gateway, or as many as are set. Exit code 2 and one line on standard error for a wrong setting. */
export async function main(env: Environment): Promise<void> {
  let config: Config;
  try {
    config = readConfig(env);
    const log = createLog(config.logLevel);
    if (config.workers === 1) await serve({ config, log, announce: say, ready: (url) => say(`ready ${url}`) });
    else if (cluster.isWorker) await serve({ config, log, ...openWorkerLine() });
    else
      process.exit(await runWorkers({ workers: config.workers, clock: systemClock, log, say, gather: gatherMetrics }));
  } catch (error) {
    const setting = settingBehind(error);
    const failure = error instanceof Error ? error.message : 'unknown error';
    process.stderr.write(`weir: ${setting?.message ?? `the start failed: ${failure}`}\n`);
    process.exit(setting === undefined ? 1 : WRONG_SETTING);
  }
}

/** Failures of listening that a setting is the cause of. */
const LISTENING: Readonly<Record<string, ConfigError>> = {
  EADDRINUSE: new ConfigError('PORT', 'is in use', 'a free port, or 0 for any'),
  EACCES: new ConfigError('PORT', 'may not be used by this user', 'a free port above 1023, or 0 for any'),
  EADDRNOTAVAIL: new ConfigError('HOST', 'is no address of this machine', 'an address or name of this machine'),
  ENOTFOUND: new ConfigError('HOST', 'is unknown', 'an address or name of this machine'),
  EAI_AGAIN: new ConfigError('HOST', 'is unknown', 'an address or name of this machine'),
};

function settingBehind(error: unknown): ConfigError | undefined {
  if (error instanceof ConfigError) return error;
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  return ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall)) ? LISTENING[String(error.code)] : undefined;
}
