import type { Draws } from './draws.ts';
import { type MalformedRequest, nest, posted, SECRET, VALID, VALID_TEXT } from './well-formed-request.ts';

/** Some of its bytes lost, doubled or replaced. */
export function damage(text: string, draws: Draws): Buffer {
  let bytes = Buffer.from(text);
  for (let times = 1 + draws.below(6); times > 0; times -= 1) {
    const at = draws.below(bytes.length + 1);
    const length = draws.below(8);
    const put = draws.pick([draws.bytes(length), bytes.subarray(at, at + length), Buffer.alloc(0)]);
    bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + draws.pick([0, 1, length]))]);
  }
  return bytes;
}

/** JSON texts for where another kind of value belongs. Numbers beyond all bounds and repeated keys have no value to print. */
export function wrongValue(draws: Draws): string {
  return draws.pick<() => string>([
    () =>
      draws.pick(['null', 'true', '0', '-1', '1e999', '1e-999', '123456789012345678901234567890', '""', '[]', '{}']),
    () => JSON.stringify(draws.text(draws.below(40))),
    () => `"${SECRET}"`,
    () => `["${SECRET}", {"${SECRET}": null}]`,
    () => `{"__proto__": {"query": "${SECRET}"}, "constructor": {"prototype": {"data": 1}}, "toString": null}`,
    () => nest(1 + draws.below(3_000), '[', '', ']'),
    () => nest(1 + draws.below(3_000), '{"a":', '1', '}'),
    () =>
      `{"first": ${draws.pick(['1.5', '-1', '1e99', '"1"', '[1]', '{"a":1}', 'null', 'true'])}, "reference": ["${SECRET}"]}`,
    () => `{"first": 1, "first": "${SECRET}"}`,
    () => `"${'x'.repeat(draws.below(5_000))}"`,
    () => '"\\ud800"',
    () => '"\\u0000"',
    () => VALID_TEXT,
  ])();
}

export function wrongMembers(draws: Draws): MalformedRequest {
  const members = Object.entries(VALID).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const wrong = members.map(([name, text]) => `"${name}":${draws.below(3) === 0 ? wrongValue(draws) : text}`);
  const kept = wrong.filter(() => draws.below(8) > 0);
  const extra =
    draws.below(4) === 0 ? [`"${draws.pick(['__proto__', 'constructor', 'id', 'saved'])}":${wrongValue(draws)}`] : [];
  return posted(`{${[...kept, ...extra].join(',')}}`);
}

export function wrongExtensions(draws: Draws): MalformedRequest {
  const name = draws.pick(['cache', 'persistedQuery', 'cost', 'dryRun', 'admission', 'saved', '__proto__']);
  const inside = draws.pick(['maxAge', 'staleIfError', 'mode', 'version', 'sha256Hash', '__proto__']);
  const value = draws.pick([wrongValue(draws), `{"${inside}":${wrongValue(draws)}}`]);
  const query = draws.pick([`"query":${JSON.stringify(VALID.query)},`, '']);
  return posted(`{${query}"extensions":{"${name}":${value}}}`);
}

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '=',
  '|',
  '&',
  '...',
  '@',
  '$',
  '"',
  '"""',
  '#',
  ',',
  '\\',
  '\n',
  '\u0000',
  '\ufeff',
  'query',
  'mutation',
  'subscription',
  'fragment F on Query',
  'on',
  'expos',
  'nodes',
  'id',
  '__typename',
  '__schema',
  'first',
  '1',
  '1.5e',
  '-0',
  'null',
  'true',
  '$first',
  '@skip(if: true)',
  '@include',
  'extend',
  'type',
  'schema',
  '"text"',
  '\ud800',
  '\u{1f600}',
] as const;

/** Words of GraphQL in an order of their own. */
export function wordSalad(draws: Draws): MalformedRequest {
  const start = draws.pick(['', '{ expos { nodes { id ', 'query Q($first: Int) { ', VALID.query]);
  const words = Array.from({ length: draws.below(60) }, () => draws.pick(PIECES)).join(draws.pick(['', ' ']));
  return posted(JSON.stringify({ query: start + words, variables: draws.pick([null, { first: 1 }]) }));
}

export function encoded(draws: Draws): MalformedRequest {
  return draws.pick<() => MalformedRequest>([
    () => posted(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(VALID_TEXT)])),
    () => posted(Buffer.from(VALID_TEXT, 'utf16le')),
    () => posted(Buffer.concat([Buffer.from('{"query":"'), draws.bytes(20), Buffer.from('"}')])),
    () => posted(VALID_TEXT.replace(SECRET, `\\ud800${SECRET}\\udfff`)),
    () => posted(VALID_TEXT, { 'content-encoding': draws.pick(['gzip', 'br', 'identity', 'x', '']) }),
    () =>
      posted(VALID_TEXT, {
        'content-type': `application/json; charset=${draws.pick(['utf-16', 'latin1', '"utf-8"', '', 'utf-8; charset=x'])}`,
      }),
  ])();
}

export function large(draws: Draws): MalformedRequest {
  return posted(
    draws.pick<() => string>([
      () => `{"query":"{__typename}","variables":{"x":"${'x'.repeat(draws.below(1_200_000))}"}}`,
      () => nest(draws.below(100_000), '[', '', ']'),
      () => nest(draws.below(50_000), '{"query":', '1', '}'),
      () => `{"query":"${'{a'.repeat(draws.below(50_000))}"}`,
      () => `{"query":"{__typename}","variables":{"x":[${'1e999,'.repeat(draws.below(50_000))}1]}}`,
      () =>
        `{"query":"query($x:[ID!]!){nodes(ids:$x){id}}","variables":{"x":[${'{"a":1},'.repeat(draws.below(20_000))}1]}}`,
      () => `[${`${VALID_TEXT},`.repeat(draws.below(500))}${VALID_TEXT}]`,
    ])(),
  );
}
