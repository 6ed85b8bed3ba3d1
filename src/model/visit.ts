/** Where a record of an expo lives: every read inside an expo needs both. */
export type VisitRef = { readonly expoId: string; readonly id: string };

/** An event. */
export type Expo = {
  readonly id: string;
  readonly revision: string;
  readonly name: string | null;
  readonly reference: string | null;
};

/** A person or company as the organiser's address book holds it, shared by all expos. */
export type Contact = {
  readonly sourceId: string | null;
  readonly reference: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly company: string | null;
  readonly jobFunction: string | null;
  readonly phone: string | null;
  readonly website: string | null;
};

export type RegistrationType = { readonly sourceId: string; readonly name: string | null };

/** A registration for one expo. */
export type Visitor = VisitRef & {
  readonly revision: string;
  readonly registrationState: string | null;
  readonly deleted: boolean;
  readonly language: string | null;
  /** Epoch milliseconds. */
  readonly registrationTime: number | null;
  readonly registrationType: RegistrationType | null;
  readonly partnerRole: string | null;
  readonly contact: Contact | null;
  /** The partner whose staff or guest it is, as far as the row says. */
  readonly partner: { readonly id: string; readonly name: string | null } | null;
};

/** An exhibiting company at one expo. */
export type Partner = VisitRef & {
  readonly revision: string;
  readonly name: string | null;
  readonly boothNumber: string | null;
  readonly boothSize: string | null;
  readonly deleted: boolean;
  readonly contact: Contact | null;
  /** The company that it is: the contact's web site, else the part of its address after @. */
  readonly domain: string | null;
};

/** What is known of a visitor's attendance. `id` is the visitor's. */
export type Participant = VisitRef & {
  readonly revision: string;
  readonly showState: string | null;
  /** Epoch milliseconds. */
  readonly arrivalTime: number | null;
  /** Epoch milliseconds. */
  readonly departureTime: number | null;
  readonly dwellingSeconds: number | null;
  readonly daysAttended: number | null;
};

/** A contact made between a visitor and a partner; Visit calls it a connection. */
export type Encounter = VisitRef & {
  readonly revision: string;
  readonly type: string | null;
  /** Epoch milliseconds. */
  readonly time: number | null;
  readonly notes: string | null;
  readonly rating: number | null;
  readonly visitorId: string | null;
  readonly partner: { readonly id: string; readonly name: string | null } | null;
};

export type VisitorFilter = {
  /** `['*']` stands for every state. */
  readonly registrationStates: readonly string[];
  readonly showDeleted: boolean;
  readonly contactReference?: string;
  readonly contactId?: string;
  readonly email?: string;
  readonly partnerId?: string;
};

export type PartnerFilter = {
  readonly showDeleted: boolean;
  readonly contactReference?: string;
  readonly contactId?: string;
};
