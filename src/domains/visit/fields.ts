import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { List } from '../../model/list.ts';
import type { Reference, VisitRef } from '../../model/visit.ts';
import type { Expo, ExpoDetail } from '../../model/visit-expo.ts';
import type { RecordFilter, VisitKind, VisitRecords, VisitTerm } from '../../model/visit-records.ts';
import { type Connection, connectionOf } from '../connection.ts';
import { type ExpoType, globalId, readExpoRecord, readSourceId } from '../global-id.ts';
import { referred } from '../reference.ts';
import { known, selectsOnly } from '../selection.ts';

/** The list and the copy that the records of a type are in. */
export const KINDS = {
  Visitor: 'visitors',
  Partner: 'partners',
  Participant: 'participants',
  Encounter: 'encounters',
  Content: 'contents',
  License: 'licenses',
  Payment: 'payments',
  Touchpoint: 'touchpoints',
  Action: 'actions',
  Activity: 'activities',
  Webhook: 'webhooks',
} as const satisfies Record<ExpoType, VisitKind>;

export type PageArgs = { readonly first?: number | null; readonly after?: string | null };
type Asked = readonly [context: RequestContext, info: GraphQLResolveInfo];
type Page = Promise<Connection | null>;

/** Chooses the list that a field's arguments ask for in one expo. */
type Choose<A> = (context: RequestContext, info: GraphQLResolveInfo, expoId: string, args: A) => List<unknown>;

/** The same list as a root field, and as a field of its expo. */
export function listOfExpo<A extends PageArgs>(choose: Choose<A>) {
  return {
    root: (_query: unknown, args: A & { readonly expoId: string }, ...[context, info]: Asked): Page => {
      const list = choose(context, info, readSourceId('expoId', 'Expo', args.expoId), args);
      return connectionOf(list, args, { info });
    },
    ofExpo: ({ id }: Expo, args: A, ...[context, info]: Asked): Page =>
      connectionOf(choose(context, info, id, args), args, { info, parent: id }),
  };
}

/** All records of a kind, or those that pass a filter. */
export function recordsOfExpo<A extends PageArgs>(
  kind: VisitKind,
  filterOf: (args: A, expoId: string) => RecordFilter = () => ({}),
) {
  return listOfExpo<A>((context, info, expoId, args) =>
    context.reads.visit.records(context.reader(info), kind, expoId, filterOf(args, expoId)),
  );
}

/** Records that refer to their parent. */
export function recordsOf(kind: VisitKind, term: VisitTerm) {
  return ({ expoId, id }: VisitRef, args: PageArgs, ...[context, info]: Asked): Page =>
    connectionOf(context.reads.visit.recordsOf(context.reader(info), kind, term, [{ expoId, id }]), args, {
      info,
      parent: id,
    });
}

/** One record by its id: a root field. */
export function recordById<T extends ExpoType>(type: T) {
  return (
    _query: unknown,
    { id, expoId }: { readonly id: string; readonly expoId?: string | null },
    ...[context, info]: Asked
  ): Promise<VisitRecords[(typeof KINDS)[T]] | null> =>
    context.reads.visit.record(context.reader(info), KINDS[type], readExpoRecord(type, id, expoId));
}

/** What every record of an expo has. */
export function recordFields(type: ExpoType) {
  return {
    id: ({ expoId, id }: VisitRef) => globalId(type, expoId, id),
    sourceId: ({ id }: VisitRef) => id,
    expo: ({ expoId }: VisitRef, _args: unknown, ...[context, info]: Asked) =>
      referred(info, expoId, (id) => context.reads.visit.expo(context.reader(info), id)),
  };
}

/** The record that a row refers to; free of cost for what the row itself says of it. */
export function refersTo<K extends VisitKind, R extends { readonly expoId: string }>(
  kind: K,
  of: (row: R) => Reference | null,
) {
  return (
    row: R,
    _args: unknown,
    ...[context, info]: Asked
  ): VisitRecords[K] | null | Promise<VisitRecords[K] | null> => {
    const { expoId } = row;
    const reference = of(row);
    if (reference === null) return null;
    const told = Object.entries(reference).flatMap(([name, value]) => (value === null ? [] : [name]));
    if (selectsOnly(info, ['sourceId', ...told]))
      return known<VisitRecords[K]>({ expoId, ...reference } as Partial<VisitRecords[K]>);
    return context.reads.visit.record(context.reader(info), kind, { expoId, id: reference.id });
  };
}

/** What only the expo's own endpoint tells: read once, whichever of it is selected. */
export function detailOf<M extends keyof ExpoDetail>(member: M) {
  return async (expo: Expo, _args: unknown, ...[context, info]: Asked): Promise<ExpoDetail[M] | null> => {
    const detail = expo.detail ?? (await context.reads.visit.expoDetail(context.reader(info), expo.id));
    return detail?.[member] ?? null;
  };
}

type Described = 'forms' | 'locations' | 'registrationTypes';
type Description<L extends Described> = NonNullable<ExpoDetail[L]>[number];

/** What the expo says of something that another record only names. */
export function described<L extends Described, M extends keyof Description<L>>(list: L, member: M) {
  type Told = Exclude<Description<L>[M], undefined>;
  return async (one: Description<L>, _args: unknown, ...[context, info]: Asked): Promise<Told | null> => {
    if (one[member] !== undefined) return one[member] as Told;
    const detail = await context.reads.visit.expoDetail(context.reader(info), one.expoId);
    const all: readonly Description<L>[] = detail?.[list] ?? [];
    const same = all.find(({ sourceId }) => sourceId === one.sourceId);
    return (same?.[member] as Told | undefined) ?? null;
  };
}

/** What only a record's own endpoint tells. */
export function wholeOf<K extends 'activities' | 'webhooks', M extends keyof VisitRecords[K]>(kind: K, member: M) {
  type Told = Exclude<VisitRecords[K][M], undefined>;
  return async (record: VisitRecords[K], _args: unknown, ...[context, info]: Asked): Promise<Told | null> => {
    const known = record[member];
    if (known !== undefined) return known as Told;
    const { expoId, id } = record;
    const whole = await context.reads.visit.wholeRecord(context.reader(info), kind, { expoId, id });
    return (whole?.[member] as Told | undefined) ?? null;
  };
}
