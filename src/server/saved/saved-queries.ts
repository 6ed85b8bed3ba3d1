import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { ConfigError } from '../../config/variables.ts';
import { createReadSavedQuery, type SavedQuery } from './saved-query.ts';

/** The saved queries by their names, in the order of these. */
export type SavedQueries = ReadonlyMap<string, SavedQuery>;

const SUFFIX = '.graphql';
const OWN_FOLDER = fileURLToPath(new URL('../../../queries/', import.meta.url));
const NAME = /^[A-Za-z0-9_-]+$/;

/** Hidden files are an editor's, or an orchestrator's. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(SUFFIX) && !file.startsWith('.'))
      .map((file) => file.slice(0, -SUFFIX.length))
      .sort();
  } catch {
    throw new ConfigError('WEIR_CONFIG', 'names a folder of queries that cannot be read', 'the path of a folder');
  }
}

function textOf(file: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    throw new ConfigError(file, 'cannot be read as text', 'a file in UTF-8');
  }
}

/**
 * Reads `NAME.graphql` of a folder, by default `queries/` of the project. ConfigError for the first wrong file: it names the file and what is
 * wrong with it.
 */
export function readSavedQueries(schema: GraphQLSchema, folder: string = OWN_FOLDER): SavedQueries {
  const read = createReadSavedQuery(schema);
  const queries = namesIn(folder).map((name) => {
    const file = `queries/${name}${SUFFIX}`;
    if (!NAME.test(name)) throw new ConfigError(file, 'has a wrong name', 'letters, digits, hyphens and underscores');
    const query = read(name, textOf(file, join(folder, name + SUFFIX)));
    if ('wrong' in query) throw new ConfigError(file, query.wrong, query.allowed);
    return [name, query] as const;
  });
  return new Map(queries);
}
