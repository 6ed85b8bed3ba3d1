// Bundles the pages. Runs as npm's postinstall hook, so that a start never waits for it:
//   node web/build.ts [directory [page…]]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// The same place as in src/server/web-page.ts, which must not import from here.
const parent = resolve(process.argv[2] ?? fileURLToPath(new URL('../node_modules/.cache/weir', import.meta.url)));
const named = process.argv.slice(3);
const pages = named.length > 0 ? named : ['explorer', 'board'];

// Vite is a development dependency. An install without those takes the bundle from elsewhere (an image's build stage).
const vite = await import('vite').catch(() => undefined);
if (vite) {
  for (const page of pages) {
    await bundle(vite, page);
    compress(join(parent, page));
  }
} else {
  process.stdout.write('explorer and board not built: development dependencies are not installed\n');
}

async function bundle({ build }: typeof import('vite'), page: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL(`./${page}/`, import.meta.url)),
    base: `/${page}/`,
    logLevel: 'error',
    // The production build, whatever NODE_ENV the caller has (Vite would follow it in all three).
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    resolve: { conditions: ['module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      outDir: join(parent, page),
      emptyOutDir: true,
      assetsDir: '',
      // A data: URL would need a wider Content-Security-Policy.
      assetsInlineLimit: 0,
      target: 'es2022',
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      modulePreload: { polyfill: false },
    },
  });
}

function compress(directory: string): void {
  for (const name of readdirSync(directory).filter((name) => /\.(css|js|svg|ttf)$/.test(name))) {
    const path = join(directory, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}
