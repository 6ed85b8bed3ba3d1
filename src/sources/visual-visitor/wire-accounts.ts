import {
  anything,
  decimal,
  digits,
  domain,
  email,
  flag,
  integer,
  listOf,
  record,
  text,
  type ValueOf,
} from '../../base/decode.ts';
import { utcInstant } from './wire.ts';

export const serviceWire = record(
  { id: digits },
  {
    name: text,
    product: text,
    monthlyIdentifications: integer,
    monthlyContactCredits: integer,
    overagePrice: decimal,
    trialDays: integer,
  },
);

const subscription = record({}, { serviceId: digits, startedAt: utcInstant, trialEndsAt: utcInstant });

export const customerWire = record(
  { id: digits },
  {
    companyName: text,
    domain,
    firstName: text,
    lastName: text,
    email,
    phone: text,
    status: text,
    services: listOf(subscription),
    identificationsUsed: integer,
    identificationLimit: integer,
    timeZone: text,
    createdAt: utcInstant,
    updatedAt: utcInstant,
  },
);

export const userWire = record(
  { id: digits },
  {
    customerId: digits,
    firstName: text,
    lastName: text,
    email,
    phone: text,
    role: text,
    isPrimary: flag,
    timeZone: text,
    createdAt: utcInstant,
    lastLoginAt: utcInstant,
  },
);

const texts = listOf(text);

export const profileWire = record(
  { id: digits },
  {
    name: text,
    enabled: flag,
    industries: texts,
    employeeRanges: texts,
    revenueRanges: texts,
    countries: texts,
    states: texts,
    cities: texts,
    titles: texts,
    seniorities: texts,
    departments: texts,
    createdAt: utcInstant,
    updatedAt: utcInstant,
  },
);

const consent = record(
  {},
  {
    enabled: flag,
    mode: text,
    impliedDelaySeconds: integer,
    strictRegions: texts,
    message: text,
    acceptLabel: text,
    declineLabel: text,
    policyUrl: text,
  },
);

export const configurationWire = record(
  {},
  { customerId: digits, companyName: text, domain, installationCode: text, cookieConsent: consent },
);

/** An address of either family, or a range in CIDR form. */
export const excludedIpWire = record({ id: digits }, { ip: text, label: text, createdAt: utcInstant });

/** `value` is an address as entered or 64 hex digits, as `type` says. */
export const entryWire = record({ id: digits }, { value: text, type: text, createdAt: utcInstant });
export type EntryWire = ValueOf<typeof entryWire>;

export const listNameWire = record({ name: text }, { description: text });
export const referenceWire = record({ code: text }, { label: text, parentCode: text });

export const jobWire = record(
  { id: digits },
  {
    type: text,
    name: text,
    status: text,
    query: anything,
    estimatedRecords: integer,
    estimatedCredits: integer,
    creditsUsed: integer,
    recordCount: integer,
    downloadUrl: text,
    expiresAt: utcInstant,
    error: text,
    createdAt: utcInstant,
    confirmedAt: utcInstant,
    completedAt: utcInstant,
  },
);
