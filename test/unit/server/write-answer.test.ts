import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { writeAnswer } from '../../../src/server/write-answer.ts';

const PART = Buffer.alloc(1_000_000, 'x');
const MANY = 200;

let server: Server | undefined;
afterEach(() => server?.close());

/** Serves an answer in parts, and how it ended: its failure, or undefined. */
async function serve(body: AsyncIterable<Buffer>) {
  let end: (failure: unknown) => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    end = resolve;
  });
  server = createServer((_request, response) => {
    void writeAnswer(response, { status: 200, headers: {}, body }, {}).then(() => end(undefined), end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asked = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { response, ended };
}

test('parts are made as fast as they are taken, and no more of them when the reader has left', async () => {
  let made = 0;
  let closed = false;
  async function* parts(): AsyncGenerator<Buffer> {
    try {
      for (; made < MANY; made += 1) yield PART;
    } finally {
      closed = true;
    }
  }
  const { response, ended } = await serve(parts());
  let taken = 0;
  for await (const chunk of response) {
    taken += (chunk as Buffer).length;
    // What lies in between are the buffers of two sockets.
    expect(made - taken / PART.length).toBeLessThan(20);
    if (taken > 20 * PART.length) break;
  }
  expect(await ended).toBeInstanceOf(Error);
  expect(closed).toBe(true);
  expect(made).toBeLessThan(MANY);
});

test('where a part cannot be made the connection is cut: nobody takes the answer for whole', async () => {
  let go: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => {
    go = resolve;
  });
  async function* parts(): AsyncGenerator<Buffer> {
    yield Buffer.from('a row\n');
    await taken;
    throw new RangeError('no more');
  }
  const { response, ended } = await serve(parts());
  const read = async (): Promise<void> => {
    for await (const chunk of response) {
      expect(String(chunk)).toBe('a row\n');
      go();
    }
  };
  await expect(read()).rejects.toThrow();
  expect(response.complete).toBe(false);
  expect(await ended).toBeInstanceOf(RangeError);
});
