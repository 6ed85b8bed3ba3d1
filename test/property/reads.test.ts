import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untilAborted } from '../../src/base/wait.ts';
import type { CallScope } from '../../src/transport/call.ts';
import { retryStep } from '../../src/transport/steps/retry.ts';
import { ANSWER, CALL, callScope, failed } from '../support/calls.ts';
import { ChangingList } from '../support/changing-list.ts';
import { createEngine, type Gate, gate, receipt, settled } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { copyOf } from '../support/thing-copy.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

describe('records looked for by id', () => {
  test('stand beside their own ids, in whatever order the upstream sends or repeats its rows, and cost no more calls than ids or pages', async () => {
    const ids = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.array(ids, { maxLength: 3 }),
        fc.nat(30),
        fc.boolean(),
        async (asked, rounds, held, singly) => {
          const engine = createEngine();
          const upstream = new ChangingList(30, 7);
          const { readFrom } = upstream;
          Object.assign(upstream, {
            readFrom: async (scope: unknown, revision: string) => {
              const page = await readFrom(scope, revision);
              const turned = page.items.map((_item, index) => page.items.at((index * 3 + held) % page.items.length));
              return { ...page, items: held % 2 === 0 ? page.items.toReversed() : [...turned, ...page.items] };
            },
          });
          const copy = copyOf(engine, upstream, { singly });
          await copy.collection.put(copy.source, upstream.things.slice(0, held).toReversed(), engine.clock.now());
          for (const wanted of [asked, ...rounds]) {
            upstream.calls.length = 0;
            const names = wanted.map((number) => `t${number}`);
            const found = await copy.find(engine.operation(), names);
            expect(found).toEqual(wanted.map((number) => (number <= 30 ? `t${number}` : null)));
            const distinct = new Set(wanted).size;
            expect(upstream.calls.length).toBeLessThanOrEqual(singly ? 2 * distinct : 5);
            expect(new Set(upstream.calls).size).toBe(upstream.calls.length);
          }
          await engine.store.close();
        },
      ),
      runs(100, 3_000),
    );
  });
});

type Event = { readonly kind: 'join' | 'leave' | 'call' | 'end'; readonly which: number };

describe('a shared flight', () => {
  test('charges each call once, lives as long as somebody waits, and answers all who stayed', async () => {
    const event = fc.record({
      kind: fc.constantFrom<Event['kind']>('join', 'join', 'leave', 'call', 'end'),
      which: fc.nat(50),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const engine = createEngine();
        const flights: { readonly scope: CallScope; readonly end: Gate<number>; calls: number }[] = [];
        const operations: ReturnType<typeof engine.operation>[] = [];
        const waiting = new Set<number>();
        const join = (): void => {
          const operation = engine.operation();
          const index = operations.push(operation) - 1;
          waiting.add(index);
          const read = engine.flights.join('key', operation.scope, (scope) => {
            const flight = { scope, end: gate<number>(), calls: 0 };
            flights.push(flight);
            return untilAborted(flight.end.promise, scope.signal);
          });
          read.then(
            () => waiting.delete(index),
            () => waiting.delete(index),
          );
        };
        for (const { kind, which } of events) {
          const flight = flights.at(-1);
          const alive = flight !== undefined && !flight.scope.signal.aborted && waiting.size > 0;
          if (kind === 'join') join();
          if (kind === 'leave' && waiting.size > 0) operations[[...waiting][which % waiting.size] as number]?.leave();
          if (kind === 'call' && alive) {
            flight.scope.onCall(receipt(flight.scope, 0));
            flight.calls += 1;
          }
          if (kind === 'end' && alive) flight.end.open(which);
          await settled();
          if (waiting.size === 0) expect(flights.every(({ scope }) => scope.signal.aborted)).toBe(true);
          else expect(flights.at(-1)?.scope.signal.aborted).toBe(false);
        }
        const made = flights.reduce((sum, { calls }) => sum + calls, 0);
        expect(operations.reduce((sum, { meter }) => sum + meter.calls.length, 0)).toBe(made);
        await engine.store.close();
      }),
      runs(60, 3_000),
    );
  });
});

describe('repeats', () => {
  const ending = fc.record({
    fails: fc.boolean(),
    outcome: fc.constantFrom('SERVER_ERROR' as const, 'THROTTLED' as const, 'TIMEOUT' as const),
    retryAfterMs: fc.option(fc.nat(3_000), { nil: 0 }),
    tookMs: fc.nat(500),
  });

  test('are at most a tenth of the first tries, never before Retry-After and never at or after the deadline', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ending, { minLength: 1, maxLength: 120 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 6_000 }),
        async (endings, chances, deadlineMs) => {
          const clock = createVirtualClock(0);
          let [draw, sent, firsts, notBefore, deadlineAt] = [0, 0, 0, 0, 0];
          const send = retryStep(
            clock,
            () => chances[draw++ % chances.length] ?? 0,
          )(async ({ attempt }) => {
            const { fails, outcome, retryAfterMs, tookMs } = endings[sent % endings.length] as (typeof endings)[0];
            sent += 1;
            if (attempt > 1) {
              expect(clock.now()).toBeGreaterThanOrEqual(notBefore);
              expect(clock.now()).toBeLessThan(deadlineAt);
            }
            clock.advance(tookMs);
            notBefore = clock.now() + retryAfterMs;
            if (fails) throw failed(outcome, { retryAfterMs });
            return ANSWER;
          });
          for (let call = 0; call < 60; call += 1) {
            firsts += 1;
            deadlineAt = clock.now() + deadlineMs;
            let pending = true;
            const done = (): void => {
              pending = false;
            };
            send(CALL, callScope({ deadlineAt })).then(done, done);
            for (let turn = 0; pending; turn += 1) {
              for (let tick = 0; tick < 8; tick += 1) await undefined;
              if (pending && turn > 0) clock.advance(1);
            }
            expect(sent).toBeLessThanOrEqual(firsts * 1.1 + 1e-9);
          }
        },
      ),
      runs(25, 500),
    );
  });
});
