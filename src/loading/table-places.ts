import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import type { Checkpoints, Place } from '../model/table-places.ts';
import type { CopyStore } from '../store/store.ts';

/** For how long after its last page a table can be gone on with. */
const KEPT_MS = 3_600_000;
/** A name of copies that no collection has. */
const PREFIX = 'table ';
const DIGITS = 15;

type State = { readonly asked: string; readonly startedAt: number };

function sortOf(rows: number): string {
  return String(rows).padStart(DIGITS, '0');
}

/** They lie beside the copies: a table can be gone on with wherever these are, by any process and after a restart. */
export function createCheckpoints(copies: CopyStore, clock: Clock): Checkpoints {
  const nameOf = (token: string): string => `${PREFIX}${token}`;
  return {
    begin: async (asked) => {
      const token = randomUUID();
      const state: State = { asked, startedAt: clock.now() };
      await copies.write(nameOf(token), [], JSON.stringify(state));
      await copies.touch(nameOf(token), clock.now());
      return token;
    },
    note: async (token, place) => {
      const sort = sortOf(place.rows);
      const row = { id: sort, sort, body: JSON.stringify(place), readAt: clock.now(), terms: [] };
      await copies.write(nameOf(token), [row], null);
      await copies.touch(nameOf(token), clock.now());
    },
    find: async (token, asked, rows) => {
      const text = await copies.state(nameOf(token));
      const state = text === null ? undefined : (JSON.parse(text) as State);
      if (state === undefined || state.asked !== asked) return undefined;
      const before = sortOf(rows + 1);
      const [found] = await copies.find(nameOf(token), { direction: 'descending', after: before, limit: 1 });
      const place: Place =
        typeof found?.body === 'string' ? (JSON.parse(found.body) as Place) : { rows: 0, records: 0, after: null };
      return { startedAt: state.startedAt, place };
    },
    sweep: () => copies.dropUnused(PREFIX, clock.now() - KEPT_MS),
  };
}
