import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/config/variables.ts';
import { readConfig } from '../../../src/config.ts';
import { SCOPES } from '../../../src/model/consumer.ts';

const folder = mkdtempSync(join(tmpdir(), 'weir-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(content: string): string {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(path, content);
  return path;
}

describe('without any variable', () => {
  test('the configuration is that of sandbox mode on the documented port', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      upstreams: [],
      store: undefined,
      consumers: [],
      anonymous: undefined,
      corsOrigins: undefined,
      shortWay: true,
      workers: 1,
      logLevel: 'info',
      sandbox: { seed: 1, size: 1 },
      deadlineMs: 15_000,
      callTimeoutMs: 8_000,
      interactiveFloor: 0.5,
      maxRows: 100_000,
      windows: {},
      freshness: {},
      collections: { warm: [] },
      usage: { detailDays: 7, hourDays: 90 },
    });
  });

  test('empty and blank variables count as absent', () => {
    expect(readConfig({ PORT: ' ', VISIT_KEYS: ', ,', WEIR_STORE: '', WEIR_LOG: '' })).toEqual(readConfig({}));
  });
});

describe('a right value', () => {
  test('of keys gives each a label that does not reveal it', () => {
    const { upstreams } = readConfig({ VISIT_KEYS: ' one , two', VISIT_URL: 'http://127.0.0.1:9/create/v2//' });
    expect(upstreams).toEqual([
      {
        upstream: 'VISIT',
        baseUrl: 'http://127.0.0.1:9/create/v2',
        credentials: [
          { label: 'key-1', secret: 'one' },
          { label: 'key-2', secret: 'two' },
        ],
      },
    ]);
  });

  test('of NotifyVisitors is a brand id with its key, or a token', () => {
    const secretOf = (env: Record<string, string>) => readConfig(env).upstreams[0]?.credentials[0]?.secret;
    expect(secretOf({ NOTIFY_VISITORS_BRAND_ID: '77', NOTIFY_VISITORS_KEY: 'k' })).toBe('{"brandId":"77","key":"k"}');
    expect(secretOf({ NOTIFY_VISITORS_TOKEN: 't' })).toBe('{"token":"t"}');
  });

  test.each([
    ['WEIR_STORE', 'memory', { store: { kind: 'memory' } }],
    ['WEIR_STORE', 'sqlite:/tmp/x y.db', { store: { kind: 'sqlite', path: '/tmp/x y.db' } }],
    [
      'WEIR_CONSUMER_KEYS',
      'a:s:1,b:t',
      {
        consumers: [
          { name: 'a', secret: 's:1', scopes: new Set(SCOPES) },
          { name: 'b', secret: 't', scopes: new Set(SCOPES) },
        ],
      },
    ],
    ['WEIR_ANONYMOUS', 'on', { anonymous: true }],
    ['WEIR_ANONYMOUS', 'off', { anonymous: false }],
    [
      'WEIR_CORS_ORIGINS',
      'https://a.example, http://b.example:8080',
      { corsOrigins: ['https://a.example', 'http://b.example:8080'] },
    ],
    ['WEIR_CORS_ORIGINS', '*', { corsOrigins: ['*'] }],
    ['WEIR_SHORT_WAY', 'off', { shortWay: false }],
    ['WEIR_WORKERS', '1', { workers: 1 }],
    ['WEIR_LOG', 'silent', { logLevel: 'silent' }],
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['HOST', '::1', { host: '::1' }],
    ['WEIR_SANDBOX_SIZE', '2000', { sandbox: { seed: 1, size: 2000 } }],
  ] as const)('of %s: %s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });

  test('of the file changes what it names and nothing else', () => {
    const path = fileWith(
      JSON.stringify({
        windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 20 } } },
        freshness: { 'visit.visitors': { fresh: 5 } },
        deadlineMs: 2000,
        interactiveFloor: 0,
      }),
    );
    expect(readConfig({ WEIR_CONFIG: path })).toMatchObject({
      windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 20 } } },
      freshness: { 'visit.visitors': { fresh: 5 } },
      deadlineMs: 2000,
      interactiveFloor: 0,
      callTimeoutMs: 8_000,
    });
  });
});

