import { DAY_MS } from '../world.ts';
import { type ExpoContext, rowSeed, shuffleOf } from './context.ts';
import { createSelection } from './ids.ts';
import { createMembers, type Members } from './members.ts';
import { CAST_PEOPLE, emptyField, present } from './noise.ts';
import type { Partners } from './partners.ts';
import { type Patch, type Tombstone, toDateTime, type VisitorRecord } from './records.ts';

export const REGISTRATION_STATES = [
  'invited',
  'registering',
  'registered',
  'denied',
  'pending-confirmation',
  'stopped',
  'hold',
] as const;

/** The registrations of one expo: one person at most once; the members are people of the world. */
export type Visitors = Members & {
  /** In the spelling of the query parameter, whatever the field says. */
  stateOf(index: number): string;
  /** Registered and not deleted when the world began: who can have taken part. */
  startedRegistered(index: number): boolean;
  hasBeenRegistered(index: number): boolean;
  read(index: number, revision: number): VisitorRecord | Tombstone;
};

const OTHER_STATES = ['invited', 'registering', 'denied', 'pending-confirmation', 'stopped', 'hold'] as const;
/** Seen by id only: no list parameter asks for a state that the vendor does not document. */
const UNDOCUMENTED_STATES = ['cancelled', 'unregistered'] as const;

/** Rows behind the cast that show every state, then two tombstones, in a world of any size. */
const FIRST_TOMBSTONE = CAST_PEOPLE + OTHER_STATES.length + 1;

function firstState(context: ExpoContext, row: number): string {
  const { random } = context.world;
  if (row < CAST_PEOPLE) return 'registered';
  const shown = OTHER_STATES[row - CAST_PEOPLE];
  if (shown !== undefined) return shown;
  const seed = rowSeed(context, row);
  const roll = row === FIRST_TOMBSTONE - 1 ? 1 : random.fraction('visit-state', seed);
  if (roll < 0.8) return 'registered';
  if (roll < 0.99) return random.pick('visit-other-state', seed, OTHER_STATES);
  return random.pick('visit-odd-state', seed, UNDOCUMENTED_STATES);
}

/** Deleted before the world began; only former registrations stay visible, so the others are not there at all. */
function isDeletedAtFirst(context: ExpoContext, row: number): boolean {
  if (row < FIRST_TOMBSTONE) return false;
  return row < FIRST_TOMBSTONE + 2 || context.world.random.chance('visit-gone', rowSeed(context, row), 0.02);
}

