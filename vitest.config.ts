import { defineConfig } from 'vitest/config';

const isProof = process.env.WEIR_PROOF === '1';
/** `WEIR_SEED` repeats a run; without it every run tries other cases. */
const seed = process.env.WEIR_SEED ?? String(Math.floor(Math.random() * 0x7fffffff));
process.stderr.write(`WEIR_SEED=${seed}\n`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { WEIR_SEED: seed },
    testTimeout: isProof ? 1_200_000 : 30_000,
    hookTimeout: isProof ? 1_200_000 : 30_000,
    // The tests wait for sockets more than they compute: a worker for each of two cores, and its modules stay loaded from file to file.
    maxWorkers: 2,
    isolate: false,
    // Two copies of graphql (ESM for us, CommonJS for Apollo) would make `instanceof GraphQLError` silently false.
    alias: { graphql: 'graphql/index.js' },
    // CommonJS is seen as Node sees it.
    deps: { interopDefault: false },
    server: { deps: { inline: [/@apollo\/server/, /@graphql-tools/, /graphql-jit/] } },
  },
});
