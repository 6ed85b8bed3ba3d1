import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A real server on a loopback port that answers as the test says. */
export type TestServer = AsyncDisposable & {
  readonly origin: string;
  readonly heard: readonly Heard[];
  /** Resolves when so many requests have arrived since the server started. */
  arrived(count: number): Promise<void>;
  /** Resolves when so many answers have ended, or lost their connection. */
  closed(count: number): Promise<void>;
};

export async function serve(
  handler: (response: ServerResponse, heard: Heard) => void | Promise<void>,
): Promise<TestServer> {
  const heard: Heard[] = [];
  let closed = 0;
  const waiters = new Set<() => void>();
  const tell = (): void => {
    for (const look of waiters) look();
  };
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        waiters.delete(look);
        resolve();
      };
      waiters.add(look);
      look();
    });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    heard.push(one);
    response.on('close', () => {
      closed += 1;
      tell();
    });
    tell();
    await handler(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    heard,
    arrived: (count) => until(() => heard.length >= count),
    closed: (count) => until(() => closed >= count),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A JSON answer. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A port on which nobody listens. */
export async function deadOrigin(): Promise<string> {
  await using server = await serve(() => undefined);
  return server.origin;
}
