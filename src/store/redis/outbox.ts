/** What must be written although the store may be away: in the order in which it was tried first, for as long as this process lives. */
export type Outbox = {
  /** Resolves when it is written, or given up at the end. */
  write(work: () => Promise<unknown>): Promise<void>;
  /** The store may be back. */
  flush(): Promise<void>;
  /** Tries once more what is left. */
  close(): Promise<void>;
};

type Waiting = { readonly work: () => Promise<unknown>; readonly done: () => void };

export function createOutbox(): Outbox {
  const waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;
  const flushAll = async (): Promise<void> => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      await next.work();
      waiting.shift();
      next.done();
    }
  };
  const flush = (): Promise<void> => {
    flushing ??= flushAll()
      .catch(() => undefined)
      .finally(() => {
        flushing = undefined;
      });
    return flushing;
  };
  return {
    write: async (work) => {
      try {
        await work();
      } catch {
        await new Promise<void>((done) => waiting.push({ work, done }));
      }
    },
    flush,
    close: async () => {
      await flush();
      for (const { done } of waiting.splice(0)) done();
    },
  };
}
