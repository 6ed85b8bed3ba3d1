import { type App, startApp } from './app.ts';
import { systemClock } from './base/clock.ts';
import { createLog } from './base/log.ts';
import { ConfigError, type Environment } from './config/variables.ts';
import { type Config, readConfig } from './config.ts';

const WRONG_SETTING = 2;

/** Standard output carries two lines and nothing else; the log is on standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stopOnSignal(app: App): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void app.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Starts the gateway. Exit code 2 and one line on standard error for a wrong setting. */
export async function main(env: Environment): Promise<void> {
  let config: Config;
  try {
    config = readConfig(env);
    const log = createLog(config.logLevel);
    const app = await startApp({ config, clock: systemClock, chance: Math.random, log, announce: say });
    stopOnSignal(app);
    say(`ready ${app.url}`);
  } catch (error) {
    const line = error instanceof ConfigError ? error.message : startFailure(error);
    process.stderr.write(`weir: ${line}\n`);
    process.exit(error instanceof ConfigError ? WRONG_SETTING : 1);
  }
}

/** What stopped the start, where it is no setting: most often a port in use. */
function startFailure(error: unknown): string {
  const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'PORT is in use; allowed: a free port, or 0 for any';
  return `the start failed: ${error instanceof Error ? error.message : 'unknown error'}`;
}
