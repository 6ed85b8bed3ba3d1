import { parseDay } from './calendar.ts';
import { CHANNELS, type Channel } from './figures.ts';

/** Why a request breaks the contract. */
export type Complaint = { readonly rule: string; readonly detail: string };

/** Days by number, both included. */
export type DayRange = { readonly from: number; readonly to: number };

export type Parameters = ReadonlyMap<string, string>;

/** Of the vendor's own dashboard. */
const LONGEST_RANGE_DAYS = 30;
const LARGEST_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 50;
const LONGEST_CAMPAIGN_ID = 64;

export function isComplaint(value: unknown): value is Complaint {
  return typeof value === 'object' && value !== null && 'rule' in value;
}

/** Each listed parameter at most once and no other. */
export function readParameters(query: URLSearchParams, listed: readonly string[]): Parameters | Complaint {
  const read = new Map<string, string>();
  for (const [name, value] of query) {
    if (!listed.includes(name)) return { rule: 'unknown parameter', detail: name };
    if (read.has(name)) return { rule: 'repeated parameter', detail: name };
    read.set(name, value);
  }
  return read;
}

function readDay(parameters: Parameters, name: string): number | Complaint {
  const text = parameters.get(name);
  if (text === undefined) return { rule: 'missing parameter', detail: name };
  return parseDay(text) ?? { rule: 'malformed date', detail: name };
}

/** Both ends are needed; `optional` allows neither. */
export function readRange(parameters: Parameters, optional: boolean): DayRange | undefined | Complaint {
  if (optional && !parameters.has('from') && !parameters.has('to')) return undefined;
  const from = readDay(parameters, 'from');
  if (isComplaint(from)) return from;
  const to = readDay(parameters, 'to');
  if (isComplaint(to)) return to;
  if (from > to) return { rule: 'reversed range', detail: 'from after to' };
  const days = to - from + 1;
  return days > LONGEST_RANGE_DAYS ? { rule: 'over-long range', detail: `${days} days` } : { from, to };
}

export function readCampaignId(parameters: Parameters): string | Complaint {
  const id = parameters.get('campaign_id');
  if (id === undefined) return { rule: 'missing parameter', detail: 'campaign_id' };
  return id.length >= 1 && id.length <= LONGEST_CAMPAIGN_ID
    ? id
    : { rule: 'malformed campaign id', detail: `${id.length} characters` };
}

export function readChannel(parameters: Parameters): Channel | undefined | Complaint {
  const text = parameters.get('channel');
  if (text === undefined) return undefined;
  return CHANNELS.find((channel) => channel === text) ?? { rule: 'unknown channel', detail: text };
}

function readCount(parameters: Parameters, name: string, fallback: number, most: number): number | Complaint {
  const text = parameters.get(name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : { rule: `${name} out of bounds`, detail: text };
}

export function readPage(parameters: Parameters): { readonly page: number; readonly limit: number } | Complaint {
  const page = readCount(parameters, 'page', 1, Number.MAX_SAFE_INTEGER);
  if (isComplaint(page)) return page;
  const limit = readCount(parameters, 'limit', DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE);
  return isComplaint(limit) ? limit : { page, limit };
}
