import { createLog } from '../base/log.ts';
import { createOutbound, type Outbound } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Operator } from './operator.ts';

/** Puts the outbound side together as the gateway does, which also finds what is wrong with the settings. */
export async function withOutbound<T>(
  { clock }: Operator,
  { config, store }: { readonly config: Config; readonly store: Store },
  work: (outbound: Outbound) => Promise<T>,
): Promise<T> {
  const outbound = createOutbound({
    config,
    upstreams: config.upstreams,
    store,
    clock,
    chance: Math.random,
    log: createLog('silent'),
    record: () => undefined,
  });
  try {
    return await work(outbound);
  } finally {
    await outbound.close();
  }
}
