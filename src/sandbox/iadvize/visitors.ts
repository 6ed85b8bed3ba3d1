import { DAY_MS, type World } from '../world.ts';
import { WEBSITES, zoneOf } from './directory.ts';
import { toLocal } from './local-time.ts';
import { hex, noisyEmail, unreliableEmail, withLooseShape, withNumericText } from './noise.ts';
import {
  createIds,
  createTable,
  createTimeline,
  movingReader,
  type Place,
  type Table,
  type Timeline,
} from './table.ts';
import type { WireRow } from './wire-row.ts';

const CAST = 10;
/** Entries of the shared cast: persons 0 to 9, and 0 to 2 once more with another browser. */
const CAST_ENTRIES = 13;
const FIRST_ID = 5_200_000;
const SPAN_MS = 420 * DAY_MS;
const STREAM = 'iadvize-visitor';
const BROWSERS = ['Chrome 126', 'Firefox 128', 'Safari 17', 'Edge 126', 'Chrome Mobile 126'] as const;

export type VisitorRecord = {
  readonly id: number;
  readonly index: number;
  /** The person of the world behind this visitor, null for added ones. */
  readonly person: number | null;
  readonly uniqueId: string;
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly zip: string | null;
  readonly country: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly browser: string | null;
  readonly websiteIds: readonly number[];
  /** Epoch milliseconds; shown on the clocks of the first website. */
  readonly createdAt: number;
};

export type Visitors = Table<VisitorRecord> & {
  readonly count: number;
  readonly timeline: Timeline;
  idAt(index: number): number;
  indexOf(id: number): number | undefined;
  uniqueIdAt(index: number): string;
  /** The index that a unique id of the untouched world or an added row leads back to. */
  indexOfUniqueId(uniqueId: string): number | undefined;
  websitesAt(index: number): readonly number[];
  personAt(index: number): number;
  /** The visitor that plays this member of the cast. */
  castIndex(person: number): number;
};

function uniqueIdAt({ random }: World, index: number): string {
  return `${hex(random, `${STREAM}-unique`, index, 24)}${index.toString(16).padStart(8, '0')}`;
}

function castSlot(entry: number, count: number): number {
  return Math.floor(((entry + 1) * count) / 4 / (CAST_ENTRIES + 1));
}

/** People beyond the cast, each at most once, but for a few who come back as a second visitor right after the first. */
function otherPerson(world: World, rank: number): number {
  const others = world.people.count - CAST;
  const again = rank > 0 && world.random.chance(`${STREAM}-again`, rank, 0.03);
  // A prime beyond any number of people: the walk meets each of them once.
  return CAST + (((again ? rank - 1 : rank) * 1_000_003) % others);
}

/** Who is behind each visitor: the cast at fixed places early in time, the others in between. */
function createCasting(world: World, count: number): (index: number) => number {
  const slots = Array.from({ length: CAST_ENTRIES }, (_, entry) => castSlot(entry, count));
  return (index) => {
    const before = slots.findLastIndex((slot) => slot <= index);
    return slots[before] === index ? before % CAST : otherPerson(world, index - before - 1);
  };
}

function websitesAt({ random }: World, index: number): readonly number[] {
  const first = random.integer(`${STREAM}-website`, index, WEBSITES.length);
  const second = random.chance(`${STREAM}-two-websites`, index, 0.15) ? [(first + 1) % WEBSITES.length] : [];
  return [first, ...second].map((at) => WEBSITES[at]?.id ?? 0);
}

/** Names as typed into a chat form: mostly right, sometimes none, blanks only, or with blanks around. */
function typedName({ random }: World, stream: string, index: number, person: number, name: string): string | null {
  const draw = random.fraction(stream, index);
  if (draw > 0.95) return ` ${name} `;
  if (person < CAST || draw > 0.12) return name;
  return draw > 0.1 ? '  ' : null;
}

type Layout = Pick<Visitors, 'personAt' | 'timeline' | 'idAt'>;

/** Getters, so that a scan over many rows computes only what it looks at. */
function visitorView(world: World, { personAt, timeline, idAt }: Layout, place: Place): VisitorRecord {
  const { random } = world;
  const human = () => world.people.at(personAt(place.index));
  const given = (field: string, share: number): boolean => random.chance(`${STREAM}-has-${field}`, place.index, share);
  const pick = <T>(field: string, share: number, make: () => T): T | null => (given(field, share) ? make() : null);
  return {
    get id() {
      return idAt(place.index);
    },
    get index() {
      return place.index;
    },
    get browser() {
      return BROWSERS[place.index % BROWSERS.length] ?? null;
    },
    get person() {
      return personAt(place.index);
    },
    get uniqueId() {
      return uniqueIdAt(world, place.index);
    },
    get externalId() {
      return pick('external', 0.6, () => `CRM-${personAt(place.index)}`);
    },
    get firstName() {
      return typedName(world, `${STREAM}-first-name`, place.index, personAt(place.index), human().firstName);
    },
    get lastName() {
      return typedName(world, `${STREAM}-last-name`, place.index, personAt(place.index), human().lastName);
    },
    get address() {
      return pick('address', 0.3, () => `${1 + (place.index % 180)} Main Street`);
    },
    get city() {
      return pick('place', 0.6, () => human().company.city);
    },
    get zip() {
      return pick('address', 0.3, () => String(10_000 + (place.index % 80_000)));
    },
    get country() {
      return pick('place', 0.6, () => human().company.country);
    },
    get phone() {
      return pick('phone', 0.7, () => human().phone);
    },
    get email() {
      const { index: person, email } = human();
      return (person < CAST ? noisyEmail : unreliableEmail)(random, STREAM, place.index, email);
    },
    get websiteIds() {
      return websitesAt(world, place.index);
    },
    get createdAt() {
      return timeline.at(place.index);
    },
  };
}

export function createVisitors(world: World): Visitors {
  const count = 180 * world.size;
  const ids = createIds(world.random, `${STREAM}-id`, FIRST_ID);
  const personAt = createCasting(world, count);
  const timeline = createTimeline(world.random, `${STREAM}-time`, { count, spanMs: SPAN_MS, end: world.now });
  const layout = { personAt, timeline, idAt: ids.of };
  return {
    ...createTable({ count, ids, reader: movingReader((place) => visitorView(world, layout, place)) }),
    count,
    timeline,
    idAt: ids.of,
    indexOf: ids.indexOf,
    uniqueIdAt: (index) => uniqueIdAt(world, index),
    indexOfUniqueId: (uniqueId) => {
      if (!/^[0-9a-f]{32}$/.test(uniqueId)) return undefined;
      const index = Number.parseInt(uniqueId.slice(24), 16);
      return uniqueIdAt(world, index) === uniqueId ? index : undefined;
    },
    websitesAt: (index) => websitesAt(world, index),
    personAt,
    castIndex: (person) => castSlot(person, count),
  };
}

export function visitorRow({ random }: World, visitor: VisitorRecord): WireRow {
  const row = {
    id: visitor.id,
    unique_id: visitor.uniqueId,
    external_id: visitor.externalId,
    lastname: visitor.lastName,
    firstname: visitor.firstName,
    address: visitor.address,
    city: visitor.city,
    zip: visitor.zip,
    country: visitor.country,
    phone: visitor.phone,
    email: visitor.email,
    browser: visitor.browser,
    website_id: visitor.websiteIds,
    created_at: toLocal(visitor.createdAt, zoneOf(visitor.websiteIds[0])),
  };
  const { index } = visitor;
  return withLooseShape(random, STREAM, index, withNumericText(random, STREAM, index, row, ['id', 'website_id']));
}
