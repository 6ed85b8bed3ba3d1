/** An answer, ready to be written. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whole; or in parts, each made when the one before was taken: an answer that fails between two is cut off, so that nobody takes it for whole. */
  readonly body: string | Buffer | AsyncIterable<Buffer>;
  /** Of a text; `latin1`: it has a character for each byte. Without one it is UTF-8. */
  readonly encoding?: 'latin1' | 'utf8';
};
