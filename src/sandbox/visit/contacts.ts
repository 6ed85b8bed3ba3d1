import type { Business, World } from '../world.ts';
import type { IdCodec } from './ids.ts';
import { CAST_COMPANIES, CAST_PEOPLE, emptyField, noisyEmail, noisyWebsite, present } from './noise.ts';
import type { ContactRecord, Patch } from './records.ts';

/** A person's contact has the person's index; a company's has the company's index behind all the people. */
type ContactKey = number;

/** The records that all expos of the organisation share: one for each person, one for each exhibiting company. */
export type Contacts = {
  ofPerson(personIndex: number): ContactKey;
  /** The administrative contact: for a company of the cast's people that is the person, who also visits. */
  ofCompany(companyIndex: number): ContactKey;
  idOf(key: ContactKey): string;
  keyOf(id: string): ContactKey | undefined;
  byReference(reference: string): ContactKey | undefined;
  /** The people and companies that stand for this contact; either may be undefined. */
  usersOf(key: ContactKey): { readonly person: number | undefined; readonly company: number | undefined };
  read(key: ContactKey): ContactRecord;
  change(key: ContactKey, patch: Patch): void;
};

const GENDERS = ['male', 'female', null, null, 'unspecified'] as const;
const PREFIXES = ['van', 'de', null, null, null, null, null, null] as const;

function birthday(world: World, index: number): string {
  const month = String(1 + world.random.integer('visit-birth-month', index, 12)).padStart(2, '0');
  return `${1955 + world.random.integer('visit-birth-year', index, 45)}-${month}-14`;
}

function addressOf(company: Business, number: number): Readonly<Record<string, string | null>> {
  return {
    address: 'Harbour Road',
    addressType: 'work',
    city: company.city,
    country: company.country,
    houseNumber: String(number),
    houseNumberSuffix: null,
    name: company.name,
    postalCode: String(10_000 + number * 37),
    state: company.state,
  };
}

/** Some people gave their colleague's address, so an address does not always mean one contact. */
function addressOfPerson(world: World, index: number): string {
  const borrows = index > CAST_PEOPLE && world.random.chance('visit-borrowed-email', index, 0.01);
  return world.people.at(borrows ? index - 1 : index).email;
}

function personContact(world: World, id: string, index: number): ContactRecord {
  const { random } = world;
  const person = world.people.at(index);
  const isCast = index < CAST_PEOPLE;
  const empty = (field: string): null | undefined => emptyField(random, `visit-${field}`, index);
  const phone = random.chance('visit-phone-number', index, 0.01) ? Number(person.phone) : person.phone;
  return present({
    addresses: random.chance('visit-address', index, 0.7) ? [addressOf(person.company, 1 + (index % 90))] : [],
    cocNumber: empty('coc'),
    comments: random.chance('visit-comment', index, 0.05) ? 'Called twice, prefers e-mail' : empty('comments'),
    company: random.chance('visit-company', index, 0.93) ? person.company.name : empty('company'),
    dateOfBirth: random.chance('visit-birth', index, 0.1) ? birthday(world, index) : null,
    department: random.chance('visit-department', index, 0.2) ? 'Marketing' : empty('department'),
    email: noisyEmail(random, 'visit', index, addressOfPerson(world, index), isCast),
    fax: empty('fax'),
    firstInitials: `${person.firstName.slice(0, 1)}.`,
    firstName: !isCast && random.chance('visit-no-name', index, 0.03) ? ' ' : person.firstName,
    gender: random.pick('visit-gender', index, GENDERS),
    id,
    jobFunction: random.chance('visit-job', index, 0.8) ? person.jobTitle : empty('job'),
    lastName: person.lastName,
    lastNamePrefix: random.pick('visit-prefix', index, PREFIXES),
    loyaltyTier: random.chance('visit-unknown-field', index, 0.05) ? 'gold' : undefined,
    phone1: random.chance('visit-phone', index, 0.75) ? phone : empty('phone1'),
    phone2: empty('phone2'),
    reference: random.chance('visit-reference', index, 0.6) ? personReference(index) : null,
    socialMedia: empty('social'),
    suffix: empty('suffix'),
    title: null,
    type: random.pick('visit-contact-type', index, ['person', 'person', null]),
    vatNumber: empty('vat'),
    website: noisyWebsite(random, 'visit', index, person.company.domain, isCast),
  }) as ContactRecord;
}

