import { DAY_MS, type World } from '../world.ts';
import { RULE_IDS, SKILLS, zoneOf } from './directory.ts';
import { toLocal } from './local-time.ts';
import { withLooseShape, withNumericText } from './noise.ts';
import { createIds, createTable, createTimeline, type Table } from './table.ts';
import type { Visitors } from './visitors.ts';
import type { WireRow } from './wire-row.ts';

const FIRST_ID = 66_000;
const SPAN_MS = 120 * DAY_MS;
/** Meetings lie up to this far ahead. */
const AHEAD_MS = 12 * DAY_MS;
const STREAM = 'iadvize-call-meeting';
const PAST = ['done', 'done', 'done', 'failed', 'working'] as const;
const AHEAD = ['pending', 'pending', 'progress'] as const;

export type CallMeetingRecord = {
  readonly id: number;
  readonly index: number;
  readonly uniqueId: string;
  readonly phoneNumber: string | null;
  readonly status: string;
  readonly startAt: number;
  readonly websiteId: number;
  readonly targetingRuleId: string | null;
  readonly skillId: string | null;
};

export type CallMeetings = Table<CallMeetingRecord> & { readonly count: number };

export function createCallMeetings(world: World, visitors: Visitors): CallMeetings {
  const { random, people } = world;
  const count = 40 * world.size;
  const ids = createIds(random, `${STREAM}-id`, FIRST_ID);
  const span = { count, spanMs: SPAN_MS, end: world.now + AHEAD_MS };
  const timeline = createTimeline(random, `${STREAM}-time`, span);
  const maybe = <T>(field: string, index: number, choices: readonly T[]): T | null =>
    random.chance(`${STREAM}-has-${field}`, index, 0.6) ? random.pick(`${STREAM}-${field}`, index, choices) : null;
  const read = (index: number): CallMeetingRecord => {
    const visitor = random.integer(`${STREAM}-visitor`, index, visitors.count);
    const startAt = timeline.at(index);
    return {
      ...{ id: ids.of(index), index, startAt },
      uniqueId: visitors.uniqueIdAt(visitor),
      phoneNumber: random.chance(`${STREAM}-phone`, index, 0.95) ? people.at(visitors.personAt(visitor)).phone : null,
      status: random.pick(`${STREAM}-status`, index, startAt < world.now ? PAST : AHEAD),
      websiteId: random.pick(`${STREAM}-website`, index, visitors.websitesAt(visitor)),
      targetingRuleId: maybe('rule', index, RULE_IDS)?.toString() ?? null,
      skillId: maybe('skill', index, SKILLS)?.id.toString() ?? null,
    };
  };
  return { ...createTable({ count, ids, reader: () => read }), count };
}

export function callMeetingRow({ random }: World, meeting: CallMeetingRecord): WireRow {
  const { index } = meeting;
  // The name that the field had until 2021.
  const visitor = random.chance(`${STREAM}-old-name`, index, 0.15) ? 'visitor_uid' : 'unique_id';
  const row = {
    id: meeting.id,
    [visitor]: meeting.uniqueId,
    phone_number: meeting.phoneNumber,
    status: meeting.status,
    start_at: toLocal(meeting.startAt, zoneOf(meeting.websiteId)),
    website_id: meeting.websiteId,
    targeting_rule_id: meeting.targetingRuleId,
    skill_id: meeting.skillId,
  };
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, ['id', 'website_id']));
}
