import { DAY_MS, type World } from '../world.ts';
import { RULE_IDS, SKILLS, TAGS, zoneOf } from './directory.ts';
import { type HistoryEntry, historyValue, makeHistory, unformattedHistory } from './history.ts';
import { toLocal } from './local-time.ts';
import { hex, withLooseShape, withNumericText } from './noise.ts';
import type { Operators } from './operators.ts';
import {
  createIds,
  createTable,
  createTimeline,
  type Ids,
  movingReader,
  type Place,
  type Table,
  type Timeline,
} from './table.ts';
import type { Visitors } from './visitors.ts';
import type { WireRow } from './wire-row.ts';

const CAST = 10;
const FIRST_ID = 81_000_000;
const SPAN_MS = 304 * DAY_MS;
const STREAM = 'iadvize-conversation';
const PAGE_TYPES = ['product', 'cart', 'home', 'search', null] as const;

export type ConversationRecord = {
  readonly id: number;
  readonly index: number;
  readonly channel: string;
  readonly visitorId: number;
  readonly visitorUid: string;
  readonly websiteId: number;
  /** Null when nobody answered. */
  readonly operatorId: number | null;
  readonly skillId: number | null;
  readonly ruleId: number | null;
  readonly tagIds: readonly number[];
  readonly createdAt: number;
  /** Null while it is open. */
  readonly closedAt: number | null;
  readonly entries: readonly HistoryEntry[];
};

export type Conversations = Table<ConversationRecord> & {
  readonly count: number;
  readonly timeline: Timeline;
  /** The id of a conversation of the untouched world. */
  idAt(index: number): number;
};

type Sources = {
  readonly world: World;
  readonly visitors: Visitors;
  readonly operators: Operators;
  readonly timeline: Timeline;
};

function channelAt({ random }: World, index: number): string {
  const draw = random.fraction(`${STREAM}-channel`, index);
  if (draw < 0.02) return 'social';
  if (draw < 0.12) return 'video';
  return draw < 0.27 ? 'call' : 'chat';
}

/** Two places per member of the cast within the last 75 days, one in the older half of the span. */
function castPersonAt(index: number, count: number): number | undefined {
  const back = count - 1 - index;
  const recent = (count * 75) / 304 / (2 * CAST);
  const recentEntry = Math.floor(back / recent);
  if (recentEntry < 2 * CAST && Math.floor((recentEntry + 0.5) * recent) === back) return recentEntry % CAST;
  const old = (count * 0.5) / CAST;
  const oldEntry = Math.floor(index / old);
  return oldEntry < CAST && Math.floor((oldEntry + 0.5) * old) === index ? oldEntry : undefined;
}

function visitorIndexAt({ world, visitors, timeline }: Sources, index: number, count: number): number {
  const person = castPersonAt(index, count);
  if (person !== undefined) return visitors.castIndex(person);
  const known = Math.max(1, visitors.timeline.firstFrom(timeline.at(index)));
  return world.random.integer(`${STREAM}-visitor`, index, known);
}

function websiteAt({ world, visitors }: Sources, index: number, visitorIndex: number): number {
  return world.random.pick(`${STREAM}-website`, index, visitors.websitesAt(visitorIndex));
}

/** Somebody who works for the website. */
function operatorAt({ world, operators }: Sources, index: number, websiteId: number): number | null {
  if (world.random.chance(`${STREAM}-unanswered`, index, 0.07)) return null;
  const start = world.random.integer(`${STREAM}-operator`, index, operators.count - 3);
  const able = [0, 1, 2, 3].find((step) => operators.websitesAt(start + step).includes(websiteId)) ?? 0;
  return operators.idAt(start + able);
}

function tagsAt({ random }: World, index: number, websiteId: number): readonly number[] {
  return TAGS.filter(
    ({ websiteIds }, tag) => websiteIds.includes(websiteId) && random.chance(`${STREAM}-tag-${tag}`, index, 0.25),
  ).map(({ id }) => id);
}

function maybe<T>({ random }: World, field: string, index: number, share: number, choices: readonly T[]): T | null {
  return random.chance(`${STREAM}-has-${field}`, index, share)
    ? random.pick(`${STREAM}-${field}`, index, choices)
    : null;
}

