type Waiting = { readonly loads: () => number; readonly go: () => void };

/** Lets those who ask in one turn of the event loop go on one after the other: first whoever serves most. */
export type TurnOrder = (loads: () => number) => Promise<void>;

export function createTurnOrder(): TurnOrder {
  let waiting: Waiting[] = [];
  const serve = (): void => {
    // More may have come to wait for a call since it was asked for: all of the turn have been counted by now.
    const counted = waiting.map(({ loads, go }) => ({ count: loads(), go }));
    waiting = [];
    for (const { go } of counted.sort((a, b) => b.count - a.count)) go();
  };
  return (loads) =>
    new Promise((go) => {
      if (waiting.length === 0) setImmediate(serve);
      waiting.push({ loads, go });
    });
}
