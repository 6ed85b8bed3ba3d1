import type { Sandbox } from '../../src/sandbox/sandbox.ts';

type Loose = Readonly<Record<string, unknown>>;
/** The four upstreams, as somebody reads them who keeps nothing. One call each; null: there is no such record. */
export type Rest = {
  visit(path: string): Promise<unknown>;
  visualVisitor(path: string, body?: Loose): Promise<unknown>;
  iadvize(path: string): Promise<unknown>;
  notifyVisitors(path: string, body?: Loose): Promise<unknown>;
};

/** NotifyVisitors has no 404. */
function isUnknownUser(answer: unknown): boolean {
  return JSON.stringify(answer).includes('No user has this userID');
}

/** One call after the other: no upstream's limit of calls in flight is in question here. */
function createCaller(origin: string | undefined, headers: Readonly<Record<string, string>>) {
  let last: Promise<unknown> = Promise.resolve();
  const call = async (path: string, body?: Loose): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, {
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    const unknown = response.status === 404 || isUnknownUser(answer);
    if (unknown) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return (path: string, body?: Loose): Promise<unknown> => {
    last = last.then(() => call(path, body));
    return last;
  };
}

export function createRest({ settings }: Sandbox): Rest {
  const basic = Buffer.from(`${settings.VISIT_KEYS}:`).toString('base64');
  return {
    visit: createCaller(settings.VISIT_URL, { authorization: `Basic ${basic}` }),
    visualVisitor: createCaller(settings.VISUAL_VISITOR_URL, { authorization: settings.VISUAL_VISITOR_KEYS }),
    iadvize: createCaller(settings.IADVIZE_URL, { 'x-api-key': settings.IADVIZE_KEYS }),
    notifyVisitors: createCaller(settings.NOTIFY_VISITORS_URL, {
      'x-brand-id': settings.NOTIFY_VISITORS_BRAND_ID,
      'x-api-key': settings.NOTIFY_VISITORS_KEY,
    }),
  };
}