/** `pendingConfirmation` becomes `pending-confirmation`. */
function asQueried(state: string): string {
  return state.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function partnerLink(
  context: ExpoContext,
  partners: Partners,
  person: number,
  seed: number,
): { partner: VisitorRecord['partner']; partnerRole: unknown } {
  const { random, people } = context.world;
  const link = (index: number, partnerRole: string): { partner: VisitorRecord['partner']; partnerRole: unknown } => ({
    partner: { id: partners.idOf(index), name: partners.nameOf(index) },
    partnerRole: random.chance('visit-odd-role', seed, 0.02) ? 'speaker' : partnerRole,
  });
  const own = partners.firstIndexOfCompany(people.at(person).company.index);
  if (own !== undefined && (person < CAST_PEOPLE ? person % 2 === 0 : random.chance('visit-staff', seed, 0.5)))
    return link(own, 'staff');
  if (!random.chance('visit-guest', seed, 0.12)) return { partner: null, partnerRole: null };
  return link(random.integer('visit-host', seed, partners.count), 'guest');
}

/** Wrong types and unknown fields that real rows have now and then. */
function oddFields(context: ExpoContext, seed: number): Patch {
  const { random } = context.world;
  if (!random.chance('visit-odd', seed, 0.03)) return {};
  return random.pick<Patch>('visit-odd-kind', seed, [
    { language: 7 },
    { tags: 'vip' },
    { registrationTime: 1_700_000_000 },
    { actionCode: 2024 },
    { onlineProfile: { visible: true } },
    { badges: null },
  ]);
}

function profileAnswers(context: ExpoContext, seed: number): readonly unknown[] {
  const { world, plan, ids } = context;
  if (!world.random.chance('visit-profiled', seed, 0.6)) return [];
  return plan.questions.map(({ name, answers }, place) => {
    const { id, name: answer, reference } = world.random.pick(`visit-answer-${place}`, seed, answers);
    return {
      answers: [{ id, name: answer, reference, value: null }],
      id: ids.short('question', place),
      name,
      reference: null,
    };
  });
}

function visitorRecord(
  context: ExpoContext,
  partners: Partners,
  options: { readonly person: number; readonly index: number; readonly state: string; readonly revision: number },
): VisitorRecord {
  const { world, contacts, plan, ids } = context;
  const { random, people } = world;
  const { person, index, state, revision } = options;
  const seed = rowSeed(context, index);
  const isRegistered = state === 'registered';
  const spelled = state === 'pending-confirmation' && index % 2 === 1 ? 'pendingConfirmation' : state;
  const deadline = Math.min(plan.end, world.now);
  return present({
    actionCode: random.chance('visit-action-code', seed, 0.1) ? 'EARLY' : emptyField(random, 'visit-code', seed),
    badges: isRegistered
      ? [{ code: `9${String(seed).padStart(11, '0')}`, id: ids.encode('badge', plan.index, index) }]
      : [],
    contact: contacts.read(contacts.ofPerson(person)),
    deleted: false,
    form: plan.forms[0],
    id: ids.encode('visitor', plan.index, index),
    language: people.at(person).language,
    ...partnerLink(context, partners, person, seed),
    questions: profileAnswers(context, seed),
    reference: random.chance('visit-own-reference', seed, 0.2) ? `REG-${seed}` : null,
    registrationMethod: random.pick('visit-method', seed, [
      'online',
      'online',
      'online',
      'onsite',
      'import',
      'api',
      'app',
    ]),
    registrationState: spelled,
    registrationTime: isRegistered
      ? toDateTime(deadline - random.fraction('visit-registered', seed) * 60 * DAY_MS)
      : emptyField(random, 'visit-no-time', seed),
    registrationType: random.pick('visit-type', seed, plan.visitorTypes),
    revision,
    tags: random.chance('visit-tag', seed, 0.1) ? ['newsletter'] : [],
    ...oddFields(context, seed),
  }) as VisitorRecord;
}

export function createVisitors(context: ExpoContext, partners: Partners): Visitors {
  const { world } = context;
  const cast = Array.from({ length: CAST_PEOPLE }, (_, index) => index);
  const options = { count: 200 * world.size, total: world.people.count, cast };
  const selection = createSelection(options, (count) => shuffleOf(context, 'visit-visitor', count));
  const members = createMembers(context, {
    kind: 'visitor',
    selection,
    isDeletedAtFirst: (row) => isDeletedAtFirst(context, row),
  });
  const formerlyRegistered = new Set<number>();
  const stateOf = (index: number): string => {
    const { registrationState } = members.patchOf(index);
    if (typeof registrationState === 'string') return asQueried(registrationState);
    return index < members.count ? firstState(context, index) : 'registered';
  };
  return {
    ...members,
    stateOf,
    startedRegistered: (index) => firstState(context, index) === 'registered' && !isDeletedAtFirst(context, index),
    hasBeenRegistered: (index) => stateOf(index) === 'registered' || formerlyRegistered.has(index),
    change: (index, patch) => {
      if (stateOf(index) === 'registered') formerlyRegistered.add(index);
      members.change(index, patch);
    },
    read: (index, revision) => {
      const id = members.idOf(index);
      if (members.isDeleted(index)) {
        const state = index % 2 === 0 ? { registrationState: 'registered' } : {};
        return { deleted: true, id, ...state, revision };
      }
      const person = members.memberOf(index);
      const record = visitorRecord(context, partners, { person, index, state: stateOf(index), revision });
      return { ...record, ...members.patchOf(index), id, revision };
    },
  };
}
