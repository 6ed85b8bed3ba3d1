import { describe, expect, test } from 'vitest';
import { CallerLeft, DeadlineReached, UpstreamError } from '../../../src/base/errors.ts';
import type { CallScope } from '../../../src/transport/call.ts';
import { createEngine, gate, receipt, settled, stateOf } from '../../support/engine.ts';

/** One read under way: it makes a call for each opening, and ends when it is told to. */
function begin() {
  const engine = createEngine();
  const flights: CallScope[] = [];
  const ends = [gate<string>(), gate<string>(), gate<string>()];
  const join = (operation = engine.operation(), key = 'key') => {
    const answer = engine.flights.join(key, operation.scope, (flight) => {
      flights.push(flight);
      return ends[flights.length - 1]?.promise ?? Promise.reject(new Error('one flight too many'));
    });
    answer.catch(() => undefined);
    return { answer, operation };
  };
  const call = () => flights.at(-1)?.onCall(receipt(flights.at(-1) as CallScope, engine.clock.now()));
  return { engine, flights, ends, join, call };
}

describe('equal reads under way', () => {
  test('are one flight, whose calls are charged to who started it and shared by who joined', async () => {
    const { join, flights, ends, call } = begin();
    const [first, second, third] = [join(), join(), join()];
    await settled();
    call();
    call();
    ends[0]?.open('done');
    expect(await Promise.all([first.answer, second.answer, third.answer])).toEqual(['done', 'done', 'done']);
    expect(flights).toHaveLength(1);
    expect([first, second, third].map(({ operation: { meter } }) => [meter.calls.length, meter.shared.length])).toEqual(
      [
        [2, 0],
        [0, 2],
        [0, 2],
      ],
    );
  });

  test('of one operation count its own call once, and a foreign call once', async () => {
    const { engine, join, ends, call } = begin();
    const [starter, joiner] = [engine.operation(), engine.operation()];
    const answers = [join(starter), join(starter), join(joiner), join(joiner)].map(({ answer }) => answer);
    await settled();
    call();
    ends[0]?.open('done');
    await Promise.all(answers);
    expect([starter.meter.calls.length, starter.meter.shared.length]).toEqual([1, 0]);
    expect([joiner.meter.calls.length, joiner.meter.shared.length]).toEqual([0, 1]);
  });

  test('that the budget of one consumer ended are taken up by those of another, once, and fail for its own', async () => {
    const { engine, join, flights, ends } = begin();
    const poor = [engine.operation({ consumer: 'poor' }), engine.operation({ consumer: 'poor' })].map((one) =>
      join(one),
    );
    const rich = [engine.operation({ consumer: 'rich' }), engine.operation({ consumer: 'rich' })].map((one) =>
      join(one),
    );
    await settled();
    ends[0]?.fail(new UpstreamError('VISIT', 'BUDGET_EXCEEDED'));
    for (const { answer } of poor) await expect(answer).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    await settled();
    ends[1]?.open('done');
    expect(await Promise.all(rich.map(({ answer }) => answer))).toEqual(['done', 'done']);
    expect(flights.map(({ consumer }) => consumer)).toEqual(['poor', 'rich']);
  });

  test('that the cost limit of one operation ended are taken up by others, of the same consumer too', async () => {
    const { join, flights, ends } = begin();
    const [first, second] = [join(), join()];
    await settled();
    ends[0]?.fail(new UpstreamError('VISIT', 'COST_LIMIT_EXCEEDED'));
    await expect(first.answer).rejects.toMatchObject({ code: 'COST_LIMIT_EXCEEDED' });
    await settled();
    ends[1]?.open('done');
    expect(await second.answer).toBe('done');
    expect(flights).toHaveLength(2);
  });

  test('that were begun in the bi lane are hurried by the first who joins from the interactive one', async () => {
    const { engine, join, flights } = begin();
    join(engine.operation({ lane: 'bi' }));
    await settled();
    expect(flights[0]).toMatchObject({ lane: 'bi', hurry: { aborted: false } });
    join(engine.operation({ lane: 'bi' }));
    expect(flights[0]?.hurry?.aborted).toBe(false);
    join(engine.operation({ lane: 'interactive' }));
    expect(flights[0]?.hurry?.aborted).toBe(true);
  });

  test('that the share of the bi lane ended are taken up in the interactive one, and fail in the bi lane', async () => {
    const { engine, join, flights, ends } = begin();
    const [starter, bi] = [join(engine.operation({ lane: 'bi' })), join(engine.operation({ lane: 'bi' }))];
    const interactive = join(engine.operation({ lane: 'interactive' }));
    await settled();
    ends[0]?.fail(new UpstreamError('VISIT', 'QUOTA_EXCEEDED'));
    for (const { answer } of [starter, bi]) await expect(answer).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await settled();
    ends[1]?.open('done');
    expect(await interactive.answer).toBe('done');
    expect(flights).toHaveLength(2);
  });

  test('fail together, and the next one starts anew', async () => {
    const { join, ends } = begin();
    const [first, second] = [join(), join()];
    await settled();
    ends[0]?.fail(new Error('down'));
    await expect(first.answer).rejects.toThrow('down');
    await expect(second.answer).rejects.toThrow('down');
    const next = join();
    ends[1]?.open('up');
    await expect(next.answer).resolves.toBe('up');
  });

  test('of other keys are flights of their own', async () => {
    const { join, flights } = begin();
    join(undefined, 'a');
    join(undefined, 'b');
    await settled();
    expect(flights).toHaveLength(2);
  });
});

