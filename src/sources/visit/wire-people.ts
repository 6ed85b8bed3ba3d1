import {
  decimal,
  digits,
  email,
  flag,
  from,
  instant,
  integer,
  listOf,
  record,
  text,
  type ValueOf,
} from '../../base/decode.ts';
import { contentReference, label, named, namedReference, registrationType, topId } from './wire.ts';

const address = record(
  {},
  {
    addressType: text,
    name: text,
    address: text,
    houseNumber: text,
    houseNumberSuffix: text,
    postalCode: text,
    city: text,
    state: text,
    country: text,
  },
);

const contact = record(
  {},
  {
    sourceId: from('id', text),
    reference: text,
    type: text,
    gender: text,
    title: text,
    firstInitials: text,
    firstName: text,
    lastNamePrefix: text,
    lastName: text,
    suffix: text,
    dateOfBirth: text,
    email,
    company: text,
    department: text,
    jobFunction: text,
    phone1: text,
    phone2: text,
    fax: text,
    website: text,
    vatNumber: text,
    cocNumber: text,
    comments: text,
    socialMedia: text,
    addresses: listOf(address),
  },
);
export type ContactWire = ValueOf<typeof contact>;

const answer = record({}, { sourceId: from('id', text), name: text, reference: text, value: text });

const question = record({}, { sourceId: from('id', text), name: text, reference: text, answers: listOf(answer) });

/** A tombstone carries little more than id and revision. */
export const visitorWire = record(
  { id: topId, revision: digits },
  {
    registrationState: text,
    deleted: flag,
    language: text,
    registrationTime: instant,
    registrationMethod: text,
    registrationType,
    form: named,
    reference: text,
    actionCode: text,
    partnerRole: text,
    contact,
    badges: listOf(record({ sourceId: from('id', text) }, { code: text })),
    questions: listOf(question),
    tags: listOf(text),
    partner: namedReference,
  },
);
export type VisitorWire = ValueOf<typeof visitorWire>;

/** The item's own lists of contents and licences say no more than those of the expo, which name their partner. */
export const partnerWire = record(
  { id: topId, revision: digits },
  {
    name: text,
    boothNumber: text,
    boothSize: text,
    deleted: flag,
    contact,
    registrationType,
    language: text,
    tags: listOf(text),
    labels: listOf(label),
  },
);
export type PartnerWire = ValueOf<typeof partnerWire>;

/** Keyed by the visitor's id. `showState: noShow` does not mean that there are no times. */
export const participantWire = record(
  { id: topId, revision: digits },
  {
    showState: text,
    arrivalTime: instant,
    departureTime: instant,
    dwellingSeconds: from('dwellingTime', integer),
    daysAttended: from('visits', integer),
    activities: listOf(record({ id: topId }, { name: text, start: instant, end: instant })),
  },
);
export type ParticipantWire = ValueOf<typeof participantWire>;

export const connectionWire = record(
  { id: topId, revision: digits },
  {
    type: text,
    time: instant,
    notes: text,
    rating: decimal,
    answers: listOf(answer),
    visitor: record({}, { id: topId, contact }),
    partner: namedReference,
    content: contentReference,
  },
);
export type ConnectionWire = ValueOf<typeof connectionWire>;
