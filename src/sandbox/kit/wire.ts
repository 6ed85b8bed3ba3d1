import type { IncomingHttpHeaders } from 'node:http';

/** One request as a simulator sees it, body read whole. */
export type SimulatedRequest = {
  readonly method: string;
  /** The decoded path below the simulator's base, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type SimulatedReply = {
  readonly status: number;
  /** Sent as JSON, unless it is undefined (an empty body). */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
