import { createRandom, type Random } from './kit/random.ts';

/**
 * The one world that all four simulators show parts of: the same people and companies, met in several systems. Everything is
 * a pure function of the seed and an index, so a world of any size costs nothing until a row of it is asked for.
 */
export type World = {
  readonly seed: number;
  /** 1 to 2,000; size 1 is about 600 registrations. */
  readonly size: number;
  /** The start instant, epoch milliseconds: every time in the world lies before it. */
  readonly now: number;
  readonly random: Random;
  readonly people: Population<Human>;
  readonly companies: Population<Business>;
  readonly campaigns: Population<Campaign>;
};

type Population<T> = {
  readonly count: number;
  /** The member with this index, 0 to count - 1; RangeError outside. */
  at(index: number): T;
};

/** A human being. Addresses are canonical here (trimmed, lower case); each system stores them with noise of its own. */
export type Human = {
  readonly index: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164 */
  readonly phone: string;
  readonly jobTitle: string;
  /** ISO 639-1 */
  readonly language: string;
  readonly company: Business;
};

export type Business = {
  readonly index: number;
  readonly name: string;
  /** Canonical: lower case, without scheme and `www.`. */
  readonly domain: string;
  readonly city: string;
  readonly state: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
};

export type Campaign = {
  readonly index: number;
  readonly id: string;
  /** Equal to the utm campaign of the leads that it brought. */
  readonly name: string;
  readonly channel: 'email' | 'sms' | 'push' | 'whatsapp';
  /** Epoch milliseconds, whole seconds; within the last 120 days. */
  readonly sentAt: number;
};

export const DAY_MS = 86_400_000;

const FIRST_NAMES =
  'Anna,Ben,Chloé,David,Elif,Farid,Greta,Hugo,Inès,Jonas,Katarzyna,Luca,Maja,Noah,Olga,Pablo,Quentin,Rosa,Sven,Tomás,Uma,Viktor,Wanda,Xavier,Yara,Zoë'.split(
    ',',
  );
const LAST_NAMES =
  'Andersson,Bauer,Costa,Dubois,Eriksen,Fischer,García,Haas,Ivanova,Janssen,Kowalski,Lefèvre,Moreau,Novak,Olsen,Petrov,Quist,Rossi,Schmidt,Torres,Ulrich,Vogel,Weber,Xu,Yilmaz,Zimmer'.split(
    ',',
  );
const NAME_HEADS = 'Blue,North,Silver,Bright,Quiet,Rapid,Solid,Green,Amber,Clear,Prime,Iron'.split(',');
const NAME_TAILS = 'Harbor,Field,Works,Peak,Bridge,Forge,Light,Stone,River,Point,Grid,Lab'.split(',');
const LEGAL_FORMS = ['GmbH', 'BV', 'SAS', 'Ltd', 'AB', 'Inc'] as const;
const PLACES = [
  ['Amsterdam', 'Noord-Holland', 'NL'],
  ['Lyon', 'Auvergne-Rhône-Alpes', 'FR'],
  ['Hamburg', 'Hamburg', 'DE'],
  ['Austin', 'TX', 'US'],
  ['Leeds', 'England', 'GB'],
  ['Gent', 'Oost-Vlaanderen', 'BE'],
  ['Chicago', 'IL', 'US'],
] as const;
const JOB_TITLES = [
  'Head of Marketing',
  'Buyer',
  'CTO',
  'Event Manager',
  'Sales Director',
  'Engineer',
  'Founder',
] as const;
const LANGUAGES = ['en', 'nl', 'fr', 'de'] as const;
const CHANNELS = ['email', 'email', 'sms', 'push', 'whatsapp'] as const;
const THEMES = [
  'Spring Expo Invite',
  'Booth Reminder',
  'Last Seats',
  'After Show Thanks',
  'Product Launch',
  'Partner Night',
  'Early Bird',
  'Webinar Follow-up',
] as const;

function population<T>(count: number, make: (index: number) => T): Population<T> {
  return {
    count,
    at: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= count)
        throw new RangeError(`no member ${index} of ${count}`);
      return make(index);
    },
  };
}

/** Letters and digits of any text, for the inside of an address: `Chloé` gives `chloe`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase();
}

function businessAt(random: Random, index: number): Business {
  const head = random.pick('company-head', index, NAME_HEADS);
  const tail = random.pick('company-tail', index, NAME_TAILS);
  const [city, state, country] = random.pick('company-place', index, PLACES);
  return {
    index,
    name: `${head} ${tail} ${random.pick('company-form', index, LEGAL_FORMS)}`,
    domain: `${plain(head)}-${plain(tail)}-${index}.example`,
    city,
    state,
    country,
  };
}

function humanAt(random: Random, index: number, company: Business): Human {
  const firstName = random.pick('first-name', index, FIRST_NAMES);
  const lastName = random.pick('last-name', index, LAST_NAMES);
  return {
    index,
    firstName,
    lastName,
    email: `${plain(firstName)}.${plain(lastName)}${index}@${company.domain}`,
    phone: `+4420${String(10_000_000 + ((index * 7_919) % 89_999_999))}`,
    jobTitle: random.pick('job-title', index, JOB_TITLES),
    language: random.pick('language', index, LANGUAGES),
    company,
  };
}

function campaignAt(random: Random, index: number, now: number): Campaign {
  const theme = random.pick('campaign-theme', index, THEMES);
  return {
    index,
    id: String(41_000 + index * 3),
    name: `${theme} ${index + 1}`,
    channel: random.pick('campaign-channel', index, CHANNELS),
    sentAt: Math.floor((now - random.fraction('campaign-sent', index) * 120 * DAY_MS) / 1000) * 1000,
  };
}

export function createWorld(options: { readonly seed: number; readonly size: number; readonly now: number }): World {
  const { seed, size, now } = options;
  if (!Number.isInteger(size) || size < 1 || size > 2_000) throw new RangeError('a world has a size of 1 to 2000');
  const random = createRandom(seed);
  const companies = population(60 * size, (index) => businessAt(random, index));
  const people = population(450 * size, (index) =>
    humanAt(random, index, companies.at(random.integer('employer', index, companies.count))),
  );
  const campaigns = population(Math.min(24 + 2 * (size - 1), 400), (index) => campaignAt(random, index, now));
  return { seed, size, now, random, people, companies, campaigns };
}
