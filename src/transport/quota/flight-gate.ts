/** A bound on calls in flight. Who waits for a place is the ledger's business. */
export type FlightGate = {
  used(): number;
  tryEnter(): boolean;
  leave(): void;
};

export function createFlightGate(limit: number): FlightGate {
  let used = 0;
  return {
    used: () => used,
    tryEnter: () => {
      if (used >= limit) return false;
      used += 1;
      return true;
    },
    leave: () => {
      used -= 1;
    },
  };
}
