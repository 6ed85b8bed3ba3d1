import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** A client application in a folder of its own, with the packages of this project. What tools generate there goes with it. */
export type TemporaryApp = Disposable & {
  path(...parts: readonly string[]): string;
  write(path: string, text: string): void;
  /** Runs a script of Node's in the folder; throws all that it printed if it fails. */
  run(script: string, ...parameters: readonly string[]): void;
};

/** Copies a folder of this one; or, where it stands `at` a place in the project, that one to the same place. */
export function copyApp(name: string, at?: string): TemporaryApp {
  const folder = mkdtempSync(join(tmpdir(), `weir-${name}-`));
  const from = at === undefined ? `./${name}/` : `../../${at}/`;
  cpSync(new URL(from, import.meta.url), join(folder, at ?? '.'), { recursive: true });
  symlinkSync(MODULES, join(folder, 'node_modules'));
  return {
    path: (...parts) => join(folder, ...parts),
    write: (path, text) => writeFileSync(join(folder, path), text),
    run: (script, ...parameters) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
        cwd: folder,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${script} ended with ${status}\n${stdout}\n${stderr}`);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
