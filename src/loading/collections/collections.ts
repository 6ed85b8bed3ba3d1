import { DeadlineReached, UpstreamError } from '../../base/errors.ts';
import { NotRead } from '../../base/not-read.ts';
import type { CallScope } from '../../transport/call.ts';
import { nameDeadline, standInReason } from '../fallback.ts';
import { agesFor, type Reading, type ReadScope } from '../reader.ts';
import { hasAgain, standingOf } from './again.ts';
import { advanceByRevision } from './by-revision.ts';
import type { Collection, CollectionsOptions, ListedPage } from './collection.ts';
import { copiesOrRefusal } from './copies-or-refusal.ts';
import { modelOf, toRows } from './copy-row.ts';
import { type CopyState, completeAtOf, emptyState, pageSizeOf, pagesToEnd } from './copy-state.ts';
import { createFillers, type Fillers } from './fillers.ts';
import { advanceNewestFirst, emptyNewest, type NewestState, nextPage, rowsBelow } from './newest-first.ts';
import { createUseNotes } from './note-use.ts';
import { advanceOnward } from './onward.ts';
import { readOneAgain } from './read-again.ts';
import type { Advance, CollectionSpec, CopySource } from './spec.ts';
import { advanceWhole } from './whole.ts';

async function loadState<T>(
  spec: CollectionSpec<T>,
  name: string,
  { copies, clock }: CollectionsOptions,
): Promise<CopyState> {
  const text = await copies.state(name);
  return text === null ? emptyState(spec, clock.now()) : (JSON.parse(text) as CopyState);
}

type Bringing<T> = { readonly collection: Collection<T>; readonly source: CopySource<T>; readonly flight: CallScope };

function newestBounds<T>(
  { spec, copies, nameOf }: Collection<T>,
  source: CopySource<T>,
  now: number,
  frontSince: number,
) {
  const countThrough = (sort: string, readSince: number): Promise<number> =>
    copies.count(nameOf(source), { sort, readSince });
  return { now, pageSize: pageSizeOf(spec), frontSince, sortOf: spec.sortOf, countThrough };
}

function advanceState<T>(
  { collection, source, flight }: Bringing<T>,
  state: CopyState,
  now: number,
  frontSince: number,
): Promise<Advance<T, CopyState>> {
  const { spec } = collection;
  const { sortOf } = spec;
  if (state.kind === 'revision') return advanceByRevision(source, flight, state, { now, pageSize: pageSizeOf(spec) });
  if (state.kind === 'whole') return advanceWhole(source, flight, state, { now, since: frontSince, sortOf });
  const reading = startWhole(spec, state, now);
  if (source.onward !== undefined) return advanceOnward(source, flight, reading, { now, frontSince, sortOf });
  return advanceNewestFirst(source, flight, reading, newestBounds(collection, source, now, frontSince));
}

type Instants = { readonly now: number; readonly frontSince: number };

/** Reads the next page and writes it together with the state that it leads to. */
async function bringPage<T>(bringing: Bringing<T>, { now, frontSince }: Instants): Promise<void> {
  const { collection, source, flight } = bringing;
  const { spec, options, copies } = collection;
  const name = collection.nameOf(source);
  const state = await loadState(spec, name, options);
  // A list that is read whole each time brings all of its records anew.
  if (hasAgain(state) && state.kind !== 'whole')
    return readOneAgain(bringing, state, { now, empty: emptyState(spec, now) });
  const { items, state: read } = await advanceState(bringing, state, now, frontSince);
  const hasEnded = read.completeAt !== null && read.completeAt !== state.completeAt;
  const reached = hasEnded && hasAgain(read) ? { ...read, again: {} } : read;
  await copies.write(name, toRows(spec, items, now), JSON.stringify(reached));
  if (reached.kind === 'newest-first' && finishedWhole(state, reached))
    await copies.dropUnread(name, reached.wholeSince);
  if (reached.kind === 'whole' && hasEnded) await copies.dropUnread(name, read.completeAt);
  const pagesLeft = pagesToEnd(reached, pageSizeOf(spec));
  const page = { collection: spec.name, copy: name, row: spec.row, rows: items.length, pagesLeft, isLast: hasEnded };
  options.onPage?.(page, flight);
}

/** The page that the copy would read next, by its number or by the revision that it begins with. */
async function pageWanted<T>(
  collection: Collection<T>,
  source: CopySource<T>,
  { now, frontSince }: Instants,
): Promise<number | string | null> {
  const { spec, options, nameOf } = collection;
  const state = await loadState(spec, nameOf(source), options);
  if (hasAgain(state)) return null;
  if (state.kind === 'revision') return state.next;
  if (source.onward !== undefined) return null;
  if (state.kind === 'whole') return state.beganAt === null ? 1 : state.page;
  return nextPage(startWhole(spec, state, now), newestBounds(collection, source, now, frontSince));
}

