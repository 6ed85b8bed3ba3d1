import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The gateway as an operator starts it: a process of its own, reached over its pipes, its signals and HTTP. */
export type GatewayProcess = AsyncDisposable & {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The URL of the ready line; fails with what was on standard error if the process ends without one. */
  readonly ready: Promise<string>;
  /** Resolves when it has ended and its pipes are empty. */
  readonly exit: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
};

export type ProcessOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the pinned Node with `bin/weir.js`. */
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** Leads a process group of its own, to be signalled as a terminal does. */
  readonly group?: boolean;
};

const ROOT = join(import.meta.dirname, '../..');
/** The pinned Node, and what it runs. */
export const NODE = join(ROOT, 'node_modules/.bin/node');
export const PROGRAM = join(ROOT, 'bin/weir.js');
const COMMAND = [NODE, PROGRAM] as const;

function readyOf(child: ChildProcess, stdout: () => string, stderr: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /^ready (\S+)$/m.exec(stdout())?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`ended before it was ready: ${stderr()}`)));
  });
}

/** Starts it with nothing of the tests' own environment but the paths. Disposing ends it by its id. */
export function startProcess({
  env = {},
  command = COMMAND,
  cwd = ROOT,
  group = false,
}: ProcessOptions = {}): GatewayProcess {
  const { PATH = '', HOME = '' } = process.env;
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { PATH, HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: group,
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const exit = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Exit);
  const ready = readyOf(
    child,
    () => texts.stdout,
    () => texts.stderr,
  );
  ready.catch(() => undefined);
  const pid = child.pid ?? 0;
  const target = group ? -pid : pid;
  return {
    pid,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    ready,
    exit,
    kill: (signal) => {
      process.kill(target, signal);
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) process.kill(target, 'SIGKILL');
      await exit;
    },
  };
}

/** A folder of its own, removed afterwards. */
export type Folder = Disposable & { readonly path: string; write(name: string, content: unknown): string };

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'weir-test-'));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
