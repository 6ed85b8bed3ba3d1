import { CallerLeft } from '../base/errors.ts';
import { untilAborted } from '../base/wait.ts';
import type { CallRecord, CallScope } from '../transport/call.ts';
import { isOthersLimit } from './fallback.ts';
import type { ReadScope } from './reader.ts';

/** What is asked of a flight's calls; its deadline is the latest of all who wait. */
type FlightScope = Omit<CallScope, 'deadlineAt'> & { deadlineAt: number };

type Flight = {
  readonly starter: ReadScope;
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  /** Of one begun in the bi lane: somebody interactive has joined. */
  readonly hurry: AbortController | undefined;
  readonly calls: CallRecord[];
  waiting: number;
  readonly scope: FlightScope;
};

/**
 * Equal reads under way are shared. Whoever started one is charged for its calls; who joined counts them as shared.
 * One that was begun in the bi lane goes on in the interactive one when somebody there joins it.
 * A flight ends early only when all who wait for it have left. One that a limit of its starter's ended is taken up by who joined without that limit.
 */
export type Flights = {
  join<T>(key: string, scope: ReadScope, run: (flight: CallScope) => Promise<T>): Promise<T>;
};

/** The read begins, for its starter and within its starter's limits. */
function takeOff(key: string, starter: ReadScope, run: (flight: CallScope) => Promise<unknown>): Flight {
  const { consumer, operation, lane, budgets, mayCall, admission } = starter;
  const controller = new AbortController();
  const hurry = lane === 'bi' ? new AbortController() : undefined;
  const calls: CallRecord[] = [];
  const scope: FlightScope = {
    signal: controller.signal,
    deadlineAt: starter.deadlineAt,
    consumer,
    operation,
    ...(lane && { lane }),
    ...(hurry && { hurry: hurry.signal }),
    ...(budgets && { budgets }),
    ...(mayCall && { mayCall }),
    ...(admission && { admission }),
    loads: () => starter.waiting.get(key) ?? 1,
    onCall: (record) => {
      calls.push(record);
      starter.onCall(record);
    },
  };
  // In a microtask: by then whoever asks for the same can join it.
  const promise = Promise.resolve().then(() => run(scope));
  return { starter, promise, controller, hurry, calls, waiting: 0, scope };
}

export function createFlights(): Flights {
  const flights = new Map<string, Flight>();

  const start = (key: string, scope: ReadScope, run: (flight: CallScope) => Promise<unknown>): Flight => {
    const flight = takeOff(key, scope, run);
    flights.set(key, flight);
    const forget = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.promise.then(forget, forget);
    return flight;
  };

  const ride = async (key: string, flight: Flight, scope: ReadScope, joined: boolean): Promise<unknown> => {
    flight.waiting += 1;
    flight.scope.deadlineAt = Math.max(flight.scope.deadlineAt, scope.deadlineAt);
    if (scope.lane !== 'bi') flight.hurry?.abort();
    try {
      return await untilAborted(flight.promise, scope.signal);
    } finally {
      if (joined) scope.meter.onShared(flight.calls);
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort(scope.signal.aborted ? scope.signal.reason : new CallerLeft());
      }
    }
  };

  return {
    join: async <T>(key: string, scope: ReadScope, run: (flight: CallScope) => Promise<T>): Promise<T> => {
      for (;;) {
        // Nothing is begun for an operation that is over, or only planned.
        scope.signal.throwIfAborted();
        const known = flights.get(key);
        const flight = known ?? start(key, scope, run);
        try {
          return (await ride(key, flight, scope, known !== undefined)) as T;
        } catch (error) {
          if (!isOthersLimit(error, flight.starter, scope)) throw error;
        }
      }
    },
  };
}
