import type { Random } from '../kit/random.ts';
import { DAY_MS, type Human, type World } from '../world.ts';
import type { JsonValue } from './json.ts';

export type Attributes = Readonly<Record<string, JsonValue>>;

/** One user. Instants are epoch milliseconds, whole seconds. */
export type ProfileRecord = {
  readonly userID: string;
  readonly attributes: Attributes;
  readonly createdAt: number;
  readonly lastSeen: number | null;
  /** Picks the forms in which the timestamps are written. */
  readonly draw: number;
};

type NewProfile = {
  readonly userID: string;
  readonly attributes?: Attributes;
  readonly createdAt?: number;
  readonly lastSeen?: number | null;
};

type ProfilePatch = Omit<NewProfile, 'userID' | 'attributes'> & {
  /** Merged into the attributes; undefined takes one away. */
  readonly attributes?: Readonly<Record<string, JsonValue | undefined>>;
};

export type ProfileStore = {
  find(userID: string): ProfileRecord | undefined;
  /** The user id under which a person of the world is kept, undefined for a person without profile; edits are not seen. */
  userIdOfPerson(personIndex: number): string | undefined;
  /** RangeError if the id is taken, or not of 1 to 100 characters. */
  add(profile: NewProfile): void;
  /** RangeError for an unknown user. */
  change(userID: string, patch: ProfilePatch): void;
  /** RangeError for an unknown user. */
  remove(userID: string): void;
};

/** People below this index appear in every system, under their address. */
const CAST = 10;
const SHARE = 0.6;
export const LONGEST_USER_ID = 100;

function userIdOf(random: Random, human: Human): string {
  const { index, email } = human;
  const kind = index < CAST ? 0 : random.fraction('nv-user-id', index);
  if (kind < 0.9) return email;
  // A shop's own customer number, and an address that was imported as typed: neither is found by the canonical address.
  return kind < 0.96 ? `CUST-${String(index).padStart(7, '0')}` : email.toUpperCase();
}

