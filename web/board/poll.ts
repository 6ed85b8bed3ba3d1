export type Poll = {
  /** Asks at once, whatever stopped it before. What was under way is not shown any more. */
  restart(): void;
};

export type PollOptions = {
  readonly everyMs: number;
  /** Asks once, and gives what shows the answer. `false`: it is not asked again until a restart. */
  readonly ask: () => Promise<() => boolean>;
};

/** Asks again and again while the page can be seen, never twice at a time. */
export function poll({ everyMs, ask }: PollOptions): Poll {
  let term = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    const own = ++term;
    const show = await ask();
    if (own !== term) return;
    isOver = !show();
    if (!isOver && !document.hidden) timer = setTimeout(run, everyMs);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer);
    else if (!isOver) void run();
  });
  return { restart: () => void run() };
}