function companyContact(world: World, id: string, index: number): ContactRecord {
  const { random } = world;
  const company = world.companies.at(index);
  const isCast = index < CAST_COMPANIES;
  const empty = (field: string): null | undefined => emptyField(random, `visit-company-${field}`, index);
  return present({
    addresses: [addressOf(company, 1 + (index % 90))],
    cocNumber: random.chance('visit-coc', index, 0.4) ? String(30_000_000 + index) : empty('coc'),
    comments: empty('comments'),
    company: company.name,
    dateOfBirth: null,
    department: empty('department'),
    email: noisyEmail(random, 'visit-company', index, `exhibitions@${company.domain}`, isCast),
    fax: empty('fax'),
    firstInitials: empty('initials'),
    firstName: random.chance('visit-company-lead', index, 0.5) ? 'Robin' : '',
    gender: null,
    id,
    jobFunction: empty('job'),
    lastName: random.chance('visit-company-lead', index, 0.5) ? 'Marsh' : '',
    lastNamePrefix: null,
    phone1: `+4930${String(1_000_000 + index)}`,
    phone2: empty('phone2'),
    reference: random.chance('visit-company-reference', index, 0.7) ? companyReference(index) : null,
    socialMedia: empty('social'),
    suffix: null,
    title: null,
    type: 'company',
    vatNumber: random.chance('visit-vat', index, 0.4) ? `${company.country}${800_000_000 + index}` : empty('vat'),
    website: noisyWebsite(random, 'visit-company', index, company.domain, isCast),
  }) as ContactRecord;
}

function personReference(index: number): string {
  return `CRM-${String(index).padStart(7, '0')}`;
}

function companyReference(index: number): string {
  return `ACC-${String(index).padStart(6, '0')}`;
}

/** The lowest cast person of each company that has one. */
function castAdmins(world: World): ReadonlyMap<number, number> {
  const admins = new Map<number, number>();
  for (let index = CAST_PEOPLE - 1; index >= 0; index -= 1) admins.set(world.people.at(index).company.index, index);
  return admins;
}

export function createContacts(world: World, ids: IdCodec): Contacts {
  const { people, companies } = world;
  const admins = castAdmins(world);
  const patches = new Map<ContactKey, Patch>();
  const newReferences = new Map<string, ContactKey>();

  const idOf = (key: ContactKey): string =>
    key < people.count ? ids.encode('contact', 0, key) : ids.encode('contact', 1, key - people.count);
  const read = (key: ContactKey): ContactRecord => {
    const id = idOf(key);
    const record = key < people.count ? personContact(world, id, key) : companyContact(world, id, key - people.count);
    return { ...record, ...patches.get(key), id };
  };
  const originalReference = (reference: string): ContactKey | undefined => {
    const [, kind, digits] = /^(CRM-|ACC-)(\d+)$/.exec(reference) ?? [];
    if (kind === undefined) return undefined;
    const key = kind === 'CRM-' ? Number(digits) : people.count + Number(digits);
    return key < (kind === 'CRM-' ? people.count : people.count + companies.count) ? key : undefined;
  };
  return {
    ofPerson: (personIndex) => personIndex,
    ofCompany: (companyIndex) => admins.get(companyIndex) ?? people.count + companyIndex,
    idOf,
    keyOf: (id) => {
      const meaning = ids.decode(id);
      if (meaning?.kind !== 'contact') return undefined;
      if (meaning.expo === 0) return meaning.index < people.count ? meaning.index : undefined;
      return meaning.index < companies.count ? people.count + meaning.index : undefined;
    },
    byReference: (reference) => {
      const key = newReferences.get(reference) ?? originalReference(reference);
      return key !== undefined && read(key).reference === reference ? key : undefined;
    },
    usersOf: (key) => {
      if (key >= people.count) return { person: undefined, company: key - people.count };
      const company = people.at(key).company.index;
      return { person: key, company: admins.get(company) === key ? company : undefined };
    },
    read,
    change: (key, patch) => {
      patches.set(key, { ...patches.get(key), ...patch });
      if (typeof patch.reference === 'string') newReferences.set(patch.reference, key);
    },
  };
}
