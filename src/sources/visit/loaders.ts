import DataLoader from 'dataloader';
import type { Clock } from '../../base/clock.ts';
import { NotFound } from '../../base/errors.ts';
import { itemsOf } from '../../base/items.ts';
import { findMany } from '../../loading/collections/find-many.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import { isRefusal } from '../../loading/key-views.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { mergeLists } from '../../loading/lists/merged.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { type Reader, type Reading, type ReadScope, settleReading } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type {
  Encounter,
  Expo,
  Participant,
  Partner,
  PartnerFilter,
  Visitor,
  VisitorFilter,
  VisitRef,
} from '../../model/visit.ts';
import { exposByKey, inExpo, listInExpo, placeName, revisionList, type VisitParts } from './access.ts';
import { expoById } from './expos.ts';
import { contactQuery, passesPartner, passesVisitor, statesOf } from './filters.ts';
import { copySource, type Kind, kindsOf } from './kinds.ts';

/** Visit, as one operation reads it. Unknown records are null; a list in an unknown expo fails with NotFound. */
export type VisitReads = {
  expos(reader: Reader, reference: string | undefined): List<Expo>;
  expo(reader: Reader, id: string): Promise<Expo | null>;
  visitors(reader: Reader, expoId: string, filter: VisitorFilter): List<Visitor>;
  /** Registered visitors over every expo that the keys see, or in one; from the held copies. */
  visitorsBy(
    reader: Reader,
    term: 'email' | 'domain' | 'partner',
    value: string,
    expoId: string | undefined,
  ): List<Visitor>;
  /** Any state; null for a deleted one. */
  visitor(reader: Reader, ref: VisitRef): Promise<Visitor | null>;
  partners(reader: Reader, expoId: string, filter: PartnerFilter): List<Partner>;
  /** Over every expo that the keys see. */
  partnersByDomain(reader: Reader, domain: string): List<Partner>;
  /** Null for a deleted one. */
  partner(reader: Reader, ref: VisitRef): Promise<Partner | null>;
  /** Null for a visitor who did not take part. */
  participant(reader: Reader, ref: VisitRef): Promise<Participant | null>;
  encounters(reader: Reader, expoId: string): List<Encounter>;
  encountersOf(reader: Reader, party: 'visitor' | 'partner', refs: readonly VisitRef[]): List<Encounter>;
  encounter(reader: Reader, ref: VisitRef): Promise<Encounter | null>;
};

type Revised = VisitRef & { readonly revision: string };
type Kinds = ReturnType<typeof kindsOf>;
type Ops = { readonly parts: VisitParts; readonly kinds: Kinds; readonly clock: Clock };

/** What the default filter of the root list lets through. */
const REGISTERED: VisitorFilter = { registrationStates: ['registered'], showDeleted: false };

function listInCopy<T extends Revised>(
  { parts }: Ops,
  reader: Reader,
  kind: Kind<T>,
  expoId: string,
  query: CopyQuery<T>,
): List<T> {
  return listInExpo(parts, reader, { expoId, leads: kind.leads }, async (view) =>
    listOfCopy(kind.collection, reader, copySource(parts, view, kind, expoId), query),
  );
}

async function allExpoIds({ parts }: Ops, reader: Reader): Promise<readonly string[]> {
  const lists = await Promise.all((await exposByKey(parts, reader, {})).map(({ list }) => itemsOf(list)));
  return [...new Set(lists.flat().map(({ id }) => id))];
}

/** One list over every expo, or over one. */
function overExpos<T>(
  ops: Ops,
  reader: Reader,
  expoId: string | undefined,
  inExpo: (expoId: string) => List<T>,
): List<T> {
  if (expoId !== undefined) return inExpo(expoId);
  return deferredList('ascending', async () => mergeLists((await allExpoIds(ops, reader)).map(inExpo), 'ascending'));
}

/** A root list: from the copy while that is up to date, else the upstream's own pages, which feed the copy. */
function rootList<T extends Revised>(
  ops: Ops,
  reader: Reader,
  {
    kind,
    expoId,
    query,
    where,
  }: { kind: Kind<T>; expoId: string; query: Record<string, string>; where: (item: T) => boolean },
): List<T> {
  const { parts, clock } = ops;
  const place = { expoId, leads: kind.leads };
  return listInExpo(parts, reader, place, async (view) => {
    const source = copySource(parts, view, kind, expoId);
    if (await kind.collection.isFresh(reader.scope, source))
      return listOfCopy(kind.collection, reader, source, { where });
    return revisionList<T>(parts, reader, {
      row: kind.collection.spec.row,
      view,
      args: { ...query, expoId },
      read: (scope, from) =>
        parts.views.attempt(view, placeName(place), async (allowed) => {
          const readAt = clock.now();
          const page = await kind.records.page(scope, allowed, expoId, from, query);
          if (page !== null) await kind.collection.put(source, page.items, readAt);
          return page;
        }),
      total: async () => null,
    });
  });
}

