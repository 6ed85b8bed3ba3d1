import { describe, expect, it } from 'vitest';
import { READ_SCOPES, SCOPES } from '../../src/model/consumer.ts';
import { createBoard } from '../../src/server/web-page.ts';
import { findChromium } from '../support/chromium.ts';
import { startGateway } from '../support/gateway.ts';
import { benchFor, expectAccessible, kept } from '../support/web-page.ts';
import { askFor } from '../tables/ask-table.ts';
import { noteOf, openBoard, rowsOf } from './board-page.ts';

const chromiumPath = findChromium();
/** Within which a spent window must show. */
const SHOWN_MS = 2_000;
const WINDOW = 2;
const COUNTS = 'calls shared cacheHits errors throttled';

type Counts = Readonly<Record<'calls' | 'shared' | 'cacheHits' | 'errors' | 'throttled', number>>;
type Bucket = Counts & { readonly consumer: string | null; readonly operation: string | null };
type Window = { readonly name: string; readonly remaining: number; readonly limit: number };
type Quota = {
  readonly upstreams: readonly { readonly credentials: readonly { readonly windows: readonly Window[] }[] }[];
};

const consumer = (name: string, scopes: readonly string[]) => ({
  name,
  secret: `${name}-secret`,
  scopes: new Set(scopes),
});

