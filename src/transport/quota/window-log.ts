/**
 * An exact sliding log. A slot comes free one full window after its call completed, so no interval of the window's length
 * at the vendor holds more calls than the limit, whatever the phase of the vendor's own window.
 */
export type WindowLog = {
  used(now: number): number;
  hasRoom(now: number): boolean;
  take(): void;
  giveBack(): void;
  /** The call is over, or is at its latest at `completedAt`. */
  settle(completedAt: number): void;
  /** When the slot that frees next does, epoch milliseconds. `bound` is the latest end of a call now in flight. */
  nextFree(now: number, bound: number): number | null;
};

export function createWindowLog(limit: number, lengthMs: number): WindowLog {
  /** Ascending instants at which slots come free, from `head` on. */
  let frees: number[] = [];
  let head = 0;
  let inFlight = 0;
  const drop = (now: number): void => {
    while (head < frees.length && (frees[head] ?? 0) <= now) head += 1;
    if (head > 1024 && head * 2 > frees.length) {
      frees = frees.slice(head);
      head = 0;
    }
  };
  const used = (now: number): number => {
    drop(now);
    return frees.length - head + inFlight;
  };
  return {
    used,
    hasRoom: (now) => used(now) < limit,
    take: () => {
      inFlight += 1;
    },
    giveBack: () => {
      inFlight -= 1;
    },
    settle: (completedAt) => {
      inFlight -= 1;
      const free = completedAt + lengthMs;
      let place = frees.length;
      while (place > head && (frees[place - 1] ?? 0) > free) place -= 1;
      frees.splice(place, 0, free);
    },
    nextFree: (now, bound) => {
      drop(now);
      return frees[head] ?? (inFlight > 0 ? bound + lengthMs : null);
    },
  };
}
