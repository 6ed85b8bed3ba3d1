import type { Collection } from '../../src/loading/collections/collection.ts';
import { createCollection } from '../../src/loading/collections/collections.ts';
import { findMany, type Index } from '../../src/loading/collections/find-many.ts';
import type { CollectionSpec, CopySource, NumberedPage } from '../../src/loading/collections/spec.ts';
import type { CallScope } from '../../src/transport/call.ts';
import { type ChangingList, sortOf, type Thing } from './changing-list.ts';
import { type Engine, endpoint, type Operation, receipt, settled } from './engine.ts';

export type ThingCopyOptions = Partial<
  Pick<CollectionSpec<Thing>, 'sync' | 'wholeEverySeconds' | 'dropUnreadSeconds' | 'partial' | 'shape'>
> & {
  /** Whether single records can be read. Default: yes. */
  readonly singly?: boolean;
  /** For `newest-first`: the upstream gives only so many pages of a search, but can begin at a place. */
  readonly mostPages?: number;
};

/** A held copy of a changing list. */
export type ThingCopy = {
  readonly collection: Collection<Thing>;
  readonly source: CopySource<Thing>;
  /** Ends every read with this error while it is set. */
  failure: unknown;
  /** Whether a read that is under way fails when nobody waits for it any more. Otherwise it still arrives. */
  abortable: boolean;
  ids(): Promise<string[]>;
  ensure(operation: Operation): ReturnType<Collection<Thing>['ensure']>;
  /** The records by id, as `id`, `null` or the code of an error. */
  find(operation: Operation, ids: readonly string[], index?: Index<Thing>): Promise<(string | null | undefined)[]>;
};

type State = Pick<ThingCopy, 'failure' | 'abortable'>;

function charged<A extends unknown[], T>(engine: Engine, copy: State, read: (...args: A) => Promise<T>) {
  return async (...args: A): Promise<T> => {
    const scope = args[0] as CallScope;
    const answer = await read(...args);
    if (copy.abortable) {
      // As long as an abort takes to come through to the call.
      for (let turn = 0; turn < 12; turn += 1) await undefined;
      scope.signal.throwIfAborted();
    }
    scope.onCall(receipt(scope, engine.clock.now()));
    if (copy.failure !== undefined) throw copy.failure;
    return answer;
  };
}

function onwardPage(upstream: ChangingList, place: string, page: number, mostPages: number): NumberedPage<Thing> {
  if (page > mostPages) throw new RangeError(`page ${page} is never given`);
  upstream.beforeRead();
  upstream.calls.push(`onward ${Number(place)} page ${page}`);
  return upstream.pageOf(upstream.things.filter((thing) => sortOf(thing) <= place).toReversed(), page);
}

export function copyOf(engine: Engine, upstream: ChangingList, options: ThingCopyOptions = {}): ThingCopy {
  const { singly = true, mostPages, sync = 'revision', shape = 1, ...rest } = options;
  const spec: CollectionSpec<Thing> = {
    name: 'visit.things',
    shape,
    row: endpoint({ paging: { by: sync === 'revision' ? 'revision' : 'page', size: upstream.pageSize } }),
    direction: sync === 'revision' ? 'ascending' : 'descending',
    idOf: ({ id }) => id,
    sortOf,
    termsOf: ({ email }) => [['email', email]],
    sync,
    ...rest,
  };
  const collection = createCollection(spec, engine.collections);
  const state: State = { failure: undefined, abortable: false };
  const source: CopySource<Thing> = {
    key: 'keys-1',
    readFrom: charged(engine, state, upstream.readFrom),
    readPage: charged(engine, state, async (scope, page: number) => {
      if (page > (mostPages ?? Number.POSITIVE_INFINITY)) throw new RangeError(`page ${page} is never given`);
      return upstream.readPage(scope, page);
    }),
    ...(singly && { readOne: charged(engine, state, upstream.readOne) }),
    ...(mostPages !== undefined && {
      onward: {
        mostPages,
        readPage: charged(engine, state, async (_scope, place: string, page: number) =>
          onwardPage(upstream, place, page, mostPages),
        ),
      },
    }),
  };
  return Object.assign(state, {
    collection,
    source,
    ids: async () =>
      (await collection.copies.find(collection.nameOf(source), { direction: spec.direction, limit: 10_000 })).map(
        ({ id }) => id,
      ),
    ensure: (operation: Operation) => {
      const ensured = collection.ensure(operation.scope, source);
      ensured.catch(() => undefined);
      return ensured;
    },
    find: async (operation: Operation, ids: readonly string[], index?: Index<Thing>) => {
      const found = await findMany({ collection, scope: operation.scope, source }, ids, index);
      return ids.map((id) => {
        const reading = found.get(id);
        if (reading === undefined) return undefined;
        if (reading instanceof Error) return 'code' in reading ? String(reading.code) : reading.name;
        return reading.value === null ? null : reading.value.id;
      });
    },
  });
}

/** Ensures the copy, but its caller leaves when the upstream has been read so many times. */
export async function ensureUntil(copy: ThingCopy, operation: Operation, upstream: ChangingList, reads: number) {
  const { beforeRead } = upstream;
  let left = reads;
  upstream.beforeRead = () => {
    beforeRead();
    left -= 1;
    if (left <= 0) operation.leave();
  };
  await copy.ensure(operation).catch(() => undefined);
  await settled();
  upstream.beforeRead = beforeRead;
}