describe.skipIf(!chromiumPath)('the board in a browser', () => {
  const bench = benchFor('board', chromiumPath, (folder) =>
    startGateway({
      board: createBoard(folder),
      consumers: [consumer('sales', SCOPES), consumer('bi', SCOPES), consumer('plain', READ_SCOPES)],
      // Longer than the tests take, so that what is spent stays spent.
      config: { windows: { NOTIFY_VISITORS: { 'users-minute': { limit: WINDOW, seconds: 600 } } } },
    }),
  );
  const open = (options: Partial<Parameters<typeof openBoard>[1]> = {}) =>
    openBoard(bench.browser.context, { url: bench.gateway.url, watch: bench.watch, ...options });
  const ask = (name: string, query: string) => bench.gateway.ask(query, { headers: { 'x-api-key': `${name}-secret` } });
  const spend = (name: string, person: string) =>
    ask(name, `query Profile { person(email: "${person}@x.example") { profile { emailOptIn } } }`);

  it('opens in sandbox mode as it is, with what is left of every window', async () => {
    const page = await open();
    await page.getByText('Live', { exact: true }).waitFor();
    const { data } = await bench.gateway.ask(
      '{ quota { upstreams { credentials { windows { name remaining limit } } } } }',
    );
    const told = data?.quota as Quota | undefined;
    const windows = (told?.upstreams ?? []).flatMap(({ credentials }) => credentials.flatMap((one) => one.windows));
    const wanted = windows.map(({ name, remaining, limit }) => [
      name,
      `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')}`,
    ]);
    const shown = await Promise.all(
      ['Visual Visitor', 'Visit', 'NotifyVisitors', 'iAdvize'].map((name) => rowsOf(page, `Windows of ${name}`)),
    );
    expect(shown.flat().toSorted()).toEqual(wanted.toSorted());
    expect(wanted).toContainEqual(['users-minute', `${WINDOW} of ${WINDOW}`]);
  });

  it('shows within two seconds that a window is spent, and says so', async () => {
    const page = await open();
    const card = page.locator('article', { hasText: 'NotifyVisitors' });
    await card.getByText(`${WINDOW} of ${WINDOW}`, { exact: true }).waitFor();
    await ask('bi', 'query Fairs { expos { nodes { name } } }');
    await ask('bi', 'query Fairs { expos { nodes { name } } }');
    await spend('sales', 'a');
    await spend('bi', 'b');
    await card.getByText(`0 of ${WINDOW}`, { exact: true }).waitFor({ timeout: SHOWN_MS });
    expect(await page.locator('#spent').textContent()).toBe('Spent: NotifyVisitors users-minute key-1');
    expect((await spend('sales', 'c')).errors[0]?.extensions.code).toBe('QUOTA_EXCEEDED');
  });

  it('tells who spent it as usage does, by consumer and by operation', async () => {
    const page = await open();
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const range = `from: "${from}", to: "${new Date().toISOString()}", resolution: DAY`;
    await page.getByLabel('Apart by').focus();
    for (const by of ['consumer', 'operation'] as const) {
      if (by === 'operation') await page.keyboard.press('ArrowDown');
      const { data } = await bench.gateway.ask(
        `{ usage(${range}, groupBy: [${by.toUpperCase()}]) { ${by} ${COUNTS} } }`,
      );
      const told = (data?.usage ?? []) as readonly Bucket[];
      const rows = told.map((bucket) => {
        const { calls, shared, cacheHits, errors, throttled } = bucket;
        const share = Math.round((100 * cacheHits) / (calls + shared + cacheHits));
        return [bucket[by], `${calls}`, `${share} %`, `${cacheHits}`, `${shared}`, `${errors}`, `${throttled}`];
      });
      expect(rows.length).toBeGreaterThan(1);
      await page.locator('.groups th', { hasText: rows[0]?.[0] ?? '' }).waitFor();
      expect((await rowsOf(page, 'Calls of the chosen time')).toSorted()).toEqual(rows.toSorted());
    }
    await page.getByText('The picture as a table').click();
    await page.locator('.buckets tbody tr').first().waitFor();
    const buckets = await rowsOf(page, 'Calls over time, UTC');
    expect(buckets.reduce((sum, [, , calls]) => sum + Number(calls), 0)).toBe(3);
  });

  it('tells who was refused, how upstreams are, and what is held', async () => {
    const headers = { 'retry-after': '600' };
    bench.gateway.sandbox.iadvize.faults.inject({ kind: 'status', status: 503, body: '', headers });
    await ask('sales', '{ conversations(first: 1) { nodes { id } } }');
    const page = await open();
    await page.getByText('no calls').waitFor();
    expect(await rowsOf(page, 'Upstreams')).toContainEqual([
      'iAdvize',
      'no calls',
      expect.stringMatching(/^\d+ ms$/),
      expect.stringMatching(/^\d+ ms$/),
      'SERVER_ERROR',
    ]);
    expect(await rowsOf(page, 'Refused operations')).toEqual([
      ['QUOTA_EXCEEDED', 'sales', '1', expect.stringMatching(/ ago$/)],
    ]);
    await ask('sales', '{ leads(product: PLUS_PERSON, first: 1) { totalCount nodes { id } } }');
    await page.getByText('visual-visitor.leads').first().waitFor();
  });

  it('says in a sentence what a key lacks, and keeps the key in this one tab', async () => {
    const page = await open();
    await page.getByLabel('Consumer key').fill('plain-secret');
    await page.keyboard.press('Enter');
    expect(await noteOf(page, '#windows')).toBe(
      'The key needs the scope quota. A key with it goes into the field above.',
    );
    expect(await noteOf(page, '#spending')).toContain('needs the scope usage');
    expect(await page.locator('.cards').isVisible()).toBe(false);
    expect(await page.locator('#live').innerText()).toBe('Not live');
    expect(await kept(page)).not.toContain('plain-secret');
    await page.reload();
    expect(await page.getByLabel('Consumer key').inputValue()).toBe('plain-secret');
    const other = await open();
    expect(await other.getByLabel('Consumer key').inputValue()).toBe('');
    await page.getByLabel('Consumer key').fill('sandbox');
    await page.keyboard.press('Enter');
    await page.getByText('Live', { exact: true }).waitFor();
    await expect.poll(() => page.locator('section[data-state=shown] .note:empty').count()).toBe(3);
  });

  it('says that it does not know a key', async () => {
    // A browser notes each answer 401.
    const page = await open({ watch: { complaints: [], foreign: bench.watch.foreign } });
    await page.getByLabel('Consumer key').fill('nobody');
    await page.getByRole('button', { name: 'Use' }).click();
    expect(await noteOf(page, '#windows')).toBe('The gateway does not know this key, or it is not valid any more.');
  });

  it.each(['light', 'dark'] as const)('can be used by everybody, on wide and narrow screens: %s', async (scheme) => {
    const page = await open({ scheme });
    await page.locator('.groups tbody tr').first().waitFor();
    await page.getByText('no calls').waitFor();
    await page.getByText('The picture as a table').click();
    await page.locator('.buckets tbody tr').first().waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('has a policy without any inline style or script, and takes no POST', async () => {
    const board = new URL('/board', bench.gateway.url);
    const { headers } = await fetch(board);
    expect(
      headers
        .get('content-security-policy')
        ?.replace(/nonce-[^']+/, 'nonce-N')
        .split('; '),
    ).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ]);
    expect((await fetch(board, { method: 'POST' })).status).toBe(405);
  });

  it('has asked no other machine, no upstream, and has complained of nothing', () => {
    expect(bench.watch).toEqual({ complaints: [], foreign: [] });
    expect(bench.gateway.violations()).toEqual([]);
  });
});

describe.skipIf(!chromiumPath)('the board while a table is read', () => {
  const SECONDS = 30;
  const bench = benchFor('board', chromiumPath, (folder) =>
    startGateway({
      board: createBoard(folder),
      env: { WEIR_SANDBOX_SIZE: '4' },
      // Of three calls bulk reading has one: the table has to wait for the second.
      config: { windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 3, seconds: SECONDS } } } },
    }),
  );

  it('tells how far it has come, and what is left under the quota, until its reader has gone', async () => {
    const reader = new AbortController();
    const query = 'query Names { leads(product: PLUS_PERSON) { nodes { id } } }';
    const response = await askFor(bench.gateway.url, { query, signal: reader.signal });
    const page = await openBoard(bench.browser.context, { url: bench.gateway.url, watch: bench.watch });
    await page.getByText('for anonymous, begun').waitFor();
    expect(await rowsOf(page, 'Tables being read')).toEqual([
      ['Names', expect.stringMatching(/^200 of \d+$/), '1', `${2 * SECONDS} s`],
    ]);
    expect(await page.locator('.whose').innerText()).toMatch(
      /Its start: simulators \d+\sms, store \d+\sms, listen \d+\sms/,
    );
    await expectAccessible(page);
    reader.abort();
    await expect(response.text()).rejects.toThrow();
    await page.getByText('Nobody pulls a table.').waitFor();
    expect(bench.watch).toEqual({ complaints: [], foreign: [] });
  });
});