/** Each form of a user id carries the person's index. */
function personIndexIn(userID: string): number | undefined {
  const digits = /^CUST-(\d{7})$/.exec(userID)?.[1] ?? /^[a-z]+\.[a-z]+(\d{1,7})@/i.exec(userID)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function emailAttribute(random: Random, { index, email }: Human): Attributes {
  if (index >= CAST && random.chance('nv-email-bad', index, 0.06)) {
    const bad = random.pick('nv-email-bad-value', index, [null, '', 'not given', `${email.replace('@', ' at ')}`, '@']);
    return random.chance('nv-email-absent', index, 0.3) ? {} : { email: bad };
  }
  if (!random.chance('nv-email-noise', index, 0.2)) return { email };
  const capital = `${email.charAt(0).toUpperCase()}${email.slice(1)}`;
  return { email: random.pick('nv-email-form', index, [` ${email}`, `${email} `, capital, email.toUpperCase()]) };
}

function nameAttributes(random: Random, human: Human): Attributes {
  const { index, firstName, lastName } = human;
  const name = `${firstName} ${lastName}`;
  if (index >= CAST && random.chance('nv-name-only', index, 0.1)) return { name };
  if (index >= CAST && random.chance('nv-name-blank', index, 0.04)) return { first_name: ' ', last_name: null, name };
  return { name, first_name: firstName, last_name: lastName };
}

function optIns(random: Random, index: number): Attributes {
  const flag = (name: string): Attributes => {
    const draw = random.fraction(`nv-${name}`, index);
    if (draw < 0.55) return { [name]: '1' };
    if (draw < 0.85) return { [name]: '0' };
    return draw < 0.9 ? { [name]: null } : {};
  };
  return { ...flag('email_opt_in'), ...flag('sms_opt_in'), ...flag('whatsapp_opt_in') };
}

function personalAttributes(random: Random, human: Human): Attributes {
  const { index } = human;
  const born = new Date(Date.UTC(1950, 0, 1) + random.integer('nv-born', index, 55 * 365) * DAY_MS).toISOString();
  const mobile = random.fraction('nv-mobile', index);
  return {
    ...(mobile < 0.85 || index < CAST ? { mobile: human.phone } : mobile < 0.9 ? { mobile: null } : {}),
    // The older form of the documents: a date-time with offset.
    ...(random.chance('nv-born-known', index, 0.5)
      ? { birth_date: index % 11 === 0 ? `${born.slice(0, 10)}T00:00:00+05:30` : born.slice(0, 10) }
      : {}),
    ...(random.chance('nv-gender-known', index, 0.7)
      ? { gender: random.pick('nv-gender', index, ['male', 'female', 'female', 'male', 'other']) }
      : {}),
  };
}

function customAttributes(random: Random, human: Human, now: number): Attributes {
  const { index, company } = human;
  const points = random.integer('nv-points', index, 5_000);
  const bought = new Date(now - random.integer('nv-bought', index, 400) * DAY_MS).toISOString().slice(0, 10);
  // Odd beyond 2^53, so that a reader which goes through a double changes the digits.
  const large = 9_007_199_254_740_993n + 2n * BigInt(index);
  return {
    company: company.name,
    job_title: human.jobTitle,
    loyalty_points: random.chance('nv-points-text', index, 0.15) ? String(points) : points,
    average_basket: random.integer('nv-basket-average', index, 40_000) / 100,
    is_exhibitor: random.chance('nv-exhibitor', index, 0.3),
    ...(random.chance('nv-bought-known', index, 0.6) ? { last_purchase: bought } : {}),
    ...(index % 7 === 3 ? { crm_id: large } : {}),
    ...(index % 3 === 0
      ? {
          preferences: {
            language: human.language,
            topics: ['expo', company.city],
            limits: { mails_per_week: 2, ...(index % 21 === 3 ? { token: large } : {}) },
          },
        }
      : {}),
  };
}

function profileOf(world: World, human: Human): ProfileRecord {
  const { random, now } = world;
  const { index } = human;
  const age = 5 * DAY_MS + random.integer('nv-created', index, 700 * 86_400) * 1000;
  const createdAt = Math.floor((now - age) / 1000) * 1000;
  const seen = Math.floor((createdAt + random.fraction('nv-seen', index) * age) / 1000) * 1000;
  return {
    userID: userIdOf(random, human),
    attributes: {
      ...nameAttributes(random, human),
      ...emailAttribute(random, human),
      ...personalAttributes(random, human),
      ...optIns(random, index),
      ...customAttributes(random, human, now),
    },
    createdAt,
    lastSeen: random.chance('nv-never-seen', index, 0.08) ? null : seen,
    draw: index,
  };
}

function patched(record: ProfileRecord, patch: ProfilePatch): ProfileRecord {
  const { attributes = {}, ...times } = patch;
  const merged: Record<string, JsonValue> = { ...record.attributes };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return { ...record, ...times, attributes: merged };
}

/** People of the world are made on demand; only edited users are held. */
export function createProfileStore(world: World): ProfileStore {
  const { random, people } = world;
  const edited = new Map<string, ProfileRecord | null>();
  const isKept = (index: number): boolean =>
    index >= 0 && index < people.count && (index < CAST || random.chance('nv-profile', index, SHARE));
  const find = (userID: string): ProfileRecord | undefined => {
    const edit = edited.get(userID);
    if (edit !== undefined) return edit ?? undefined;
    const index = personIndexIn(userID);
    if (index === undefined || !isKept(index)) return undefined;
    const human = people.at(index);
    return userIdOf(random, human) === userID ? profileOf(world, human) : undefined;
  };
  const known = (userID: string): ProfileRecord => {
    const record = find(userID);
    if (record === undefined) throw new RangeError('no such user');
    return record;
  };
  return {
    find,
    userIdOfPerson: (index) => (isKept(index) ? userIdOf(random, people.at(index)) : undefined),
    add: ({ userID, attributes = {}, createdAt = world.now, lastSeen = null }) => {
      if (userID.length < 1 || userID.length > LONGEST_USER_ID)
        throw new RangeError(`a user id has 1 to ${LONGEST_USER_ID} characters`);
      if (find(userID) !== undefined) throw new RangeError('the user exists');
      edited.set(userID, { userID, attributes, createdAt, lastSeen, draw: edited.size });
    },
    change: (userID, patch) => {
      edited.set(userID, patched(known(userID), patch));
    },
    remove: (userID) => {
      edited.set(known(userID).userID, null);
    },
  };
}
