import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { type GatewayProcess, makeFolder, NODE, PROGRAM, startProcess } from '../support/process.ts';
import { chosen } from '../support/proof.ts';
import { formsOf, MARKERS, startMarkedUpstreams } from './marked-upstreams.ts';

const WORDS = JSON.stringify(MARKERS);

/** A body of the right frame, with a marker in the place of every text, number and flag. */
function marked(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(marked);
  if (body === null || typeof body !== 'object') return { [MARKERS.visit]: MARKERS.iadvize };
  return Object.fromEntries(Object.entries(body).map(([name, member]) => [name, marked(member)]));
}

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 400, body: WORDS },
  { kind: 'status', status: 401, body: WORDS },
  { kind: 'status', status: 403, body: WORDS },
  { kind: 'status', status: 404, body: MARKERS.visit },
  { kind: 'status', status: 422, body: WORDS },
  { kind: 'status', status: 429, body: WORDS, headers: { 'retry-after': '1' } },
  { kind: 'status', status: 500, body: WORDS, headers: { 'x-echo': MARKERS.iadvize } },
  {
    kind: 'status',
    status: 302,
    headers: { location: `http://127.0.0.1:1/?key=${encodeURIComponent(MARKERS.visit)}` },
  },
  { kind: 'status', status: 307, headers: { location: `/${encodeURIComponent(MARKERS.iadvize)}` } },
  { kind: 'delay-headers', ms: 10 },
  { kind: 'delay-body', ms: 10 },
  { kind: 'black-hole' },
  { kind: 'body', body: `{"error":${JSON.stringify(MARKERS.visit)}}` },
  { kind: 'body', body: `{"meta":{"status":"fail","message":${JSON.stringify(MARKERS.iadvize)}}}` },
  { kind: 'body', body: MARKERS.iadvize, contentType: 'text/html' },
  { kind: 'huge', bytes: 40_000_000 },
  { kind: 'bomb', bytes: 40_000_000, encoding: 'gzip' },
  { kind: 'deep', depth: 20_000 },
  { kind: 'change', change: marked },
  { kind: 'truncated' },
  { kind: 'reset' },
];

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();
const simulatorsOf = ({ visualVisitor, visit, iadvize, notifyVisitors }: Sandbox) => [
  visualVisitor,
  visit,
  iadvize,
  notifyVisitors,
];

/** Asks all four upstreams something that nothing held can answer. */
const freshQuestion = (index: number, email: string): string => `query Everything {
  expos(reference: "r${index}") { nodes { id } }
  lead(id: "${9_000_000 + index}", product: PLUS_PERSON) { id }
  conversation(id: "${9_000_000 + index}") { id }
  campaignReport(campaignId: "${9_000_000 + index}") { id }
  person(email: "${email}") { firstName profile { name } visitors { nodes { id contact { email } } } chatVisitors { id } leads(first: 1) { nodes { id } } }
  quota { upstreams { credentials { label windows { name used } } } }
}`;

type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
};

type Session = {
  readonly url: string;
  /** Whatever came out, by where it came out. */
  readonly outputs: Map<string, string>;
  readonly ask: (name: string, body: object, headers?: Record<string, string>) => Promise<Answer>;
};

const KEY = { 'x-api-key': MARKERS.consumer };

async function beginSession(gateway: GatewayProcess): Promise<Session> {
  const url = await gateway.ready;
  const outputs = new Map<string, string>();
  return {
    url,
    outputs,
    ask: async (name, body, headers = KEY) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      outputs.set(name, JSON.stringify([...response.headers]) + text);
      const answer = JSON.parse(text) as Answer;
      outputs.set(`errors of ${name}`, JSON.stringify(answer.errors ?? []));
      return answer;
    },
  };
}

/** Whatever is chosen besides: visitors, whose copies must be found in the file. */
const VISITORS = goldens.filter(({ query }) => query.includes('visitors(expoId')).slice(0, 1);

async function succeed({ ask }: Session, upstreams: Sandbox): Promise<void> {
  const told = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
    (await ask('a question of the test', { query, variables })).data;
  for (const golden of [...VISITORS, ...chosen(goldens, 8)]) {
    const variables = (await golden.variables?.(upstreams, told)) ?? {};
    const { errors } = await ask(golden.name, { query: golden.query, variables });
    expect({ golden: golden.name, codes: (errors ?? []).map(({ extensions }) => extensions.code) }).toEqual({
      golden: golden.name,
      codes: (golden.errors ?? []).map(({ code }) => code),
    });
  }
}

async function fail({ ask }: Session, upstreams: Sandbox): Promise<void> {
  for (const [index, fault] of FAULTS.entries()) {
    for (const { faults } of simulatorsOf(upstreams)) faults.inject(fault, { times: Number.POSITIVE_INFINITY });
    const email = upstreams.world.people.at(index + 2).email;
    const answer = await ask(`fault ${index}`, { query: freshQuestion(index, email) });
    const isFailure = !fault.kind.startsWith('delay') && !(fault.kind === 'status' && fault.status === 404);
    if (isFailure) expect(answer.errors?.map(({ extensions }) => extensions.code)).not.toEqual([]);
    for (const { faults } of simulatorsOf(upstreams)) faults.clear();
  }
  await ask('a wrong key', { query: '{ __typename }' }, { authorization: `Bearer ${MARKERS.wrongConsumer}` });
  await ask('a wrong form', { query: '{ __typename }' }, { authorization: `Basic ${MARKERS.wrongConsumer}` });
  await ask('a wrong argument', { query: `{ person(email: "${MARKERS.consumer.replaceAll(/["\\]/g, '')}") { id } }` });
}