function entriesAt(sources: Sources, index: number, visitorIndex: number, answered: boolean): readonly HistoryEntry[] {
  const { world, visitors, timeline } = sources;
  const { firstName } = world.people.at(visitors.personAt(visitorIndex));
  return makeHistory(world.random, { index, startedAt: timeline.at(index), answered, firstName, until: world.now });
}

/** Of a conversation whose last word is the closing note; an open one has no end. */
export function closingTime(entries: readonly HistoryEntry[]): number | null {
  const last = entries.at(-1);
  return last?.type === 3 && last.text.endsWith('_CHAT_CLOSE') ? last.at : null;
}

/** Getters, so that a scan over many rows computes only what it looks at. */
function conversationView(sources: Sources, ids: Ids, count: number, place: Place): ConversationRecord {
  const { world, visitors, timeline } = sources;
  const visitorIndex = (): number => visitorIndexAt(sources, place.index, count);
  return {
    get id() {
      return ids.of(place.index);
    },
    get index() {
      return place.index;
    },
    get channel() {
      return channelAt(world, place.index);
    },
    get visitorId() {
      return visitors.idAt(visitorIndex());
    },
    get visitorUid() {
      return visitors.uniqueIdAt(visitorIndex());
    },
    get websiteId(): number {
      return websiteAt(sources, place.index, visitorIndex());
    },
    get operatorId(): number | null {
      return operatorAt(sources, place.index, this.websiteId);
    },
    get skillId() {
      return maybe(world, 'skill', place.index, 0.6, SKILLS)?.id ?? null;
    },
    get ruleId() {
      return maybe(world, 'rule', place.index, 0.7, RULE_IDS);
    },
    get tagIds(): readonly number[] {
      return tagsAt(world, place.index, this.websiteId);
    },
    get createdAt() {
      return timeline.at(place.index);
    },
    get closedAt(): number | null {
      return closingTime(this.entries);
    },
    get entries(): readonly HistoryEntry[] {
      const entries = entriesAt(sources, place.index, visitorIndex(), this.operatorId !== null);
      return place.index === count - 1 ? entries.slice(0, -1) : entries;
    },
  };
}

export function createConversations(world: World, visitors: Visitors, operators: Operators): Conversations {
  const count = 240 * world.size;
  const ids = createIds(world.random, `${STREAM}-id`, FIRST_ID);
  const timeline = createTimeline(world.random, `${STREAM}-time`, { count, spanMs: SPAN_MS, end: world.now });
  const sources = { world, visitors, operators, timeline };
  const reader = movingReader((place) => conversationView(sources, ids, count, place));
  const table = createTable({ count, ids, reader });
  return { ...table, count, timeline, idAt: ids.of };
}

export function pageTypeAt({ random }: World, index: number): string | null {
  return random.pick(`${STREAM}-page`, index, PAGE_TYPES);
}

function uuid({ random }: World, index: number): string {
  const digits = hex(random, `${STREAM}-xmpp`, index, 32);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20)].join('-');
}

export function conversationRow(world: World, conversation: ConversationRecord, formatted: boolean): WireRow {
  const { random } = world;
  const { index, entries, websiteId, operatorId, closedAt } = conversation;
  const zone = zoneOf(websiteId);
  const row = {
    id: conversation.id,
    channel: conversation.channel,
    visitor_uid: conversation.visitorUid,
    history: formatted ? historyValue(random, index, entries, zone) : unformattedHistory(entries, zone),
    operator_answer: operatorId !== null,
    operator_closed: entries.at(-1)?.text === 'OPERATOR_CHAT_CLOSE' && closedAt !== null,
    waitinglist: random.chance(`${STREAM}-queued`, index, 0.15),
    page_type: pageTypeAt(world, index),
    created_at: toLocal(conversation.createdAt, zone),
    closed_at: closedAt === null ? null : toLocal(closedAt, zone),
    website_id: websiteId,
    operator_id: operatorId,
    skill_id: conversation.skillId,
    tag_list: conversation.tagIds,
    rule_id: conversation.ruleId,
    xmpp_id: uuid(world, index),
  };
  const numeric = ['id', 'website_id', 'operator_id', 'skill_id', 'tag_list'];
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, numeric));
}