describe('who waits for a flight', () => {
  test('leaves at once, and the flight goes on for the others, charged to who started it', async () => {
    const { join, flights, ends, call } = begin();
    const [starter, other] = [join(), join()];
    await settled();
    starter.operation.leave();
    await expect(starter.answer).rejects.toBeInstanceOf(CallerLeft);
    expect(flights[0]?.signal.aborted).toBe(false);
    call();
    ends[0]?.open('done');
    await expect(other.answer).resolves.toBe('done');
    expect([starter.operation.meter.calls.length, other.operation.meter.shared.length]).toEqual([1, 1]);
  });

  test('ends it by leaving as the last, with the reason of leaving', async () => {
    const { engine, join, flights } = begin();
    const patient = join(engine.operation({ deadlineMs: 2_000 }));
    const hasty = join();
    await settled();
    hasty.operation.leave();
    await settled();
    expect(flights[0]?.signal.aborted).toBe(false);
    engine.clock.advance(2_000);
    await expect(patient.answer).rejects.toBeInstanceOf(DeadlineReached);
    expect(flights[0]?.signal.reason).toBeInstanceOf(DeadlineReached);
  });

  test('is not joined to a flight that has been given up', async () => {
    const { join, flights, ends } = begin();
    const first = join();
    await settled();
    first.operation.leave();
    await settled();
    const second = join();
    await settled();
    expect(flights).toHaveLength(2);
    ends[1]?.open('second');
    await expect(second.answer).resolves.toBe('second');
  });

  test('gives it the longest of their deadlines', async () => {
    const { engine, join, flights } = begin();
    join(engine.operation({ deadlineMs: 2_000 }));
    await settled();
    expect(flights[0]?.deadlineAt).toBe(engine.clock.now() + 2_000);
    join(engine.operation({ deadlineMs: 9_000 }));
    join(engine.operation({ deadlineMs: 5_000 }));
    expect(flights[0]?.deadlineAt).toBe(engine.clock.now() + 9_000);
  });

  test('and has left before gets nothing, and no flight lives on for it', async () => {
    const { engine, join, flights } = begin();
    const operation = engine.operation();
    operation.leave();
    await expect(join(operation).answer).rejects.toBeInstanceOf(CallerLeft);
    await settled();
    expect(flights.every(({ signal }) => signal.aborted)).toBe(true);
    const next = join();
    expect(await stateOf(next.answer)).toBe('pending');
  });
});
