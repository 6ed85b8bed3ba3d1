import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CODE_SPAN = /`([^`\s]+)`/g;
const LINK = /\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g;
/** A path from the root: `src/app.ts`, `schema/`, `src/sources/<upstream>/wire.ts`. */
const IS_PATH = /^(?:\.?[\w<>-]+\/)+(?:[\w<>.-]+)?$|^\.?[\w-]+\.(?:cjs|json|md|ts)$/;
/** Named without a folder where any source's is meant. */
const IN_EVERY_SOURCE = new Set(['wire.ts', 'map.ts']);

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
}

function pathsIn(page: string): readonly string[] {
  const spans = [...textOf(page).matchAll(CODE_SPAN)].map(([, span = '']) => span);
  return [...new Set(spans.filter((span) => IS_PATH.test(span) && !IN_EVERY_SOURCE.has(span)))];
}

/** `<upstream>` stands for any name. */
function exists(path: string): boolean {
  return path.includes('<')
    ? globSync(path.replace(/<\w+>/g, '*'), { cwd: ROOT }).length > 0
    : existsSync(join(ROOT, path));
}

describe.each(['docs/flow.md', 'CONTRIBUTING.md'])('%s', (page) => {
  it('names only files that exist', () => {
    const paths = pathsIn(page);
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });
});

describe('flow.md', () => {
  it('names every step of transport', () => {
    const named = new Set(pathsIn('docs/flow.md'));
    expect(globSync('src/transport/steps/*.ts', { cwd: ROOT }).filter((step) => !named.has(step))).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  it('links only to files that exist', () => {
    const links = [...textOf(page).matchAll(LINK)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, normalize(join(dirname(page), link)))))).toEqual([]);
  });
});
