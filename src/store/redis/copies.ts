import type { HeldRow, RowQuery, StoredRow } from '../rows.ts';
import type { CopyStore } from '../store.ts';
import type { RedisConnection } from './connection.ts';
import { createLuaWork, type LuaReply, type LuaWork } from './lua.ts';

const USED = 'weir:copies:used';
const STATES = 'weir:copies:states';
/** The most that one script does: everybody else waits meanwhile. */
const CHUNK = 500;
const CHUNK_TEXT = String(CHUNK);

type Client = RedisConnection['client'];
type About = readonly [place: string, readAt: number, terms: readonly string[], mark?: string];

/** A text as a part of a member: the bytes 0 and 1 are written so that 0 can end it and the order of texts stays. */
function partOf(text: string): string {
  return text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01');
}

function textOf(part: string): string {
  return part.replaceAll('\x01\x01', '\0').replaceAll('\x01\x02', '\x01');
}

function termOf([term, value]: readonly [term: string, value: string]): string {
  return `${partOf(term)}\0${partOf(value)}`;
}

function toText({ sort, body, readAt, terms, mark = '' }: StoredRow): string {
  if (!Number.isSafeInteger(readAt)) throw new TypeError('readAt: whole milliseconds');
  const unmarked = [partOf(sort), readAt, [...new Set(terms.map(termOf))]] as const;
  const about: About = mark === '' ? unmarked : [...unmarked, mark];
  return body === null ? JSON.stringify(about) : `${JSON.stringify(about)}\n${body}`;
}

function toHeldRow(id: string, row: string): HeldRow {
  const feed = row.indexOf('\n');
  const [place, readAt] = JSON.parse(feed < 0 ? row : row.slice(0, feed)) as About;
  return { id, sort: textOf(place), body: feed < 0 ? null : row.slice(feed + 1), readAt };
}

function toHeldRows(reply: LuaReply): readonly HeldRow[] {
  const found = reply as readonly string[];
  return Array.from({ length: found.length / 2 }, (_none, index) =>
    toHeldRow(String(found[2 * index]), String(found[2 * index + 1])),
  );
}

/** The members of a range of places, exclusive of `after`: lowest, highest. A member is what it is looked for by, then place and id. */
function boundsOf({ term, after, direction }: RowQuery): readonly [lowest: string, highest: string] {
  const prefix = term === undefined ? '' : `${termOf(term)}\0`;
  const place = after === undefined ? undefined : `${prefix}${partOf(after)}`;
  const lowest = direction === 'ascending' && place !== undefined ? `[${place}\x01` : term ? `[${prefix}` : '-';
  const highest =
    direction === 'descending' && place !== undefined ? `(${place}\0` : term ? `(${termOf(term)}\x01` : '+';
  return [lowest, highest];
}

async function find(work: LuaWork, copy: string, query: RowQuery): Promise<readonly HeldRow[]> {
  const { term, direction, limit } = query;
  const parts = term === undefined ? '1' : '3';
  const found: HeldRow[] = [];
  for (let after = query.after; found.length < limit; after = found.at(-1)?.sort) {
    const [lowest, highest] = boundsOf({ ...query, after });
    const [first, last] = direction === 'ascending' ? [lowest, highest] : [highest, lowest];
    const most = Math.min(CHUNK, limit - found.length);
    const rows = toHeldRows(await work('find', copy, direction, first, last, String(most), parts));
    found.push(...rows);
    if (rows.length < most) break;
  }
  return found;
}

/** Those of the rows at or above a place that were read since an instant: whichever of the rows read since and not read since are fewer are looked at. */
async function countThrough(client: Client, copy: string, { sort, readSince }: { sort: string; readSince: number }) {
  const [order, read] = [`weir:copy:order:${copy}`, `weir:copy:read:${copy}`];
  const place = partOf(sort);
  const [all, since, before] = await Promise.all([
    client.zLexCount(order, `[${place}`, '+'),
    client.zCount(read, readSince, '+inf'),
    client.zCount(read, '-inf', `(${readSince}`),
  ]);
  const [lowest, highest] = before < since ? ['-inf', `(${readSince}`] : [readSince, '+inf'];
  let above = 0;
  for (let offset = 0; offset < Math.min(before, since); offset += CHUNK) {
    const LIMIT = { offset, count: CHUNK };
    const members = await client.zRangeByScore(read, lowest, highest, { LIMIT });
    above += members.filter((member) => Buffer.compare(Buffer.from(member), Buffer.from(place)) >= 0).length;
  }
  return before < since ? all - above : above;
}

async function untilNoneIsLeft(step: () => Promise<LuaReply>): Promise<void> {
  while ((await step()) === CHUNK) await undefined;
}

/** Removal in steps: each is small, so that nobody waits long. */
function createRemoval(
  client: Client,
  work: LuaWork,
): Pick<CopyStore, 'dropUnread' | 'dropUnused' | 'dropAbsent' | 'dropRows' | 'setBody' | 'names'> {
  const names = async (): Promise<readonly string[]> => (await client.zRange(USED, 0, -1)).sort();
  return {
    names,
    dropUnread: async (copy, before) => {
      for (const kind of ['dropUnread', 'dropAbsent'])
        await untilNoneIsLeft(() => work(kind, copy, String(before), CHUNK_TEXT));
    },
    dropUnused: async (prefix, before) => {
      for (const copy of await client.zRangeByScore(USED, '-inf', `(${before}`))
        if (copy.startsWith(prefix)) await work('dropUnused', copy, String(before));
    },
    dropAbsent: async (before) => {
      for (const copy of await names())
        await untilNoneIsLeft(() => work('dropAbsent', copy, String(before), CHUNK_TEXT));
    },
    dropRows: async (copy, ids) => {
      for (let from = 0; from < ids.length; from += CHUNK)
        await work('dropRows', copy, ...ids.slice(from, from + CHUNK));
    },
    setBody: async (copy, id, body) => void (await work('setBody', copy, id, body)),
  };
}

/** Held copies that replicas share. */
export function createRedisCopies(client: Client): CopyStore {
  const work = createLuaWork(client, 'copies.lua');
  return {
    state: (copy) => client.hGet(STATES, copy),
    write: async (copy, rows, state) => {
      await work('write', copy, state ?? '', ...rows.flatMap((row) => [row.id, toText(row)]));
    },
    rows: async (copy, ids) => {
      if (ids.length === 0) return [];
      const found = await client.hmGet(`weir:copy:rows:${copy}`, [...new Set(ids)]);
      return [...new Set(ids)].flatMap((id, index) => {
        const row = found[index] ?? null;
        return row === null ? [] : [toHeldRow(id, row)];
      });
    },
    find: (copy, query) => find(work, copy, query),
    count: (copy, through) =>
      through === undefined ? client.zCard(`weir:copy:order:${copy}`) : countThrough(client, copy, through),
    counts: async (copy) => {
      const counts = Object.entries(await client.hGetAll(`weir:copy:marks:${copy}`));
      return new Map(counts.map(([mark, n]) => [mark, Number(n)]));
    },
    countTerm: (copy, term) =>
      client.zLexCount(`weir:copy:terms:${copy}`, `[${termOf(term)}\0`, `(${termOf(term)}\x01`),
    fill: async (copy, filler, ms) => String(await work('fill', copy, filler, String(ms))),
    endFill: async (copy, filler) => void (await work('endFill', copy, filler)),
    touch: async (copy, now) => void (await client.zAdd(USED, { score: now, value: copy })),
    ...createRemoval(client, work),
  };
}
