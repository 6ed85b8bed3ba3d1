import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_CODES } from '../../src/server/problem.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const PAGE = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const SECTIONS = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', section] as const),
);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ config: { windows: { NOTIFY_VISITORS: { 'users-minute': { limit: 1 } } } } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Refused = readonly [message: string, extensions: Readonly<Record<string, unknown>>];

async function asked(query: string, extensions = {}): Promise<Refused> {
  const { errors } = await gateway.ask(query, { extensions });
  return [errors[0]?.message ?? '', errors[0]?.extensions ?? {}];
}

async function sent(path: string, init: RequestInit): Promise<Refused> {
  const { errors } = (await (await fetch(new URL(path, gateway.url), init)).json()) as Awaited<
    ReturnType<TestGateway['ask']>
  >;
  return [errors[0]?.message ?? '', errors[0]?.extensions ?? {}];
}

/** Errors by every way on which they leave. */
async function refusals(): Promise<readonly Refused[]> {
  const profile = (names: readonly string[]) =>
    `{ people(emails: [${names.map((name) => `"${name}@x.example"`).join(',')}]) { profile { emailOptIn } } }`;
  await gateway.ask(profile(['a']));
  const tooDear = await asked(profile(['b', 'c']));
  const noRoom = await asked(profile(['b']));
  const partial = await asked(profile(['b']), { admission: 'partial' });
  gateway.sandbox.visit.faults.inject({ kind: 'status', status: 500, body: '' }, { times: Number.POSITIVE_INFINITY });
  return [
    tooDear,
    noRoom,
    partial,
    await asked('{ expos { nodes { id } } }'),
    await asked('{'),
    await asked('{ nothing }'),
    await asked('{ person(email: "x") { id } }'),
    await asked(`{ ${'a: __typename '.repeat(251)} }`),
    await sent('/graphql', { method: 'POST', headers: { 'x-api-key': 'nobody' } }),
    await sent('/nowhere', {}),
    await sent('/graphql?query={__typename}', { headers: { accept: 'text/csv', 'x-api-key': 'sandbox' } }),
    // Apollo's own words, with a line's end.
    await sent('/graphql?query={__typename}', {}),
  ];
}

describe('errors', () => {
  it('are explained, each public code and no other', () => {
    expect([...SECTIONS.keys()]).toEqual([...PUBLIC_CODES]);
    for (const [code, section] of SECTIONS) {
      const labels = [...section.matchAll(/^- \*\*(.+?):\*\* \S/gm)].map(([, label]) => label);
      expect(labels, code).toEqual(['What happened', 'What to do', 'Message', 'Extensions']);
    }
  });

  it('end with a link that resolves, and carry what their section says', async () => {
    const html = await (await fetch(new URL('/docs/errors', gateway.url))).text();
    const found = await refusals();
    for (const [message, extensions] of found) {
      const code = String(extensions.code);
      expect(message).toMatch(new RegExp(`\\S \\(see /docs/errors#${code}\\)$`));
      expect(html.split(`<section id="${code}">`).length, code).toBe(2);
      const told = SECTIONS.get(code)?.split('**Extensions:**')[1] ?? '';
      for (const name of Object.keys(extensions)) expect(told, code).toContain(`\`${name}\``);
    }
    expect(new Set(found.map(([, { code }]) => code)).size).toBeGreaterThanOrEqual(8);
  });

  it('keep the one message that clients know whole', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    const body = JSON.stringify({ extensions });
    const [message] = await sent('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(message).toBe('PersistedQueryNotFound');
  });

  it('are explained on a page that loads nothing and takes no other method', async () => {
    const page = await fetch(new URL('/docs/errors', gateway.url));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/<script|<link|\bsrc=|\*\*|`/);
    expect((await fetch(new URL('/docs/errors', gateway.url), { method: 'POST' })).status).toBe(405);
  });
});
