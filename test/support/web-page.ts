import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Browser, launchChromium } from './chromium.ts';
import type { TestGateway } from './gateway.ts';

/** What went wrong on any page of a browser. */
export type Watch = { readonly complaints: string[]; readonly foreign: string[] };

/** Notes what the page complains of, and whom else it asks. */
export function watch(page: Page, origin: string, { complaints, foreign }: Watch): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) foreign.push(request.url());
  });
}

/** What the tests of a page share, once they run. */
export type PageBench = { readonly watch: Watch; readonly gateway: TestGateway; readonly browser: Browser };

/** Builds a page anew, and starts a gateway that serves it from a folder and one browser for the tests that follow. */
export function benchFor(
  name: 'board' | 'explorer',
  chromium: string | undefined,
  start: (folder: string) => Promise<TestGateway>,
): PageBench {
  const folder = mkdtempSync(join(tmpdir(), `weir-${name}-`));
  const bench: { watch: Watch; gateway?: TestGateway; browser?: Browser } = { watch: { complaints: [], foreign: [] } };
  beforeAll(async () => {
    execFileSync(process.execPath, ['web/build.ts', folder, name]);
    bench.gateway = await start(folder);
    bench.browser = await launchChromium(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    await bench.browser?.[Symbol.asyncDispose]();
    await bench.gateway?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  // The first one is the browser's own; without any it would end.
  afterEach(async () => {
    for (const page of bench.browser?.context.pages().slice(1) ?? []) await page.close();
  });
  return bench as PageBench;
}

/** Everything that the page keeps beyond itself, or shows in its address. */
export async function kept(page: Page): Promise<string> {
  return page.evaluate<string>('JSON.stringify([localStorage, document.cookie, location.href, history.state])');
}

/** Serious accessibility problems of what is shown, as axe-core sees it. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<readonly { id: string; impact: string; nodes: readonly { target: string[] }[] }[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}
