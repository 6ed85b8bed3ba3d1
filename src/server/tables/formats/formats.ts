import Negotiator from 'negotiator';
import { arrow } from './arrow.ts';
import { csv } from './csv.ts';
import type { TableFormat } from './format.ts';
import { ndjson } from './ndjson.ts';

export const FORMATS: readonly TableFormat[] = [csv, ndjson, arrow];

/**
 * The format of a table that a request names exactly, preferred as `Accept` says; undefined where it names none, or prefers JSON: a wildcard
 * means JSON.
 */
export function formatFor(accept: string | undefined): TableFormat | undefined {
  if (accept === undefined) return undefined;
  const [preferred] = new Negotiator({ headers: { accept } }).mediaTypes();
  return FORMATS.find(({ mediaType }) => mediaType === preferred?.toLowerCase());
}
