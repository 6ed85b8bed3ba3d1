import type { World } from '../world.ts';
import type { Conversations } from './conversations.ts';
import { zoneOf } from './directory.ts';
import { toLocal } from './local-time.ts';
import { withLooseShape, withNumericText } from './noise.ts';
import { createIds, createTable, type Table } from './table.ts';
import type { WireRow } from './wire-row.ts';

const FIRST_ID = 310_000;
const STREAM = 'iadvize-satisfaction';
const NOTES = [1, 1, 1, 0.75, 0.75, 0.5, 0.25, 0] as const;
const COMMENTS = ['Merci beaucoup !', 'Very helpful.', 'Too slow', 'Ça marche, merci', '"ok"'] as const;

export type SatisfactionRecord = {
  readonly id: number;
  readonly index: number;
  readonly noteWelcome: number | null;
  readonly noteResolution: number | null;
  readonly noteDelay: number | null;
  readonly comment: string | null;
  readonly createdAt: number;
  readonly websiteId: number;
  readonly operatorId: number | null;
  readonly conversationId: number;
};

export type Satisfactions = Table<SatisfactionRecord> & { readonly count: number };

function noteAt({ random }: World, index: number, question: string): number | null {
  return random.chance(`${STREAM}-has-${question}`, index, 0.85)
    ? random.pick(`${STREAM}-${question}`, index, NOTES)
    : null;
}

/** Every other conversation was followed by an answer to the survey, a minute or more after its last word. */
function satisfactionAt(world: World, conversations: Conversations, id: number, index: number): SatisfactionRecord {
  const { random } = world;
  const place = 2 * index + random.integer(`${STREAM}-place`, index, 2);
  const conversation = conversations.get(conversations.idAt(place));
  const ended = conversation?.entries.at(-1)?.at ?? world.now;
  return {
    ...{ id, index },
    noteWelcome: noteAt(world, index, 'welcome'),
    noteResolution: noteAt(world, index, 'resolution'),
    noteDelay: noteAt(world, index, 'delay'),
    comment: random.chance(`${STREAM}-says`, index, 0.4) ? random.pick(`${STREAM}-comment`, index, COMMENTS) : null,
    createdAt: Math.min(world.now, ended + 60_000 * (1 + random.integer(`${STREAM}-pause`, index, 9))),
    websiteId: conversation?.websiteId ?? 0,
    operatorId: conversation?.operatorId ?? null,
    conversationId: conversations.idAt(place),
  };
}

export function createSatisfactions(world: World, conversations: Conversations): Satisfactions {
  const count = Math.floor(conversations.count / 2);
  const ids = createIds(world.random, `${STREAM}-id`, FIRST_ID);
  const reader = () => (index: number) => satisfactionAt(world, conversations, ids.of(index), index);
  return { ...createTable({ count, ids, reader }), count };
}

export function satisfactionRow({ random }: World, satisfaction: SatisfactionRecord): WireRow {
  const { index } = satisfaction;
  // The reference spells it `node_delay`; some answers do not.
  const delay = random.chance(`${STREAM}-spelling`, index, 0.2) ? 'note_delay' : 'node_delay';
  const row = {
    id: satisfaction.id,
    note_welcome: satisfaction.noteWelcome,
    note_resolution: satisfaction.noteResolution,
    [delay]: satisfaction.noteDelay,
    comment: satisfaction.comment,
    created_at: toLocal(satisfaction.createdAt, zoneOf(satisfaction.websiteId)),
    website_id: satisfaction.websiteId,
    operator_id: satisfaction.operatorId,
    conversation_id: satisfaction.conversationId,
  };
  const numeric = ['id', 'note_welcome', 'website_id', 'operator_id', 'conversation_id'];
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, numeric));
}
