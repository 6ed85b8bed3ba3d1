import type { Human, World } from '../world.ts';
import { GROUPS, SKILLS, WEBSITES } from './directory.ts';
import { hex, noisyEmail, withLooseShape, withNumericText } from './noise.ts';
import { createIds, createTable, type Table } from './table.ts';
import type { WireRow } from './wire-row.ts';

/** Every `sso_key` starts so: it must never be seen outside of a vendor's answer. */
export const SSO_SECRET_PREFIX = 'sso-secret-';

const CAST = 10;
const STRIDE = 41;
const FIRST_ID = 4_100;
const STREAM = 'iadvize-operator';

export type OperatorRecord = {
  readonly id: number;
  readonly index: number;
  /** The person of the world who is this operator. */
  readonly person: number;
  readonly name: string;
  readonly firstName: string;
  readonly pseudo: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  readonly groupId: number | null;
  readonly websiteIds: readonly number[];
  readonly skillIds: readonly number[];
};

export type Operators = Table<OperatorRecord> & {
  readonly count: number;
  idAt(index: number): number;
  /** The websites that an operator of the untouched world works for. */
  websitesAt(index: number): readonly number[];
  personAt(index: number): number;
};

/** Persons 0 to 9, then every 41st. */
function personAt(index: number): number {
  return index < CAST ? index : STRIDE * (index - CAST + 1);
}

/** The first website goes round, so that among four operators in a row one works for any given website. */
function websitesAt({ random }: World, index: number): readonly number[] {
  const more = random.integer(`${STREAM}-websites`, index, 3);
  const chosen = Array.from({ length: 1 + more }, (_, step) => WEBSITES[(index + step) % WEBSITES.length]?.id ?? 0);
  return chosen.sort((a, b) => a - b);
}

function skillsAt({ random }: World, index: number): readonly number[] {
  if (index % 5 === 4) return [];
  return SKILLS.filter((_, skill) => random.chance(`${STREAM}-skill-${skill}`, index, 0.35)).map(({ id }) => id);
}

function rolesAt({ random }: World, index: number): readonly string[] {
  const draw = random.fraction(`${STREAM}-role`, index);
  if (draw < 0.04) return ['operator', 'supervisor'];
  if (draw < 0.1) return ['admin', 'manager'];
  if (draw < 0.25) return ['manager', 'operator'];
  return draw < 0.35 ? ['expert'] : ['operator'];
}

function emailAt({ random }: World, index: number, human: Human): string {
  if (index >= CAST && random.chance(`${STREAM}-email-bad`, index, 0.04)) return 'unknown';
  return noisyEmail(random, STREAM, index, human.email);
}

function operatorAt(world: World, id: number, index: number): OperatorRecord {
  const { random } = world;
  const human = world.people.at(personAt(index));
  const alone = index % 5 === 4 || random.chance(`${STREAM}-no-group`, index, 0.1);
  return {
    id,
    index,
    person: human.index,
    name: human.lastName,
    firstName: human.firstName,
    pseudo: `${human.firstName} ${human.lastName.charAt(0)}.`,
    email: emailAt(world, index, human),
    externalId: random.chance(`${STREAM}-external`, index, 0.6) ? `HR-${human.index}` : null,
    roles: rolesAt(world, index),
    languages: [...new Set([human.language, random.pick(`${STREAM}-language`, index, ['en', 'fr', 'de'])])],
    groupId: alone ? null : random.pick(`${STREAM}-group`, index, GROUPS).id,
    websiteIds: websitesAt(world, index),
    skillIds: skillsAt(world, index),
  };
}

export function createOperators(world: World): Operators {
  const count = 12 + 2 * world.size;
  const ids = createIds(world.random, `${STREAM}-id`, FIRST_ID);
  return {
    ...createTable({ count, ids, reader: () => (index) => operatorAt(world, ids.of(index), index) }),
    count,
    idAt: ids.of,
    websitesAt: (index) => websitesAt(world, index),
    personAt,
  };
}

function callConfig({ random, people }: World, { index, person }: OperatorRecord): WireRow {
  if (!random.chance(`${STREAM}-phone-pickup`, index, 0.4)) {
    return { call_config: { type: 'ANSWER_FROM_DESK', ask_phone_number_at_every_connection: false } };
  }
  const asks = random.chance(`${STREAM}-phone-asked`, index, 0.3);
  const phone = asks ? {} : { phone_number: people.at(person).phone };
  return { call_config: { type: 'ANSWER_FROM_PHONE', ask_phone_number_at_every_connection: asks, ...phone } };
}

/** Which channels an operator can handle, and how many chats at once. */
export function channelsOf({ random }: World, index: number) {
  const able = (channel: string, share: number): boolean => random.chance(`${STREAM}-${channel}`, index, share);
  return {
    chat: able('chat', 0.9),
    call: able('call', 0.4),
    video: able('video', 0.25),
    chats: 1 + random.integer(`${STREAM}-chats`, index, 5),
  };
}

export function operatorRow(world: World, operator: OperatorRecord): WireRow {
  const { random } = world;
  const { index, roles } = operator;
  const { chat, call, video, chats } = channelsOf(world, index);
  const priority = (channel: string): number => 10 * random.integer(`${STREAM}-priority-${channel}`, index, 2);
  const row = {
    id: operator.id,
    name: operator.name,
    first_name: operator.firstName,
    pseudo: operator.pseudo,
    email: operator.email,
    external_id: operator.externalId,
    role: ['admin', 'manager'].find((role) => roles.includes(role)) ?? 'operator',
    roles,
    chat_enabled: chat,
    call_enabled: call,
    video_enabled: video,
    chat_max_number: chats,
    chat_and_call: chat && call,
    chat_to_video: chat && video,
    chat_priority: priority('chat'),
    call_priority: priority('call'),
    video_priority: priority('video'),
    language_list: operator.languages,
    language_admin: random.pick(`${STREAM}-admin-language`, index, ['de', 'en', 'es', 'fr']),
    group_id: operator.groupId,
    website_list: operator.websiteIds,
    skill_list: operator.skillIds,
    sso_key: `${SSO_SECRET_PREFIX}${hex(random, `${STREAM}-sso`, index, 24)}`,
    ...(call ? callConfig(world, operator) : {}),
  };
  const numeric = ['id', 'group_id', 'chat_max_number', 'website_list', 'skill_list'];
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, numeric));
}
