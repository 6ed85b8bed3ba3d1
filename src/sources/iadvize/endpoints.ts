import type { EndpointRow } from '../../transport/call.ts';
import type { WindowSpec } from '../../transport/quota/ledger.ts';

const DOCS = 'https://docs.iadvize.dev/technologies/rest-api';

/** Largest page of every list. */
export const PAGE_SIZE = 100;

/** The longest period of a conversation list, calendar months. */
export const PERIOD_MONTHS = 3;

/** The longest period of a transaction list, calendar months. */
export const TRANSACTION_MONTHS = 1;

/** The vendor documents no limit. */
export const IADVIZE_WINDOWS: readonly WindowSpec[] = [];

const common = {
  upstream: 'IADVIZE',
  method: 'GET',
  quota: [],
  visibility: 'key',
  safeToRepeat: true,
  evidence: 'documented',
  docs: DOCS,
} as const;
const list = { ...common, paging: { by: 'page', size: PAGE_SIZE }, bounds: 'page from 1, limit 1 to 100' } as const;
const item = { ...common, paging: 'none', bounds: 'ids of digits' } as const;

const operator = { ages: 'iadvize.operator' } as const;
const group = { ages: 'iadvize.group' } as const;
const skill = { ages: 'iadvize.skill' } as const;
const website = { ages: 'iadvize.website' } as const;
const client = { ages: 'iadvize.client' } as const;
const tag = { ages: 'iadvize.tag' } as const;
/** What was said stays in the process that read it: an answer without it would cost others a call for each conversation. */
const conversation = { ages: 'iadvize.conversations', sharing: 'never' } as const;
const transaction = { ages: 'iadvize.transactions' } as const;
/** With the visitors' comments. */
const satisfaction = { ages: 'iadvize.satisfactions', sharing: 'while fresh' } as const;
const visitor = { ages: 'iadvize.visitors' } as const;

export const IADVIZE = {
  clients: { ...list, ...client, id: 'iadvize.clients.list', path: '/client' },
  client: { ...item, ...client, id: 'iadvize.clients.item', path: '/client/{id}' },
  websites: { ...list, ...website, id: 'iadvize.websites.list', path: '/website' },
  website: { ...item, ...website, id: 'iadvize.websites.item', path: '/website/{id}' },
  operators: { ...list, ...operator, id: 'iadvize.operators.list', path: '/operator' },
  operator: { ...item, ...operator, id: 'iadvize.operators.item', path: '/operator/{id}' },
  operatorLive: { ...item, ages: 'iadvize.live', id: 'iadvize.operators.live', path: '/operator/{id}/live' },
  // The vendor shows it without pages.
  operatorsLive: {
    ...item,
    ages: 'iadvize.live',
    id: 'iadvize.operators.live-list',
    path: '/operator/live',
    bounds: 'without connected only available operators; those with groups or skills only if one of theirs is named',
  },
  operatorStatistic: {
    ...item,
    ages: 'iadvize.statistic',
    id: 'iadvize.operators.statistic',
    path: '/operator/{id}/statistic',
  },
  operatorProfile: {
    ...item,
    ages: 'iadvize.profile',
    id: 'iadvize.operators.profile',
    path: '/operator/{id}/profile',
  },
  groups: { ...list, ...group, id: 'iadvize.groups.list', path: '/group' },
  group: { ...item, ...group, id: 'iadvize.groups.item', path: '/group/{id}' },
  skills: { ...list, ...skill, id: 'iadvize.skills.list', path: '/skill' },
  skill: { ...item, ...skill, id: 'iadvize.skills.item', path: '/skill/{id}' },
  tags: { ...list, ...tag, id: 'iadvize.tags.list', path: '/tag' },
  tag: { ...item, ...tag, id: 'iadvize.tags.item', path: '/tag/{id}' },
  // The suffix and `formatHistory=0` together make the history well formatted; the suffix stands before the id.
  conversations: {
    ...list,
    ...conversation,
    id: 'iadvize.conversations.list',
    path: '/conversation.json-unicode',
    bounds: 'page from 1, limit 1 to 100, from and to at most 3 months apart',
  },
  conversation: {
    ...item,
    ...conversation,
    id: 'iadvize.conversations.item',
    path: '/conversation.json-unicode/{id}',
  },
  visitors: { ...list, ...visitor, id: 'iadvize.visitors.list', path: '/visitor' },
  visitor: { ...item, ...visitor, id: 'iadvize.visitors.item', path: '/visitor/{id}' },
  transactions: {
    ...list,
    ...transaction,
    id: 'iadvize.transactions.list',
    path: '/transaction',
    bounds: 'page from 1, limit 1 to 100, from and to at most 1 month apart',
  },
  transaction: { ...item, ...transaction, id: 'iadvize.transactions.item', path: '/transaction/{id}' },
  satisfactions: { ...list, ...satisfaction, id: 'iadvize.satisfactions.list', path: '/satisfaction' },
  satisfaction: { ...item, ...satisfaction, id: 'iadvize.satisfactions.item', path: '/satisfaction/{id}' },
  statistic: {
    ...item,
    ages: 'iadvize.statistic',
    id: 'iadvize.statistic',
    path: '/statistic',
    bounds: 'granularity with one indicator only',
  },
  callMeetings: { ...list, ages: 'iadvize.call-meetings', id: 'iadvize.call-meetings.list', path: '/callmeeting' },
} as const satisfies Record<string, EndpointRow>;
