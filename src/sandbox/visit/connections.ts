import { createShuffledTable, type ExpoContext, rowSeed } from './context.ts';
import { CAST_PEOPLE, present } from './noise.ts';
import type { Participants } from './participants.ts';
import type { Partners } from './partners.ts';
import { type ConnectionRecord, type Patch, toDateTime } from './records.ts';
import { contentReference, contentsOf } from './stock.ts';
import type { Table } from './table.ts';
import type { Visitors } from './visitors.ts';

/** Contacts made between visitors and partners of one expo. */
export type Connections = {
  readonly table: Table;
  idOf(index: number): string;
  indexOf(id: string): number | undefined;
  read(index: number, revision: number): ConnectionRecord;
  change(index: number, patch: Patch): void;
  add(ends: ConnectionEnds, patch: Patch): number;
};

type ConnectionEnds = { readonly visitor: number; readonly partner: number };

/** A participant makes 0 to 3 of them, 1.5 on average, so each one has three places. */
const MOST = 3;

/** The cast's first meeting is with a company of the cast, so that the same pair is found again in other systems. */
function firstEnds(context: ExpoContext, partners: Partners, index: number): ConnectionEnds {
  const visitor = Math.floor(index / MOST);
  if (visitor < CAST_PEOPLE && index % MOST === 0) return { visitor, partner: visitor % partners.castCount };
  return {
    visitor,
    partner: context.world.random.integer('visit-met', rowSeed(context, index), partners.count),
  };
}

function connectionRecord(
  context: ExpoContext,
  sides: { readonly visitors: Visitors; readonly partners: Partners },
  ends: ConnectionEnds,
  row: { readonly index: number; readonly revision: number },
): ConnectionRecord {
  const { world, contacts, plan, ids } = context;
  const { random } = world;
  const { visitors, partners } = sides;
  const seed = rowSeed(context, row.index);
  const rating = 1 + random.integer('visit-rating', seed, 5);
  const roll = random.fraction('visit-rated', seed);
  const note = random.pick('visit-note', seed, ['Wants a demo', 'Call in May', 'Met at the bar ☕', '']);
  const topics = partners.startedHere(ends.partner) ? contentsOf(context, ends.partner) : [];
  const shown = random.pick('visit-met-about', seed, [null, null, ...topics]);
  const second = random.integer('visit-met-at', seed, Math.floor((plan.end - plan.start) / 1000));
  return present({
    answers: random.chance('visit-lead-answered', seed, 0.3)
      ? [
          { id: ids.short('lead-answer', 0), name: 'Follow up', reference: null, value: null },
          { id: null, name: null, reference: 'remark', value: 'Ask for Robin' },
        ]
      : [],
    content: shown === null ? null : contentReference(context, shown),
    id: ids.encode('connection', plan.index, row.index),
    notes: random.chance('visit-noted', seed, 0.4)
      ? note
      : random.chance('visit-noteless', seed, 0.9)
        ? null
        : undefined,
    partner: { id: partners.idOf(ends.partner), name: partners.nameOf(ends.partner) },
    rating: roll < 0.5 ? rating : roll < 0.52 ? String(rating) : null,
    revision: row.revision,
    source: random.chance('visit-met-source', seed, 0.03) ? 'kiosk' : undefined,
    time: toDateTime(plan.start + second * 1000),
    type: random.pick('visit-met-type', seed, [...Array(6).fill('partner'), ...Array(3).fill('visitor'), 'touchpoint']),
    visitor: {
      contact: visitors.isDeleted(ends.visitor)
        ? null
        : contacts.read(contacts.ofPerson(visitors.memberOf(ends.visitor))),
      id: visitors.idOf(ends.visitor),
    },
  }) as ConnectionRecord;
}

export function createConnections(
  context: ExpoContext,
  sides: { readonly visitors: Visitors; readonly partners: Partners; readonly participants: Participants },
): Connections {
  const { world, ids, plan } = context;
  const { visitors, partners, participants } = sides;
  const patches = new Map<number, Patch>();
  const added = new Map<number, ConnectionEnds>();
  const madeBy = (visitor: number): number => {
    const made = world.random.integer('visit-meetings', rowSeed(context, visitor), MOST + 1);
    return visitor < CAST_PEOPLE ? Math.max(1, made) : made;
  };
  const ranks = plan.isPast ? visitors.count * MOST : 0;
  const table = createShuffledTable(context, 'connections', ranks, (index) => {
    const visitor = Math.floor(index / MOST);
    return index % MOST < madeBy(visitor) && participants.startedHere(visitor);
  });
  return {
    table,
    idOf: (index) => ids.encode('connection', plan.index, index),
    indexOf: (id) => {
      const meaning = ids.decode(id);
      return meaning?.kind === 'connection' && meaning.expo === plan.index ? meaning.index : undefined;
    },
    read: (index, revision) => {
      const ends = added.get(index) ?? firstEnds(context, partners, index);
      const record = connectionRecord(context, { visitors, partners }, ends, { index, revision });
      return { ...record, ...patches.get(index), id: record.id, revision };
    },
    change: (index, patch) => {
      patches.set(index, { ...patches.get(index), ...patch });
    },
    add: (ends, patch) => {
      const index = table.nextIndex();
      added.set(index, ends);
      patches.set(index, patch);
      return index;
    },
  };
}
