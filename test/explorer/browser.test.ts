import { describe, expect, it } from 'vitest';
import { READ_SCOPES } from '../../src/model/consumer.ts';
import { sumOf } from '../../src/server/estimates/tally.ts';
import { createExplorer } from '../../src/server/web-page.ts';
import { firstTabs, tasks } from '../../web/explorer/examples/tasks.ts';
import { findChromium } from '../support/chromium.ts';
import { startGateway } from '../support/gateway.ts';
import { benchFor, expectAccessible, kept } from '../support/web-page.ts';
import { asking, openExplorer, run, summary, tableRows } from './explorer-page.ts';

const chromiumPath = findChromium();
const NAMES: Readonly<Record<string, string>> = {
  VISUAL_VISITOR: 'Visual Visitor',
  VISIT: 'Visit',
  NOTIFY_VISITORS: 'NotifyVisitors',
  IADVIZE: 'iAdvize',
};

type Window = { readonly name: string; readonly remaining: number; readonly limit: number };
const NONE: Window = { name: '', remaining: 0, limit: 0 };

function rangeOf({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (max === null) return `${min} or more`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

describe.skipIf(!chromiumPath)('the explorer in a browser', () => {
  const plain = { name: 'plain', secret: 'plain-secret', scopes: new Set<string>(READ_SCOPES) };
  const bench = benchFor('explorer', chromiumPath, (folder) =>
    startGateway({ explorer: createExplorer(folder), consumers: [plain] }),
  );
  const open = (options: Partial<Parameters<typeof openExplorer>[1]> = {}) =>
    openExplorer(bench.browser.context, { url: bench.gateway.url, watch: bench.watch, ...options });

  it('shows with Cost what the server would call, what is held, and what would remain', async () => {
    const page = await open();
    const name = 'CompaniesBack';
    await page.getByRole('button', { name: 'Show Examples' }).click();
    await page.locator('.weir-examples').getByRole('button', { name }).click();
    bench.gateway.takeCalls();
    await page.getByRole('button', { name: /^Cost/ }).focus();
    const { answer } = await asking(page, () => page.keyboard.press('Enter'));
    const { cost, plan = [] } = answer.extensions;
    expect(bench.gateway.takeCalls()).toEqual([]);
    expect(await summary(page, name)).toContain(`would cost ${rangeOf(cost.estimated)} call`);
    expect(await tableRows(page, 'Calls per upstream')).toEqual(
      Object.entries(cost.estimated.byUpstream).map(([upstream, calls]) => [NAMES[upstream], rangeOf(calls)]),
    );
    const reads = await tableRows(page, 'Reads');
    expect(reads.map(([, calls, held]) => [calls, held?.startsWith('held')])).toEqual(
      plan.map(({ calls, fromCache }) => [rangeOf(calls), fromCache]),
    );
    const spending = plan.filter(({ windows = [] }) => windows.includes('ip-20m'));
    const needed = sumOf(spending);
    const { remaining, limit } = (cost.windows as readonly Window[]).find((one) => one.name === 'ip-20m') ?? NONE;
    expect(needed.min).toBeGreaterThan(0);
    expect(await tableRows(page, 'Windows')).toContainEqual([
      'Visual Visitor ip-20m (key-1)',
      `${remaining} of ${limit}`,
      rangeOf({ min: remaining - (needed.max ?? 0), max: remaining - needed.min }),
    ]);
  });

  it('runs each example without an error, and shows the calls that reached the upstreams', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Show Examples' }).click();
    for (const { name } of tasks.flatMap((task) => task.examples)) {
      await page.locator('.weir-examples').getByRole('button', { name }).click();
      bench.gateway.takeCalls();
      const { answer } = await run(page);
      expect({ name, errors: answer.errors ?? [] }).toEqual({ name, errors: [] });
      const left = bench.gateway.takeCalls().map((call) => NAMES[call.split(' ')[0] ?? '']);
      expect(await summary(page, name)).toContain(`${left.length} call`);
      const rows = await tableRows(page, 'Calls in time');
      const shown = rows.map(([called = '']) =>
        Object.values(NAMES).find((upstream) => called.startsWith(`${upstream} `)),
      );
      expect(shown.toSorted()).toEqual(left.toSorted());
      for (const [, , , , outcome] of rows) expect(outcome).toMatch(/^(OK|NOT_FOUND)$/);
    }
    expect(bench.gateway.violations()).toEqual([]);
  });

  it('tells what was held, how old it is, and what is left', async () => {
    const page = await open();
    await run(page);
    const { answer } = await run(page);
    const { trace, freshness, cost } = answer.extensions;
    await expect.poll(() => summary(page, firstTabs[0] ?? '')).toContain(`: ${cost.actual} call`);
    await expect
      .poll(() => tableRows(page, 'Held, without a call'))
      .toEqual(
        trace?.held.map(({ reads, ageSeconds, endpoint }) => [
          expect.stringContaining(endpoint),
          `${ageSeconds} s`,
          `${reads}`,
          'young enough',
        ]),
      );
    expect((await tableRows(page, 'Age of what was held')).map(([path]) => path)).toEqual(
      freshness.map(({ path }) => path.join('.')),
    );
    expect(trace?.held.length).toBeGreaterThan(0);
  });

  it('sends the key of the field from every tab, and keeps it in this one browser tab', async () => {
    const page = await open();
    await page.getByLabel('Consumer key').fill('sandbox');
    await page.keyboard.press('Enter');
    for (const name of firstTabs.slice(0, 2)) {
      await page.locator('.graphiql-tab-button', { hasText: name }).click();
      const { headers, url } = await run(page);
      expect(headers).toMatchObject({ 'x-api-key': 'sandbox' });
      expect(url).toBe(bench.gateway.url);
    }
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor').click();
    await page.keyboard.insertText('{"Authorization": "Bearer sandbox"}');
    const { headers } = await run(page);
    expect(headers).toMatchObject({ authorization: 'Bearer sandbox' });
    expect(headers).not.toHaveProperty('x-api-key');
    // GraphiQL writes half a second after a change.
    await expect.poll(() => kept(page)).toContain('graphiql:queries');
    await expect.poll(() => kept(page)).toContain('graphiql:tabState');
    expect(await kept(page)).not.toContain('sandbox');
    await page.reload();
    expect(await page.getByLabel('Consumer key').inputValue()).toBe('sandbox');
    const other = await open();
    expect(await other.getByLabel('Consumer key').inputValue()).toBe('');
  });

  it('does without the single calls for a key that may not see them', async () => {
    const page = await open({ watch: { complaints: [], foreign: bench.watch.foreign } });
    await page.getByLabel('Consumer key').fill('plain-secret');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show Examples' }).click();
    await page.locator('.weir-examples').getByRole('button', { name: 'RegistrationsByExpo' }).click();
    await page.locator('.graphiql-execute-button').click();
    expect(await summary(page, 'RegistrationsByExpo')).toMatch(/: \d+ calls? ·/);
    await page.getByText('told to keys with the scope trace').waitFor();
    expect(await tableRows(page, 'Calls in time')).toEqual([]);
  });

  it("opens the user's own tabs on the next visit", async () => {
    const titles = '.graphiql-tab-button';
    const first = await open();
    expect(await first.locator(titles).allInnerTexts()).toEqual(firstTabs);
    await first.getByRole('button', { name: 'Close Tab' }).first().click();
    await expect.poll(() => kept(first)).toContain('graphiql:tabState');
    await expect.poll(() => kept(first)).not.toContain(firstTabs[0]);
    const second = await open({ again: true });
    expect(await second.locator(titles).allInnerTexts()).toEqual(firstTabs.slice(1));
  });

  it.each(['light', 'dark'] as const)('can be used by everybody, on wide and narrow screens: %s', async (scheme) => {
    const page = await open({ scheme });
    await asking(page, () => page.getByRole('button', { name: /^Cost/ }).click());
    await page.getByText('would cost').waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer-content', { hasText: 'Query' }).waitFor();
    await expectAccessible(page);
    await run(page);
    await summary(page, `${firstTabs[0]}:`);
    await page.getByRole('button', { name: 'Show Examples' }).click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('has asked no other machine, and has complained of nothing', () => {
    expect(bench.watch).toEqual({ complaints: [], foreign: [] });
  });
});
