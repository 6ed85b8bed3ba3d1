import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // The tests wait for sockets more than they compute: a worker for each of two cores, and its modules stay loaded from file to file.
    maxWorkers: 2,
    isolate: false,
    // Two copies of graphql (ESM for us, CommonJS for Apollo) would make `instanceof GraphQLError` silently false.
    alias: { graphql: 'graphql/index.js' },
    server: { deps: { inline: [/@apollo\/server/, /@graphql-tools/] } },
  },
});
