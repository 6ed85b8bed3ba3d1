import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type WebAsset = {
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
};

/** A page of web/, with what it loads. */
export type WebPage = {
  /** The page itself. Fresh for every request: it carries a nonce. */
  page(): WebAsset;
  /** `path` is the URL's, e.g. "/explorer/index-BKnx03t7.js"; `acceptEncoding` is the request's header. */
  asset(path: string, acceptEncoding?: string): WebAsset | undefined;
};

type About = {
  /** Of its folder in web/, of that of its bundle, and the first part of its assets' paths. */
  readonly name: string;
  /** Directives that it needs beyond those of every page. */
  readonly policy: readonly string[];
};

// The same place as in web/build.ts.
const defaultDirectory = fileURLToPath(new URL('../../node_modules/.cache/weir', import.meta.url));

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const commonHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
// Every asset's name holds the hash of its content, so it never changes under its name.
const assetHeaders = {
  ...commonHeaders,
  'cache-control': 'public, max-age=31536000, immutable',
  // For the workers: their policy is that of their own script, not of the page. They reach no network at all.
  'content-security-policy': "default-src 'none'; script-src 'self'",
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Accept-Encoding',
};

/** What a browser gets at /graphql. `directory`: the one that web/build.ts wrote to. */
export function createExplorer(directory: string = defaultDirectory): WebPage {
  const policy = [
    // Monaco places each line of text by a style attribute in generated markup; attributes cannot carry a nonce.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "worker-src 'self'",
  ];
  return createWebPage(directory, { name: 'explorer', policy });
}

/** What a browser gets at /board. `directory`: the one that web/build.ts wrote to. */
export function createBoard(directory: string = defaultDirectory): WebPage {
  return createWebPage(directory, { name: 'board', policy: [] });
}

/** Serves what web/build.ts made. Reads only the file list now, each file when it is first asked for. */
function createWebPage(parent: string, about: About): WebPage {
  const directory = join(parent, about.name);
  const urlPrefix = `/${about.name}/`;
  const files = new Set(existsSync(directory) ? readdirSync(directory) : []);
  const bodies = new Map<string, Buffer>();
  const read = (name: string): Buffer => {
    const body = bodies.get(name) ?? readFileSync(join(directory, name));
    bodies.set(name, body);
    return body;
  };

  return {
    page: () => (files.has('index.html') ? pageOf(read('index.html'), about) : notBuilt(about)),
    asset: (path, acceptEncoding = '') => {
      const name = path.startsWith(urlPrefix) ? path.slice(urlPrefix.length) : '';
      const contentType = contentTypes[extname(name)];
      // Looking the name up in the list is also what keeps "../" out.
      if (!contentType || !files.has(name)) return undefined;
      return acceptsGzip(acceptEncoding) && files.has(`${name}.gz`)
        ? { contentType, body: read(`${name}.gz`), headers: { ...assetHeaders, 'content-encoding': 'gzip' } }
        : { contentType, body: read(name), headers: assetHeaders };
    },
  };
}

function pageOf(html: Buffer, about: About): WebAsset {
  const nonce = randomBytes(18).toString('base64');
  return {
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(html.toString('utf8').replace('STYLE_NONCE', nonce)),
    headers: pageHeaders(nonce, about),
  };
}

function notBuilt(about: About): WebAsset {
  const text = `The ${about.name} is not built. Run "npm run explorer" and start weir again; queries are served all the same.\n`;
  const nonce = randomBytes(18).toString('base64');
  return { contentType: 'text/plain; charset=utf-8', body: Buffer.from(text), headers: pageHeaders(nonce, about) };
}

function pageHeaders(nonce: string, { policy }: About): Readonly<Record<string, string>> {
  return {
    ...commonHeaders,
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce, policy),
    'cross-origin-opener-policy': 'same-origin',
    vary: 'Accept',
  };
}

function contentSecurityPolicy(nonce: string, more: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ...more,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
}

function acceptsGzip(acceptEncoding: string): boolean {
  return acceptEncoding.split(',').some((entry) => {
    const [coding = '', weight = ''] = entry.split(';');
    return coding.trim().toLowerCase() === 'gzip' && !/q\s*=\s*0(\.0*)?\s*$/i.test(weight);
  });
}
