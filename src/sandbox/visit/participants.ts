import { DAY_MS } from '../world.ts';
import { createShuffledTable, type ExpoContext, rowSeed } from './context.ts';
import { CAST_PEOPLE, present } from './noise.ts';
import { attendedBy, sessionOf } from './programme.ts';
import { type ParticipantRecord, type Patch, toDateTime } from './records.ts';
import type { Table } from './table.ts';
import type { Visitors } from './visitors.ts';

/** Who took part; a row has the index, and shows the id, of its visitor. */
export type Participants = {
  readonly table: Table;
  /** As the world began. */
  startedHere(index: number): boolean;
  read(index: number, revision: number): ParticipantRecord;
  change(index: number, patch: Patch): void;
};

type Stay = { readonly arrival: number; readonly seconds: number; readonly days: number };

function stayOf(context: ExpoContext, seed: number): Stay {
  const { random } = context.world;
  const days = 1 + random.integer('visit-days', seed, 3);
  const firstDay = random.integer('visit-first-day', seed, 4 - days);
  const arrival = context.plan.start + firstDay * DAY_MS + random.integer('visit-arrival', seed, 4 * 3_600) * 1000;
  return { arrival, seconds: 1_800 + random.integer('visit-dwelling', seed, 4 * 3_600) * days, days };
}

function attendedActivities(context: ExpoContext, index: number): readonly unknown[] {
  const place = attendedBy(context, index);
  if (place === undefined) return [];
  const { id, name, start, end } = sessionOf(context, place);
  return [{ end: toDateTime(end), id, name, start: toDateTime(start) }];
}

function participantRecord(context: ExpoContext, id: string, index: number, revision: number): ParticipantRecord {
  const { random } = context.world;
  const seed = rowSeed(context, index);
  const { arrival, seconds, days } = stayOf(context, seed);
  const isShow = random.chance('visit-show', seed, 0.92);
  // A vendor's noShow may have been there all the same; some of them have no times.
  const hasTimes = isShow || random.chance('visit-seen', seed, 0.5);
  const leaves = arrival + (days - 1) * DAY_MS + Math.ceil(seconds / days) * 1000;
  const spent = random.chance('visit-spent-text', seed, 0.02) ? String(seconds) : seconds;
  return present({
    activities: attendedActivities(context, index),
    arrivalTime: hasTimes ? toDateTime(arrival) : null,
    departureTime: hasTimes && random.chance('visit-left', seed, 0.95) ? toDateTime(leaves) : null,
    dwellingTime: hasTimes ? spent : random.chance('visit-no-dwelling', seed, 0.5) ? null : undefined,
    id,
    lastLocation: random.chance('visit-last-location', seed, 0.03) ? 'Hall 1' : undefined,
    revision,
    showState: isShow ? 'show' : 'noShow',
    visits: random.chance('visit-visits-text', seed, 0.02) ? String(days) : days,
  }) as ParticipantRecord;
}

export function createParticipants(context: ExpoContext, visitors: Visitors): Participants {
  const { random } = context.world;
  const patches = new Map<number, Patch>();
  const startedHere = (index: number): boolean =>
    visitors.startedRegistered(index) &&
    (index < CAST_PEOPLE || random.chance('visit-took-part', rowSeed(context, index), 0.6));
  const ranks = context.plan.isPast ? visitors.count : 0;
  return {
    table: createShuffledTable(context, 'participants', ranks, startedHere),
    startedHere,
    read: (index, revision) => {
      const record = participantRecord(context, visitors.idOf(index), index, revision);
      return { ...record, ...patches.get(index), id: record.id, revision };
    },
    change: (index, patch) => {
      patches.set(index, { ...patches.get(index), ...patch });
    },
  };
}
