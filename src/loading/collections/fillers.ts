import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import { wait } from '../../base/wait.ts';
import type { CopyStore } from '../../store/store.ts';

/** Whose process dies is waited for no longer than this. */
const SILENT_MS = 5_000;
/** How often a process says that it is still at it. */
const SIGN_MS = 1_500;
/** How often one that waits looks. */
const LOOK_MS = 50;

/** One process at a time brings a copy's pages in, of all that share the store. */
export type Fillers = {
  /** Does the work unless another process is at it, and says whether it did. */
  attempt(copy: string, work: () => Promise<void>): Promise<boolean>;
  /** Likewise; but if another is at it, waits until that one's page is there, or it has died. Then there may be nothing left to do. */
  attemptOrWait(copy: string, signal: AbortSignal, work: () => Promise<void>): Promise<boolean>;
};

type Turn = { readonly filler: string; works: number; readonly stop: () => void };

/** Steps that concern one name are taken one after the other. */
function createQueue(): <T>(name: string, step: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, step) => {
    const next = (last.get(name) ?? Promise.resolve()).then(step, step);
    last.set(name, next);
    const forget = (): void => {
      if (last.get(name) === next) last.delete(name);
    };
    next.then(forget, forget);
    return next;
  };
}

type FillersOptions = { readonly copies: CopyStore; readonly clock: Clock };

/** The turns of this process. */
function createTurns({ copies, clock }: FillersOptions) {
  const own = new Map<string, Turn>();
  const inOrder = createQueue();

  const keepSaying = (copy: string, filler: string): (() => void) => {
    let cancel = clock.after(SIGN_MS, function again() {
      // If it cannot be said, another takes over: pages are then read twice, and nothing else.
      copies.fill(copy, filler, SILENT_MS).catch(() => undefined);
      cancel = clock.after(SIGN_MS, again);
    });
    return () => cancel();
  };

  /** This process's turn; else the filler whose turn it is. */
  const begin = (copy: string): Promise<Turn | string> =>
    inOrder(copy, async () => {
      const filler = randomUUID();
      const known = own.get(copy);
      const whose = known?.filler ?? (await copies.fill(copy, filler, SILENT_MS));
      if (known === undefined && whose !== filler) return whose;
      const turn = known ?? { filler, works: 0, stop: keepSaying(copy, filler) };
      own.set(copy, turn);
      turn.works += 1;
      return turn;
    });

  const end = (copy: string, turn: Turn): Promise<void> =>
    inOrder(copy, async () => {
      turn.works -= 1;
      if (turn.works > 0) return;
      own.delete(copy);
      turn.stop();
      // Without a word it ends by itself.
      await copies.endFill(copy, turn.filler).catch(() => undefined);
    });

  return { begin, end };
}

export function createFillers(options: FillersOptions): Fillers {
  const { begin, end } = createTurns(options);
  const work = async (copy: string, turn: Turn, task: () => Promise<void>): Promise<true> => {
    try {
      await task();
      return true;
    } finally {
      await end(copy, turn);
    }
  };

  const waitFor = async (copy: string, filler: string, signal: AbortSignal): Promise<void> => {
    for (;;) {
      await wait(options.clock, LOOK_MS, signal);
      const turn = await begin(copy);
      if (typeof turn !== 'string') await end(copy, turn);
      if (turn !== filler) return;
    }
  };

  return {
    attempt: async (copy, task) => {
      const turn = await begin(copy);
      return typeof turn === 'string' ? false : work(copy, turn, task);
    },
    attemptOrWait: async (copy, signal, task) => {
      const turn = await begin(copy);
      if (typeof turn !== 'string') return work(copy, turn, task);
      await waitFor(copy, turn, signal);
      return false;
    },
  };
}