/** What is wrong, what the message must say of what is allowed, and the text that it must not repeat. */
const WRONG: readonly (readonly [name: string, value: string, allowed: string, others?: Record<string, string>])[] = [
  ['PORT', 'eighty', 'a whole number from 0 to 65535'],
  ['PORT', '65536', 'a whole number from 0 to 65535'],
  ['PORT', '-1', 'a whole number from 0 to 65535'],
  ['PORT', '4e3', 'a whole number from 0 to 65535'],
  ['HOST', 'http://s3cret', 'a host name or an IP address'],
  ['HOST', 's3cret host', 'a host name or an IP address'],
  ['VISIT_URL', 's3cret', 'an http or https URL'],
  ['VISIT_URL', 'ftp://s3cret.example', 'an http or https URL'],
  ['VISIT_URL', 'https://user:s3cret@visit.example', 'an http or https URL'],
  ['VISIT_URL', 'https://:s3cret@visit.example', 'an http or https URL'],
  ['VISIT_URL', 'https://visit.example/?key=s3cret', 'an http or https URL'],
  ['VISUAL_VISITOR_URL', 's3cret', 'an http or https URL'],
  ['IADVIZE_URL', 's3cret', 'an http or https URL'],
  ['NOTIFY_VISITORS_URL', 's3cret', 'an http or https URL'],
  ['NOTIFY_VISITORS_PUSH_URL', 's3cret', 'an http or https URL'],
  ['VISIT_KEYS', 's3cret,s3cret', 'each key once'],
  ['VISUAL_VISITOR_KEYS', 's3cret,b,c,d,e,f', 'up to 5'],
  ['NOTIFY_VISITORS_BRAND_ID', 's3cret', 'a whole number', { NOTIFY_VISITORS_KEY: 'k' }],
  ['WEIR_STORE', 's3cret', 'sqlite:PATH, redis://HOST or memory'],
  ['WEIR_STORE', 'sqlite:', 'sqlite:PATH, redis://HOST or memory'],
  ['WEIR_STORE', 'redis://:s3cret@', 'redis://[USER:PASSWORD@]HOST'],
  ['WEIR_STORE', 'redis://:s3cret@host/first', 'redis://[USER:PASSWORD@]HOST'],
  ['WEIR_STORE', 'rediss://:s3cret%@host', 'redis://[USER:PASSWORD@]HOST'],
  ['WEIR_STORE', 'redis://host?password=s3cret', 'redis://[USER:PASSWORD@]HOST'],
  ['WEIR_STORE', 'redis://:s3cret@host:port', 'redis://[USER:PASSWORD@]HOST'],
  ['WEIR_CONSUMER_KEYS', 's3cret', 'name:secret pairs'],
  ['WEIR_CONSUMER_KEYS', ':s3cret', 'name:secret pairs'],
  ['WEIR_CONSUMER_KEYS', 's3cret:', 'name:secret pairs'],
  ['WEIR_CONSUMER_KEYS', 'a:s3cret,b:s3cret', 'a secret of its own'],
  ['WEIR_ANONYMOUS', 's3cret', 'on, off'],
  ['WEIR_ANONYMOUS', 'true', 'on, off'],
  ['WEIR_CORS_ORIGINS', 's3cret', 'origins'],
  ['WEIR_CORS_ORIGINS', 'https://s3cret.example/path', 'origins'],
  ['WEIR_SHORT_WAY', 's3cret', 'on, off'],
  ['WEIR_LOG', 's3cret', 'silent, error, warn, info, debug'],
  ['WEIR_SANDBOX_SEED', 's3cret', 'a whole number from 0'],
  ['WEIR_SANDBOX_SIZE', '0', 'a whole number from 1 to 2000'],
  ['WEIR_SANDBOX_SIZE', '2001', 'a whole number from 1 to 2000'],
  ['WEIR_CONFIG', '/nowhere/s3cret.json', 'the path of a JSON file'],
];

