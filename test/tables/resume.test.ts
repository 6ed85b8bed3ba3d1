import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { PROVING, runs } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { ARROW, arrowRows, askFor, askTable, CSV, NDJSON, ndjsonRows, type TableQuery } from './ask-table.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ env: { WEIR_SANDBOX_SIZE: PROVING ? '20' : '4' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const expo = (): string => gateway.sandbox.visit.truth.expos()[1]?.id ?? '';
const QUERY = `query ($expo: ID!, $most: Int) { visitors(expoId: $expo, first: $most) { nodes { sourceId tags contact { lastName } partner { name } } } }`;

/** Takes rows until it has so many complete ones, and goes away; the rows, and the token to go on with. */
async function takeSome(
  table: TableQuery,
  most: number,
): Promise<{ readonly lines: readonly string[]; readonly token: string }> {
  const response = await askFor(gateway.url, table);
  const decoder = new TextDecoder();
  let text = '';
  const whole = (): readonly string[] => text.split('\n').slice(0, -1);
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (whole().length > most) break;
  }
  return { lines: whole().slice(0, most), token: response.headers.get('weir-table') ?? '' };
}

describe.each(['json', 'rows'])('a table with nested=%s that breaks off again and again', (nested) => {
  test('is in the end the table that nobody interrupts, and no page is read twice', async () => {
    const table = { query: QUERY, variables: { expo: expo() }, accept: NDJSON };
    const whole = ndjsonRows((await askTable(gateway.url, { ...table, options: `nested=${nested}` })).text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { minLength: 20, maxLength: 20 }), async (places) => {
        gateway.app.clearHeld();
        gateway.takeCalls();
        const lines: string[] = [];
        let options = `nested=${nested}`;
        for (const place of [...new Set(places)].sort((a, b) => a - b)) {
          const some = await takeSome({ ...table, options }, place - lines.length);
          lines.push(...some.lines);
          options = `nested=${nested}&resume=${some.token}&rows=${lines.length}`;
        }
        lines.push(...(await askTable(gateway.url, { ...table, options })).text.split('\n').slice(0, -1));
        expect(lines.map((line) => JSON.parse(line))).toEqual(whole);
        const calls = gateway.takeCalls();
        expect(new Set(calls).size).toBe(calls.length);
      }),
      { ...runs(1, 5), endOnFailure: true },
    );
  });
});

test('CSV goes on without its header, Arrow as a stream of its own, and `first` counts from the beginning', async () => {
  const table = { query: QUERY, variables: { expo: expo(), most: 150 } };
  const whole = await askTable(gateway.url, table);
  const resume = `resume=${whole.headers.get('weir-table')}&rows=130`;
  const rest = await askTable(gateway.url, { ...table, options: resume, accept: CSV });
  expect(whole.text.endsWith(rest.text)).toBe(true);
  expect(rest.text.split('\r\n')).toHaveLength(21);
  const arrow = await askTable(gateway.url, { ...table, options: resume, accept: ARROW });
  expect(arrowRows(arrow.bytes)).toHaveLength(20);
  const again = await askTable(gateway.url, { ...table, options: resume.replace('130', '0') });
  expect(again.text).toBe(whole.text);
});

test.each([
  ['another query', { query: QUERY.replace('tags', 'language') }, (token: string) => `resume=${token}&rows=1`],
  ['other rows', { query: QUERY }, (token: string) => `resume=${token}&rows=1&nested=rows`],
  ['a token that nobody gave', { query: QUERY }, () => 'resume=0&rows=1'],
  ['a token without rows', { query: QUERY }, (token: string) => `resume=${token}`],
])('%s goes on with no table', async (_what, table, options) => {
  const first = await askTable(gateway.url, { query: QUERY, variables: { expo: expo(), most: 5 } });
  const token = first.headers.get('weir-table') ?? '';
  const refused = await askTable(gateway.url, {
    ...table,
    variables: { expo: expo(), most: 5 },
    options: options(token),
  });
  expect(refused.status).toBe(400);
  expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('what was fresh when a table began is so when it goes on, however late; a new table reads it again', async () => {
  const clock = createVirtualClock();
  await using late = await startGateway({ clock });
  const expo = late.sandbox.visit.truth.expos()[1]?.id ?? '';
  const table = { query: QUERY, variables: { expo } };
  const whole = await askTable(late.url, table);
  expect(late.takeCalls().length).toBeGreaterThan(1);
  // Lists of Visit are fresh for 30 seconds.
  clock.advance(600_000);
  const options = `resume=${whole.headers.get('weir-table')}&rows=20`;
  const rest = await askTable(late.url, { ...table, options });
  expect(whole.text.endsWith(rest.text)).toBe(true);
  expect(late.takeCalls()).toEqual([]);
  expect((await askTable(late.url, table)).text).toBe(whole.text);
  expect(late.takeCalls()).not.toEqual([]);
});
