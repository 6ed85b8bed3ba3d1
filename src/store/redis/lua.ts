import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RedisConnection } from './connection.ts';

/** What a script answers: numbers are whole, an absent value in a list is null. */
export type LuaReply = string | number | null | readonly LuaReply[];

/** Does one piece of work as a whole or not at all, with nobody else's between. */
export type LuaWork = (...words: readonly string[]) => Promise<LuaReply>;

/** Files of this folder, as one script, that do what the first word says with the others. */
export function createLuaWork(client: RedisConnection['client'], ...files: readonly string[]): LuaWork {
  const source = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  const digest = createHash('sha1').update(source).digest('hex');
  return async (...words) => {
    const given = { arguments: [...words] };
    try {
      return (await client.evalSha(digest, given)) as LuaReply;
    } catch (error) {
      // A server that was started anew does not know the script.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return (await client.eval(source, given)) as LuaReply;
    }
  };
}
