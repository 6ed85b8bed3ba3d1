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
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
  const best = ranges
    .filter(({ quality }) => quality > 0)
    .reduce((known, one) => (known !== undefined && known.quality >= one.quality ? known : one), ranges[0]);
  return FORMATS.find(({ mediaType }) => mediaType === best?.type);
}
