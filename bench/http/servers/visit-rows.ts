import { Pool } from 'undici';
import { VISIT_KEY } from '../../kit/keys.ts';

/** What the join needs of the upstream's rows. */
export type VisitorRow = {
  readonly id: string;
  readonly contact?: { readonly firstName?: string };
  readonly partner?: { readonly name: string } | null;
};
export type ParticipantRow = { readonly id: string; readonly showState?: string };

/** The two calls of the join, without cache, account or check. */
export function visitRows(visitUrl: string) {
  const { origin, pathname } = new URL(visitUrl);
  const pool = new Pool(origin, { connections: 32 });
  const headers = { authorization: `Basic ${Buffer.from(`${VISIT_KEY}:`).toString('base64')}` };
  const read = async <T>(path: string): Promise<readonly T[]> => {
    const { body } = await pool.request({ method: 'GET', path: `${pathname}${path}`, headers });
    return (await body.json()) as readonly T[];
  };
  return {
    visitors: (expoId: string): Promise<readonly VisitorRow[]> =>
      read(`/visitors/${expoId}?limit=100&fromRevision=0&registrationStates=registered&showDeleted=false`),
    participants: (expoId: string): Promise<readonly ParticipantRow[]> =>
      read(`/participants/${expoId}?limit=100&fromRevision=0`),
  };
}

export type VisitRows = ReturnType<typeof visitRows>;
