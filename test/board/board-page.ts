import type { BrowserContext, Page } from 'playwright-core';
import { type Watch, watch } from '../support/web-page.ts';

export type OpenOptions = { readonly url: string; readonly watch: Watch; readonly scheme?: 'light' | 'dark' };

/** Opens the board in a new browser tab. */
export async function openBoard(context: BrowserContext, options: OpenOptions): Promise<Page> {
  const page = await context.newPage();
  watch(page, new URL(options.url).origin, options.watch);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: options.scheme ?? 'light' });
  await page.goto(new URL('/board', options.url).href);
  return page;
}

/** What is said above a section. */
export async function noteOf(page: Page, section: string): Promise<string> {
  const note = page.locator(`${section} .note`);
  await page.locator(`${section} .note:not(:empty)`).waitFor();
  return note.innerText();
}

/** The rows of a table by its caption: of each cell the text, without what is said below it. */
export async function rowsOf(page: Page, caption: string): Promise<readonly (readonly string[])[]> {
  const rows = await page
    .locator('table', { has: page.locator('caption', { hasText: new RegExp(`^${caption}$`) }) })
    .locator('tbody tr')
    .all();
  const texts = rows.map(async (row) => row.locator('.words').allTextContents());
  return (await Promise.all(texts)).map((cells) => cells.map((text) => text.replaceAll('\u00a0', ' ')));
}
