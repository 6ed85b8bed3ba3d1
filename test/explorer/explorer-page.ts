import type { BrowserContext, Page, Request } from 'playwright-core';
import type { Answer } from '../support/gateway.ts';
import { type Watch, watch } from '../support/web-page.ts';

export type OpenOptions = {
  readonly url: string;
  readonly watch: Watch;
  /** What an earlier page has stored is kept. */
  readonly again?: boolean;
  readonly scheme?: 'light' | 'dark';
};

/** Opens the explorer in a new browser tab, as on a first visit. */
export async function openExplorer(context: BrowserContext, options: OpenOptions): Promise<Page> {
  const { url, again = false, scheme = 'light' } = options;
  const page = await context.newPage();
  watch(page, new URL(url).origin, options.watch);
  if (!again) await page.addInitScript('localStorage.clear()');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(url);
  await page.locator('.graphiql-query-editor .view-line', { hasText: 'query' }).waitFor();
  return page;
}

export type Asked = { readonly answer: Answer; readonly headers: Record<string, string>; readonly url: string };

/** Whether it is an operation of the user's. */
function isAsked(request: Request): boolean {
  return request.method() === 'POST' && request.postData()?.includes('IntrospectionQuery') === false;
}

/** Does something that asks the gateway, and gives what it was asked and what it said. */
export async function asking(page: Page, act: () => Promise<void>): Promise<Asked> {
  const [response] = await Promise.all([page.waitForResponse((one) => isAsked(one.request())), act()]);
  const request = response.request();
  return { answer: (await response.json()) as Answer, headers: await request.allHeaders(), url: request.url() };
}

export const run = (page: Page): Promise<Asked> => asking(page, () => page.locator('.graphiql-execute-button').click());

/** The line above the report; waits until it begins so. */
export async function summary(page: Page, beginning: string): Promise<string> {
  const line = page.getByRole('status').filter({ hasText: new RegExp(`^${beginning}`) });
  return (await line.innerText()).replaceAll('\u00a0', ' ');
}

/** The rows of a table of the report, cell by cell; none if there is no such table. */
export async function tableRows(page: Page, caption: string): Promise<readonly (readonly string[])[]> {
  const rows = await page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tbody tr')
    .all();
  const cells = rows.map(async (row) =>
    (await row.locator('th, td').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ')),
  );
  return Promise.all(cells);
}
