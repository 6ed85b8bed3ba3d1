import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { serve } from './http-server.ts';
import { SIMULATORS } from './simulator-names.ts';

/** One answer of a simulator: who was asked what, and the text that came. */
export type Taped = { readonly call: string; readonly status: number; readonly text: string };

/** A real server between a gateway and the simulators. Each question goes to a simulator once; its answer is kept on tape. */
export type EditingProxy = AsyncDisposable & {
  /** The sandbox, as a gateway reaches it through the proxy. */
  readonly sandbox: Sandbox;
  /** What has been answered since the last look, in order, as it was before any edit. */
  takeTaped(): readonly Taped[];
  /** Changes what the gateway gets from now on; undefined: nothing. */
  edit(change: ((taped: Taped) => string) | undefined): void;
};

type Name = keyof typeof SIMULATORS;

/** Headers that belong to one connection, or that the client sets by itself. */
const OWN_HEADERS = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'accept-encoding',
  'transfer-encoding',
]);

function isUpstream(name: string): name is Name {
  return Object.hasOwn(SIMULATORS, name);
}

/** As the goldens write calls: `VISIT GET /create/v2/expos limit=100&fromRevision=0`. */
function callOf(name: string, method: string, { pathname, searchParams }: URL, body: string): string {
  const query = [...searchParams].filter(([key]) => key !== 'key').map((pair) => pair.join('='));
  return `${name} ${method} ${decodeURIComponent(pathname)} ${query.join('&')}${body}`.trim();
}

/** `beforeAsking` hears of each question to a simulator, counted from 1. */
export async function startEditingProxy(
  sandbox: Sandbox,
  beforeAsking: (count: number) => void = () => undefined,
): Promise<EditingProxy> {
  const tape = new Map<string, Promise<Taped>>();
  let taken: Taped[] = [];
  let change: ((taped: Taped) => string) | undefined;
  const server = await serve(async (response, { method, url, headers, body }) => {
    const [, name = '', rest = ''] = /^\/([A-Z_]+)(\/.*)$/.exec(url) ?? [];
    if (!isUpstream(name)) throw new RangeError(`no upstream is meant by ${url}`);
    const target = new URL(rest, sandbox[SIMULATORS[name]].origin);
    const call = callOf(name, method, target, body);
    const ask = async (): Promise<Taped> => {
      const sent = Object.entries(headers).filter(([header]) => !OWN_HEADERS.has(header)) as [string, string][];
      // A connection of its own: one that is kept may be closed by its other end just when it is used again.
      const answer = await request(target, {
        method: method as 'GET' | 'POST',
        headers: Object.fromEntries(sent),
        reset: true,
        ...(body !== '' && { body }),
      });
      return { call, status: answer.statusCode, text: await answer.body.text() };
    };
    const known = tape.get(call);
    if (known === undefined) beforeAsking(tape.size + 1);
    const asked = known ?? ask();
    tape.set(call, asked);
    const taped = await asked;
    taken.push(taped);
    response.writeHead(taped.status, { 'content-type': 'application/json' }).end(change?.(taped) ?? taped.text);
  });
  const through = Object.entries(sandbox.settings).map(([setting, value]) => {
    const name = Object.keys(SIMULATORS).find((one) => setting === `${one}_URL`);
    return [setting, name === undefined ? value : value.replace(/^http:\/\/[^/]+/, `${server.origin}/${name}`)];
  });
  return {
    sandbox: { ...sandbox, settings: Object.fromEntries(through) as Sandbox['settings'] },
    takeTaped: () => {
      const all = taken;
      taken = [];
      return all;
    },
    edit: (next) => {
      change = next;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
