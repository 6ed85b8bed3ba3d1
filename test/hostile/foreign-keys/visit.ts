import type { Join, Joins } from './join.ts';

const PARTNER = 'partner { boothNumber }';
const VISITOR = 'visitor { revision }';
const CONTENT = 'content { summary }';

/** Rows of an expo that name another record of it. */
function inExpo(list: string, member: string, join: string, endpoint = list): Join {
  return {
    endpoints: [`visit.${endpoint}.list`],
    keys: [[member, 'id']],
    form: 'visitId',
    parents: `query ($expo: ID!) { ${list}(expoId: $expo, first: 100) { nodes { JOIN } } }`,
    join,
  };
}

export const visitJoins: Joins = {
  'Visitor.partner': inExpo('visitors', 'partner', PARTNER),
  'Visitor.person': {
    ...inExpo('visitors', 'contact', 'person { profile { id } }'),
    keys: [['contact', 'email']],
    form: 'email',
    parents: 'query ($expo: ID!) { visitors(expoId: $expo, first: 12) { nodes { JOIN } } }',
  },
  'Partner.company': {
    ...inExpo('partners', 'contact', 'company { leads { nodes { id } } }'),
    keys: [
      ['contact', 'website'],
      ['contact', 'email'],
    ],
    form: 'domain',
    parents: 'query ($expo: ID!) { partners(expoId: $expo, first: 12) { nodes { JOIN } } }',
  },
  'Encounter.visitor': inExpo('encounters', 'visitor', VISITOR, 'connections'),
  'Encounter.partner': inExpo('encounters', 'partner', PARTNER, 'connections'),
  'Encounter.content': inExpo('encounters', 'content', CONTENT, 'connections'),
  'Content.partner': inExpo('contents', 'partner', PARTNER),
  'License.partner': inExpo('licenses', 'partner', PARTNER),
  'Payment.visitor': inExpo('payments', 'visitor', VISITOR),
  'Payment.partner': inExpo('payments', 'partner', PARTNER),
  'Touchpoint.content': inExpo('touchpoints', 'content', CONTENT),
  'Touchpoint.partner': inExpo('touchpoints', 'partner', PARTNER),
  'Action.visitor': inExpo('actions', 'visitor', VISITOR),
  'Action.partner': inExpo('actions', 'partner', PARTNER),
  'Action.content': inExpo('actions', 'content', CONTENT),
  'AttendedActivity.activity': {
    ...inExpo('participants', 'activities', 'activity { description }'),
    keys: [['activities', '*', 'id']],
    parents: 'query ($expo: ID!) { participants(expoId: $expo, first: 100) { nodes { activities { JOIN } } } }',
  },
  'ActivityParticipant.visitor': {
    ...inExpo('activities', 'participants', VISITOR),
    endpoints: ['visit.activities.list', 'visit.activities.item'],
    keys: [['participants', '*', 'id']],
    parents: 'query ($expo: ID!) { activities(expoId: $expo, first: 2) { nodes { participants { JOIN } } } }',
  },
};
