import { digest } from '../../base/canonical.ts';
import type { AnswerStore, SharedAnswer } from '../answers.ts';
import type { RedisConnection } from './connection.ts';
import { createLuaWork } from './lua.ts';

/** What all shared answers may take; beyond it those that end first go first. */
const MOST_BYTES = 256 * 1024 * 1024;
const CHUNK = 500;
/** No reading goes on for longer: so long it is remembered that a record was dropped. */
const DROP_MS = 600_000;

/** `asOf bytes count`, the records as JSON and the value, each on a line of its own. */
function toText({ asOf, bytes, records, value }: SharedAnswer): string {
  return `${asOf} ${bytes} ${records.length}\n${JSON.stringify(records)}\n${value}`;
}

function toAnswer(text: string): SharedAnswer {
  const [head = '', records = '[]'] = text.split('\n', 2);
  const [asOf, bytes] = head.split(' ').map(Number);
  const value = text.slice(head.length + records.length + 2);
  return { asOf: asOf ?? 0, bytes: bytes ?? 0, records: JSON.parse(records) as readonly string[], value };
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
      const [era, drops, text] = await client.mGet([
        'weir:answers:era',
        'weir:answers:drops',
        `weir:answer:${nameOf(key)}`,
      ]);
      return { era: era ?? '0', drops: Number(drops ?? 0), answer: typeof text === 'string' ? toAnswer(text) : null };
    },
    put: async (key, answer, { era, drops, ms }) => {
      const terms = [era, String(drops), String(ms), String(mostBytes), String(answer.asOf)];
      await work('put', nameOf(key), ...terms, toText(answer));
    },
    dropRecords: async (records) => {
      for (let from = 0; from < records.length; from += CHUNK)
        await work('dropRecords', String(DROP_MS), ...records.slice(from, from + CHUNK));
    },
    clear: async () => {
      await work('beginEra');
      while ((await work('drop', String(CHUNK))) === CHUNK) await undefined;
    },
  };
}
