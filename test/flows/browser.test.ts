import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createExplorer } from '../../src/server/explorer.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { startGateway } from '../support/gateway.ts';

const chromiumPath = findChromium();

/** npm's postinstall hook has built it; where scripts were not run, it is built now. */
function ensureBuilt(): void {
  if (!createExplorer().page().contentType.startsWith('text/html')) execFileSync(process.execPath, ['web/build.ts']);
}

describe.skipIf(!chromiumPath)('a browser', () => {
  it('runs the first example against the gateway and asks no other machine', async () => {
    ensureBuilt();
    await using gateway = await startGateway();
    await using browser = await launchChromium(chromiumPath ?? '');
    const { origin } = new URL(gateway.url);
    const page = await browser.context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(gateway.url);
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'query' }).waitFor();
    gateway.takeCalls();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window .view-line', { hasText: '"expos"' }).waitFor();
    await page.locator('.result-window .view-line', { hasText: 'Harbour Build Show' }).first().waitFor();
    expect(gateway.takeCalls().some((call) => call.startsWith('VISIT GET'))).toBe(true);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    expect(gateway.violations()).toEqual([]);
  });
});
