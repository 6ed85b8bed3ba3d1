/** The event loop's turns: each takes no more work than the loop may be held for. */
export type Turns = {
  /** Undefined if so much work fits into this turn; else a promise for the turn that it has to wait for. */
  take(work: number): Promise<void> | undefined;
};

type Waiting = { readonly work: number; readonly begin: () => void };

export function createTurns(workPerTurn: number): Turns {
  let left = workPerTurn;
  let armed = false;
  const waiting: Waiting[] = [];
  const arm = (): void => {
    if (armed) return;
    armed = true;
    setImmediate(nextTurn);
  };
  /** What others wait for longer comes first; work beyond a whole turn gets a turn of its own. */
  const nextTurn = (): void => {
    armed = false;
    left = workPerTurn;
    while (waiting[0] !== undefined && (waiting[0].work <= left || left === workPerTurn)) {
      left -= waiting[0].work;
      waiting.shift()?.begin();
    }
    if (left < workPerTurn) arm();
  };
  return {
    take: (work) => {
      arm();
      if (waiting.length === 0 && work <= left) {
        left -= work;
        return undefined;
      }
      return new Promise((begin) => waiting.push({ work, begin }));
    },
  };
}

/** Fields of an answer, or as much other work, that one turn may take: 5 to 20 ms. */
export const WORK_PER_TURN = 2_000;

/** The one event loop of the process, shared by all operations. */
export const eventLoop = createTurns(WORK_PER_TURN);
