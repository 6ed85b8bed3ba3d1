import type { EndpointRow } from '../transport/call.ts';
import type { ReadScope } from './reader.ts';

/** Whether there is room for so many calls of an endpoint in what its windows have left. */
export async function fits({ room }: ReadScope, row: EndpointRow, calls: number): Promise<boolean> {
  const left = (await room?.(row)) ?? null;
  return left === null || calls <= left;
}

/**
 * Whether a page may be tried before so many single reads. It may turn out to be one call too much: so not where the single reads fit in
 * what the windows have left, and just so.
 */
export async function mayTryPage({ room }: ReadScope, row: EndpointRow, singleReads: number): Promise<boolean> {
  return (await room?.(row)) !== singleReads;
}
