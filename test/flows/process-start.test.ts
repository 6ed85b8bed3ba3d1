import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { makeFolder, startProcess } from '../support/process.ts';
import { chosen } from '../support/proof.ts';

const MARKER = 'qqSECRETqq';

/** A wrong value, the variable that the line must name, and what it must say is allowed. */
const WRONG_SETTINGS: readonly (readonly [env: Record<string, string>, variable: string, allowed: string])[] = [
  [{ PORT: MARKER }, 'PORT', 'a whole number from 0 to 65535'],
  [{ HOST: `${MARKER}.invalid` }, 'HOST', 'this machine'],
  [{ HOST: '192.0.2.1' }, 'HOST', 'this machine'],
  [{ VISUAL_VISITOR_URL: MARKER, VISUAL_VISITOR_KEYS: 'a' }, 'VISUAL_VISITOR_URL', 'http'],
  [{ VISIT_URL: `ftp://${MARKER}` }, 'VISIT_URL', 'http'],
  [{ VISIT_URL: `http://user:${MARKER}@127.0.0.1` }, 'VISIT_URL', 'without user name'],
  [{ NOTIFY_VISITORS_URL: MARKER }, 'NOTIFY_VISITORS_URL', 'http'],
  [{ VISUAL_VISITOR_KEYS: `1,2,3,4,5,${MARKER}` }, 'VISUAL_VISITOR_KEYS', 'up to 5'],
  [{ VISIT_KEYS: `${MARKER},${MARKER}` }, 'VISIT_KEYS', 'each key once'],
  [{ NOTIFY_VISITORS_KEY: MARKER }, 'NOTIFY_VISITORS_BRAND_ID', 'a whole number'],
  [{ WEIR_STORE: MARKER }, 'WEIR_STORE', 'sqlite:PATH'],
  [{ WEIR_STORE: `sqlite:/etc/hostname/${MARKER}/weir.db` }, 'WEIR_STORE', 'sqlite:PATH'],
  [{ WEIR_CORS_ORIGINS: `https://a.example,${MARKER}` }, 'WEIR_CORS_ORIGINS', 'origins'],
  [{ WEIR_CONSUMER_KEYS: MARKER }, 'WEIR_CONSUMER_KEYS', 'name:secret'],
  [{ WEIR_CONSUMER_KEYS: `a:${MARKER},b:${MARKER}` }, 'WEIR_CONSUMER_KEYS', 'a secret of its own'],
  [{ WEIR_ANONYMOUS: MARKER }, 'WEIR_ANONYMOUS', 'on, off'],
  [{ WEIR_LOG: MARKER }, 'WEIR_LOG', 'silent, error, warn, info, debug'],
  [{ WEIR_SANDBOX_SEED: MARKER }, 'WEIR_SANDBOX_SEED', 'a whole number from 0'],
  [{ WEIR_SANDBOX_SIZE: '0' }, 'WEIR_SANDBOX_SIZE', '1 to 2000'],
  [{ WEIR_CONFIG: `/nowhere/${MARKER}` }, 'WEIR_CONFIG', 'a JSON file'],
];

/** Contents of the file that WEIR_CONFIG names, and the member that the line must name. */
const WRONG_FILES: readonly (readonly [content: unknown, member: string])[] = [
  [`{ "${MARKER}`, 'JSON'],
  [{ unheardOf: MARKER }, 'unheardOf'],
  [{ windows: { VISUAL_VISITOR: { 'ip-20m': { limit: MARKER } } } }, 'windows.VISUAL_VISITOR.ip-20m.limit'],
  [{ windows: { VISUAL_VISITOR: { 'no-such': { limit: 1 } } } }, 'VISUAL_VISITOR.no-such'],
  [{ windows: { VISUAL_VISITOR: { 'ip-20m': { kind: 'calendar', zone: 'Europe/Paris' } } } }, 'VISUAL_VISITOR.ip-20m'],
  [{ windows: { NOBODY: {} } }, 'NOBODY'],
  [{ freshness: { 'visit.nothing': { fresh: 1 } } }, 'visit.nothing'],
  [{ queries: `/nowhere/${MARKER}` }, 'a folder of queries'],
];

async function refusalOf(env: Record<string, string>): Promise<string> {
  await using gateway = startProcess({ env });
  expect(await gateway.exit).toEqual({ code: 2, signal: null });
  const text = gateway.stderr();
  expect(text.endsWith('\n') && text.trimEnd().split('\n')).toHaveLength(1);
  expect(text + gateway.stdout()).not.toContain(MARKER);
  expect(gateway.stdout()).not.toContain('ready');
  return text;
}

/** All at once would measure the machine; a few at a time is what two cores carry. */
async function inTurns<T>(cases: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...cases];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe('the start', () => {
  it('says its mode and its URL on standard output, and nothing else there', async () => {
    await using gateway = startProcess({ env: { WEIR_LOG: 'debug' } });
    const url = await gateway.ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const [, key = ''] = /key=(\S+)/.exec(gateway.stdout()) ?? [];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify({ query: '{ expos { nodes { name } } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { expos: { nodes: [{}, {}, {}] } } });
    gateway.kill('SIGTERM');
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
    expect(gateway.stdout()).toBe(`mode sandbox key=${key}\nready ${url}\n`);
    const log = gateway.stderr().trimEnd().split('\n');
    expect(log.length).toBeGreaterThan(0);
    for (const line of log) expect(JSON.parse(line)).toMatchObject({ level: expect.anything() });
  });

  it('names the upstreams with credentials, in live mode', async () => {
    await using gateway = startProcess({ env: { VISIT_KEYS: 'a', IADVIZE_KEYS: 'b', WEIR_STORE: 'memory' } });
    const url = await gateway.ready;
    expect(gateway.stdout()).toBe(`mode live upstreams=VISIT,IADVIZE\nready ${url}\n`);
  });

  it('stops with code 2 and one line that names the variable and what is allowed', async () => {
    await inTurns(chosen(WRONG_SETTINGS, 8), async ([env, variable, allowed]) => {
      const line = await refusalOf(env);
      expect(line).toMatch(new RegExp(`\\b${variable}\\b`));
      expect(line).toMatch(/allowed: /);
      expect(line).toContain(allowed);
    });
  });

  it('stops with code 2 and one line that names the member of the file', async () => {
    using folder = makeFolder();
    const files = chosen(WRONG_FILES, 3).map(([content, member], index) => ({
      path: folder.write(`config-${index}.json`, content),
      member,
    }));
    await inTurns(files, async ({ path, member }) => {
      const line = await refusalOf({ WEIR_CONFIG: path });
      expect(line).toContain('WEIR_CONFIG');
      expect(line).toContain(member);
      expect(line).toMatch(/allowed: \S/);
    });
  });

  it('stops with code 2 and one line that names the file of a wrong saved query', async () => {
    using folder = makeFolder();
    folder.write('tops.graphql', '# The best.\n{ tops }');
    const line = await refusalOf({ WEIR_CONFIG: folder.write('config.json', { queries: folder.path }) });
    expect(line).toMatch(/^weir: queries\/tops\.graphql is wrong in line 2: .*"tops".*; allowed: \S/);
  });

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    using folder = makeFolder();
    await using gateway = startProcess({ env: { PORT: String(port), TMPDIR: folder.path } });
    const exit = await gateway.exit;
    other.close();
    expect(exit).toEqual({ code: 2, signal: null });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('weir'))).toEqual([]);
    expect(gateway.stderr().trimEnd().split('\n')).toEqual([expect.stringMatching(/PORT\b.*in use.*allowed: /)]);
    expect(gateway.stdout()).not.toContain('ready');
  });
});
