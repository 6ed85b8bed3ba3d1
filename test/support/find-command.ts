import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a program is installed, so that a test with it can be skipped. With CI=true its absence is an error: none skips there. */
export function hasCommand(name: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, name)))) return true;
  const message = `${name} is not installed (apt-get install -y ${PACKAGES[name] ?? name})`;
  if (process.env.CI === 'true') throw new Error(message);
  process.stderr.write(`SKIPPED tests with ${name}: ${message}\n`);
  return false;
}

const PACKAGES: Readonly<Record<string, string>> = { script: 'bsdutils' };
