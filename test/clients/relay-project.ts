import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConcreteRequest, GraphQLTaggedNode, ReaderFragment } from 'relay-runtime';
import { copyApp } from './temporary-app.ts';

const require = createRequire(import.meta.url);

/** The compiled application of `relay-app/`. */
export type RelayProject = Disposable & {
  /** The names of all artifacts: fragments and operations. */
  readonly artifacts: readonly string[];
  operation(name: string): Promise<ConcreteRequest>;
  fragment(name: string): Promise<ReaderFragment>;
};

export type RelayProjectOptions = {
  readonly schema: string;
  /** Modules beside those of `relay-app/src/`, by file name. */
  readonly modules?: Readonly<Record<string, string>>;
};

/** Runs relay-compiler; throws what it has to say if the application does not compile. */
export function compileRelayProject({ schema, modules = {} }: RelayProjectOptions): RelayProject {
  const app = copyApp('relay-app');
  const artifacts = app.path('artifacts');
  mkdirSync(artifacts);
  app.write('schema.graphql', schema);
  for (const [name, text] of Object.entries(modules)) app.write(join('src', name), text);
  try {
    app.run(require.resolve('relay-compiler/cli.js'), 'relay.config.json');
  } catch (error) {
    app[Symbol.dispose]();
    throw error;
  }
  const load = async (name: string): Promise<GraphQLTaggedNode> => {
    const { href } = pathToFileURL(join(artifacts, `${name}.graphql.ts`));
    return ((await import(/* @vite-ignore */ href)) as { readonly default: GraphQLTaggedNode }).default;
  };
  return {
    artifacts: readdirSync(artifacts).map((file) => file.replace(/\.graphql\.ts$/, '')),
    operation: async (name) => (await load(name)) as ConcreteRequest,
    fragment: async (name) => (await load(name)) as ReaderFragment,
    [Symbol.dispose]: app[Symbol.dispose],
  };
}
