import { onTestFinished } from 'vitest';
import {
  type IadvizeOptions,
  type IadvizeSimulator,
  startIadvizeSimulator,
} from '../../src/sandbox/iadvize/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

export const NOW = Date.parse('2026-05-20T10:00:00Z');
export const HISTORY = '/conversation.json-unicode?formatHistory=0&full=1';

export type Row = Record<string, unknown>;
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly meta: { readonly status: string; readonly message?: string; readonly filters?: string[] };
  readonly data: Row[];
  readonly one: Row;
  readonly pagination: { page: number; pages: number; limit: number; count: number };
};

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const body = (await response.json()) as Record<string, unknown>;
  const { meta, data, pagination } = body;
  return { status: response.status, headers: response.headers, meta, data, one: data, pagination } as Answer;
}

export type Bench = {
  readonly simulator: IadvizeSimulator;
  readonly origin: string;
  get(path: string, secret?: string): Promise<Answer>;
  /** Every row of a list, all its pages. */
  all(path: string, options?: { limit?: number; secret?: string }): Promise<Row[]>;
  /** The rules broken so far. */
  rules(): string[];
};

/** Keys: `all` sees everything, `us` website 1, `paris` websites 0 and 3. */
export async function bench(options: Partial<IadvizeOptions> & { size?: number; seed?: number } = {}): Promise<Bench> {
  const { size = 1, seed = 11, ...rest } = options;
  const simulator = await startIadvizeSimulator({
    world: createWorld({ seed, size, now: NOW }),
    now: () => NOW,
    keys: [
      { label: 'all', secret: 'secret-all', websites: 'all' },
      { label: 'us', secret: 'secret-us', websites: [1] },
      { label: 'paris', secret: 'secret-paris', websites: [0, 3] },
    ],
    ...rest,
  });
  onTestFinished(() => simulator.close());
  const origin = `${simulator.origin}/api/2`;
  const get = (path: string, secret = 'secret-all') => ask(`${origin}${path}`, { headers: { 'x-api-key': secret } });
  const all = async (path: string, { limit = 100, secret = 'secret-all' } = {}): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await get(`${path}${path.includes('?') ? '&' : '?full=1&'}limit=${limit}&page=${page}`, secret);
      rows.push(...answer.data);
      pages = answer.pagination.pages;
    }
    return rows;
  };
  return { simulator, origin, get, all, rules: () => simulator.violations.map(({ rule }) => rule) };
}

/** Ids come as numbers, sometimes as numeric text. */
export function ids(rows: readonly Row[]): number[] {
  return rows.map(({ id }) => Number(id));
}

export function filter(name: string, value: string | number): string {
  return `filters[${name}]=${encodeURIComponent(value)}`;
}
