import type { Fault } from '../../src/sandbox/kit/faults.ts';

/** Stands in every faulty answer, in its body and in its headers, and must come out nowhere. */
export const MARKER = 'UPSTREAM-WORDS-5c1e';

export type Case = {
  readonly name: string;
  readonly fault: Fault;
  /** The codes that the field may fail with. */
  readonly codes: readonly string[];
  /** Whether it ends only when the call has had its time. */
  readonly hangs?: true;
  /** How long the gateway leaves the upstream alone after it, seconds. */
  readonly pause?: number;
};

const BAD = ['UPSTREAM_BAD_RESPONSE'];
const DOWN = ['UPSTREAM_UNAVAILABLE'];
const LIMITED = ['UPSTREAM_RATE_LIMITED'];
/** A repeat may still be under way at the deadline. */
const SLOW = ['UPSTREAM_TIMEOUT', 'DEADLINE_EXCEEDED'];
const HUNDRED_MB = 100_000_000;
const DAY = 86_400;

const HEADERS = {
  'x-detail': MARKER,
  'set-cookie': [`a=${MARKER}`, `b=${MARKER}`],
  'alt-svc': `h2="${MARKER}:443"`,
};
const JSON_WORDS = JSON.stringify({ error: { code: MARKER, message: MARKER } });
const HTML = `<!doctype html><meta http-equiv="refresh" content="0;url=http://127.0.0.1/${MARKER}"><title>${MARKER}</title>`;
const AS_HTML = { ...HEADERS, 'content-type': 'text/html' };

function status(
  code: number,
  codes: readonly string[],
  rest: Partial<Case> & { headers?: object; body?: string } = {},
): Case {
  const { headers = {}, body = JSON_WORDS, ...more } = rest;
  const fault: Fault = { kind: 'status', status: code, body, headers: { ...HEADERS, ...headers } };
  return { name: `status ${code}`, fault, codes, ...more };
}

function body(name: string, text: string, codes: readonly string[] = BAD): Case {
  return { name, fault: { kind: 'body', body: text, headers: HEADERS }, codes };
}

/** A whole answer as bytes; `head` follows the status line. */
function raw(name: string, bytes: string, codes: readonly string[], hangs?: true): Case {
  return { name, fault: { kind: 'raw', bytes, close: hangs === undefined }, codes, ...(hangs && { hangs }) };
}

