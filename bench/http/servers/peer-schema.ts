import DataLoader from 'dataloader';
import { type ParticipantRow, type VisitorRow, type VisitRows, visitRows } from './visit-rows.ts';

/** The part of the gateway's schema that the bench asks, as somebody would write it by hand. */
export const typeDefs = /* GraphQL */ `
  type Query {
    visitors(expoId: ID!, first: Int): VisitorConnection
    person(email: String!): Person
  }
  type VisitorConnection { nodes: [Visitor!]! }
  type Visitor { sourceId: ID!  contact: Contact!  partner: Partner  participant: Participant }
  type Contact { firstName: String }
  type Partner { name: String }
  type Participant { showState: String }
  type Person { email: String! }
`;

export type PeerContext = {
  readonly rows: VisitRows;
  readonly participants: DataLoader<string, ParticipantRow | null>;
};

type Row = VisitorRow & { readonly expoId: string };

function participantLoader(rows: VisitRows): DataLoader<string, ParticipantRow | null> {
  return new DataLoader(async (keys: readonly string[]) => {
    const [expoId = ''] = (keys[0] ?? '').split(' ');
    const byKey = new Map((await rows.participants(expoId)).map((one) => [`${expoId} ${one.id}`, one]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

const rows = visitRows(process.env.VISIT_URL ?? '');

/** Made for each request, as DataLoader asks for. */
export function peerContext(): PeerContext {
  return { rows, participants: participantLoader(rows) };
}

export const resolvers = {
  Query: {
    visitors: async (_root: unknown, { expoId }: { readonly expoId: string }, context: PeerContext) => ({
      nodes: (await context.rows.visitors(expoId)).map((row) => ({ ...row, expoId })),
    }),
    person: (_root: unknown, { email }: { readonly email: string }) => ({ email }),
  },
  Visitor: {
    sourceId: ({ id }: Row) => id,
    participant: ({ id, expoId }: Row, _args: unknown, context: PeerContext) =>
      context.participants.load(`${expoId} ${id}`),
  },
};
