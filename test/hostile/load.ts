import type { Upstream } from '../../src/base/upstream.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { type Answer, startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { ALWAYS, distinctQuery, ROOMY, simulatorOf, startRoomy, UPSTREAMS } from './upstreams.ts';

export const STEP_MS = 500;
const KEY = { headers: { 'x-api-key': 'test-secret' } };

export type Sent = {
  /** Milliseconds since the load began. */
  readonly at: number;
  /** What was asked: no other operation asks the same. */
  readonly what: string;
};

export type Load = {
  /** Made step by step, evenly, over the whole time. */
  readonly operations: number;
  readonly totalMs: number;
  /** Every call to every upstream fails so between the two instants. */
  readonly fault: Fault;
  readonly from: number;
  readonly until: number;
};

export type Outcome = {
  /** The calls in order, as the upstream saw them. */
  readonly sent: ReadonlyMap<Upstream, readonly Sent[]>;
  readonly answers: readonly Answer[];
};

/** Lets real requests come through while virtual time stands still: nothing has changed for some milliseconds. */
async function quiet(count: () => number): Promise<void> {
  for (let seen = -1, still = 0; still < 2; ) {
    const now = count();
    still = now === seen ? still + 1 : 0;
    seen = now;
    await new Promise((next) => setTimeout(next, 1));
  }
}

/** A whole gateway under an even load of operations, each of which asks all four upstreams one thing. */
export async function underLoad({ operations, totalMs, fault, from, until }: Load): Promise<Outcome> {
  const clock = createVirtualClock();
  const start = clock.now();
  await using sandbox = await startRoomy(clock.now);
  await using gateway = await startGateway({ live: true, sandbox, clock, chance: chances(), config: ROOMY });
  const simulators = UPSTREAMS.map((upstream) => simulatorOf(sandbox, upstream));
  const asked: Promise<Answer>[] = [];
  let ended = 0;
  const changes = (): number => simulators.reduce((sum, { calls }) => sum + calls.length, ended);
  const steps = totalMs / STEP_MS;
  const step = async (made: number): Promise<void> => {
    while (asked.length < made) {
      const answer = gateway.ask(distinctQuery(asked.length), KEY);
      asked.push(answer.finally(() => (ended += 1)));
    }
    await quiet(changes);
    clock.advance(STEP_MS);
  };
  for (let index = 0; index < steps; index += 1) {
    const elapsed = clock.now() - start;
    for (const { faults } of simulators) {
      faults.clear();
      if (elapsed >= from && elapsed < until) faults.inject(fault, ALWAYS);
    }
    await step(Math.floor(((index + 1) * operations) / steps));
  }
  while (ended < asked.length) await step(asked.length);
  const sentTo = (upstream: Upstream): readonly Sent[] =>
    simulatorOf(sandbox, upstream).calls.map(({ at, path, query }) => ({ at: at - start, what: `${path} ${query}` }));
  return {
    sent: new Map(UPSTREAMS.map((upstream) => [upstream, sentTo(upstream)])),
    answers: await Promise.all(asked),
  };
}

/** The same numbers in every run, spread over the whole range. */
function chances(): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return (drawn * 0.618_033_988_749_895) % 1;
  };
}

/** The most calls in any second between two instants. */
export function mostInASecond(sent: readonly Sent[], from: number, until: number): number {
  const inside = sent.filter(({ at }) => at >= from && at < until);
  return Math.max(
    0,
    ...inside.map(({ at }) => inside.filter((other) => other.at >= at && other.at < at + 1_000).length),
  );
}
