import { DAY_MS, type World } from '../world.ts';
import type { Conversations } from './conversations.ts';
import { zoneOf } from './directory.ts';
import { HOME_ZONE, instantOf, toLocal, wallOf } from './local-time.ts';
import { noisyEmail, unreliableEmail, withLooseShape, withNumericText } from './noise.ts';
import {
  createIds,
  createTable,
  createTimeline,
  movingReader,
  type Place,
  type Table,
  type Timeline,
} from './table.ts';
import type { Visitors } from './visitors.ts';
import type { WireRow } from './wire-row.ts';

const CAST = 10;
const FIRST_ID = 940_000;
const SPAN_MS = 150 * DAY_MS;
/** How long after a conversation a transaction still counts as its outcome. */
const ATTRIBUTION_MS = 2 * DAY_MS;
const PUBLISHED_AT_HOUR = 5;
const HOUR_MS = 3_600_000;
const STREAM = 'iadvize-transaction';

export type TransactionRecord = {
  readonly id: number;
  readonly index: number;
  readonly externalId: string | null;
  readonly visitorUid: string | null;
  readonly visitorEmail: string | null;
  readonly amount: number;
  readonly createdAt: number;
  readonly websiteId: number;
  readonly operatorId: number | null;
  /** Null when it is the outcome of no conversation. */
  readonly conversationId: number | null;
};

export type Transactions = Table<TransactionRecord> & { readonly count: number; readonly timeline: Timeline };

type Sources = {
  readonly world: World;
  readonly visitors: Visitors;
  readonly conversations: Conversations;
  readonly timeline: Timeline;
};

/** What a transaction has from its buyer: a conversation of the two days before, or a visitor who never asked anything. */
type Origin = Pick<TransactionRecord, 'visitorUid' | 'websiteId' | 'operatorId' | 'conversationId'> & {
  readonly visitorIndex: number;
};

function originAt({ world, visitors, conversations, timeline }: Sources, index: number): Origin {
  const at = timeline.at(index);
  const before = conversations.timeline.firstFrom(at) - 1;
  const linked = world.random.chance(`${STREAM}-linked`, index, 0.7);
  const conversation = linked && before >= 0 ? conversations.get(conversations.idAt(before)) : undefined;
  if (conversation !== undefined && at - conversation.createdAt <= ATTRIBUTION_MS) {
    const { id, visitorUid, visitorId, websiteId, operatorId } = conversation;
    const visitorIndex = visitors.indexOf(visitorId) ?? 0;
    return { visitorUid, websiteId, operatorId, conversationId: id, visitorIndex };
  }
  const known = Math.max(1, visitors.timeline.firstFrom(at));
  const visitorIndex = world.random.integer(`${STREAM}-visitor`, index, known);
  const websiteId = world.random.pick(`${STREAM}-website`, index, visitors.websitesAt(visitorIndex));
  const uid = visitors.uniqueIdAt(visitorIndex);
  const visitorUid = world.random.chance(`${STREAM}-stranger`, index, 0.1) ? null : uid;
  return { visitorUid, websiteId, operatorId: null, conversationId: null, visitorIndex };
}

function emailAt({ random, people }: World, index: number, person: number): string | null {
  const { email } = people.at(person);
  return (person < CAST ? noisyEmail : unreliableEmail)(random, STREAM, index, email);
}

/** Getters, so that a scan over many rows computes only what it looks at. */
function transactionView(sources: Sources, idOf: (index: number) => number, place: Place): TransactionRecord {
  const { world, visitors, timeline } = sources;
  const { random } = world;
  const origin = (): Origin => originAt(sources, place.index);
  return {
    get id() {
      return idOf(place.index);
    },
    get index() {
      return place.index;
    },
    get externalId() {
      return random.chance(`${STREAM}-nameless`, place.index, 0.05) ? null : `ORDER-${10_000 + place.index}`;
    },
    get visitorUid() {
      return origin().visitorUid;
    },
    get visitorEmail() {
      return emailAt(world, place.index, visitors.personAt(origin().visitorIndex));
    },
    get amount() {
      return random.integer(`${STREAM}-amount`, place.index, 90_000) / 100;
    },
    get createdAt() {
      return timeline.at(place.index);
    },
    get websiteId() {
      return origin().websiteId;
    },
    get operatorId() {
      return origin().operatorId;
    },
    get conversationId() {
      return origin().conversationId;
    },
  };
}

export function createTransactions(world: World, visitors: Visitors, conversations: Conversations): Transactions {
  const count = 150 * world.size;
  const ids = createIds(world.random, `${STREAM}-id`, FIRST_ID);
  const timeline = createTimeline(world.random, `${STREAM}-time`, { count, spanMs: SPAN_MS, end: world.now });
  const sources = { world, visitors, conversations, timeline };
  const reader = movingReader((place) => transactionView(sources, ids.of, place));
  return { ...createTable({ count, ids, reader }), count, timeline };
}

/** The end of what is published: the start of today in Paris after 5 am, before that of yesterday. */
export function publishedUntil(now: number): number {
  const wall = wallOf(now, HOME_ZONE) - PUBLISHED_AT_HOUR * HOUR_MS;
  return instantOf(wall - (wall % DAY_MS), HOME_ZONE);
}

export function transactionRow({ random }: World, transaction: TransactionRecord): WireRow {
  const { index } = transaction;
  const row = {
    id: transaction.id,
    external_id: transaction.externalId,
    visitor_uid: transaction.visitorUid,
    visitor_email: transaction.visitorEmail,
    amount: transaction.amount,
    created_at: toLocal(transaction.createdAt, zoneOf(transaction.websiteId)),
    website_id: transaction.websiteId,
    operator_id: transaction.operatorId,
    conversation_id: transaction.conversationId,
  };
  const numeric = ['id', 'amount', 'website_id', 'operator_id', 'conversation_id'];
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, numeric));
}
