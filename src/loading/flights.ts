import { CallerLeft } from '../base/errors.ts';
import { untilAborted } from '../base/wait.ts';
import type { CallRecord, CallScope } from '../transport/call.ts';
import type { ReadScope } from './reader.ts';

type Flight = {
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  readonly calls: CallRecord[];
  waiting: number;
  deadlineAt: number;
};

/**
 * Equal reads under way are shared. Whoever started one is charged for its calls; who joined counts them as shared.
 * A flight ends early only when all who wait for it have left.
 */
export type Flights = {
  join<T>(key: string, scope: ReadScope, run: (flight: CallScope) => Promise<T>): Promise<T>;
};

export function createFlights(): Flights {
  const flights = new Map<string, Flight>();

  const start = (key: string, scope: ReadScope, run: (flight: CallScope) => Promise<unknown>): Flight => {
    const controller = new AbortController();
    const calls: CallRecord[] = [];
    const flightScope: CallScope = {
      signal: controller.signal,
      get deadlineAt() {
        return flight.deadlineAt;
      },
      consumer: scope.consumer,
      operation: scope.operation,
      onCall: (record) => {
        calls.push(record);
        scope.onCall(record);
      },
    };
    // Started in a microtask, so that `flight` exists when the run looks at its deadline.
    const promise = Promise.resolve().then(() => run(flightScope));
    const flight: Flight = { promise, controller, calls, waiting: 0, deadlineAt: scope.deadlineAt };
    flights.set(key, flight);
    const forget = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    promise.then(forget, forget);
    return flight;
  };

  return {
    join: async <T>(key: string, scope: ReadScope, run: (flight: CallScope) => Promise<T>): Promise<T> => {
      // Nothing is begun for an operation that is over, or only planned.
      scope.signal.throwIfAborted();
      const known = flights.get(key);
      const flight = known ?? start(key, scope, run);
      flight.waiting += 1;
      flight.deadlineAt = Math.max(flight.deadlineAt, scope.deadlineAt);
      try {
        return (await untilAborted(flight.promise, scope.signal)) as T;
      } finally {
        if (known !== undefined) scope.meter.onShared(flight.calls);
        flight.waiting -= 1;
        if (flight.waiting === 0) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort(scope.signal.aborted ? scope.signal.reason : new CallerLeft());
        }
      }
    },
  };
}
