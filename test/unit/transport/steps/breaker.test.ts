import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../src/transport/call.ts';
import type { FailedOutcome } from '../../../../src/transport/call-failure.ts';
import { createBreaker } from '../../../../src/transport/steps/breaker.ts';
import { ANSWER, CALL, callScope, failed } from '../../../support/calls.ts';
import { type Gate, gate, settled } from '../../../support/engine.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

function begin() {
  const clock = createVirtualClock();
  const breaker = createBreaker('VISIT', clock);
  let next: Error | Answer | Gate<Answer> = ANSWER;
  let passed = 0;
  const send = breaker.watch(async () => {
    passed += 1;
    const ending = next;
    if (ending instanceof Error) throw ending;
    return 'promise' in ending ? ending.promise : ending;
  });
  const ask = (ending: typeof next) => {
    next = ending;
    const answer = send();
    answer.catch(() => undefined);
    return answer;
  };
  const fail = async (times: number, outcome: FailedOutcome = 'SERVER_ERROR') => {
    for (let time = 0; time < times; time += 1) await ask(failed(outcome)).catch(() => undefined);
  };
  const guarded = breaker.guard(async () => ANSWER);
  return { clock, breaker, ask, fail, passed: () => passed, guarded: () => guarded(CALL, callScope()) };
}

describe('the breaker', () => {
  test.each<[FailedOutcome, number]>([
    ['SERVER_ERROR', 5],
    ['NETWORK', 5],
    ['TIMEOUT', 2],
  ])('opens when the upstream has failed with %s %i times in a row', async (outcome, times) => {
    const { breaker, fail, ask, passed } = begin();
    await fail(times - 1, outcome);
    expect(breaker.state()).toBe('closed');
    await fail(1, outcome);
    expect(breaker.state()).toBe('open');
    await expect(ask(ANSWER)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { retryAfterSeconds: 10 },
    });
    expect(passed()).toBe(times);
  });

  test.each<FailedOutcome>(['THROTTLED', 'REJECTED', 'UNAUTHORIZED', 'BAD_RESPONSE'])(
    'takes %s for a sign of life',
    async (outcome) => {
      const { breaker, fail } = begin();
      await fail(4);
      await fail(1, outcome);
      await fail(4);
      expect(breaker.state()).toBe('closed');
      await fail(20, outcome);
      expect(breaker.state()).toBe('closed');
    },
  );

  test('takes a caller who left for no sign', async () => {
    const { breaker, fail } = begin();
    await fail(4);
    await fail(3, 'ABORTED');
    expect(breaker.state()).toBe('closed');
    await fail(1);
    expect(breaker.state()).toBe('open');
  });

  test('counts failures in a row: an answer forgets them', async () => {
    const { breaker, fail, ask } = begin();
    for (let round = 0; round < 3; round += 1) {
      await fail(4);
      await ask(ANSWER);
    }
    expect(breaker.state()).toBe('closed');
  });

  test('lets one call pass as a probe after ten seconds and closes when it is answered', async () => {
    const { clock, breaker, fail, ask, passed } = begin();
    await fail(5);
    clock.advance(9_999);
    await expect(ask(ANSWER)).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
    clock.advance(1);
    const probe = gate<Answer>();
    const first = ask(probe);
    await settled();
    expect(breaker.state()).toBe('probing');
    await expect(ask(ANSWER)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(passed()).toBe(6);
    probe.open(ANSWER);
    await expect(first).resolves.toBe(ANSWER);
    expect(breaker.state()).toBe('closed');
    await fail(4);
    expect(breaker.state()).toBe('closed');
  });

  test('opens for ten seconds more when the probe fails', async () => {
    const { clock, breaker, fail, ask, passed } = begin();
    await fail(5);
    clock.advance(10_000);
    await fail(1);
    expect(breaker.state()).toBe('open');
    clock.advance(9_999);
    await expect(ask(ANSWER)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(passed()).toBe(6);
  });

  test('makes way for the next probe at once where the caller of the first left', async () => {
    const { clock, breaker, fail, ask } = begin();
    await fail(5);
    clock.advance(10_000);
    await ask(failed('ABORTED')).catch(() => undefined);
    await expect(ask(ANSWER)).resolves.toBe(ANSWER);
    expect(breaker.state()).toBe('closed');
  });

  test('is told by no call that began before it opened, whatever came of it', async () => {
    const { clock, breaker, fail, ask, passed } = begin();
    const old = [gate<Answer>(), gate<Answer>(), gate<Answer>()] as const;
    for (const one of old) void ask(one);
    await fail(5);
    old[0].open(ANSWER);
    await settled();
    expect(breaker.state()).toBe('open');
    clock.advance(10_000);
    const probe = gate<Answer>();
    const probing = ask(probe);
    old[1].fail(failed('ABORTED'));
    old[2].fail(failed('TIMEOUT'));
    await settled();
    expect(breaker.state()).toBe('probing');
    await expect(ask(ANSWER)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(passed()).toBe(9);
    probe.open(ANSWER);
    await probing;
    expect(breaker.state()).toBe('closed');
  });

  test('opens at once, and for that long, where the upstream says when it is back', async () => {
    const { clock, breaker, ask } = begin();
    await ask(failed('SERVER_ERROR', { retryAfterMs: 30_000 })).catch(() => undefined);
    expect(breaker.state()).toBe('open');
    clock.advance(29_999);
    await expect(ask(ANSWER)).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
    clock.advance(1);
    await expect(ask(ANSWER)).resolves.toBe(ANSWER);
  });
});

describe('the guard of the breaker', () => {
  test('refuses while it is open or probing, and takes no probe itself', async () => {
    const { clock, breaker, fail, ask, guarded } = begin();
    await expect(guarded()).resolves.toBe(ANSWER);
    await fail(5);
    await expect(guarded()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfterSeconds: 10 } });
    clock.advance(10_000);
    for (let call = 0; call < 2; call += 1) await expect(guarded()).resolves.toBe(ANSWER);
    expect(breaker.state()).toBe('open');
    const probe = gate<Answer>();
    const probing = ask(probe);
    await expect(guarded()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfterSeconds: 1 } });
    probe.open(ANSWER);
    await probing;
    await expect(guarded()).resolves.toBe(ANSWER);
  });
});
