import { globalId, type NodeType } from '../global-id.ts';

type Identified = { readonly id: string };

/** The two ids that every record has. */
export function identity(type: NodeType) {
  return { id: ({ id }: Identified) => globalId(type, id), sourceId: ({ id }: Identified) => id };
}
