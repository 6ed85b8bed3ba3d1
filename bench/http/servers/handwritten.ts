import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../kit/child.ts';
import { visitRows } from './visit-rows.ts';

const rows = visitRows(process.env.VISIT_URL ?? '');

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function join(expoId: string) {
  const [visitors, participants] = await Promise.all([rows.visitors(expoId), rows.participants(expoId)]);
  const byId = new Map(participants.map((one) => [one.id, one]));
  const nodes = visitors.map(({ id, contact, partner }) => {
    const participant = byId.get(id);
    return {
      sourceId: id,
      contact: { firstName: contact?.firstName ?? null },
      partner: partner ? { name: partner.name } : null,
      participant: participant ? { showState: participant.showState ?? null } : null,
    };
  });
  return { visitors: { nodes } };
}

/** The limit for Node: written for these queries, without schema, cache or account. */
const server = createServer(async (request, response) => {
  const { variables } = JSON.parse(await readText(request)) as { readonly variables?: { readonly expoId: string } };
  const data = variables === undefined ? { person: { email: 'anna@example.com' } } : await join(variables.expoId);
  const bytes = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  serve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
});
