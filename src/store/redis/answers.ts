import { digest } from '../../base/canonical.ts';
import type { AnswerStore, SharedAnswer } from '../answers.ts';
import type { RedisConnection } from './connection.ts';
import { createLuaWork } from './lua.ts';

/** What all shared answers may take; beyond it those that end first go first. */
const MOST_BYTES = 256 * 1024 * 1024;
const CHUNK = 500;

function toAnswer(text: string): SharedAnswer {
  const feed = text.indexOf('\n');
  const [asOf, bytes] = text.slice(0, feed).split(' ').map(Number);
  return { asOf: asOf ?? 0, bytes: bytes ?? 0, value: text.slice(feed + 1) };
}

/** `form` tells apart what versions of the program hold: a model may have changed between them. */
export function createRedisAnswers(
  client: RedisConnection['client'],
  form: string,
  mostBytes: number = MOST_BYTES,
): AnswerStore {
  const work = createLuaWork(client, 'answers.lua');
  // What is asked may hold an address: its digest does not.
  const nameOf = (key: string): string => digest(`${form} ${key}`, 40);
  return {
    get: async (key) => {
      const [era, text] = await client.mGet(['weir:answers:era', `weir:answer:${nameOf(key)}`]);
      return { era: era ?? '0', answer: typeof text === 'string' ? toAnswer(text) : null };
    },
    put: async (key, { value, asOf, bytes }, { era, ms }) => {
      const text = `${asOf} ${bytes}\n${value}`;
      await work('put', nameOf(key), era, String(ms), String(mostBytes), String(asOf), text);
    },
    clear: async () => {
      await work('beginEra');
      while ((await work('drop', String(CHUNK))) === CHUNK) await undefined;
    },
  };
}
