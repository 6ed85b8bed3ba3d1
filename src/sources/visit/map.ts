import { normaliseDomain } from '../../base/addresses.ts';
import type { Contact, Encounter, Expo, Participant, Partner, Visitor } from '../../model/visit.ts';
import type { ConnectionWire, ContactWire, ExpoWire, ParticipantWire, PartnerWire, VisitorWire } from './wire.ts';

function toContact(wire: ContactWire | null): Contact | null {
  if (wire === null) return null;
  const { id, phone1, phone2, ...rest } = wire;
  return { ...rest, sourceId: id, phone: phone1 ?? phone2 };
}

export function toExpo({ id, revision, name, reference }: ExpoWire): Expo {
  return { id, revision, name, reference };
}

export function toVisitor(expoId: string, wire: VisitorWire): Visitor {
  const { registrationType: type } = wire;
  return {
    ...wire,
    expoId,
    deleted: wire.deleted ?? false,
    contact: toContact(wire.contact),
    registrationType: type === null ? null : { sourceId: type.id, name: type.name },
  };
}

export function toPartner(expoId: string, wire: PartnerWire): Partner {
  const contact = toContact(wire.contact);
  return { ...wire, expoId, deleted: wire.deleted ?? false, contact, domain: domainOf(contact) };
}

export function toParticipant(expoId: string, wire: ParticipantWire): Participant {
  const { dwellingTime: dwellingSeconds, visits: daysAttended, ...rest } = wire;
  return { ...rest, expoId, dwellingSeconds, daysAttended };
}

export function toEncounter(expoId: string, wire: ConnectionWire): Encounter {
  const { visitor, rating, ...rest } = wire;
  return { ...rest, expoId, rating: rating === null ? null : Math.round(rating), visitorId: visitor?.id ?? null };
}

/** The company that a contact belongs to: its web site, else the part of its address after @. */
export function domainOf(contact: Contact | null): string | null {
  const site = contact?.website ? normaliseDomain(contact.website) : null;
  return site ?? normaliseDomain(contact?.email?.split('@')[1] ?? '');
}
