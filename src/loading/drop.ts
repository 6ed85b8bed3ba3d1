import type { Clock } from '../base/clock.ts';
import type { CopyStore, Store } from '../store/store.ts';
import { withAgain } from './collections/again.ts';
import { createFillers } from './collections/fillers.ts';
import { type NamedRecord, recordName } from './record-names.ts';

/** A copy without rows: its state tells gateways which records were dropped of late. */
export const DROPPED = 'dropped';
/** So many drops are told; a gateway that has missed one drops all that it holds beside the copies. */
const MOST_TOLD = 100;

type Told = {
  /** How many drops there were. */
  readonly last: number;
  /** The last of them, each with the names of its records. */
  readonly drops: readonly (readonly string[])[];
};

async function toldIn(copies: CopyStore): Promise<Told> {
  const text = await copies.state(DROPPED);
  return text === null ? { last: 0, drops: [] } : (JSON.parse(text) as Told);
}

/** Whether a copy would hold a record: `visit.visitors SHAPE VIEW EXPO`, `visual-visitor.leads SHAPE VIEW customer 7 PLUS_PERSON`. */
function wouldHold(copy: string, { kind, place }: NamedRecord): boolean {
  const [name = '', , ...key] = copy.split(' ');
  if (kind.startsWith('visit.')) return name === kind && key.at(-1) === place;
  const customer = key.includes('customer') ? key[key.indexOf('customer') + 1] : undefined;
  const product = { 'visual-visitor.employee-leads': 'PLUS_EMPLOYEE', 'visual-visitor.person-leads': 'PLUS_PERSON' }[
    kind
  ];
  if (product === undefined) return name === kind && customer === place;
  return name === 'visual-visitor.leads' && customer === place && key.at(-1) === product;
}

/** From one copy, which from then on is not complete until they are read again. How many were held. */
async function dropFrom(copies: CopyStore, copy: string, ids: readonly string[], at: number): Promise<number> {
  const state = await copies.state(copy);
  if (state !== null) await copies.write(copy, [], withAgain(state, ids, at));
  const held = await copies.rows(copy, ids);
  // That there is no such record is held beside it.
  await copies.dropRows(copy, [...ids, ...ids.map((id) => `absent:${id}`)]);
  return held.length;
}

/**
 * Drops what came from these records, in any view, and nothing else: rows of held copies, which are read again and meanwhile prove nothing
 * about them; answers that replicas share; and what gateways hold in memory, within two seconds. It makes no call. The pages of a copy that
 * are being brought in are waited for. How many rows of copies were held.
 */
export async function dropRecords(
  { copies, answers }: Pick<Store, 'copies' | 'answers'>,
  clock: Clock,
  records: readonly NamedRecord[],
  signal: AbortSignal,
): Promise<number> {
  const fillers = createFillers({ copies, clock });
  const inTurn = async (copy: string, work: () => Promise<void>): Promise<void> => {
    for (let done = false; !done; ) done = await fillers.attemptOrWait(copy, signal, work);
  };
  let rows = 0;
  for (const copy of await copies.names()) {
    const ids = records.filter((record) => wouldHold(copy, record)).map(({ id }) => id);
    if (ids.length === 0) continue;
    await inTurn(copy, async () => {
      rows += await dropFrom(copies, copy, ids, clock.now());
    });
  }
  const names = records.map(recordName);
  await answers?.dropRecords(names);
  await inTurn(DROPPED, async () => {
    const { last, drops } = await toldIn(copies);
    const told: Told = { last: last + 1, drops: [...drops, names].slice(-MOST_TOLD) };
    await copies.write(DROPPED, [], JSON.stringify(told));
  });
  return rows;
}

/** The names of records may be addresses: of what was told, nothing is left. Gateways that have missed it drop all that they hold. */
export async function forgetDrops(copies: CopyStore): Promise<void> {
  const { last } = await toldIn(copies);
  if (last > 0) await copies.write(DROPPED, [], JSON.stringify({ last, drops: [] } satisfies Told));
}

/** Looks which records were dropped since the last look, by their names; undefined: not all of them are told any more. */
export function createDropWatch(copies: CopyStore): () => Promise<readonly string[] | undefined> {
  let known: number | undefined;
  return async () => {
    const { last, drops } = await toldIn(copies);
    const count = last - (known ?? last);
    known = last;
    if (count < 0 || count > drops.length) return undefined;
    return count === 0 ? [] : drops.slice(-count).flat();
  };
}
