import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExplorer, type Explorer } from '../../src/server/explorer.ts';
import { examples } from '../../web/explorer/examples.ts';
import { type Browser, findChromium, launchChromium } from '../support/chromium.ts';
import { type ExplorerServer, loadSchema, startExplorerServer } from './explorer-server.ts';

const directory = mkdtempSync(join(tmpdir(), 'weir-explorer-'));
let explorer: Explorer;

beforeAll(() => {
  execFileSync(process.execPath, ['web/build.ts', directory]);
  explorer = createExplorer(directory);
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the examples', () => {
  it.each(examples)('$name is valid and has its name as operation name', ({ name, query }) => {
    const document = parse(query);
    expect(validate(loadSchema(), document)).toEqual([]);
    expect(document.definitions).toMatchObject([{ kind: 'OperationDefinition', name: { value: name } }]);
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
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "worker-src 'self'",
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

const chromiumPath = findChromium();

describe.skipIf(!chromiumPath)('the explorer in a browser', () => {
  let server: ExplorerServer;

  beforeAll(async () => {
    server = await startExplorerServer(explorer);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });

  const launch = () => launchChromium(chromiumPath ?? '');
  const openPage = async (browser: Browser) => {
    const page = await browser.context.newPage();
    const complaints: string[] = [];
    const foreignRequests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) foreignRequests.push(request.url());
    });
    await page.goto(`${server.origin}/graphql`);
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'query' }).waitFor();
    return { page, complaints, foreignRequests };
  };
  const tabTitles = (page: Page) => page.locator('[role=tab]').allInnerTexts();
  const storedIn = (page: Page) =>
    page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, document.cookie])');
  const names = examples.map(({ name }) => name);

  it('runs the first example, opens the docs, and asks no other origin', async () => {
    await using browser = await launch();
    const { page, complaints, foreignRequests } = await openPage(browser);
    expect(await tabTitles(page)).toEqual(names);
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window .view-line', { hasText: '"data"' }).waitFor();
    await page.locator('.result-window .view-line', { hasText: '"expos"' }).waitFor();
    expect(server.operations).toContainEqual({ authorization: undefined, operationName: names[0] });
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer-content', { hasText: 'Query' }).waitFor();
    await page.screenshot({ path: join(tmpdir(), 'graphiql.png') });
    expect(foreignRequests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('runs the operation of a tab that was opened only just now', async () => {
    await using browser = await launch();
    const { page } = await openPage(browser);
    for (const [index, field] of ['"leads"', '"operators"'].entries()) {
      const name = names[index + 1] ?? '';
      await page.getByRole('tab', { name }).click();
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.result-window .view-line', { hasText: field }).waitFor();
      expect(server.operations.at(-1)?.operationName).toBe(name);
    }
  });

  it('sends the key given in one tab from all of them, and never stores it', async () => {
    await using browser = await launch();
    const { page, complaints } = await openPage(browser);
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor').click();
    await page.keyboard.insertText('{"Authorization": "Bearer not-to-be-stored"}');
    const runAs = async (operationName: string | undefined) => {
      await page.locator('.graphiql-execute-button').click();
      const expected = { authorization: 'Bearer not-to-be-stored', operationName };
      await expect.poll(() => server.operations.at(-1)).toEqual(expected);
    };
    await runAs(names[0]);
    await page.locator('.result-window .view-line', { hasText: '"expos"' }).waitFor();
    await page.getByRole('tab', { name: names[1] ?? '' }).click();
    await page.locator('.graphiql-editor-tool .view-line', { hasText: 'not-to-be-stored' }).waitFor();
    await runAs(names[1]);
    await page.locator('.result-window .view-line', { hasText: '"leads"' }).waitFor();
    // GraphiQL writes half a second after the change.
    await expect.poll(() => storedIn(page)).toContain('graphiql:queries');
    await expect.poll(() => storedIn(page)).toContain('graphiql:tabState');
    expect(await storedIn(page)).not.toContain('not-to-be-stored');
    expect(complaints).toEqual([]);
  });

  it("opens the user's own tabs on the next visit", async () => {
    await using browser = await launch();
    const first = await openPage(browser);
    await first.page.getByRole('button', { name: 'Close Tab' }).first().click();
    await expect.poll(() => tabTitles(first.page)).toEqual(names.slice(1));
    await expect.poll(() => storedIn(first.page)).toContain('graphiql:tabState');
    await expect.poll(() => storedIn(first.page)).not.toContain(names[0]);
    await first.page.close();
    const second = await openPage(browser);
    expect(await tabTitles(second.page)).toEqual(names.slice(1));
  });
});
