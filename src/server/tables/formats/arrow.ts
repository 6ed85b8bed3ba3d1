import type { TableFormat } from './format.ts';

/**
 * Arrow's streaming format: types survive. A table that goes on is a stream of its own. The library is loaded with the first table: every
 * start would wait for it.
 */
export const arrow: TableFormat = {
  mediaType: 'application/vnd.apache.arrow.stream',
  contentType: 'application/vnd.apache.arrow.stream',
  extension: 'arrow',
  write: async (columns) => (await import('./arrow-writer.ts')).createArrowWriter(columns),
};