/** Takes in a page that a list of everything brought, as the copy's own where it is the one that the copy would read next. */
async function takePage<T>(bringing: Bringing<T>, listed: ListedPage<T>): Promise<void> {
  const { collection, source } = bringing;
  const { readAt } = listed;
  const place = 'from' in listed ? listed.from : listed.number;
  const instants = { now: readAt, frontSince: place === 1 ? readAt : 0 };
  if ((await pageWanted(collection, source, instants)) !== place)
    return collection.put(source, listed.page.items, readAt);
  const reading = 'from' in listed ? { readFrom: async () => listed.page } : { readPage: async () => listed.page };
  await bringPage({ ...bringing, source: { ...source, ...reading } }, instants);
}

/** Brings the next page in; or waits while another process does. */
async function bringInTurn<T>(bringing: Bringing<T>, fillers: Fillers, instants: () => Instants): Promise<void> {
  const { collection, source, flight } = bringing;
  await fillers.attemptOrWait(collection.nameOf(source), flight.signal, () => bringPage(bringing, instants()));
}

/** Where another process brings pages in, the place to go on from is that one's. */
async function takeInTurn<T>(bringing: Bringing<T>, fillers: Fillers, listed: ListedPage<T>): Promise<void> {
  const { collection, source } = bringing;
  const isTaken = await fillers.attempt(collection.nameOf(source), () => takePage(bringing, listed));
  if (!isTaken) await collection.put(source, listed.page.items, listed.readAt);
}

async function putItems<T>(
  collection: Collection<T>,
  source: CopySource<T>,
  { items, readAt }: { readonly items: readonly T[]; readonly readAt: number },
): Promise<void> {
  const { spec, copies, nameOf } = collection;
  await copies.write(nameOf(source), toRows(spec, items, readAt), null);
  await collection.touch(source);
}

function finishedWhole(before: CopyState, { completeAt, wholeSince }: NewestState): boolean {
  return (
    completeAt !== null && completeAt >= wholeSince && (before.completeAt === null || before.completeAt < wholeSince)
  );
}

/** Begins a whole reading when the last one is too long ago; its rows stay until it is complete. */
function startWhole<T>(spec: CollectionSpec<T>, state: NewestState, now: number): NewestState {
  const due = spec.wholeEverySeconds !== undefined && now - state.wholeSince > spec.wholeEverySeconds * 1000;
  return due ? { ...emptyNewest(now), completeAt: state.completeAt, calls: state.calls } : state;
}

function sinceOf<T>({ since = Number.NEGATIVE_INFINITY }: CopySource<T>): number {
  return since;
}

type Currency = { readonly name: string; readonly fresh: number; readonly now: number; readonly since: number };

function isCurrent(scope: ReadScope, at: number | null, { name, fresh, now, since }: Currency): boolean {
  if (at === null) return false;
  const young = at >= scope.startedAt || (scope.wish.mode !== 'verify' && at >= since && (now - at) / 1000 <= fresh);
  if (young && scope.planning) scope.pinned.add(name);
  const current = young || scope.pinned.has(name);
  if (current) scope.meter.limitKeeping(at + fresh * 1000);
  return current;
}

/** What a planned operation would have to read: a list without pages is one call, of any other only its pages tell the end. */
function missing<T>({ row, sync }: CollectionSpec<T>): NotRead {
  const { id: endpoint, upstream, paging } = row;
  return new NotRead([
    { upstream, endpoint, min: 1, max: sync === 'whole' && paging === 'none' ? 1 : null, pageSize: null },
  ]);
}

async function ensureCopy<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
): Promise<Omit<Reading<null>, 'value'>> {
  const { spec, options } = collection;
  const name = collection.nameOf(source);
  const { fresh, usable } = agesFor(scope.wish, options.agesOf(spec.row));
  const since = sinceOf(source);
  const before = completeAtOf(await loadState(spec, name, options));
  const held = (at: number, reason: 'CACHE' | 'QUOTA' | 'UPSTREAM_DOWN') => {
    scope.meter.onHit({ upstream: spec.row.upstream, endpoint: spec.row.id, key: name, reason, asOf: at });
    return { asOf: at, reason };
  };
  const usableAge = before !== null && (options.clock.now() - before) / 1000 <= usable;
  if (!scope.planning) await collection.touch(source);
  if (scope.wish.mode === 'only-held') {
    if (before !== null && usableAge) return held(before, 'CACHE');
    throw new UpstreamError(spec.row.upstream, 'QUOTA_EXCEEDED');
  }
  if (before !== null && isCurrent(scope, before, { name, fresh, since, now: options.clock.now() }))
    return before >= scope.startedAt ? { asOf: before, reason: null } : held(before, 'CACHE');
  if (scope.planning) throw missing(spec);
  try {
    for (;;) {
      await collection.advance(scope, source);
      const at = completeAtOf(await loadState(spec, name, options));
      if (at !== null && isCurrent(scope, at, { name, fresh, since, now: options.clock.now() }))
        return { asOf: at, reason: null };
    }
  } catch (error) {
    const failure =
      error instanceof DeadlineReached
        ? nameDeadline(error, spec.row.upstream, await progressOf(collection, name))
        : error;
    const reason = standInReason(failure);
    if (before === null || reason === undefined || !usableAge) throw failure;
    return held(before, reason);
  }
}

