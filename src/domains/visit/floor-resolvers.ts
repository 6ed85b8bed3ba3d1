import type { Resolvers } from '../../generated/resolvers.ts';
import { recordFields, recordsOf, refersTo, wholeOf } from './fields.ts';

/** What is shown, sold and done at an expo. */
export const expoFloorResolvers: Pick<
  Resolvers,
  'Content' | 'License' | 'Payment' | 'Touchpoint' | 'Action' | 'Activity' | 'ActivityParticipant' | 'Webhook'
> = {
  Content: {
    ...recordFields('Content'),
    partner: refersTo('partners', ({ partner }) => partner),
    touchpoints: recordsOf('touchpoints', 'content'),
  },
  License: { ...recordFields('License'), partner: refersTo('partners', ({ partner }) => partner) },
  Payment: {
    ...recordFields('Payment'),
    visitor: refersTo('visitors', ({ visitor }) => visitor),
    partner: refersTo('partners', ({ partner }) => partner),
  },
  Touchpoint: {
    ...recordFields('Touchpoint'),
    content: refersTo('contents', ({ content }) => content),
    partner: refersTo('partners', ({ partner }) => partner),
  },
  Action: {
    ...recordFields('Action'),
    visitor: refersTo('visitors', ({ visitor }) => visitor),
    partner: refersTo('partners', ({ partner }) => partner),
    content: refersTo('contents', ({ content }) => content),
  },
  Activity: { ...recordFields('Activity'), participants: wholeOf('activities', 'participants') },
  ActivityParticipant: { visitor: refersTo('visitors', ({ visitor }) => visitor) },
  Webhook: { ...recordFields('Webhook'), log: wholeOf('webhooks', 'log') },
};
