import type { Action, Activity, Content, License, Payment, Touchpoint, Webhook } from './visit-floor.ts';
import type { Encounter, Participant, Partner, Visitor } from './visit-people.ts';

/** Every kind of record that lives in expos, by the name of its endpoint; `encounters` are Visit's connections. */
export type VisitRecords = {
  readonly visitors: Visitor;
  readonly partners: Partner;
  readonly participants: Participant;
  readonly encounters: Encounter;
  readonly contents: Content;
  readonly licenses: License;
  readonly payments: Payment;
  readonly touchpoints: Touchpoint;
  readonly actions: Action;
  readonly activities: Activity;
  readonly webhooks: Webhook;
};

export type VisitKind = keyof VisitRecords;

/** What records can be looked up and filtered by. */
export type VisitTerm =
  | 'email'
  | 'domain'
  | 'partner'
  | 'visitor'
  | 'content'
  | 'location'
  | 'type'
  | 'state'
  | 'method';

/** A record passes if each of its terms named here has one of the values. */
export type RecordFilter = { readonly [term in VisitTerm]?: readonly string[] };
