import type { Clock } from '../base/clock.ts';
import { ConfigError, type Environment } from '../config/variables.ts';
import { type Config, readConfig } from '../config.ts';
import type { Draw } from '../consumers/key-format.ts';
import { openStore } from '../open-store.ts';
import { SANDBOX_KEYS } from '../sandbox/keys.ts';
import type { Store } from '../store/store.ts';

/** Who uses the command line, and what the machine gives. */
export type Operator = {
  readonly env: Environment;
  readonly clock: Clock;
  readonly draw: Draw;
  /** Standard output: what was asked for. */
  say(text: string): void;
  /** Standard error: everything else. */
  complain(text: string): void;
  /** Standard error, where it is a terminal. */
  readonly terminal?: NodeJS.WritableStream;
};

/** Why a command failed although it was used rightly, in words for the operator. */
export class CommandFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandFailed';
  }
}

/** An option that every command has. */
export type Form = { readonly json?: boolean };

function durable(env: Environment): Config {
  const config = readConfig(env);
  if (config.store?.kind === 'memory')
    throw new ConfigError(
      'WEIR_STORE',
      'keeps everything inside the gateway',
      'sqlite:PATH or redis://HOST for a command',
    );
  if (config.store === undefined && config.upstreams.length === 0)
    throw new ConfigError(
      'WEIR_STORE',
      'is missing: a sandbox keeps its store to itself',
      'sqlite:PATH or redis://HOST for a command',
    );
  return config;
}

/** The settings with the accounts that a gateway has: without any upstream those of its sandbox. What is made of them may call nothing. */
export function withAccounts(env: Environment, config: Config): Config {
  return config.upstreams.length > 0 ? config : readConfig({ ...env, ...SANDBOX_KEYS });
}

/** Opens the store that the gateway uses, for just as long as the work takes. */
export async function withStore<T>(
  { env, clock }: Operator,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const config = durable(env);
  const store = await openStore(config, clock);
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}

/** Tells the outcome: as JSON, or as text for people. */
export function tell({ say }: Operator, { json }: Form, value: unknown, text: string): void {
  say(json ? `${JSON.stringify(value, null, 2)}\n` : text);
}

/** Columns under their names. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [names.map((name) => name.toUpperCase()), ...rows];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const toText = (line: readonly string[]): string =>
    line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return lines.map((line) => `${toText(line).trimEnd()}\n`).join('');
}

/** ISO 8601 in UTC; null stays null. */
export function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