function refusal(env: Record<string, string>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a wrong value', () => {
  for (const [name, value, allowed, others = {}] of WRONG)
    test(`${name}=${value} stops the start with what is allowed: ${allowed}`, () => {
      const { message } = refusal({ ...others, [name]: value });
      expect(message.startsWith(`${name} `)).toBe(true);
      expect(message).toContain(allowed);
      expect(message).not.toContain('\n');
      expect(message).not.toContain('s3cret');
    });

  test('names the part of the NotifyVisitors credential that is missing', () => {
    expect(refusal({ NOTIFY_VISITORS_BRAND_ID: '1' }).message).toMatch(/^NOTIFY_VISITORS_KEY is missing/);
    expect(refusal({ NOTIFY_VISITORS_KEY: 's3cret' }).message).toMatch(/^NOTIFY_VISITORS_BRAND_ID is missing/);
  });

  test.each<[content: string, member: string, allowed: string]>([
    ['{"surplus":1}', 'surplus', 'windows, freshness, deadlineMs, '],
    [
      '{"windows":{"VISIT":{"in-flight":{"limit":"s3cret"}}}}',
      'windows.VISIT.in-flight.limit',
      'a whole number from 1',
    ],
    ['{"windows":{"VISIT":{"in-flight":{"limit":0}}}}', 'windows.VISIT.in-flight.limit', 'a whole number from 1'],
    ['{"windows":{"VISIT":{"in-flight":{"size":1}}}}', 'windows.VISIT.in-flight.size', 'limit, seconds, kind, zone'],
    [
      '{"windows":{"VISUAL_VISITOR":{"key-day":{"kind":"calendar"}}}}',
      'windows.VISUAL_VISITOR.key-day',
      'kind calendar together with a zone',
    ],
    [
      '{"windows":{"VISUAL_VISITOR":{"key-day":{"zone":"Europe/Paris"}}}}',
      'windows.VISUAL_VISITOR.key-day',
      'kind calendar together with a zone',
    ],
    [
      '{"windows":{"VISUAL_VISITOR":{"key-day":{"kind":"calendar","zone":"Mars"}}}}',
      'windows.VISUAL_VISITOR.key-day.zone',
      'an IANA time zone',
    ],
    ['{"windows":{"VISIT":{"in-flight":{"kind":"tumbling"}}}}', 'windows.VISIT.in-flight.kind', 'sliding, calendar'],
    ['{"windows":{"VISIT":2}}', 'windows.VISIT', 'windows by their names'],
    ['{"windows":{"NOBODY":{}}}', 'windows.NOBODY', 'VISUAL_VISITOR, VISIT, '],
    ['{"freshness":{"visit.visitors":{"fresh":-1}}}', 'freshness.visit.visitors.fresh', 'a whole number from 0'],
    ['{"freshness":{"visit.visitors":{"old":1}}}', 'freshness.visit.visitors.old', 'fresh, usable'],
    ['{"freshness":30}', 'freshness', 'ages by the names of endpoints'],
    ['{"deadlineMs":1.5}', 'deadlineMs', 'a whole number from 100 to 600000'],
    ['{"deadlineMs":"s3cret"}', 'deadlineMs', 'a whole number from 100 to 600000'],
    ['{"callTimeoutMs":0}', 'callTimeoutMs', 'a whole number from 50 to 600000'],
    ['{"interactiveFloor":1.1}', 'interactiveFloor', 'a number from 0 to 1'],
    ['{"maxRows":0}', 'maxRows', 'a whole number from 1'],
    ['{"notifyVisitors":{"timeZone":"Mars"}}', 'notifyVisitors.timeZone', 'an IANA time zone'],
    ['{"notifyVisitors":{"currency":"euro"}}', 'notifyVisitors.currency', 'an ISO 4217 code'],
    ['{"usage":{"detailDays":0}}', 'usage.detailDays', 'a whole number from 1 to 3660'],
    ['{"usage":{"minuteDays":7}}', 'usage.minuteDays', 'detailDays, hourDays'],
    ['{"usage":{"detailDays":91}}', 'usage', 'hourDays not below detailDays'],
    ['{"collections":{"warm":[1]}}', 'collections.warm.0', 'a list of names'],
    ['{"collections":{"cold":[]}}', 'collections.cold', 'warm'],
    ['[]', 'the file', 'windows, '],
    ['null', 'the file', 'windows, '],
  ])('in the file %s is named by its place, with what is allowed there', (content, member, allowed) => {
    const { message } = refusal({ WEIR_CONFIG: fileWith(content) });
    expect(message).toContain(`WEIR_CONFIG has a wrong or unknown member: ${member}; allowed: ${allowed}`);
    expect(message).not.toContain('s3cret');
  });

  test('in the file is told without any of its content where it is not JSON', () => {
    const { message } = refusal({ WEIR_CONFIG: fileWith('{"key": s3cret}') });
    expect(message).toBe('WEIR_CONFIG cannot be read as JSON; allowed: the path of a JSON file');
  });
});
