import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RedisClient } from './connection.ts';

/** What scripts answer with: numbers are whole, an absent value in a list is null. */
export type Reply = string | number | null | readonly Reply[];

/** Asks the script one question; it does the work of it as a whole or not at all. */
export type Ask = (kind: string, question: object) => Promise<Reply>;

const SOURCE = ['epoch.lua', 'permits.lua']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .concat('return answers[question.kind]()')
  .join('\n');
const DIGEST = createHash('sha1').update(SOURCE).digest('hex');

/** `now`: tests own the time; by default it is the server's. */
export function createAsk(client: RedisClient, now?: () => number): Ask {
  return async (kind, question) => {
    const argument = JSON.stringify({ ...question, kind, ...(now && { now: now() }) });
    try {
      return (await client.evalSha(DIGEST, { arguments: [argument] })) as Reply;
    } catch (error) {
      // A server that was started anew does not know the script.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return (await client.eval(SOURCE, { arguments: [argument] })) as Reply;
    }
  };
}
