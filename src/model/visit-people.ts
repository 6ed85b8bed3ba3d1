import type { Reference, Revised, VisitRef } from './visit.ts';
import type { RegistrationForm, RegistrationType } from './visit-expo.ts';

/** A person or company as the organiser's address book holds it, shared by all expos. */
export type Contact = {
  readonly sourceId: string | null;
  readonly reference: string | null;
  readonly type: string | null;
  readonly gender: string | null;
  readonly title: string | null;
  readonly firstInitials: string | null;
  readonly firstName: string | null;
  readonly lastNamePrefix: string | null;
  readonly lastName: string | null;
  readonly suffix: string | null;
  readonly dateOfBirth: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly company: string | null;
  readonly department: string | null;
  readonly jobFunction: string | null;
  /** The first of the two numbers that is there. */
  readonly phone: string | null;
  readonly phone1: string | null;
  readonly phone2: string | null;
  readonly fax: string | null;
  readonly website: string | null;
  readonly vatNumber: string | null;
  readonly cocNumber: string | null;
  readonly comments: string | null;
  readonly socialMedia: string | null;
  readonly addresses: readonly ContactAddress[] | null;
};

export type ContactAddress = {
  readonly addressType: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly houseNumber: string | null;
  readonly houseNumberSuffix: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
};

export type Badge = { readonly sourceId: string; readonly code: string | null };

/** A profiling question as somebody answered it. */
export type AnsweredQuestion = {
  readonly sourceId: string | null;
  readonly name: string | null;
  readonly reference: string | null;
  readonly answers: readonly GivenAnswer[] | null;
};

export type GivenAnswer = {
  readonly sourceId: string | null;
  readonly name: string | null;
  readonly reference: string | null;
  /** What was typed, where the answer is free text. */
  readonly value: string | null;
};

/** A registration for one expo. */
export type Visitor = Revised & {
  readonly registrationState: string | null;
  readonly deleted: boolean;
  readonly language: string | null;
  /** Epoch milliseconds. */
  readonly registrationTime: number | null;
  readonly registrationMethod: string | null;
  readonly registrationType: RegistrationType | null;
  readonly form: RegistrationForm | null;
  readonly reference: string | null;
  readonly actionCode: string | null;
  readonly partnerRole: string | null;
  readonly contact: Contact | null;
  readonly badges: readonly Badge[] | null;
  readonly questions: readonly AnsweredQuestion[] | null;
  readonly tags: readonly string[] | null;
  /** The partner whose staff or guest it is, as far as the row says. */
  readonly partner: Reference | null;
};

export type Label = { readonly sourceId: string; readonly name: string | null };

/** An exhibiting company at one expo. */
export type Partner = Revised & {
  readonly name: string | null;
  readonly boothNumber: string | null;
  readonly boothSize: string | null;
  readonly deleted: boolean;
  readonly contact: Contact | null;
  readonly registrationType: RegistrationType | null;
  readonly language: string | null;
  readonly tags: readonly string[] | null;
  readonly labels: readonly Label[] | null;
  /** The company that it is: the contact's web site, else the part of its address after @. */
  readonly domain: string | null;
};

/** What is known of a visitor's attendance. `id` is the visitor's. */
export type Participant = Revised & {
  readonly showState: string | null;
  /** Epoch milliseconds. */
  readonly arrivalTime: number | null;
  /** Epoch milliseconds. */
  readonly departureTime: number | null;
  readonly dwellingSeconds: number | null;
  readonly daysAttended: number | null;
  readonly activities: readonly AttendedActivity[] | null;
};

export type AttendedActivity = VisitRef & {
  readonly name: string | null;
  /** Epoch milliseconds. */
  readonly start: number | null;
  /** Epoch milliseconds. */
  readonly end: number | null;
};

/** A contact made between a visitor and a partner; Visit calls it a connection. */
export type Encounter = Revised & {
  readonly type: string | null;
  /** Epoch milliseconds. */
  readonly time: number | null;
  readonly notes: string | null;
  readonly rating: number | null;
  readonly answers: readonly GivenAnswer[] | null;
  readonly visitor: Reference | null;
  /** The visitor's contact as it came with the row. */
  readonly contact: Contact | null;
  readonly partner: Reference | null;
  readonly content: Reference | null;
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