function byRef<T extends Revised>({ parts, clock }: Ops, scope: ReadScope, kind: Kind<T>) {
  const batch = (reader: Reader, expoId: string, ids: readonly string[]) =>
    inExpo(parts, reader, { expoId, leads: kind.leads }, async (view) => {
      const source = copySource(parts, view, kind, expoId);
      const found = await findMany({ collection: kind.collection, scope, source }, ids);
      const refused = [...found.values()].find(isRefusal);
      if (refused !== undefined) throw refused;
      return found;
    });
  type Asked = { readonly ref: VisitRef; readonly reader: Reader };
  const keyOf = ({ ref }: Asked): string => `${ref.expoId} ${ref.id}`;
  const loadAll = async (asked: readonly Asked[]): Promise<readonly (Reading<T | null> | Error)[]> => {
    const groups = Map.groupBy(asked, ({ ref }) => ref.expoId);
    const found = new Map<string, Reading<T | null> | Error>();
    await Promise.all(
      [...groups].map(async ([expoId, group]) => {
        const [first] = group;
        if (first === undefined) return;
        const ids = group.map(({ ref }) => ref.id);
        const readings = await batch(first.reader, expoId, ids).catch((error: Error) => error);
        for (const id of ids)
          found.set(`${expoId} ${id}`, readings instanceof Error ? readings : (readings.get(id) ?? new NotFound()));
      }),
    );
    return asked.map((one) => found.get(keyOf(one)) ?? new NotFound());
  };
  const loader = new DataLoader<Asked, Reading<T | null>, string>(loadAll, { cacheKeyFn: keyOf });
  return async (reader: Reader, ref: VisitRef): Promise<T | null> => {
    try {
      return settleReading(reader, await loader.load({ ref, reader }), clock.now());
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };
}

function existing<T extends { readonly deleted: boolean }>(record: T | null): T | null {
  return record?.deleted === true ? null : record;
}

/** The filter's own look-ups go to Visit; e-mail and partner have none there and are answered from the copy. */
function visitorsIn(ops: Ops, reader: Reader, expoId: string, filter: VisitorFilter): List<Visitor> {
  const where = passesVisitor(filter);
  const { visitors } = ops.kinds;
  if (filter.email !== undefined)
    return listInCopy(ops, reader, visitors, expoId, { term: ['email', filter.email], where });
  if (filter.partnerId !== undefined)
    return listInCopy(ops, reader, visitors, expoId, { term: ['partner', filter.partnerId], where });
  const states = statesOf(filter).join(',');
  const query = { registrationStates: states, showDeleted: String(filter.showDeleted), ...contactQuery(filter) };
  return rootList(ops, reader, { kind: visitors, expoId, query, where });
}

/** The reads of one operation. */
export function beginVisitReads(parts: VisitParts, clock: Clock, scope: ReadScope): VisitReads {
  const kinds = kindsOf(parts);
  const ops: Ops = { parts, kinds, clock };
  const visitor = byRef(ops, scope, kinds.visitors);
  const partner = byRef(ops, scope, kinds.partners);
  const encountersIn = (reader: Reader, expoId: string, query: CopyQuery<Encounter>): List<Encounter> =>
    listInCopy(ops, reader, kinds.encounters, expoId, query);
  return {
    expos: (reader, reference) =>
      deferredList('ascending', async () => {
        const keys = await exposByKey(parts, reader, reference === undefined ? {} : { reference });
        return mergeLists(
          keys.map(({ list }) => list),
          'ascending',
        );
      }),
    expo: expoById(parts),
    visitors: (reader, expoId, filter) => visitorsIn(ops, reader, expoId, filter),
    visitorsBy: (reader, term, value, expoId) =>
      overExpos(ops, reader, expoId, (id) =>
        listInCopy(ops, reader, kinds.visitors, id, { term: [term, value], where: passesVisitor(REGISTERED) }),
      ),
    visitor: async (reader, ref) => existing(await visitor(reader, ref)),
    partners: (reader, expoId, filter) => {
      const query = { showDeleted: String(filter.showDeleted), ...contactQuery(filter) };
      const where = passesPartner(filter);
      return rootList(ops, reader, { kind: kinds.partners, expoId, query, where });
    },
    partnersByDomain: (reader, domain) =>
      overExpos(ops, reader, undefined, (id) =>
        listInCopy(ops, reader, kinds.partners, id, { term: ['domain', domain], where: ({ deleted }) => !deleted }),
      ),
    partner: async (reader, ref) => existing(await partner(reader, ref)),
    participant: byRef(ops, scope, kinds.participants),
    encounters: (reader, expoId) =>
      rootList(ops, reader, { kind: kinds.encounters, expoId, query: {}, where: () => true }),
    encountersOf: (reader, party, refs) =>
      mergeLists(
        refs.map(({ expoId, id }) => encountersIn(reader, expoId, { term: [party, id] })),
        'ascending',
      ),
    encounter: byRef(ops, scope, kinds.encounters),
  };
}
