import { tableFromIPC } from 'apache-arrow';

export type TableAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
};

export type TableQuery = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly accept?: string;
  /** Options of the URL: `nested=rows&bom=1`. */
  readonly options?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export const CSV = 'text/csv';
export const NDJSON = 'application/x-ndjson';
export const ARROW = 'application/vnd.apache.arrow.stream';

export function askFor(
  url: string,
  { query, variables, accept = CSV, options = '', headers = {}, signal }: TableQuery,
): Promise<Response> {
  return fetch(`${url}?${options}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
}

export async function askTable(url: string, query: TableQuery): Promise<TableAnswer> {
  const response = await askFor(url, query);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') };
}

export type Row = Readonly<Record<string, unknown>>;

export function ndjsonRows(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

export function arrowRows(bytes: Buffer): readonly Row[] {
  return tableFromIPC(bytes)
    .toArray()
    .map((row: { toJSON(): Row }) => row.toJSON());
}
