import { NOTHING, type TableFormat } from './format.ts';

/** One JSON object in each line, its members named as the columns are; lists stay lists. */
export const ndjson: TableFormat = {
  mediaType: 'application/x-ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  extension: 'ndjson',
  write: (columns) => {
    const names = columns.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    return {
      begin: () => NOTHING,
      page: (rows) => {
        let text = '';
        for (const row of rows) {
          for (const [index, name] of names.entries()) text += name + JSON.stringify(row[index]);
          text += '}\n';
        }
        return Buffer.from(text);
      },
      end: () => NOTHING,
    };
  },
};
