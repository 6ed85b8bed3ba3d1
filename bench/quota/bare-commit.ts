import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type BareCommits = { measure(commits: number): { readonly cpuUs: number }; close(): void };

/** What SQLite and this disk take for one row that is on the disk when its commit ends: less no permit can cost that nobody shares. */
export function openBareCommits(): BareCommits {
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  const db = new DatabaseSync(join(folder, 'bare.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE calls (id INTEGER PRIMARY KEY, at INTEGER)',
  );
  const add = db.prepare('INSERT INTO calls (at) VALUES (?)');
  return {
    measure: (commits) => {
      const cpu = process.cpuUsage();
      for (let done = 0; done < commits; done += 1) add.run(done);
      const { user, system } = process.cpuUsage(cpu);
      return { cpuUs: (user + system) / commits };
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}
