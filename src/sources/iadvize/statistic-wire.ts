import { type Drift, decimal, type Leaf, text, WRONG } from '../../base/decode.ts';
import { isLocalTime } from './local-time.ts';

/** One figure as sent. */
export type CellWire = {
  readonly resourceId: string | null;
  /** The start of its part of time, on the clocks of the question. */
  readonly startLocal: string | null;
  readonly value: number | null;
};

export type StatisticWire = ReadonlyMap<string, readonly CellWire[]>;

type Members = Readonly<Record<string, unknown>>;

function membersOf(input: unknown): Members | null {
  return input !== null && typeof input === 'object' && !Array.isArray(input) ? (input as Members) : null;
}

function figureOf(input: unknown, drift: Drift, field: string): number | null {
  if (input === null || input === undefined) return null;
  const value = decimal(input, drift, field);
  if (value !== WRONG) return value;
  drift(field);
  return null;
}

/** `2017-03-01 00:00:00`, or as much of it as names the hour, the day or the month. */
const BUCKET = /^(\d{4}-\d\d)(-\d\d)?(?:[ T](\d\d)(:\d\d)?(:\d\d)?)?$/;

function bucketOf(input: unknown): string | null {
  const [, month, day = '-01', hour = '00', minute = ':00', second = ':00'] =
    (typeof input === 'string' ? BUCKET.exec(input) : null) ?? [];
  const local = `${month}${day} ${hour}${minute}${second}`;
  return month !== undefined && isLocalTime(local) ? local : null;
}

function idOf(input: unknown, drift: Drift): string | null {
  const id = text(input, drift, 'data[].id');
  if (id !== WRONG && id !== '') return id;
  drift('data[].id');
  return null;
}

/** One object; a list of one; nothing at all, which some serialise as an empty list. */
function totalsOf(data: unknown, names: readonly string[], drift: Drift): StatisticWire | null {
  const members = membersOf(Array.isArray(data) ? (data.length === 0 ? {} : data[0]) : data);
  if (members === null) return null;
  return new Map(
    names.map((name) => [name, [{ resourceId: null, startLocal: null, value: figureOf(members[name], drift, name) }]]),
  );
}

/** A list of objects with ids; one such object; a map of ids to objects. */
function resourceRows(data: unknown): readonly Members[] | null {
  if (Array.isArray(data)) return data.map((row) => membersOf(row) ?? {});
  const members = membersOf(data);
  if (members === null || members.id !== undefined) return members && [members];
  return Object.entries(members).map(([id, row]) => ({ id, ...membersOf(row) }));
}

function byResource(data: unknown, names: readonly string[], drift: Drift): StatisticWire | null {
  const rows = resourceRows(data);
  if (rows === null) return null;
  const known = rows.flatMap((row) => {
    const resourceId = idOf(row.id, drift);
    if (resourceId === null) drift('data[]');
    return resourceId === null ? [] : [{ row, resourceId }];
  });
  if (rows.length > 0 && known.length === 0) return null;
  return new Map(
    names.map((name) => [
      name,
      known.map(({ row, resourceId }) => ({ resourceId, startLocal: null, value: figureOf(row[name], drift, name) })),
    ]),
  );
}

/** Points of a list of rows, of a map of starts to values, or of such a map under the indicator or a resource. */
function* pointsOf(input: unknown, name: string, drift: Drift, resourceId: string | null): Generator<CellWire> {
  if (Array.isArray(input)) {
    for (const row of input) yield* pointsOfRow(membersOf(row) ?? {}, name, drift, resourceId);
    return;
  }
  const members = membersOf(input) ?? {};
  if (members.id !== undefined || membersOf(members[name]) !== null || Array.isArray(members[name])) {
    yield* pointsOfRow(members, name, drift, resourceId);
    return;
  }
  for (const [key, value] of Object.entries(members)) {
    const startLocal = bucketOf(key);
    const inner = typeof value === 'object' && value !== null;
    if (startLocal !== null && !inner) yield { resourceId, startLocal, value: figureOf(value, drift, name) };
    else if (startLocal !== null)
      yield { resourceId, startLocal, value: figureOf(membersOf(value)?.[name], drift, name) };
    else if (inner) yield* pointsOf(value, name, drift, key);
    else drift('data[]');
  }
}

/** `{"date": "2017-03-01 00:00:00", NAME: 12}`, or a map of starts under the indicator. */
function* pointsOfRow(row: Members, name: string, drift: Drift, parent: string | null): Generator<CellWire> {
  const resourceId = row.id === undefined || row.id === null ? parent : idOf(row.id, drift);
  const own = row[name];
  if (own !== null && typeof own === 'object') {
    yield* pointsOf(own, name, drift, resourceId);
    return;
  }
  const others = Object.entries(row).filter(([member]) => member !== name && member !== 'id');
  const startLocal =
    bucketOf(row.date) ?? others.map(([, value]) => bucketOf(value)).find((one) => one !== null) ?? null;
  if (startLocal === null) drift('data[].date');
  else yield { resourceId, startLocal, value: figureOf(own ?? row.value, drift, name) };
}

/** Where a series is grouped, a point of no resource is left out: it would pass for one of all of them. */
function seriesOf(isGrouped: boolean): (data: unknown, names: readonly string[], drift: Drift) => StatisticWire | null {
  return (data, [name = ''], drift) => {
    if (data === null || typeof data !== 'object') return null;
    const points = [...pointsOf(data, name, drift, null)].filter(({ resourceId }) => {
      const isLost = isGrouped && resourceId === null;
      if (isLost) drift('data[]');
      return !isLost;
    });
    const size = Array.isArray(data) ? data.length : Object.keys(data).length;
    return size > 0 && points.length === 0 ? null : new Map([[name, points]]);
  };
}

/** The answer to a question in one of its three shapes; each of them is documented, but not its form. */
export function statisticWire(
  names: readonly string[],
  shape: { readonly grouped: boolean; readonly cut: boolean },
): Leaf<StatisticWire> {
  const read = shape.cut ? seriesOf(shape.grouped) : shape.grouped ? byResource : totalsOf;
  return (data, drift) => read(data, names, drift) ?? WRONG;
}
