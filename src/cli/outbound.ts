import { createLog } from '../base/log.ts';
import { createOutbound, type Outbound, type OutboundParts } from '../compose.ts';
import type { Operator } from './operator.ts';

/** Puts the outbound side together as the gateway does, which also finds what is wrong with the settings. */
export async function withOutbound<T>(
  { clock }: Operator,
  { config, store, progress }: Pick<OutboundParts, 'config' | 'store' | 'progress'>,
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
    ...(progress && { progress }),
  });
  try {
    return await work(outbound);
  } finally {
    await outbound.close();
  }
}
