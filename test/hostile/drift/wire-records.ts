import type { EndpointRow } from '../../../src/transport/call.ts';
import type { Taped } from '../../support/editing-proxy.ts';

type Members = Record<string, unknown>;
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
};

/** JSON with the digits that a double cannot hold. */
export function parseExactly(text: string): unknown {
  const keep = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? rawJSON(context?.source ?? String(value))
      : value;
  return JSON.parse(text, keep);
}

export function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !isRawJSON(value);
}

/** Where records stand in a body: in a list, or one alone in a member. */
type Holder = { readonly list: unknown[] } | { readonly of: Members; readonly member: string };

function holderOf(row: EndpointRow, root: Members): Holder {
  let of = root;
  let member = 'body';
  for (const wrapper of ['response', 'data']) {
    const inner = of[member];
    if (!isMembers(inner) || !(wrapper in inner)) continue;
    of = inner;
    member = wrapper;
  }
  const value = of[member];
  const list = Array.isArray(value)
    ? value
    : row.paging !== 'none' && isMembers(value)
      ? Object.values(value).find((one) => Array.isArray(one))
      : undefined;
  return Array.isArray(list) ? { list } : { of, member };
}

/** Names under which a record says what it is, the first that it has. */
const IDS = ['id', 'campaign_id', 'userID'] as const;
/** Where an answer says it by another name, or is not one without something else. */
const OTHER_IDS: Readonly<Record<string, readonly string[]>> = {
  'iadvize.operators.profile': ['user_id'],
  'notify-visitors.campaigns.days': ['days'],
  'visual-visitor.reference-lists.list': ['name'],
  'visual-visitor.reference-lists.item': ['code'],
};

/** Without these a row is not a record: the contracts' ids, and the revisions of Visit. */
export function isNeeded({ id, upstream }: EndpointRow, member: string): boolean {
  const needed = OTHER_IDS[id] ?? [...IDS, ...(upstream === 'VISIT' ? ['revision'] : [])];
  return needed.includes(member);
}

/** Whether another value may mean another record. */
export function isIdentity(row: EndpointRow, member: string): boolean {
  return isNeeded(row, member) || IDS.some((name) => name === member);
}

export function idOf(row: EndpointRow, record: unknown): string | undefined {
  if (!isMembers(record)) return undefined;
  const name = [...IDS, ...(OTHER_IDS[row.id] ?? [])].find((one) => record[one] !== undefined);
  const id = name === undefined ? undefined : record[name];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The records of an answer. */
export function recordsOf(row: EndpointRow, text: string): readonly unknown[] {
  const holder = holderOf(row, { body: parseExactly(text) });
  return 'list' in holder ? holder.list : [holder.of[holder.member]];
}

/** Asks for one record by its id, though the answer is a list: without it the answer is not what was asked for. */
const ASKS_FOR_ONE = /filters(?:\[|%5B)resource_id(?:\]|%5D)=/;

/** Whether the answer to a call holds its records in a list, any number of them. */
export function holdsList(row: EndpointRow, taped: readonly Taped[], call: string): boolean {
  if (ASKS_FOR_ONE.test(call)) return false;
  const { text = 'null' } = taped.find((one) => one.call === call) ?? {};
  return 'list' in holderOf(row, { body: parseExactly(text) });
}

/** The answer with one record changed; undefined takes it out of its list. */
export function withRecord(
  row: EndpointRow,
  text: string,
  index: number,
  change: (record: unknown) => unknown,
): string {
  const root: Members = { body: parseExactly(text) };
  const holder = holderOf(row, root);
  if ('list' in holder) {
    const changed = change(holder.list[index]);
    holder.list.splice(index, 1, ...(changed === undefined ? [] : [changed]));
  } else holder.of[holder.member] = change(holder.of[holder.member]);
  return JSON.stringify(root.body ?? null);
}

/** A place in a record: names, and indices of lists. */
export type MemberPath = readonly (string | number)[];

/** Every member of a record, nested ones too; of a list of objects those of its first element. */
export function membersOf(value: unknown, at: MemberPath = []): readonly MemberPath[] {
  const own = at.length === 0 ? [] : [at];
  if (Array.isArray(value)) return value.length === 0 ? own : [...own, ...membersOf(value[0], [...at, 0])];
  if (!isMembers(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([name, member]) => membersOf(member, [...at, name]))];
}

/** `days[].sent`, as drift tells places. */
export function nameOf(path: MemberPath): string {
  return path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

export function memberAt(record: unknown, path: MemberPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], record);
}

/** A copy of the record with another value at one place; undefined leaves the member out. */
export function withMember(record: unknown, path: MemberPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withMember((record as Record<string | number, unknown>)[step], rest, value);
  if (Array.isArray(record)) return record.toSpliced(Number(step), 1, ...(inner === undefined ? [] : [inner]));
  if (inner !== undefined) return { ...(record as Members), [step]: inner };
  return Object.fromEntries(Object.entries(record as Members).filter(([name]) => name !== step));
}
