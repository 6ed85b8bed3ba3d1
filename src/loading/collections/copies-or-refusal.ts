import { UpstreamError } from '../../base/errors.ts';
import type { CopyStore } from '../../store/store.ts';
import { StoreAway } from '../../store/store-away.ts';
import type { EndpointRow } from '../../transport/call.ts';

type Work = (...given: never[]) => Promise<unknown>;

/** Copies that refuse, as the ledger does, while the store is away: nothing that is held can be read, and nothing may be called. */
export function copiesOrRefusal(copies: CopyStore, { upstream, quota: [window] }: EndpointRow): CopyStore {
  const refusal = (error: unknown): unknown =>
    error instanceof StoreAway
      ? new UpstreamError(upstream, 'QUOTA_EXCEEDED', { ...(window !== undefined && { window }), retryAfterSeconds: 1 })
      : error;
  const entries = Object.entries<Work>(copies).map(([name, work]) => {
    const guarded: Work = async (...given) => {
      try {
        return await work(...given);
      } catch (error) {
        throw refusal(error);
      }
    };
    return [name, guarded] as const;
  });
  return Object.fromEntries(entries) as unknown as CopyStore;
}
