import type { KeyRecord, KeyStore } from '../keys.ts';
import type { RedisConnection } from './connection.ts';
import { createLuaWork } from './lua.ts';

/** Nobody changes one key so often. */
const TRIES = 50;

/** The consumer keys of all replicas: `weir:keys` is a hash of records by name. */
export function createRedisKeys(client: RedisConnection['client']): KeyStore {
  const work = createLuaWork(client, 'keys.lua');
  return {
    read: async (known) => {
      const reply = (await work('read', known === undefined ? '' : String(known))) as readonly (string | number)[];
      const [version, ...records] = reply;
      if (Number(version) === known) return undefined;
      const keys = records.map((record) => JSON.parse(String(record)) as KeyRecord);
      return { version: Number(version), keys: keys.sort((a, b) => (a.name < b.name ? -1 : 1)) };
    },
    change: async (name, change) => {
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        const known = await client.hGet('weir:keys', name);
        const record = change(known === null ? undefined : (JSON.parse(known) as KeyRecord));
        if ((await work('change', name, known ?? '', JSON.stringify(record))) === 1) return record;
      }
      throw new Error('the key is being changed by others all the time');
    },
  };
}
