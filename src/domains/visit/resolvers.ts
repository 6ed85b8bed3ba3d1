import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { globalId, readSourceId } from '../global-id.ts';
import { requireContactScope } from '../scopes.ts';
import { described, detailOf, listOfExpo, recordById, recordsOfExpo } from './fields.ts';
import { type PartnerArgs, partnerFilter, recordFilter, type VisitorArgs, visitorFilter } from './filters.ts';
import { expoFloorResolvers } from './floor-resolvers.ts';
import { expoPeopleResolvers } from './people-resolvers.ts';

const visitors = listOfExpo<VisitorArgs>((context, info, expoId, args) => {
  requireContactScope(context.consumer, args.filter ?? {}, ['email']);
  return context.reads.visit.visitors(context.reader(info), expoId, visitorFilter(args, expoId));
});
const partners = listOfExpo<PartnerArgs>((context, info, expoId, args) =>
  context.reads.visit.partners(context.reader(info), expoId, partnerFilter(args)),
);
const participants = recordsOfExpo('participants');
const encounters = recordsOfExpo('encounters', recordFilter);
const contents = recordsOfExpo('contents', recordFilter);
const licenses = recordsOfExpo('licenses', recordFilter);
const payments = recordsOfExpo('payments', recordFilter);
const touchpoints = recordsOfExpo('touchpoints', recordFilter);
const actions = recordsOfExpo('actions', recordFilter);
const activities = recordsOfExpo('activities');
const webhooks = recordsOfExpo('webhooks');

export const visitResolvers: Resolvers = {
  Query: {
    expos: (_query, args, context, info) =>
      connectionOf(context.reads.visit.expos(context.reader(info), args.reference ?? undefined), args, { info }),
    expo: (_query, { id }, context, info) =>
      context.reads.visit.expo(context.reader(info), readSourceId('id', 'Expo', id)),
    visitors: visitors.root,
    visitor: recordById('Visitor'),
    partners: partners.root,
    partner: recordById('Partner'),
    participants: participants.root,
    participant: recordById('Participant'),
    encounters: encounters.root,
    encounter: recordById('Encounter'),
    contents: contents.root,
    content: recordById('Content'),
    licenses: licenses.root,
    license: recordById('License'),
    payments: payments.root,
    payment: recordById('Payment'),
    touchpoints: touchpoints.root,
    touchpoint: recordById('Touchpoint'),
    actions: actions.root,
    action: recordById('Action'),
    activities: activities.root,
    activity: recordById('Activity'),
    webhooks: webhooks.root,
    webhook: recordById('Webhook'),
  },
  Expo: {
    id: ({ id }) => globalId('Expo', id),
    sourceId: ({ id }) => id,
    customFields: detailOf('customFields'),
    forms: detailOf('forms'),
    locations: detailOf('locations'),
    partnerSettings: detailOf('partnerSettings'),
    questions: detailOf('questions'),
    registrationTypeStats: detailOf('registrationTypeStats'),
    registrationTypes: detailOf('registrationTypes'),
    visitors: visitors.ofExpo,
    partners: partners.ofExpo,
    participants: participants.ofExpo,
    encounters: encounters.ofExpo,
    contents: contents.ofExpo,
    licenses: licenses.ofExpo,
    payments: payments.ofExpo,
    touchpoints: touchpoints.ofExpo,
    actions: actions.ofExpo,
    activities: activities.ofExpo,
    webhooks: webhooks.ofExpo,
  },
  RegistrationForm: {
    description: described('forms', 'description'),
    pspMode: described('forms', 'pspMode'),
    senderEmail: described('forms', 'senderEmail'),
    url: described('forms', 'url'),
  },
  ExpoLocation: { direction: described('locations', 'direction') },
  RegistrationType: {
    level: described('registrationTypes', 'level'),
    type: described('registrationTypes', 'type'),
  },
  ...expoPeopleResolvers,
  ...expoFloorResolvers,
};
