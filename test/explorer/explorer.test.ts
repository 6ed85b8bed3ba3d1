import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExplorer, type WebPage } from '../../src/server/web-page.ts';
import { firstTabs, tasks } from '../../web/explorer/examples/tasks.ts';
import { product } from '../support/product-schema.ts';

const directory = mkdtempSync(join(tmpdir(), 'weir-explorer-'));
let explorer: WebPage;

beforeAll(() => {
  execFileSync(process.execPath, ['web/build.ts', directory, 'explorer']);
  explorer = createExplorer(directory);
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the examples', () => {
  const examples = tasks.flatMap((task) => task.examples);

  it.each(examples)('$name is valid and has its name as operation name', ({ name, query }) => {
    const document = parse(query);
    expect(validate(product, document)).toEqual([]);
    expect(document.definitions).toMatchObject([{ kind: 'OperationDefinition', name: { value: name } }]);
  });

  it('are at least two for each task, under names of their own, and open the first visit', () => {
    for (const task of tasks) expect(task.examples.length).toBeGreaterThanOrEqual(2);
    const names = examples.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...firstTabs]));
  });
});

describe('the explorer over HTTP', () => {
  const assetPaths = () =>
    [
      ...explorer
        .page()
        .body.toString()
        .matchAll(/(?:src|href)="([^"]+)"/g),
    ].map(([, path]) => path ?? '');

  it('allows no foreign origin, no inline script and no eval', () => {
    const { headers } = explorer.page();
    expect(headers['content-security-policy']?.replace(/nonce-[^']+/, 'nonce-N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "style-src-attr 'unsafe-inline'",
      "font-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('gives every page a nonce of its own, the same in header and markup', () => {
    const pages = [explorer.page(), explorer.page()];
    const nonces = pages.map(
      ({ headers }) => /nonce-([^']+)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none',
    );
    expect(new Set(nonces).size).toBe(2);
    pages.forEach(({ body }, i) => {
      expect(body.toString()).toContain(`nonce="${nonces[i]}"`);
    });
  });

  it('serves everything the page names, for ever, and compressed only where accepted', () => {
    expect(assetPaths().length).toBeGreaterThan(2);
    for (const path of assetPaths()) {
      const plain = explorer.asset(path);
      expect(plain?.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
      expect(plain?.headers).not.toHaveProperty('content-encoding');
      const compressed = explorer.asset(path, 'br, gzip;q=0.8');
      expect(compressed?.headers).toMatchObject({ 'content-encoding': 'gzip' });
      expect(gunzipSync(compressed?.body ?? '')).toEqual(plain?.body);
      expect(explorer.asset(path, 'gzip;q=0, identity')).toEqual(plain);
    }
  });

  it.each([
    '/explorer/',
    '/explorer/index.html',
    '/explorer/../package.json',
    '/explorer/unknown.js',
    '/index.html',
    '/graphql',
  ])('has no asset at %s', (path) => expect(explorer.asset(path)).toBeUndefined());

  it('says how to build it where it is not built', () => {
    const page = createExplorer(join(directory, 'missing')).page();
    expect(page.contentType).toBe('text/plain; charset=utf-8');
    expect(page.body.toString()).toContain('npm run explorer');
  });
});
