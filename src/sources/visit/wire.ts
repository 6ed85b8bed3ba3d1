import {
  anything,
  decimal,
  digits,
  email,
  flag,
  instant,
  integer,
  listOf,
  record,
  text,
  textLike,
  type ValueOf,
} from '../../base/decode.ts';
import type { OutboundCall, Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';

/** Top-level ids are 13 lower-case base-36 characters; nested ones are shorter. */
const SOURCE_ID = /^[0-9a-z]{13}$/;
const id = textLike(SOURCE_ID);

const named = record({ id: text }, { name: text });

const contact = record(
  {},
  {
    id: text,
    reference: text,
    firstName: text,
    lastName: text,
    email,
    company: text,
    jobFunction: text,
    phone1: text,
    phone2: text,
    website: text,
  },
);
export type ContactWire = ValueOf<typeof contact>;

export const expoWire = record({ id, revision: digits }, { name: text, reference: text });
export type ExpoWire = ValueOf<typeof expoWire>;

/** A tombstone carries little more than id and revision. */
export const visitorWire = record(
  { id, revision: digits },
  {
    registrationState: text,
    deleted: flag,
    language: text,
    registrationTime: instant,
    registrationType: named,
    partnerRole: text,
    contact,
    partner: named,
  },
);
export type VisitorWire = ValueOf<typeof visitorWire>;

export const partnerWire = record(
  { id, revision: digits },
  { name: text, boothNumber: text, boothSize: text, deleted: flag, contact },
);
export type PartnerWire = ValueOf<typeof partnerWire>;

/** Keyed by the visitor's id. `showState: noShow` does not mean that there are no times. */
export const participantWire = record(
  { id, revision: digits },
  { showState: text, arrivalTime: instant, departureTime: instant, dwellingTime: integer, visits: integer },
);
export type ParticipantWire = ValueOf<typeof participantWire>;

export const connectionWire = record(
  { id, revision: digits },
  { type: text, time: instant, notes: text, rating: decimal, visitor: record({ id: text }, {}), partner: named },
);
export type ConnectionWire = ValueOf<typeof connectionWire>;

/** A list is a bare array, without envelope or total. */
export const rows = listOf(anything);

/** An expo that does not exist is told as 400, a record that does not as 404; what we send is well-formed. */
export function visitVerdict(reply: Reply, call: OutboundCall): Verdict {
  const insideExpo = call.row.path.includes('{');
  return reply.status === 400 && insideExpo ? 'NOT_FOUND' : verdictOfStatus(reply);
}
