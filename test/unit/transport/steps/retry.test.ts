import { describe, expect, test } from 'vitest';
import { CallerLeft, UpstreamError } from '../../../../src/base/errors.ts';
import type { Answer, CallScope, OutboundCall } from '../../../../src/transport/call.ts';
import type { FailedOutcome } from '../../../../src/transport/call-failure.ts';
import { retryStep } from '../../../../src/transport/steps/retry.ts';
import { ANSWER, CALL, callScope, failed } from '../../../support/calls.ts';
import { drive, endpoint, settled, stateOf } from '../../../support/engine.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

type Ending = Error | Answer;

/** A retry step over an upstream that ends the calls in the given ways, one after another, and then answers. */
function begin({ chance = 0.5, endings = [] as Ending[] } = {}) {
  const clock = createVirtualClock();
  const attempts: { readonly at: number; readonly attempt: number }[] = [];
  const send = retryStep(
    clock,
    () => chance,
  )(async (call) => {
    attempts.push({ at: clock.now() - start, attempt: call.attempt });
    const ending = endings.shift() ?? ANSWER;
    if (ending instanceof Error) throw ending;
    return ending;
  });
  const start = clock.now();
  return {
    clock,
    start,
    attempts,
    endings,
    send: (call: Partial<OutboundCall> = {}, scope: Partial<CallScope> = {}) => {
      const answer = send({ ...CALL, ...call }, callScope(scope));
      answer.catch(() => undefined);
      return answer;
    },
    /** Earns so many repeats. */
    earn: async (repeats: number) => {
      for (let call = 0; call < repeats * 10 + 1; call += 1) await send(CALL, callScope());
      attempts.length = 0;
    },
  };
}

/** Moves time on step by step, so that everything that becomes due can go on. */
async function pass(clock: ReturnType<typeof createVirtualClock>, ms: number): Promise<void> {
  await settled();
  for (let left = ms; left > 0; left -= 50) {
    clock.advance(Math.min(50, left));
    await settled();
  }
}

