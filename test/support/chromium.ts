import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed browser, or undefined to skip the test. With CI=true its absence is an error, so that none skips there. */
export function findChromium(): string | undefined {
  const path = [process.env.CHROMIUM_PATH, ...candidates].find((candidate) => candidate && existsSync(candidate));
  if (path) return path;
  const message = 'Chromium is not installed (apt-get install -y chromium, or set CHROMIUM_PATH)';
  if (process.env.CI === 'true') throw new Error(message);
  process.stderr.write(`SKIPPED browser tests: ${message}\n`);
  return undefined;
}

export type Browser = AsyncDisposable & { readonly context: BrowserContext };

/** A browser with a profile of its own, empty at first and removed afterwards. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'weir-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: launchArguments,
    viewport: { width: 1440, height: 900 },
  });
  // Below the test runner's limit, so that a failure names the element that was waited for.
  context.setDefaultTimeout(15_000);
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
