// Bundles the explorer. Runs as npm's postinstall hook, so that a start never waits for it:
//   node web/build.ts [directory]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// The same place as in src/server/explorer.ts, which must not import from here.
const directory = resolve(
  process.argv[2] ?? fileURLToPath(new URL('../node_modules/.cache/weir/explorer', import.meta.url)),
);

// Vite is a development dependency. An install without those takes the bundle from elsewhere (an image's build stage).
const vite = await import('vite').catch(() => undefined);
if (vite) {
  await bundle(vite);
  compress();
} else {
  process.stdout.write('explorer not built: development dependencies are not installed\n');
}

async function bundle({ build }: typeof import('vite')): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./explorer/', import.meta.url)),
    base: '/explorer/',
    logLevel: 'error',
    // The production build, whatever NODE_ENV the caller has (Vite would follow it in all three).
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    resolve: { conditions: ['module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      outDir: directory,
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

function compress(): void {
  for (const name of readdirSync(directory).filter((name) => /\.(css|js|svg|ttf)$/.test(name))) {
    const path = join(directory, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}
