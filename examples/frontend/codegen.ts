import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for every document under `src`, from the schema itself; from a running gateway it would be its URL. Paths are from the project. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  documents: 'examples/frontend/src/**/*.ts',
  generates: {
    'examples/frontend/src/gql/': {
      preset: 'client',
      // Documents are texts: the page needs no GraphQL library.
      config: { documentMode: 'string' },
    },
  },
  config: { scalars: { DateTime: 'string', Date: 'string', EmailAddress: 'string', JSON: 'unknown' } },
};

export default config;
