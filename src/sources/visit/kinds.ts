import type { VisitKind, VisitRecords } from '../../model/visit-records.ts';
import { REGISTRATION_STATES, VISIT } from './endpoints.ts';
import { deletedMark, isNotDeleted, isShownVisitor, visitorMarks } from './filters.ts';
import { type Kind, type KindParts, kind } from './kind.ts';
import {
  toAction,
  toActivity,
  toContent,
  toLicense,
  toPayment,
  toTouchpoint,
  toWebhook,
  toWholeActivity,
  toWholeWebhook,
} from './map-floor.ts';
import { domainOf, toEncounter, toParticipant, toPartner, toVisitor } from './map-people.ts';
import {
  actionWire,
  activityWire,
  contentWire,
  licenseWire,
  paymentWire,
  touchpointWire,
  webhookWire,
} from './wire-floor.ts';
import { connectionWire, participantWire, partnerWire, visitorWire } from './wire-people.ts';

type Of<K extends VisitKind> = VisitRecords[K];

/** Every kind of record that lives in expos. Lists, items, look-ups and copies all follow from its row here. */
const KINDS: { readonly [K in VisitKind]: (parts: KindParts) => Kind<Of<K>> } = {
  visitors: kind({
    list: VISIT.visitors,
    item: VISIT.visitor,
    wire: visitorWire,
    map: toVisitor,
    shape: 3,
    // With the default filter, one who leaves a state would stay in the copy for ever.
    everything: { registrationStates: REGISTRATION_STATES.join(','), showDeleted: 'true' },
    // Visitors in states that cannot be asked for are in no list, but can be read by id.
    partial: true,
    shown: isShownVisitor({ registrationStates: ['registered'], showDeleted: false }),
    terms: {
      email: ({ contact }) => contact?.email,
      domain: ({ contact }) => domainOf(contact),
      partner: ({ partner }) => partner?.id,
    },
    marks: visitorMarks,
  }),
  partners: kind({
    list: VISIT.partners,
    item: VISIT.partner,
    wire: partnerWire,
    map: toPartner,
    shape: 3,
    everything: { showDeleted: 'true' },
    shown: isNotDeleted,
    terms: { domain: ({ domain }) => domain },
    marks: deletedMark,
  }),
  participants: kind({
    list: VISIT.participants,
    item: VISIT.participant,
    wire: participantWire,
    map: toParticipant,
    shape: 2,
  }),
  encounters: kind({
    list: VISIT.connections,
    item: VISIT.connection,
    wire: connectionWire,
    map: toEncounter,
    shape: 4,
    terms: {
      visitor: ({ visitor }) => visitor?.id,
      partner: ({ partner }) => partner?.id,
      content: ({ content }) => content?.id,
    },
    marks: { type: ({ type }) => type },
  }),
  contents: kind({
    list: VISIT.contents,
    item: VISIT.content,
    wire: contentWire,
    map: toContent,
    shape: 2,
    terms: { partner: ({ partner }) => partner?.id },
    marks: { type: ({ type }) => type },
  }),
  licenses: kind({
    list: VISIT.licenses,
    item: VISIT.license,
    wire: licenseWire,
    map: toLicense,
    shape: 2,
    terms: { partner: ({ partner }) => partner?.id },
    marks: { type: ({ type }) => type },
  }),
  payments: kind({
    list: VISIT.payments,
    item: VISIT.payment,
    wire: paymentWire,
    map: toPayment,
    shape: 2,
    terms: { visitor: ({ visitor }) => visitor?.id, partner: ({ partner }) => partner?.id },
    marks: { state: ({ state }) => state, method: ({ method }) => method },
  }),
  touchpoints: kind({
    list: VISIT.touchpoints,
    wire: touchpointWire,
    map: toTouchpoint,
    shape: 1,
    terms: { content: ({ content }) => content?.id, partner: ({ partner }) => partner?.id },
  }),
  actions: kind({
    list: VISIT.actions,
    wire: actionWire,
    map: toAction,
    shape: 2,
    terms: {
      visitor: ({ visitor }) => visitor?.id,
      partner: ({ partner }) => partner?.id,
      content: ({ content }) => content?.id,
      location: ({ location }) => location?.sourceId,
    },
    marks: { type: ({ type }) => type },
  }),
  activities: kind({
    list: VISIT.activities,
    item: VISIT.activity,
    wire: activityWire,
    map: toActivity,
    whole: { map: toWholeActivity, isIn: ({ participants }) => participants !== undefined },
    shape: 1,
  }),
  webhooks: kind({
    list: VISIT.webhooks,
    item: VISIT.webhook,
    wire: webhookWire,
    map: toWebhook,
    whole: { map: toWholeWebhook, isIn: ({ log }) => log !== undefined },
    shape: 1,
  }),
};

/** The kinds, each with the copy that holds it. */
export type Kinds = { readonly [K in VisitKind]: Kind<Of<K>> };

export function createKinds(parts: KindParts): Kinds {
  return Object.fromEntries(Object.entries(KINDS).map(([name, make]) => [name, make(parts)])) as Kinds;
}
