import {
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeBuilder,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
} from 'apache-arrow';
import type { CellType, Column } from '../columns.ts';
import type { TableWriter } from './format.ts';

type Cell = { readonly type: DataType; readonly stored: (value: unknown) => unknown };

const text = (stored: (value: unknown) => unknown): Cell => ({ type: new Utf8(), stored });
const same = (value: unknown): unknown => value;
const instant = (value: unknown): number => Date.parse(String(value));

const CELLS: Readonly<Record<CellType, () => Cell>> = {
  text: () => text(same),
  int: () => ({ type: new Int32(), stored: same }),
  float: () => ({ type: new Float64(), stored: same }),
  boolean: () => ({ type: new Bool(), stored: same }),
  instant: () => ({ type: new TimestampMillisecond('UTC'), stored: instant }),
  day: () => ({ type: new DateDay(), stored: instant }),
  json: () => text((value) => JSON.stringify(value)),
};

/** Arrow's own writer, whose bytes are taken as they come. */
class StreamWriter extends RecordBatchStreamWriter {
  readonly #chunks: Uint8Array[] = [];

  protected override _write(chunk: ArrayBufferView): this {
    const { buffer, byteOffset, byteLength } = chunk;
    // The writer may use its memory again.
    this.#chunks.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength).slice());
    this._position += byteLength;
    return this;
  }

  take(): Buffer {
    return Buffer.concat(this.#chunks.splice(0));
  }
}

function fieldsOf(columns: readonly Column[]) {
  return columns.map(({ name, type }) => {
    const cell = CELLS[type]();
    // One for all pages: the library's own way from a list makes a generator function for each (0062).
    const builder = makeBuilder({ type: cell.type, nullValues: [null] });
    return { ...cell, field: new Field(name, cell.type, true), builder };
  });
}

/** A schema, a batch of records for each page, an end. */
export function createArrowWriter(columns: readonly Column[]): TableWriter {
  const fields = fieldsOf(columns);
  const schema = new Schema(fields.map(({ field }) => field));
  const writer = new StreamWriter();
  return {
    begin: () => {
      writer.reset(undefined, schema);
      return writer.take();
    },
    page: (rows) => {
      const children = fields.map(({ stored, builder }, index) => {
        for (const row of rows) builder.append(row[index] === null ? null : stored(row[index]));
        return builder.flush();
      });
      const data = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
      writer.write(new RecordBatch(schema, data));
      return writer.take();
    },
    end: () => {
      writer.finish();
      return writer.take();
    },
  };
}
