import 'uplot/dist/uPlot.min.css';
import './styles.css';
import { createConsumerKey } from '../page/consumer-key.ts';
import type { Bucket, Health, Quota } from './answer.ts';
import { createAsk, Refusal } from './ask.ts';
import { createChoices } from './choices.ts';
import { find, write } from './element.ts';
import { createHealth } from './health.ts';
import { type Poll, poll } from './poll.ts';
import { createProcesses } from './processes.ts';
import { HEALTH, QUOTA, usageBy } from './questions.ts';
import { createSpending, type Spending } from './spending.ts';
import { createWindows } from './windows.ts';

/** A spent window must show within two seconds. */
const QUOTA_MS = 1_000;
const HEALTH_MS = 3_000;
const USAGE_MS = 5_000;

const key = createConsumerKey(window.sessionStorage);
const ask = createAsk(key);
const live = find('#live');

function tellLive(state: 'live' | 'stopped', words: string): void {
  live.dataset.state = state;
  write(live, words);
}

/** Keeps a section up to date. Where that is not possible it says why, and what was shown before is marked as old. */
function keep<T>(
  selector: string,
  everyMs: number,
  parts: { readonly ask: () => Promise<T>; readonly show: (answer: T) => void },
): Poll {
  const section = find(selector);
  const note = find('.note', section);
  const succeed = (answer: T): boolean => {
    write(note, '');
    section.dataset.state = 'shown';
    parts.show(answer);
    return true;
  };
  const fail = (error: unknown): boolean => {
    if (!(error instanceof Refusal)) throw error;
    write(note, error.message);
    section.dataset.state = error.isFinal ? 'closed' : 'old';
    return !error.isFinal;
  };
  return poll({
    everyMs,
    ask: async () => {
      try {
        const answer = await parts.ask();
        return () => succeed(answer);
      } catch (error) {
        return () => fail(error);
      }
    },
  });
}

const showWindows = createWindows(find('#windows'));
const quota = keep('#windows', QUOTA_MS, {
  ask: async () => {
    try {
      return await ask<Quota>('quota', QUOTA);
    } catch (error) {
      tellLive('stopped', 'Not live');
      throw error;
    }
  },
  show: (answer) => {
    tellLive('live', 'Live');
    showWindows(answer, Date.now());
  },
});

const choice = createChoices(find('.choices'), () => usage.restart());
const usage = keep<Spending>('#spending', USAGE_MS, {
  ask: async () => {
    const { ms, resolution, dimension } = choice();
    const to = Date.now();
    const from = to - ms;
    const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), resolution };
    const buckets = await ask<readonly Bucket[]>('usage', usageBy(dimension), range);
    return { buckets, from, to, resolution, dimension };
  },
  show: createSpending(find('#spending')),
});

const together = createProcesses();
const showHealth = createHealth(find('#health'));
const health = keep('#health', HEALTH_MS, {
  ask: () => ask<Health>('health', HEALTH),
  show: (answer) => showHealth(together(answer, Date.now()), Date.now()),
});

const field = find<HTMLInputElement>('#key');
field.value = key.get();
find<HTMLFormElement>('#key-form').addEventListener('submit', (event) => {
  event.preventDefault();
  key.set(field.value.trim());
  for (const one of [quota, usage, health]) one.restart();
});
for (const one of [quota, usage, health]) one.restart();