/** What must be in no output but answers' data: addresses, numbers and names of people. */
function peopleOf({ world }: Sandbox): readonly string[] {
  const people = Array.from({ length: world.people.count }, (_, index) => world.people.at(index));
  const texts = people.flatMap(({ email, phone, lastName }) => [email, email.split('@')[0] ?? '', phone, lastName]);
  return [...new Set(texts)].filter((text) => text.length > 5);
}

/** A secret of an operator that iAdvize tells with the record: it logs in without a password. */
async function signOnKeys({ iadvize }: Sandbox): Promise<readonly string[]> {
  const url = `${iadvize.origin}/api/2/operator?full=1&limit=100`;
  const reply = await fetch(url, { headers: { 'x-api-key': MARKERS.iadvize } });
  const { data } = (await reply.json()) as { data: readonly { readonly sso_key?: string }[] };
  return data.flatMap(({ sso_key: key }) => (key ? [key] : []));
}

function expectNone(outputs: Iterable<readonly [string, string]>, secrets: readonly string[]): void {
  const found = [...outputs].flatMap(([where, text]) =>
    secrets.flatMap((secret) =>
      formsOf(secret)
        .filter((form) => text.includes(form))
        .map((form) => `${form} in ${where}`),
    ),
  );
  expect(found).toEqual([]);
}

describe('a secret', () => {
  it('is in no output, answer, metric, title or file, and no person in a log, error or metric, whatever goes wrong', async () => {
    using folder = makeFolder();
    const began = Date.now();
    await using upstreams = await startMarkedUpstreams(() => NOW + (Date.now() - began));
    const plenty = { limit: 100_000, seconds: 60 };
    const gateway = startProcess({
      command: [NODE, '--import', join(import.meta.dirname, 'started-then.ts'), PROGRAM],
      env: {
        ...upstreams.settings,
        WEIR_TEST_NOW: String(NOW),
        WEIR_CONSUMER_KEYS: `reader:${MARKERS.consumer}`,
        WEIR_LOG: 'debug',
        WEIR_STORE: `sqlite:${join(folder.path, 'data', 'weir.db')}`,
        WEIR_CONFIG: folder.write('config.json', {
          callTimeoutMs: 2_000,
          windows: {
            VISUAL_VISITOR: { 'ip-20m': plenty, 'key-day': plenty },
            NOTIFY_VISITORS: { 'users-minute': plenty, 'reports-minute': plenty },
          },
        }),
      },
    });
    await using _ended = gateway;
    const session = await beginSession(gateway);
    const { outputs } = session;
    await succeed(session, upstreams);
    await fail(session, upstreams);
    outputs.set('the metrics', await (await fetch(new URL('/metrics', session.url))).text());
    for (const name of ['cmdline', 'comm', 'status'])
      outputs.set(`the process's ${name}`, readFileSync(`/proc/${gateway.pid}/${name}`, 'latin1'));
    const readFiles = (when: string): void => {
      for (const name of readdirSync(join(folder.path, 'data')))
        outputs.set(`${name} ${when}`, readFileSync(join(folder.path, 'data', name), 'utf8'));
    };
    readFiles('while it runs');
    gateway.kill('SIGTERM');
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
    readFiles('afterwards');
    outputs.set('standard output', gateway.stdout()).set('standard error', gateway.stderr());

    expect(gateway.stderr()).toContain('upstream call');
    expect(outputs.get('weir.db afterwards')).toContain('visit.visitors');
    const signOn = await signOnKeys(upstreams);
    expect(signOn.length).toBeGreaterThan(10);
    expectNone(outputs, [...Object.values(MARKERS), ...signOn]);
    const open = [...outputs].filter(([where]) => /^(errors|the |standard)/.test(where));
    expectNone(
      open.map(([where, text]) => [where, text.toLowerCase()]),
      peopleOf(upstreams).map((text) => text.toLowerCase()),
    );
    for (const { violations } of simulatorsOf(upstreams)) expect(violations).toEqual([]);
  }, 300_000);

  it.each([
    ['WEIR_STORE', `redis://weir:${encodeURIComponent(MARKERS.consumer)}@127.0.0.1:6379/0`],
    ['WEIR_STORE', `postgres://weir:MARK@127.0.0.1/db`],
    ['VISIT_URL', 'https://user:MARK@visit.example/create'],
    ['WEIR_CONSUMER_KEYS', 'MARK-without-a-name'],
    ['NOTIFY_VISITORS_BRAND_ID', 'MARK-no-number'],
    ['IADVIZE_KEYS', 'MARK\u0007control'],
    ['WEIR_CORS_ORIGINS', 'https://MARK:MARK@shop.example/path'],
  ])('stays in %s when a start is refused for it', async (name, value) => {
    const brand = { NOTIFY_VISITORS_BRAND_ID: '7001', NOTIFY_VISITORS_KEY: MARKERS.notifyVisitors };
    const gateway = startProcess({ env: { ...brand, VISIT_KEYS: MARKERS.visit, WEIR_STORE: 'memory', [name]: value } });
    await using _ended = gateway;
    expect(await gateway.exit).toEqual({ code: 2, signal: null });
    expect(gateway.stderr()).toContain(name);
    expect(gateway.stdout() + gateway.stderr()).not.toContain('MARK');
  });
});
