import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HttpAnswer } from './http-answer.ts';

const SOURCE = new URL('../../docs/errors.md', import.meta.url);
const STYLE =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:auto;padding:1rem}section{overflow-wrap:anywhere}section p{white-space:pre-line}section:target h2{text-decoration:underline}';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The marks of our own pages for bold and code become elements; there are no others in them. */
function toHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
}

function sectionOf(section: string): string {
  const [title = '', ...lines] = section.split('\n');
  const text = lines.join('\n').trim().replace(/^- /gm, '');
  return `<section id="${toHtml(title)}"><h2>${toHtml(title)}</h2><p>${toHtml(text)}</p></section>`;
}

function pageOf(markdown: string): string {
  const [, title = '', text = ''] = /^# (.+)\n([\s\S]*?)(?=^## )/m.exec(markdown) ?? [];
  const sections = markdown.split(/^## /m).slice(1).map(sectionOf);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>weir: ${toHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${toHtml(title)}</h1><section><p>${toHtml(text.trim())}</p></section>${sections.join('')}</main></body></html>\n`;
}

/** The answer to GET /docs/errors: docs/errors.md as a page whose sections have the codes as their ids. It loads nothing. */
export function createErrorPage(): HttpAnswer {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: pageOf(readFileSync(SOURCE, 'utf8')),
  };
}
