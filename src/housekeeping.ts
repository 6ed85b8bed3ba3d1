import type { Clock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import type { Outbound } from './compose.ts';
import type { Config } from './config.ts';
import { createDropWatch } from './loading/drop.ts';
import { createForgetWatch } from './loading/forget.ts';
import { createCheckpoints } from './loading/table-places.ts';
import type { Store } from './store/store.ts';
import { oldUsage, rollUpUsage } from './usage/roll-up.ts';
import type { UsageLog } from './usage/usage-log.ts';

const FLUSH_MS = 2_000;
/** How often copies that nobody reads any more, and usage that has grown old, are looked for. */
const SWEEP_MS = 3_600_000;
/** How often it is looked whether a person was forgotten, or records were dropped, by a command. */
const FORGET_MS = 1_000;
/** How long it is remembered that a record does not exist. */
const ABSENT_MS = 86_400_000;

/** Runs a task again and again until it is cancelled. */
function every(clock: Clock, ms: number, task: () => void): () => void {
  let cancel = clock.after(ms, function again() {
    task();
    cancel = clock.after(ms, again);
  });
  return () => cancel();
}

/** Work beside the operations: a failure is logged, and the task tried again at its next time. */
function quietly(log: Log, task: string, work: () => Promise<unknown> | undefined): () => Promise<void> {
  return async () => {
    try {
      await work();
    } catch (error) {
      log.error({ task, error: error instanceof Error ? error.name : typeof error }, 'housekeeping failed');
    }
  };
}

export type HousekeepingParts = {
  readonly config: Pick<Config, 'usage'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly outbound: Pick<Outbound, 'sources' | 'dropHeld'>;
  /** Drops all that is held in this process and not in the store. */
  readonly clearHeld: () => void;
  readonly usage: Pick<UsageLog, 'flush'>;
};

/** What a running gateway does beside its operations. No task makes a call. */
export function startHousekeeping({ config, clock, log, store, outbound, clearHeld, usage }: HousekeepingParts) {
  const flush = quietly(log, 'usage', () => usage.flush());
  const sweep = quietly(log, 'sweep', async () => {
    await outbound.sources.visualVisitor?.sweep();
    await store.copies.dropAbsent(clock.now() - ABSENT_MS);
    await createCheckpoints(store.copies, clock).sweep();
  });
  const stopping = new AbortController();
  const rollUp = quietly(log, 'roll-up', () =>
    rollUpUsage(store.usage, oldUsage(config.usage, clock.now()), stopping.signal),
  );
  const wasForgotten = createForgetWatch(store.copies);
  const forget = quietly(log, 'forget', async () => {
    if (await wasForgotten()) clearHeld();
  });
  const wereDropped = createDropWatch(store.copies);
  const drop = quietly(log, 'drop', async () => {
    const dropped = await wereDropped();
    if (dropped === undefined) clearHeld();
    else if (dropped.length > 0) outbound.dropHeld(dropped);
  });
  const cancels = [
    every(clock, FLUSH_MS, () => void flush()),
    every(clock, SWEEP_MS, () => void sweep()),
    every(clock, SWEEP_MS, () => void rollUp()),
    every(clock, FORGET_MS, () => void forget()),
    every(clock, FORGET_MS, () => void drop()),
  ];
  void sweep();
  void rollUp();
  void forget();
  void drop();
  return {
    /** No task begins any more. */
    stop: (): void => {
      for (const cancel of cancels) cancel();
      stopping.abort();
    },
    flush,
  };
}
