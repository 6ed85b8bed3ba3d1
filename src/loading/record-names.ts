import type { Json } from '../base/canonical.ts';
import type { EndpointRow } from '../transport/call.ts';

type Asked = { readonly row: EndpointRow; readonly args: { readonly [name: string]: Json | undefined } };
type Loose = Readonly<Record<string, unknown>>;

/** Where models keep the upstream's own id. */
const IDS = ['id', 'campaignId', 'userId', 'operatorId'] as const;
/** What ids are told apart by: each expo, and each customer of a partner, counts its own. */
const PLACES = ['expoId', 'customer'] as const;

/** `visit.visitors` of `visit.visitors.list`. */
function kindOf({ id }: EndpointRow): string {
  return id.split('.').slice(0, 2).join('.');
}

/** A record: its kind, as in the names of endpoints, the expo or customer that it lies in, and its id there. */
export type NamedRecord = { readonly kind: string; readonly place: string | undefined; readonly id: string };

/** `visit.visitors 0d7h7hvw079rz 2hw266twpj0m8`: the name of a record, whatever it was read for. */
export function recordName({ kind, place, id }: NamedRecord): string {
  return place === undefined ? `${kind} ${id}` : `${kind} ${place} ${id}`;
}

function idOf(from: Loose): string | undefined {
  const id = IDS.map((name) => from[name]).find((value) => typeof value === 'string');
  return id as string | undefined;
}

function rowsIn(value: unknown): readonly Loose[] {
  if (Array.isArray(value)) return value.filter((one) => one !== null && typeof one === 'object');
  if (value === null || typeof value !== 'object') return [];
  const { items } = value as { readonly items?: unknown };
  return Array.isArray(items) ? rowsIn(items) : [value as Loose];
}

/** The records that an answer came from: its rows, or the one that was asked for by its id, also if there is none. */
export function recordsIn({ row, args }: Asked, value: unknown): readonly string[] {
  const kind = kindOf(row);
  const place = PLACES.map((name) => args[name]).find((one) => typeof one === 'string') as string | undefined;
  const asked = idOf(args);
  const found = rowsIn(value).flatMap((one) => idOf(one) ?? []);
  return [...new Set([...(asked === undefined ? [] : [asked]), ...found])].map((id) => recordName({ kind, place, id }));
}
