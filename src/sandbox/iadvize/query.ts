import { parseMoment } from './local-time.ts';
import { invalidField, type Refusal } from './replies.ts';

/** How the value of a filter is written. */
type FilterKind =
  | 'id'
  | 'ids'
  | 'link'
  | 'any-channel'
  | 'resource'
  | 'granularity'
  | 'text'
  | 'flag'
  | 'channel'
  | 'moment';
export type FilterRules = Readonly<Record<string, FilterKind>>;
export type Filters = ReadonlyMap<string, string>;
export type Report = (rule: string, detail: string) => void;

export type ListQuery = {
  readonly page: number;
  readonly limit: number;
  readonly full: boolean;
  /** Chosen field names; undefined for all. */
  readonly fields: readonly string[] | undefined;
  readonly filters: Filters;
};

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const CHANNELS = ['chat', 'call', 'video'];
const ANY_CHANNEL = /^(?:chat|call|video|facebook|twitter|facebookBusinessOnMessenger|instagram|sms|whatsapp)$/;
const ID = /^\d{1,15}$/;
const VALID: Readonly<Record<FilterKind, (value: string) => boolean>> = {
  id: (value) => ID.test(value),
  ids: (value) => value.split(',').every((id) => ID.test(id)),
  // An id, or whether there is one at all.
  link: (value) => ID.test(value) || value === 'null' || value === '!null',
  'any-channel': (value) => ANY_CHANNEL.test(value),
  resource: (value) => /^(?:operator|group|skill|rule|contact_type|page_type)$/.test(value),
  granularity: (value) => /^(?:hour|day|month)$/.test(value),
  text: (value) => value !== '',
  flag: (value) => value === '0' || value === '1',
  channel: (value) => value !== '',
  moment: (value) => parseMoment(value) !== undefined,
};

/** The last of several plain values counts, as PHP reads them; members of `name[]` and `name[0]` become a comma list. */
function gatherFilters(query: URLSearchParams): Map<string, string> {
  const gathered = new Map<string, string>();
  for (const [name, value] of query) {
    const parts = /^filters\[([^\][]+)\](\[\d*\])?$/.exec(name);
    if (parts?.[1] === undefined) continue;
    const before = gathered.get(parts[1]);
    gathered.set(parts[1], parts[2] !== undefined && before !== undefined ? `${before},${value}` : value);
  }
  return gathered;
}

function knownFilters(query: URLSearchParams, rules: FilterRules, report: Report): Filters | Refusal {
  const known = new Map<string, string>();
  for (const [name, value] of gatherFilters(query)) {
    const kind = rules[name];
    if (kind === undefined) {
      report('unknown filter', name);
      continue;
    }
    if (!VALID[kind](value)) {
      report('malformed filter value', name);
      return invalidField(name);
    }
    if (kind === 'channel' && !CHANNELS.includes(value)) report('undocumented filter value', name);
    known.set(name, value);
  }
  return known;
}

/** Anything but a whole number from 1 on is read as the default. */
function positive(query: URLSearchParams, name: string, standard: number, report: Report): number {
  const text = query.get(name);
  if (text === null) return standard;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  report(`${name} out of bounds`, `${name}=${text.slice(0, 20)}`);
  return standard;
}

function reportUnknown(query: URLSearchParams, allowed: RegExp, report: Report): void {
  for (const name of query.keys()) if (!allowed.test(name)) report('unknown parameter', name.slice(0, 60));
}

/** Reads the query of a list. A refusal is the answer to a filter value that the vendor cannot read. */
export function readListQuery(
  query: URLSearchParams,
  { rules, extra }: { readonly rules: FilterRules; readonly extra: string },
  report: Report,
): ListQuery | Refusal {
  const common = `^(?:key|page|limit|full|fields\\[\\d*\\]|filters\\[[^\\][]+\\](?:\\[\\d*\\])?${extra})$`;
  reportUnknown(query, new RegExp(common), report);
  const filters = knownFilters(query, rules, report);
  if ('http' in filters) return filters;
  const limit = positive(query, 'limit', DEFAULT_LIMIT, report);
  if (limit > MAX_LIMIT) report('limit out of bounds', `limit=${limit}`);
  const fields = [...query].filter(([name]) => name.startsWith('fields[')).map(([, value]) => value);
  return {
    page: positive(query, 'page', 1, report),
    limit: Math.min(limit, MAX_LIMIT),
    full: ['1', 'true'].includes(query.get('full') ?? ''),
    fields: fields.length === 0 ? undefined : fields,
    filters,
  };
}

/** One record takes no parameters but the key and, where it has them, the ones in `extra` (`|name`). */
export function checkItemQuery(query: URLSearchParams, extra: string, report: Report): void {
  reportUnknown(query, new RegExp(`^(?:key${extra})$`), report);
}
