import {
  startVisualVisitorSimulator,
  type VisualVisitorOptions,
  type VisualVisitorSimulator,
} from '../../src/sandbox/visual-visitor/simulator.ts';
import type { LeadRow } from '../../src/sandbox/visual-visitor/types.ts';
import { createWorld } from '../../src/sandbox/world.ts';

export const NOW = Date.parse('2026-06-15T12:00:00.500Z');
export const ALL_TIME = { dateFrom: '2020-01-01', dateTo: '2027-01-01' };
/** A key for both products, one for each, and one for none. */
export const KEYS = [
  { label: 'both', secret: 'secret-both', products: { employee: true, person: true } },
  { label: 'companies', secret: 'secret-companies', products: { employee: true, person: false } },
  { label: 'people', secret: 'secret-people', products: { employee: false, person: true } },
] as const;
export const ROOMY = { ip: { limit: 1_000_000 }, key: { limit: 1_000_000 } } as const;

export type Page = {
  readonly data: readonly LeadRow[];
  readonly pagination: {
    readonly page: number;
    readonly pageSize: number;
    readonly totalPages: number;
    readonly totalResults: number;
  };
};
export type Failure = {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: readonly { readonly field: string; readonly message: string }[];
  };
};
export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };

export function start(
  options: Partial<VisualVisitorOptions> & { size?: number; seed?: number } = {},
): Promise<VisualVisitorSimulator> {
  const { size = 1, seed = 1, ...rest } = options;
  const world = createWorld({ seed, size, now: NOW });
  return startVisualVisitorSimulator({ world, now: () => NOW, keys: KEYS, limits: ROOMY, ...rest });
}

export async function call<T = Failure>(
  simulator: VisualVisitorSimulator,
  method: string,
  path: string,
  options: { body?: string; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const headers = { authorization: 'secret-both', 'content-type': 'application/json', ...options.headers };
  const init = { method, headers, ...(options.body === undefined ? {} : { body: options.body }) };
  const response = await fetch(`${simulator.origin}${path}`, init);
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}

export function search<T = Page>(
  simulator: VisualVisitorSimulator,
  product: 'employee' | 'person',
  query: Readonly<Record<string, unknown>> = {},
): Promise<Answer<T>> {
  const body = JSON.stringify({ ...ALL_TIME, ...query });
  return call<T>(simulator, 'POST', `/api/plus${product}/leads/search`, { body });
}

export function get<T = LeadRow>(
  simulator: VisualVisitorSimulator,
  product: 'employee' | 'person',
  id: number | string,
): Promise<Answer<T>> {
  return call<T>(simulator, 'GET', `/api/plus${product}/leads/${id}`);
}

/** Ids of all pages, one after another, as a client reads them. */
export async function sweep(
  simulator: VisualVisitorSimulator,
  product: 'employee' | 'person',
  query: Readonly<Record<string, unknown>> = {},
): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1; page <= 50; page += 1) {
    const { body } = await search(simulator, product, { pageSize: 200, page, ...query });
    ids.push(...body.data.map(({ id }) => id));
    if (page >= body.pagination.totalPages) break;
  }
  return ids;
}
