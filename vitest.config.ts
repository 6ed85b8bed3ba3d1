import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Two copies of graphql (ESM for us, CommonJS for Apollo) would make `instanceof GraphQLError` silently false.
    alias: { graphql: 'graphql/index.js' },
    server: { deps: { inline: [/@apollo\/server/, /@graphql-tools/] } },
  },
});
