/**
 * The vendor's records as they travel. Only what the simulator itself relies on is typed narrowly: optional fields may be null,
 * absent, or of a wrong type now and then, as on the real wire.
 */
type Loose = { readonly [field: string]: unknown };

export type Patch = Readonly<Record<string, unknown>>;

export type ContactRecord = Loose & {
  readonly id: string;
  readonly reference: string | null;
};

export type NamedRecord = { readonly id: string; readonly name: string };

export type ExpoSummary = Loose & {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly revision: number;
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
};

/** A deleted record that had been registered: little more than id and revision. */
export type Tombstone = Loose & { readonly deleted: true; readonly id: string; readonly revision: number };

export type VisitorRecord = Loose & {
  readonly deleted: boolean;
  readonly id: string;
  readonly revision: number;
  /** As spelled on the wire: `pendingConfirmation` beside `pending-confirmation`. */
  readonly registrationState: string;
  readonly contact: ContactRecord;
  readonly partner: NamedRecord | null;
};

export type PartnerRecord = Loose & {
  readonly deleted: boolean;
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly contact: ContactRecord;
};

export type ParticipantRecord = Loose & {
  readonly id: string;
  readonly revision: number;
  readonly showState: string;
};

/** A record of a list of which the simulator relies on nothing but its place. */
export type PlainRecord = Loose & { readonly id: string; readonly revision: number };

/** It has no revision. */
export type WebhookRecord = Loose & { readonly id: string; readonly type: string; readonly url: string };

export type ConnectionRecord = Loose & {
  readonly id: string;
  readonly revision: number;
  readonly partner: NamedRecord | null;
  readonly visitor: { readonly id: string; readonly contact: ContactRecord | null };
};

/** Date-times are UTC in whole seconds: `2023-03-09T23:59:59Z`. */
export function toDateTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
