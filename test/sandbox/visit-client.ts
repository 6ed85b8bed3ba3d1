import { expect, onTestFinished } from 'vitest';
import type { VisitKey } from '../../src/sandbox/visit/access.ts';
import { startVisitSimulator, type VisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

export const NOW = Date.UTC(2026, 4, 20, 9, 30);
export const ALL: VisitKey = { label: 'all', secret: 'k-all', expos: 'all', leads: true };
export const ONE: VisitKey = { label: 'one', secret: 'k-one', expos: [1], leads: false };
export const STATES = 'invited,registering,registered,denied,pending-confirmation,stopped,hold';

export type Row = { id: string; revision: number; deleted?: boolean; registrationState?: string } & Record<
  string,
  unknown
>;
type Answer = { status: number; body: unknown; rows: Row[]; headers: Headers };

export async function start(
  options: Partial<Parameters<typeof startVisitSimulator>[0]> & { size?: number; seed?: number } = {},
) {
  const { size = 1, seed = 7, ...rest } = options;
  const world = createWorld({ seed, size, now: NOW });
  const simulator = await startVisitSimulator({ world, now: () => NOW, keys: [ALL, ONE], ...rest });
  onTestFinished(() => simulator.close());
  return { world, simulator };
}

export function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

export async function call(
  simulator: VisitSimulator,
  path: string,
  init: { authorization?: string | null; method?: string; secret?: string } = {},
): Promise<Answer> {
  const authorization = init.authorization === undefined ? basic(`${init.secret ?? ALL.secret}:`) : init.authorization;
  const response = await fetch(`${simulator.origin}/create/v2${path}`, {
    method: init.method ?? 'GET',
    headers: authorization === null ? {} : { authorization },
  });
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body, rows: Array.isArray(body) ? (body as Row[]) : [], headers: response.headers };
}

/** Reads a list to its end as a client should: from the last revision + 1 until a page is short. */
export async function readAll(simulator: VisitSimulator, path: string, limit = 100, between?: (page: number) => void) {
  const rows: Row[] = [];
  for (let from = 0, page = 0; ; page += 1) {
    const glue = path.includes('?') ? '&' : '?';
    const answer = await call(simulator, `${path}${glue}limit=${limit}&fromRevision=${from}`);
    expect(answer.status).toBe(200);
    rows.push(...answer.rows);
    if (answer.rows.length < limit) return rows;
    from = (answer.rows.at(-1)?.revision ?? 0) + 1;
    between?.(page);
  }
}

export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export function expoAt(simulator: VisitSimulator, start: 'past' | 'future', place = 0): string {
  const expos = simulator.truth
    .expos()
    .filter((expo) => (Date.parse(expo.start) > NOW ? 'future' : 'past') === start)
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return expos[place]?.id ?? '';
}
