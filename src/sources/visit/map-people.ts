import { normaliseDomain } from '../../base/addresses.ts';
import type { Contact, Encounter, GivenAnswer, Participant, Partner, Visitor } from '../../model/visit-people.ts';
import { toForm, toNamed, toRegistrationType } from './map-expo.ts';
import type {
  AnswerWire,
  ConnectionWire,
  ContactWire,
  ParticipantWire,
  PartnerWire,
  VisitorWire,
} from './wire-people.ts';

function toContact(wire: ContactWire | null): Contact | null {
  if (wire === null) return null;
  const { id, ...rest } = wire;
  return { ...rest, sourceId: id, phone: wire.phone1 ?? wire.phone2 };
}

function toAnswer({ id, ...rest }: AnswerWire): GivenAnswer {
  return { ...rest, sourceId: id };
}

export function toVisitor(expoId: string, wire: VisitorWire): Visitor {
  return {
    ...wire,
    expoId,
    deleted: wire.deleted ?? false,
    contact: toContact(wire.contact),
    registrationType: toRegistrationType(expoId, wire.registrationType),
    form: toForm(expoId, wire.form),
    badges: wire.badges?.map(toNamed) ?? null,
    questions:
      wire.questions?.map(({ id, answers, ...question }) => ({
        ...question,
        sourceId: id,
        answers: answers?.map(toAnswer) ?? null,
      })) ?? null,
  };
}

export function toPartner(expoId: string, wire: PartnerWire): Partner {
  const contact = toContact(wire.contact);
  return {
    ...wire,
    expoId,
    deleted: wire.deleted ?? false,
    contact,
    registrationType: toRegistrationType(expoId, wire.registrationType),
    labels: wire.labels?.map(toNamed) ?? null,
    domain: domainOf(contact),
  };
}

export function toParticipant(expoId: string, wire: ParticipantWire): Participant {
  const { dwellingTime: dwellingSeconds, visits: daysAttended, activities, ...rest } = wire;
  const attended = activities?.map((activity) => ({ ...activity, expoId })) ?? null;
  return { ...rest, expoId, dwellingSeconds, daysAttended, activities: attended };
}

export function toEncounter(expoId: string, wire: ConnectionWire): Encounter {
  const { visitor, rating, answers } = wire;
  const visitorId = visitor?.id ?? null;
  return {
    ...wire,
    expoId,
    rating: rating === null ? null : Math.round(rating),
    answers: answers?.map(toAnswer) ?? null,
    visitor: visitorId === null ? null : { id: visitorId },
    contact: toContact(visitor?.contact ?? null),
  };
}

/** The company that a contact belongs to: its web site, else the part of its address after @. */
export function domainOf(contact: Contact | null): string | null {
  const site = contact?.website ? normaliseDomain(contact.website) : null;
  return site ?? normaliseDomain(contact?.email?.split('@')[1] ?? '');
}
