import type { Join, Joins } from './join.ts';

const TIMES = { otherwise: true } as const;
const PROFILE = 'person { profile { id } }';

/** Rows of one of iAdvize's lists. */
function listed(list: string, member: string, join: string, form: Join['form'] = 'digits', endpoint = list): Join {
  return {
    endpoints: [`iadvize.${endpoint}.list`],
    keys: [[member]],
    form,
    parents: `{ ${list}(first: 20) { nodes { JOIN } } }`,
    join,
  };
}

function meetings(member: string, join: string, form?: Join['form']): Join {
  return listed('callMeetings', member, join, form, 'call-meetings');
}

/** Figures by resource: each row is of one. */
function figures(resource: string, field: string, select: string): Join {
  return {
    endpoints: ['iadvize.statistic'],
    keys: [['id']],
    form: 'resource',
    parents: `{ statistic(channel: "chat", from: "2025-10-01T00:00:00Z", to: "2025-11-30T00:00:00Z") {
      byResource(indicators: ["contact_number"], resource: "${resource}") { JOIN } } }`,
    join: `${field} { ${select} }`,
  };
}

/** The same with a part of time. */
function points(resource: string, field: string, select: string): Join {
  const { parents, ...rest } = figures(resource, field, select);
  return {
    ...rest,
    parents: parents.replace(
      'byResource(indicators: ["contact_number"],',
      'series(indicator: "contact_number", granularity: MONTH,',
    ),
  };
}

const visitors = (member: string, join: string, form?: Join['form']): Join =>
  listed('chatVisitors', member, join, form, 'visitors');

/** Of all of a kind the list would tell the parent, too: one that has a parent is read by itself. */
function child(kind: 'operatorGroup' | 'skill', id: string, member: string, join: string, form?: Join['form']): Join {
  const list = kind === 'skill' ? 'skills' : 'groups';
  return {
    ...listed(list, member, join, form),
    endpoints: [`iadvize.${list}.item`],
    parents: `{ ${kind}(id: "${id}") { JOIN } }`,
  };
}

export const iadvizeJoins: Joins = {
  'CallMeeting.visitor': {
    ...meetings('unique_id', 'visitor { city }', 'text'),
    keys: [['unique_id'], ['visitor_uid']],
  },
  'CallMeeting.startAt': { ...meetings('website_id', 'startAt'), ...TIMES },
  'CallMeeting.website': meetings('website_id', 'website { label }'),
  'CallMeeting.skill': meetings('skill_id', 'skill { name }'),
  'Conversation.createdAt': { ...listed('conversations', 'website_id', 'createdAt'), ...TIMES },
  'Conversation.closedAt': { ...listed('conversations', 'website_id', 'closedAt'), ...TIMES },
  'Conversation.operator': listed('conversations', 'operator_id', 'operator { pseudo }'),
  'Conversation.visitor': listed('conversations', 'visitor_uid', 'visitor { city }', 'text'),
  'Conversation.website': listed('conversations', 'website_id', 'website { label }'),
  'Conversation.skill': listed('conversations', 'skill_id', 'skill { name }'),
  'Conversation.tags': listed('conversations', 'tag_list', 'tags { name }', 'listOfDigits'),
  'OperatorGroup.parent': child('operatorGroup', '63', 'parent_id', 'parent { name }'),
  'OperatorGroup.parents': child('operatorGroup', '63', 'parent_list', 'parents { name }', 'listOfDigits'),
  'Skill.parent': child('skill', '222', 'parent_id', 'parent { name }'),
  'Operator.group': listed('operators', 'group_id', 'group { name }'),
  'Operator.skills': listed('operators', 'skill_list', 'skills { name }', 'listOfDigits'),
  'Operator.websites': listed('operators', 'website_list', 'websites { label }', 'listOfDigits'),
  'Operator.person': listed('operators', 'email', PROFILE, 'email'),
  'Satisfaction.createdAt': { ...listed('satisfactions', 'website_id', 'createdAt'), ...TIMES },
  'Satisfaction.website': listed('satisfactions', 'website_id', 'website { label }'),
  'Satisfaction.operator': listed('satisfactions', 'operator_id', 'operator { pseudo }'),
  'Satisfaction.conversation': listed('satisfactions', 'conversation_id', 'conversation { channel }'),
  'ResourceStatistic.operator': figures('operator', 'operator', 'pseudo'),
  'ResourceStatistic.group': figures('group', 'group', 'name'),
  'ResourceStatistic.skill': figures('skill', 'skill', 'name'),
  'StatisticPoint.operator': points('operator', 'operator', 'pseudo'),
  'StatisticPoint.group': points('group', 'group', 'name'),
  'StatisticPoint.skill': points('skill', 'skill', 'name'),
  'Tag.websites': listed('tags', 'website_id', 'websites { label }', 'listOfDigits'),
  'Transaction.currency': listed('transactions', 'website_id', 'currency'),
  'Transaction.createdAt': { ...listed('transactions', 'website_id', 'createdAt'), ...TIMES },
  'Transaction.visitor': listed('transactions', 'visitor_uid', 'visitor { city }', 'text'),
  'Transaction.conversation': listed('transactions', 'conversation_id', 'conversation { channel }'),
  'Transaction.operator': listed('transactions', 'operator_id', 'operator { pseudo }'),
  'Transaction.website': listed('transactions', 'website_id', 'website { label }'),
  'Transaction.person': listed('transactions', 'visitor_email', PROFILE, 'email'),
  'ChatVisitor.createdAt': { ...visitors('website_id', 'createdAt', 'listOfDigits'), ...TIMES },
  'ChatVisitor.websites': visitors('website_id', 'websites { label }', 'listOfDigits'),
  'ChatVisitor.callMeetings': visitors('unique_id', 'callMeetings { nodes { id } }', 'text'),
  'ChatVisitor.person': visitors('email', PROFILE, 'email'),
  'Website.clientAccount': listed('websites', 'client_id', 'clientAccount { lang }'),
};
