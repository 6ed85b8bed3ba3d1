/** What the bench asks the processes that it starts; each answers with a `Look`. */
export type Command = 'look' | 'collect' | 'empty';

/** How a process fares: of all its threads, since its start. */
export type Look = {
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** Requests that it has answered, where it counts them. */
  readonly calls: number;
};

export type Served = {
  readonly url: string;
  readonly calls?: () => number;
  /** Drops what the operations before have left behind. */
  readonly empty?: () => Promise<void>;
};

// From the start: a bench that is stopped leaves nobody behind, however long a start takes.
process.once('disconnect', () => process.exit(0));

/** Tells the bench where this process serves, and answers what it is asked. */
export function serve({ url, calls = () => 0, empty = async () => undefined }: Served): void {
  const look = (): Look => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss(), calls: calls() };
  };
  process.on('message', async (command: Command) => {
    if (command === 'empty') await empty();
    if (command === 'collect') globalThis.gc?.();
    process.send?.(look());
  });
  process.send?.(url);
}
