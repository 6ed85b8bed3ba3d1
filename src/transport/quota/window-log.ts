/**
 * An exact sliding log. A slot comes free one full window after its call completed, so no interval of the window's length
 * at the vendor holds more calls than the limit, whatever the phase of the vendor's own window.
 */
export type WindowLog = {
  used(now: number): number;
  hasRoom(now: number): boolean;
  /** `bound` is the latest end of the call. */
  take(bound: number): void;
  giveBack(bound: number): void;
  /** The call with that bound is over, or is at its latest at `completedAt`. */
  settle(completedAt: number, bound: number): void;
  /** When the slot that frees next does, epoch milliseconds; a call in flight counts from its bound. */
  nextFree(now: number): number | null;
};

export function createWindowLog(limit: number, lengthMs: number): WindowLog {
  /** Ascending instants at which slots come free, from `head` on. */
  let frees: number[] = [];
  let head = 0;
  /** Ascending bounds of the calls in flight. */
  const bounds: number[] = [];
  const insert = (list: number[], least: number, value: number): void => {
    let place = list.length;
    while (place > least && (list[place - 1] ?? 0) > value) place -= 1;
    list.splice(place, 0, value);
  };
  const remove = (bound: number): void => {
    const place = bounds.indexOf(bound);
    if (place < 0) throw new RangeError('no call in flight has this bound');
    bounds.splice(place, 1);
  };
  const drop = (now: number): void => {
    while (head < frees.length && (frees[head] ?? 0) <= now) head += 1;
    if (head > 1024 && head * 2 > frees.length) {
      frees = frees.slice(head);
      head = 0;
    }
  };
  const used = (now: number): number => {
    drop(now);
    return frees.length - head + bounds.length;
  };
  return {
    used,
    hasRoom: (now) => used(now) < limit,
    take: (bound) => insert(bounds, 0, bound),
    giveBack: remove,
    settle: (completedAt, bound) => {
      remove(bound);
      insert(frees, head, completedAt + lengthMs);
    },
    nextFree: (now) => {
      drop(now);
      const [bound] = bounds;
      const soonest = Math.min(frees[head] ?? Number.POSITIVE_INFINITY, (bound ?? Number.POSITIVE_INFINITY) + lengthMs);
      return Number.isFinite(soonest) ? soonest : null;
    },
  };
}
