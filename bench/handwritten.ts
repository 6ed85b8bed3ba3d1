import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

type Row = {
  readonly id: string;
  readonly contact?: { readonly firstName?: string };
  readonly partner?: { readonly id: string; readonly name: string } | null;
};
type Participant = { readonly id: string; readonly showState?: string };

/** The limit for Node: a handler written for this one query, making the same two calls, without schema, cache or accounting. */
export async function startHandwritten(visitUrl: string, key: string, expoId: string) {
  const base = new URL(visitUrl);
  const pool = new Pool(base.origin, { connections: 32 });
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  const read = async <T>(path: string): Promise<T> => {
    const answer = await pool.request({ method: 'GET', path: `${base.pathname}${path}`, headers: { authorization } });
    return (await answer.body.json()) as T;
  };
  const server = createServer(async (_request, response) => {
    const visitors = await read<readonly Row[]>(
      `/visitors/${expoId}?limit=100&fromRevision=0&registrationStates=registered&showDeleted=false`,
    );
    const participants = await read<readonly Participant[]>(`/participants/${expoId}?limit=100&fromRevision=0`);
    const byId = new Map(participants.map((one) => [one.id, one]));
    const nodes = visitors.map(({ id, contact, partner }) => ({
      sourceId: id,
      contact: { firstName: contact?.firstName ?? null },
      partner: partner ? { name: partner.name } : null,
      participant: byId.has(id) ? { showState: byId.get(id)?.showState ?? null } : null,
    }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { visitors: { nodes } } }));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await pool.destroy();
    },
  };
}
