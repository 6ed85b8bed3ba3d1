import type { Config } from './config.ts';
import { buildSchema } from './schema.ts';
import { readSavedQueries } from './server/saved/saved-queries.ts';

/** Reads the saved queries as the gateway does at its start: ConfigError for the first wrong file. */
export function checkSavedQueries({ queries }: Config): void {
  readSavedQueries(buildSchema(), queries);
}
