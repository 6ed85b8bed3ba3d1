import {
  type NotifyVisitorsOptions,
  type NotifyVisitorsSimulator,
  startNotifyVisitorsSimulator,
} from '../../src/sandbox/notify-visitors/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';

export const NOW = Date.parse('2026-03-01T12:00:00Z');
export const USER_DATA = '/api/v1/user/userData';
export const CAMPAIGNS = '/api/v1/report/campaigns';
export const CAMPAIGN = '/api/v1/report/campaign';
export const DAILY = '/api/v1/report/campaign/daily';

const BRAND_HEADERS = { 'x-brand-id': '8115', 'x-api-key': 'secret-key' };
export const TOKEN_HEADERS = { authorization: 'Bearer secret-token' };

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `response` of the envelope. */
  readonly response: { readonly data: Row; readonly message: string; readonly status: string };
};

export type Row = Readonly<Record<string, unknown>>;

/** A simulator of a small world, generous limits unless told. */
export function startSmall(options: Partial<NotifyVisitorsOptions> = {}): Promise<NotifyVisitorsSimulator> {
  return startNotifyVisitorsSimulator({
    world: createWorld({ seed: 1, size: 1, now: NOW }),
    now: () => NOW,
    brandId: '8115',
    apiKey: 'secret-key',
    accessToken: 'secret-token',
    limits: { users: { limit: 100_000 }, reports: { limit: 100_000 } },
    ...options,
  });
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as { response: Answer['response'] };
  return { status: response.status, headers: response.headers, text, response: body.response };
}

export async function get(
  simulator: NotifyVisitorsSimulator,
  path: string,
  query: Readonly<Record<string, string>> | string = {},
  headers: Readonly<Record<string, string>> = BRAND_HEADERS,
): Promise<Answer> {
  const search = typeof query === 'string' ? query : new URLSearchParams(query).toString();
  return answerOf(await fetch(`${simulator.origin}${path}${search === '' ? '' : `?${search}`}`, { headers }));
}

export async function post(
  simulator: NotifyVisitorsSimulator,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = BRAND_HEADERS,
): Promise<Answer> {
  return answerOf(
    await fetch(`${simulator.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

export function userData(simulator: NotifyVisitorsSimulator, userID: string): Promise<Answer> {
  return post(simulator, USER_DATA, { userID });
}

export function rulesOf(simulator: NotifyVisitorsSimulator): readonly string[] {
  return simulator.violations.map(({ rule }) => rule);
}
