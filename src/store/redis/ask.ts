import type { RedisClient } from './connection.ts';
import { createLuaWork, type LuaReply } from './lua.ts';

/** Asks the scripts of the ledger one question. */
export type Ask = (kind: string, question: object) => Promise<LuaReply>;

/** `now`: tests own the time; by default it is the server's. */
export function createAsk(client: RedisClient, now?: () => number): Ask {
  const work = createLuaWork(client, 'epoch.lua', 'permits.lua', 'reservations.lua', 'answer.lua');
  return (kind, question) => work(JSON.stringify({ ...question, kind, ...(now && { now: now() }) }));
}
