import type { Resolvers } from '../../generated/resolvers.ts';
import { recordFields, recordsOf, refersTo } from './fields.ts';

/** Who is at an expo, and whom they met. */
export const expoPeopleResolvers: Pick<
  Resolvers,
  'Visitor' | 'Partner' | 'Participant' | 'AttendedActivity' | 'Encounter'
> = {
  Visitor: {
    ...recordFields('Visitor'),
    partner: refersTo('partners', ({ partner }) => partner),
    participant: ({ expoId, id }, _args, context, info) =>
      context.reads.visit.record(context.reader(info), 'participants', { expoId, id }),
    encounters: recordsOf('encounters', 'visitor'),
    payments: recordsOf('payments', 'visitor'),
    actions: recordsOf('actions', 'visitor'),
    person: ({ contact }) => (contact?.email ? { email: contact.email } : null),
  },
  Partner: {
    ...recordFields('Partner'),
    visitors: recordsOf('visitors', 'partner'),
    encounters: recordsOf('encounters', 'partner'),
    contents: recordsOf('contents', 'partner'),
    licenses: recordsOf('licenses', 'partner'),
    payments: recordsOf('payments', 'partner'),
    touchpoints: recordsOf('touchpoints', 'partner'),
    actions: recordsOf('actions', 'partner'),
    company: ({ domain }) => (domain === null ? null : { domain }),
  },
  Participant: {
    ...recordFields('Participant'),
    visitor: refersTo('visitors', ({ id }) => ({ id })),
  },
  AttendedActivity: {
    sourceId: ({ id }) => id,
    activity: refersTo('activities', ({ id, name }) => ({ id, name })),
  },
  Encounter: {
    ...recordFields('Encounter'),
    visitor: refersTo('visitors', ({ visitor }) => visitor),
    partner: refersTo('partners', ({ partner }) => partner),
    content: refersTo('contents', ({ content }) => content),
  },
};
