import { decimal, digits, flag, instant, integer, listOf, record, text, type ValueOf } from '../../base/decode.ts';
import { contentReference, label, named, namedReference, reference, topId } from './wire.ts';

const revised = { id: topId, revision: digits };

export const contentWire = record(revised, {
  name: text,
  type: text,
  source: text,
  summary: text,
  description: text,
  links: listOf(record({}, { name: text, url: text })),
  labels: listOf(label),
  partner: namedReference,
});
export type ContentWire = ValueOf<typeof contentWire>;

export const licenseWire = record(revised, {
  type: text,
  code: text,
  activationMax: integer,
  activationCount: integer,
  partner: namedReference,
});
export type LicenseWire = ValueOf<typeof licenseWire>;

export const paymentWire = record(revised, {
  state: text,
  method: text,
  amount: decimal,
  currency: text,
  reference: text,
  order: reference,
  visitor: reference,
  partner: namedReference,
});
export type PaymentWire = ValueOf<typeof paymentWire>;

export const touchpointWire = record(revised, {
  name: text,
  deviceId: text,
  location: named,
  content: contentReference,
  partner: namedReference,
});
export type TouchpointWire = ValueOf<typeof touchpointWire>;

export const actionWire = record(revised, {
  type: text,
  time: instant,
  location: named,
  visitor: reference,
  partner: namedReference,
  content: contentReference,
});
export type ActionWire = ValueOf<typeof actionWire>;

export const activityWire = record(revised, {
  name: text,
  type: text,
  description: text,
  start: instant,
  end: instant,
  access: text,
  capacity: integer,
  location: named,
  participants: listOf(record({ id: topId }, { entry: instant, exit: instant })),
});
export type ActivityWire = ValueOf<typeof activityWire>;

/** It has no revision of its own. */
export const webhookWire = record(
  { id: topId },
  {
    type: text,
    url: text,
    enabled: flag,
    state: text,
    errorCount: integer,
    currentRevision: digits,
    lastRevision: digits,
    sentTime: instant,
    log: listOf(record({}, { time: instant, status: integer, error: text })),
  },
);
export type WebhookWire = ValueOf<typeof webhookWire>;
