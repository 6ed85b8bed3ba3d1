import { normaliseDomain } from '../../base/addresses.ts';
import type { Contact, Encounter, Participant, Partner, Visitor } from '../../model/visit-people.ts';
import { toForm, toRegistrationType } from './map-expo.ts';
import type { ConnectionWire, ContactWire, ParticipantWire, PartnerWire, VisitorWire } from './wire-people.ts';

function toContact(wire: ContactWire | null): Contact | null {
  if (wire === null) return null;
  return { ...wire, phone: wire.phone1 ?? wire.phone2 };
}

export function toVisitor(expoId: string, wire: VisitorWire): Visitor {
  return {
    ...wire,
    expoId,
    deleted: wire.deleted ?? false,
    contact: toContact(wire.contact),
    registrationType: toRegistrationType(expoId, wire.registrationType),
    form: toForm(expoId, wire.form),
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
    domain: domainOf(contact),
  };
}

export function toParticipant(expoId: string, wire: ParticipantWire): Participant {
  return { ...wire, expoId, activities: wire.activities?.map((activity) => ({ ...activity, expoId })) ?? null };
}

export function toEncounter(expoId: string, wire: ConnectionWire): Encounter {
  const { visitor, rating } = wire;
  const visitorId = visitor?.id ?? null;
  return {
    ...wire,
    expoId,
    rating: rating === null ? null : Math.round(rating),
    visitor: visitorId === null ? null : { id: visitorId },
    contact: toContact(visitor?.contact ?? null),
  };
}

/** The company that a contact belongs to: its web site, else the part of its address after @. */
export function domainOf(contact: Contact | null): string | null {
  const site = contact?.website ? normaliseDomain(contact.website) : null;
  return site ?? normaliseDomain(contact?.email?.split('@')[1] ?? '');
}
