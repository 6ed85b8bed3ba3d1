import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command, Look } from './child.ts';

/** A process of the bench's own, so that its CPU and memory are those of one server. */
export type ServerProcess = AsyncDisposable & {
  readonly url: string;
  look(): Promise<Look>;
  /** After a collection: what is in use. */
  lookClean(): Promise<Look>;
  /** Drops what the operations before have left behind. */
  empty(): Promise<Look>;
};

const BENCH = join(import.meta.dirname, '..');

/** Starts a file of the bench, with settings as environment variables. */
export async function startServer(file: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(join(BENCH, file), {
    // As `npm start` does; for all servers alike.
    execArgv: ['--expose-gc', '--max-semi-space-size=32'],
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const ended = exit.then(([code]) => Promise.reject(new Error(`${file} ended with code ${code}`)));
  ended.catch(() => undefined);
  const next = async <T>(): Promise<T> => {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message as T;
  };
  const ask = (command: Command): Promise<Look> => {
    const answer = next<Look>();
    child.send(command);
    return answer;
  };
  return {
    url: await next<string>(),
    look: () => ask('look'),
    lookClean: () => ask('collect'),
    empty: () => ask('empty'),
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      await exit;
    },
  };
}