/** In one operation a copy is ensured once. */
function ensureOnce<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
): ReturnType<Collection<T>['ensure']> {
  const key = `ensure ${collection.nameOf(source)}`;
  const asked = scope.asked.get(key) as ReturnType<Collection<T>['ensure']> | undefined;
  if (asked !== undefined) return asked;
  const ensured = ensureCopy(collection, scope, source);
  scope.asked.set(key, ensured);
  return ensured;
}

async function progressOf<T>(
  { spec, options, copies }: Collection<T>,
  name: string,
): Promise<{ rows: number; calls: number }> {
  const { calls } = await loadState(spec, name, options);
  return { rows: await copies.count(name), calls };
}

async function pagesLeftOf<T>(
  spec: CollectionSpec<T>,
  name: string,
  options: CollectionsOptions,
): Promise<number | null> {
  const state = await loadState(spec, name, options);
  if (state.kind !== 'newest-first' || state.completeAt !== null) return null;
  const below = rowsBelow(state, pageSizeOf(spec));
  return below === null ? null : Math.ceil(below / pageSizeOf(spec));
}

/** What a reading for this operation goes by: now, and when the front of the copy must have been read for it to be up to date. */
function instantsFor<T>({ spec, options }: Collection<T>, scope: ReadScope, source: CopySource<T>): Instants {
  const now = options.clock.now();
  if (scope.wish.mode === 'verify') return { now, frontSince: scope.startedAt };
  const young = now - agesFor(scope.wish, options.agesOf(spec.row)).fresh * 1000;
  return { now, frontSince: Math.min(scope.startedAt, Math.max(sinceOf(source), young)) };
}

export function createCollection<T>(spec: CollectionSpec<T>, given: CollectionsOptions): Collection<T> {
  const options = { ...given, copies: copiesOrRefusal(given.copies, spec.row) };
  const { copies, clock, flights, agesOf } = options;
  const prefix = `${spec.name} ${spec.shape} `;
  given.onCollection?.(spec);
  const fillers = createFillers(options);
  const nameOf = (source: CopySource<T>): string => prefix + source.key;
  const noteUse = createUseNotes(copies, clock);
  const collection: Collection<T> = {
    spec,
    options,
    copies,
    nameOf,
    pageKey: (source) => `page of ${nameOf(source)}`,
    ensure: (scope, source) => ensureOnce(collection, scope, source),
    advance: (scope, source) =>
      flights.join(collection.pageKey(source), scope, (flight) =>
        bringInTurn({ collection, source, flight }, fillers, () => instantsFor(collection, scope, source)),
      ),
    take: (flight, source, page) => takeInTurn({ collection, source, flight }, fillers, page),
    isFresh: async (scope, source) => {
      const ages = agesFor(scope.wish, agesOf(spec.row));
      const currency = { ...ages, name: nameOf(source), since: sinceOf(source), now: clock.now() };
      return isCurrent(scope, await collection.completeAt(source), currency);
    },
    completeAt: async (source) => completeAtOf(await loadState(spec, nameOf(source), options)),
    standing: async (source) => standingOf(await loadState(spec, nameOf(source), options)),
    pagesLeft: (source) => pagesLeftOf(spec, nameOf(source), options),
    put: (source, items, readAt) => putItems(collection, source, { items, readAt }),
    putAbsent: (source, id, readAt) =>
      copies.write(nameOf(source), [{ id, sort: '', body: null, readAt, terms: [] }], null),
    touch: async (source) => {
      if (spec.dropUnreadSeconds !== undefined) await noteUse(nameOf(source));
    },
    parse: modelOf<T>,
    sweep: async () => {
      if (spec.dropUnreadSeconds !== undefined)
        await copies.dropUnused(prefix, clock.now() - spec.dropUnreadSeconds * 1000);
    },
  };
  return collection;
}