describe('a repeat', () => {
  test.each<FailedOutcome>(['SERVER_ERROR', 'TIMEOUT', 'NETWORK', 'THROTTLED'])('follows %s', async (outcome) => {
    const { send, earn, endings, attempts, clock } = begin();
    await earn(2);
    endings.push(failed(outcome));
    const answer = send();
    await pass(clock, 200);
    await expect(answer).resolves.toBe(ANSWER);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test.each<FailedOutcome>(['REJECTED', 'UNAUTHORIZED', 'ABORTED', 'BAD_RESPONSE'])(
    'never follows %s',
    async (outcome) => {
      const { send, earn, endings, attempts } = begin();
      await earn(2);
      const failure = failed(outcome);
      endings.push(failure);
      await expect(send()).rejects.toBe(failure);
      expect(attempts).toHaveLength(1);
    },
  );

  test('never follows a refusal of the gateway itself, nor where a repeat is not safe', async () => {
    const { send, earn, endings, attempts } = begin();
    await earn(2);
    endings.push(new UpstreamError('VISIT', 'QUOTA_EXCEEDED'), failed('SERVER_ERROR'));
    await expect(send()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await expect(send({ row: endpoint({ safeToRepeat: false }) })).rejects.toMatchObject({ outcome: 'SERVER_ERROR' });
    expect(attempts).toHaveLength(2);
  });

  test.each([
    [0, 0, 0],
    [0.5, 200, 400],
    [0.999, 399.6, 799.2],
  ])('waits a share of a bound that doubles: chance %f gives %f and %f ms', async (chance, first, second) => {
    const { send, earn, endings, attempts, clock } = begin({ chance });
    await earn(3);
    endings.push(failed('SERVER_ERROR'), failed('SERVER_ERROR'));
    const sentAt = clock.now();
    const answer = send();
    await settled();
    const untilNext = async (ms: number, count: number) => {
      if (ms > 0) {
        clock.advance(ms - 0.1);
        await settled();
        expect(attempts).toHaveLength(count - 1);
        clock.advance(0.2);
      } else clock.advance(0);
      await settled();
      expect(attempts).toHaveLength(count);
    };
    await untilNext(first, 2);
    await untilNext(second, 3);
    await expect(answer).resolves.toBe(ANSWER);
    expect(clock.now() - sentAt).toBeLessThan(first + second + 1);
  });

  test('happens at most twice for a call, and then the last failure is told', async () => {
    const { send, earn, endings, attempts, clock } = begin({ chance: 0 });
    await earn(9);
    const last = failed('TIMEOUT');
    endings.push(failed('SERVER_ERROR'), failed('NETWORK'), last, failed('SERVER_ERROR'));
    await expect(drive(clock, send())).rejects.toBe(last);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  test('never comes before Retry-After', async () => {
    const { send, earn, endings, attempts, clock } = begin({ chance: 0 });
    await earn(2);
    endings.push(failed('THROTTLED', { retryAfterMs: 5_000 }));
    const answer = send();
    await settled();
    clock.advance(4_999);
    expect(await stateOf(answer)).toBe('pending');
    expect(attempts).toHaveLength(1);
    clock.advance(1);
    await expect(answer).resolves.toBe(ANSWER);
  });

  test('is not waited for where the deadline comes first', async () => {
    const { send, earn, endings, attempts, clock } = begin({ chance: 0 });
    await earn(2);
    for (const deadlineIn of [5_000, 4_000]) {
      endings.push(failed('THROTTLED', { retryAfterMs: 5_000 }));
      await expect(send({}, { deadlineAt: clock.now() + deadlineIn })).rejects.toMatchObject({ outcome: 'THROTTLED' });
    }
    expect(attempts).toHaveLength(2);
    endings.push(failed('THROTTLED', { retryAfterMs: 5_000 }));
    const answer = send({}, { deadlineAt: clock.now() + 5_001 });
    await pass(clock, 5_000);
    await expect(answer).resolves.toBe(ANSWER);
  });

  test('is given up at once when its caller leaves', async () => {
    const { send, earn, endings, attempts } = begin();
    await earn(2);
    endings.push(failed('SERVER_ERROR'));
    const controller = new AbortController();
    const answer = send({}, { signal: controller.signal });
    await settled();
    controller.abort(new CallerLeft());
    await expect(answer).rejects.toBeInstanceOf(CallerLeft);
    expect(attempts).toHaveLength(1);
  });

  test('that finds no permit or an open breaker tells of the failure that it was to mend', async () => {
    const { send, earn, endings, clock } = begin({ chance: 0 });
    await earn(2);
    const failure = failed('SERVER_ERROR');
    endings.push(failure, new UpstreamError('VISIT', 'QUOTA_EXCEEDED'));
    const answer = send();
    await pass(clock, 50);
    await expect(answer).rejects.toBe(failure);
  });

  test('after Retry-After comes a share of the backoff later: those who were told the same time spread', async () => {
    const { send, earn, endings, attempts, clock } = begin({ chance: 0.5 });
    await earn(2);
    endings.push(failed('THROTTLED', { retryAfterMs: 5_000 }));
    const answer = send();
    await settled();
    clock.advance(5_199);
    await settled();
    expect(attempts).toHaveLength(1);
    clock.advance(1);
    await expect(answer).resolves.toBe(ANSWER);
  });

  test('is not earned by calls that never left', async () => {
    const { send, earn, endings, attempts } = begin({ chance: 0 });
    await earn(0);
    for (let call = 0; call < 100; call += 1) {
      endings.push(call % 2 ? failed('NETWORK', { left: false }) : new UpstreamError('VISIT', 'UPSTREAM_UNAVAILABLE'));
      await send().catch(() => undefined);
    }
    endings.push(failed('SERVER_ERROR'));
    await expect(send()).rejects.toMatchObject({ outcome: 'SERVER_ERROR' });
    expect(attempts.filter(({ attempt }) => attempt > 1)).toEqual([]);
  });

  test('is not to be had by the first ten calls of a process', async () => {
    const { send, endings, attempts } = begin({ chance: 0 });
    endings.push(failed('SERVER_ERROR'));
    await expect(send()).rejects.toMatchObject({ outcome: 'SERVER_ERROR' });
    expect(attempts).toHaveLength(1);
  });

  test('is earned by ten first tries, and no more than ten are saved', async () => {
    const { send, earn, endings, attempts, clock } = begin({ chance: 0 });
    await earn(50);
    endings.push(...Array.from({ length: 100 }, () => failed('SERVER_ERROR')));
    for (let call = 0; call < 20; call += 1) {
      await expect(drive(clock, send())).rejects.toMatchObject({ outcome: 'SERVER_ERROR' });
    }
    const repeats = attempts.filter(({ attempt }) => attempt > 1).length;
    expect(repeats).toBeGreaterThanOrEqual(10);
    expect(repeats).toBeLessThanOrEqual(12);
  });
});
