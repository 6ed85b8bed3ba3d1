import type { Reference, Revised, VisitRef } from './visit.ts';
import type { ExpoLocation } from './visit-expo.ts';
import type { Label } from './visit-people.ts';

/** Something to be shown: of the event itself, or of a partner. */
export type Content = Revised & {
  readonly name: string | null;
  readonly type: string | null;
  readonly source: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly links: readonly ContentLink[] | null;
  readonly labels: readonly Label[] | null;
  readonly partner: Reference | null;
};

export type ContentLink = { readonly name: string | null; readonly url: string | null };

/** The right to use hardware or software on a number of devices. */
export type License = Revised & {
  readonly type: string | null;
  readonly code: string | null;
  readonly activationMax: number | null;
  readonly activationCount: number | null;
  readonly partner: Reference | null;
};

export type Payment = Revised & {
  readonly state: string | null;
  readonly method: string | null;
  /** In major units of the currency. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reference: string | null;
  readonly orderId: string | null;
  readonly visitor: Reference | null;
  readonly partner: Reference | null;
};

/** A device that visitors tap with their badge. */
export type Touchpoint = Revised & {
  readonly name: string | null;
  readonly deviceId: string | null;
  readonly location: ExpoLocation | null;
  readonly content: Reference | null;
  readonly partner: Reference | null;
};

/** One use of the vendor's hardware or software by a visitor. */
export type Action = Revised & {
  readonly type: string | null;
  /** Epoch milliseconds. */
  readonly time: number | null;
  readonly location: ExpoLocation | null;
  readonly visitor: Reference | null;
  readonly partner: Reference | null;
  readonly content: Reference | null;
};

export type Activity = Revised & {
  readonly name: string | null;
  readonly type: string | null;
  readonly description: string | null;
  /** Epoch milliseconds. */
  readonly start: number | null;
  /** Epoch milliseconds. */
  readonly end: number | null;
  readonly access: string | null;
  readonly capacity: number | null;
  readonly location: ExpoLocation | null;
  /** Absent where the record came from a list that leaves it out. */
  readonly participants?: readonly ActivityParticipant[] | null;
};

export type ActivityParticipant = {
  readonly expoId: string;
  readonly visitor: Reference;
  /** Epoch milliseconds. */
  readonly entry: number | null;
  /** Epoch milliseconds. */
  readonly exit: number | null;
};

/** A call that the vendor makes when records of one type change. It has no revision. */
export type Webhook = VisitRef & {
  readonly type: string | null;
  readonly url: string | null;
  readonly enabled: boolean | null;
  readonly state: string | null;
  readonly errorCount: number | null;
  readonly currentRevision: string | null;
  readonly lastRevision: string | null;
  /** Epoch milliseconds. */
  readonly sentTime: number | null;
  /** Absent where the record came from a list that leaves it out. */
  readonly log?: readonly WebhookCall[] | null;
};

export type WebhookCall = {
  /** Epoch milliseconds. */
  readonly time: number | null;
  readonly status: number | null;
  readonly error: string | null;
};