const answer = (head: string, text: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-detail: ${MARKER}\r\n${head}\r\n\r\n${text}`;

const STATUSES: readonly Case[] = [
  ...[400, 405, 410, 422].map((code) => status(code, ['UPSTREAM_REJECTED'])),
  status(401, ['UPSTREAM_UNAUTHORIZED']),
  status(403, ['UPSTREAM_FORBIDDEN'], { pause: 300 }),
  ...[500, 502, 503, 504, 999].map((code) => status(code, DOWN)),
  status(502, DOWN, { name: 'HTML with 502', body: HTML, headers: AS_HTML }),
  status(503, DOWN, { name: '503 with Retry-After', headers: { 'retry-after': '1800' }, pause: 1_800 }),
  status(503, DOWN, { name: '503 with Retry-After of years', headers: { 'retry-after': '999999999' }, pause: 3_600 }),
  ...[204, 205, 304].map((code) => status(code, BAD, { body: '' })),
];

const SLOWNESS: readonly Case[] = [
  { name: 'no answer', fault: { kind: 'black-hole' }, codes: SLOW, hangs: true },
  { name: 'late headers', fault: { kind: 'delay-headers', ms: 600_000 }, codes: SLOW, hangs: true },
  { name: 'late body', fault: { kind: 'delay-body', ms: 600_000 }, codes: SLOW, hangs: true },
  {
    name: 'drips',
    fault: { kind: 'drip', text: `"${MARKER}",`, everyMs: 3, headers: HEADERS },
    codes: SLOW,
    hangs: true,
  },
  raw('a flood of 1xx', `HTTP/1.1 102 Processing\r\nx-detail: ${MARKER}\r\n\r\n`.repeat(1_000), SLOW, true),
];

const BROKEN: readonly Case[] = [
  { name: 'reset', fault: { kind: 'reset' }, codes: DOWN },
  { name: 'truncated', fault: { kind: 'truncated', headers: HEADERS }, codes: DOWN },
  { name: '500, truncated', fault: { kind: 'truncated', status: 500, headers: HEADERS }, codes: DOWN },
  raw('no HTTP', `${MARKER}\r\n\r\n`, DOWN),
  raw('two content lengths', answer('content-length: 5\r\ncontent-length: 6', `"${MARKER}"`), DOWN),
  raw('a length and chunks', answer('content-length: 5\r\ntransfer-encoding: chunked', `5\r\n"${MARKER}"`), DOWN),
  raw('a broken chunk', answer('transfer-encoding: chunked', `5\r\n"${MARKER}"\r\n0\r\n\r\n`), DOWN),
  raw('a length too great', answer('content-length: 500', JSON_WORDS), DOWN),
  raw('a length too small', answer('content-length: 7', JSON_WORDS), BAD),
  raw('no length', answer('connection: close', JSON_WORDS.slice(0, -1)), BAD),
  raw('a flood of headers', answer(`x-flood: ${MARKER.repeat(5_000)}\r\ncontent-length: 2`, '{}'), DOWN),
  raw('a control character in a header', answer(`x-odd: ${MARKER}\u0001\0\r\ncontent-length: 2`, '{}'), DOWN),
  raw('bytes that are no UTF-8', answer('content-length: 12', `{"a":\xff\xfe\xc0\x80}`.padEnd(12)), BAD),
];

const BODIES: readonly Case[] = [
  body('malformed JSON', `{"data":[{"id":"${MARKER}"`),
  body('two JSON texts', `{"e":"${MARKER}"}{}`),
  body('an empty body', ''),
  body('a blank body', ' \n '),
  ...['null', '42', 'true', `"${MARKER}"`].map((text) => body(`JSON ${text}`, text)),
  body('the wrong shape', JSON.stringify({ [MARKER]: [{ id: MARKER }], items: MARKER, data: MARKER, pagination: 7 })),
  body('prototypes', `{"__proto__":{"items":["${MARKER}"]},"constructor":{"prototype":"${MARKER}"}}`),
  body(
    'an error inside 200',
    JSON.stringify({ status: 'error', message: MARKER, meta: { status: 'error', message: MARKER }, error: MARKER }),
    [...BAD, ...DOWN, 'UPSTREAM_REJECTED'],
  ),
  {
    name: 'HTML with 200',
    fault: { kind: 'body', body: HTML, contentType: 'text/html', headers: HEADERS },
    codes: BAD,
  },
  { name: 'deep arrays', fault: { kind: 'deep', depth: 100_000 }, codes: BAD },
  ...['gzip', 'br', 'gzip, gzip', 'zstd', MARKER].map((encoding) =>
    status(200, BAD, { name: `not ${encoding} as it says`, headers: { 'content-encoding': encoding } }),
  ),
  body('deep objects', `{"${MARKER}":`.repeat(30_000)),
];

const SIZES: readonly Case[] = [
  { name: '100 MB', fault: { kind: 'huge', bytes: HUNDRED_MB, headers: HEADERS }, codes: BAD },
  {
    name: '100 MB, announced',
    fault: { kind: 'huge', bytes: HUNDRED_MB, announced: true, headers: HEADERS },
    codes: BAD,
  },
  ...(['gzip', 'br', 'deflate'] as const).map(
    (encoding): Case => ({
      name: `${encoding} bomb`,
      fault: { kind: 'bomb', bytes: HUNDRED_MB, encoding, headers: HEADERS },
      codes: BAD,
    }),
  ),
  {
    name: '500 with a bomb',
    fault: { kind: 'bomb', status: 500, bytes: HUNDRED_MB, encoding: 'br', headers: HEADERS },
    codes: DOWN,
  },
];

const throttle = (name: string, retryAfter: string | readonly string[] | undefined, pause: number): Case =>
  status(429, LIMITED, {
    name: `429, ${name}`,
    pause,
    ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
  });

/** `now` is the time of the simulators when the fault is met. */
export const throttles = (now: number): readonly Case[] => [
  throttle('no Retry-After', undefined, 60),
  throttle('Retry-After in seconds', '1500', 1_500),
  throttle('Retry-After as a date', new Date(now + 1_500_000).toUTCString(), 1_500),
  throttle('a date that has passed', new Date(now - 5_000).toUTCString(), 1),
  throttle('Retry-After 0', '0', 1),
  throttle('Retry-After below 0', '-30', 60),
  throttle('Retry-After of years', '9'.repeat(30), DAY),
  throttle('a date in a thousand years', 'Fri, 01 Jan 3026 00:00:00 GMT', DAY),
  throttle('Retry-After that is no time', MARKER, 60),
  throttle('two of Retry-After', ['3', '1500'], 1_500),
  status(429, LIMITED, {
    name: '429 with HTML',
    body: HTML,
    headers: { ...AS_HTML, 'retry-after': '1500' },
    pause: 1_500,
  }),
  {
    name: '429, truncated',
    fault: { kind: 'truncated', status: 429, headers: { ...HEADERS, 'retry-after': '1500' } },
    codes: LIMITED,
    pause: 1_500,
  },
  {
    name: '429 with a bomb',
    fault: { kind: 'bomb', status: 429, bytes: HUNDRED_MB, encoding: 'gzip', headers: { 'retry-after': '1500' } },
    codes: LIMITED,
    pause: 1_500,
  },
  {
    name: '429 that drips',
    fault: { kind: 'drip', status: 429, text: MARKER, everyMs: 3, headers: { 'retry-after': '1500' } },
    codes: LIMITED,
    hangs: true,
    pause: 1_500,
  },
];

/** To another origin, to loopback by name and number, to plain http, without a scheme, with credentials. */
export const redirects = (port: number): readonly Case[] =>
  (
    [
      [301, `http://127.0.0.1:${port}/${MARKER}`],
      [302, `http://localhost:${port}/${MARKER}`],
      [303, `https://127.0.0.1:${port}/${MARKER}`],
      [307, `//127.0.0.1:${port}/${MARKER}`],
      [308, `http://${MARKER}:${MARKER}@127.0.0.1:${port}/`],
      [300, `http://[::ffff:127.0.0.1]:${port}/${MARKER}`],
      [302, `/${MARKER}`],
    ] as const
  ).map(([code, location]) =>
    status(code, BAD, { name: `${code} to ${location}`, headers: { location, link: `<${location}>; rel=next` } }),
  );

const SMALL: readonly Case[] = [...STATUSES, ...SLOWNESS, ...BROKEN, ...BODIES];

const SILENT = ['no answer', 'late headers', 'late body'];

/** Those that send something, and ask for no pause: after each of them the upstream can be asked again at once. */
export const PASSING = {
  small: SMALL.filter(({ pause, name }) => pause === undefined && !SILENT.includes(name)),
  sizes: SIZES,
};

export const CASES: readonly Case[] = [...SMALL, ...SIZES];

export function caseOf(name: string): Case {
  const found = CASES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case is named ${name}`);
  return found;
}
