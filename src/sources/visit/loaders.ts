import type { Clock } from '../../base/clock.ts';
import type { Fills } from '../../loading/fills.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { mergeLists } from '../../loading/lists/merged.ts';
import type { Reader } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type { VisitRef } from '../../model/visit.ts';
import type { Expo, ExpoDetail } from '../../model/visit-expo.ts';
import type { Partner, PartnerFilter, Visitor, VisitorFilter } from '../../model/visit-people.ts';
import type { RecordFilter, VisitKind, VisitRecords, VisitTerm } from '../../model/visit-records.ts';
import { exposByKey, type VisitParts } from './access.ts';
import { byRef } from './by-ref.ts';
import { expoById, expoDetail } from './expos.ts';
import { visitFills } from './fills.ts';
import { contactQuery, exposQuery, passingPartners, passingVisitors, statesOf } from './filters.ts';
import { listByTerm, listFiltered, listInCopy, listInPages, type Ops } from './lists.ts';

/** Visit, as one operation reads it. Unknown and deleted records are null; a list in an unknown expo fails with NotFound. */
export type VisitReads = {
  readonly fills: Fills;
  expos(reader: Reader, reference: string | undefined): List<Expo>;
  expo(reader: Reader, id: string): Promise<Expo | null>;
  /** What only the expo's own endpoint tells. */
  expoDetail(reader: Reader, id: string): Promise<ExpoDetail | null>;
  visitors(reader: Reader, expoId: string, filter: VisitorFilter): List<Visitor>;
  partners(reader: Reader, expoId: string, filter: PartnerFilter): List<Partner>;
  /** The records of one expo. */
  records<K extends VisitKind>(reader: Reader, kind: K, expoId: string, filter?: RecordFilter): List<VisitRecords[K]>;
  /** One by id, in any state. */
  record<K extends VisitKind>(reader: Reader, kind: K, ref: VisitRef): Promise<VisitRecords[K] | null>;
  /** One with all that its own endpoint tells, where the list tells less. */
  wholeRecord<K extends VisitKind>(reader: Reader, kind: K, ref: VisitRef): Promise<VisitRecords[K] | null>;
  /** Those that a join finds by one term, in one expo or in all that the keys see; from the held copies. */
  recordsBy<K extends VisitKind>(
    reader: Reader,
    kind: K,
    term: readonly [VisitTerm, string],
    expoId?: string,
  ): List<VisitRecords[K]>;
  /** Those that refer to one of some records. */
  recordsOf<K extends VisitKind>(
    reader: Reader,
    kind: K,
    term: VisitTerm,
    refs: readonly VisitRef[],
  ): List<VisitRecords[K]>;
};

/** The filter's own look-ups go to Visit; e-mail and partner have none there and are answered from the copy. */
function visitorsIn(ops: Ops, reader: Reader, expoId: string, filter: VisitorFilter): List<Visitor> {
  const passing = passingVisitors(filter);
  const kind = ops.parts.kinds.visitors;
  if (filter.email !== undefined)
    return listInCopy(ops, reader, { kind, expoId, term: ['email', filter.email], ...passing });
  if (filter.partnerId !== undefined)
    return listInCopy(ops, reader, { kind, expoId, term: ['partner', filter.partnerId], ...passing });
  const states = statesOf(filter).join(',');
  const query = { registrationStates: states, showDeleted: String(filter.showDeleted), ...contactQuery(filter) };
  return listInPages(ops, reader, { kind, expoId, query, passing });
}

/** Single records of every kind, their loaders made when they are first asked for. */
function recordLoaders(ops: Ops, whole: boolean): VisitReads['record'] {
  const loaders: { [K in VisitKind]?: (reader: Reader, ref: VisitRef) => Promise<VisitRecords[K] | null> } = {};
  const loaderOf = <K extends VisitKind>(kind: K) => {
    const known = loaders[kind];
    if (known !== undefined) return known;
    const made = byRef<VisitRecords[K]>(ops, ops.parts.kinds[kind], whole);
    Object.assign(loaders, { [kind]: made });
    return made;
  };
  return async (reader, kind, ref) => {
    const record = await loaderOf(kind)(reader, ref);
    return record !== null && 'deleted' in record && record.deleted === true ? null : record;
  };
}

/** The reads of one operation. */
export function beginVisitReads(parts: VisitParts, clock: Clock): VisitReads {
  const ops: Ops = { parts, clock };
  const { kinds } = parts;
  const recordsBy: VisitReads['recordsBy'] = (reader, kind, term, expoId) =>
    listByTerm(ops, reader, { kind: kinds[kind], term, expoId });
  return {
    fills: visitFills(ops),
    expos: (reader, reference) =>
      deferredList('ascending', async () => {
        const keys = await exposByKey(parts, reader, exposQuery(reference));
        return mergeLists(
          keys.map(({ list }) => list),
          'ascending',
        );
      }),
    expo: expoById(parts),
    expoDetail: expoDetail(parts),
    visitors: (reader, expoId, filter) => visitorsIn(ops, reader, expoId, filter),
    partners: (reader, expoId, filter) => {
      const query = { showDeleted: String(filter.showDeleted), ...contactQuery(filter) };
      return listInPages(ops, reader, { kind: kinds.partners, expoId, query, passing: passingPartners(filter) });
    },
    records: (reader, kind, expoId, filter = {}) => listFiltered(ops, reader, { kind: kinds[kind], expoId, filter }),
    record: recordLoaders(ops, false),
    wholeRecord: recordLoaders(ops, true),
    recordsBy,
    recordsOf: (reader, kind, term, refs) =>
      mergeLists(
        refs.map(({ expoId, id }) => recordsBy(reader, kind, [term, id], expoId)),
        'ascending',
      ),
  };
}
