import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../kit/child.ts';

/** The limit for an answer that is held: reads the request and sends the bytes that it was given. */
const bytes = Buffer.from(process.env.ANSWER ?? '');
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => {
  serve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
});
