import type { EndpointRow } from '../../transport/call.ts';
import type { WindowSpec } from '../../transport/quota/ledger.ts';

const DOCS = 'https://help.visitcloud.com/create/docs/api/';

/** Largest page of every revision list. */
export const PAGE_SIZE = 100;

/** Every registration state that the contract lists; others cannot be asked for. */
export const REGISTRATION_STATES = [
  'invited',
  'registering',
  'registered',
  'denied',
  'pending-confirmation',
  'stopped',
  'hold',
] as const;

/** Two requests in flight for each key, honoured always. */
export const VISIT_WINDOWS: readonly WindowSpec[] = [{ name: 'in-flight', limit: 2, seconds: 0, per: 'credential' }];

const common = {
  upstream: 'VISIT',
  method: 'GET',
  quota: ['in-flight'],
  safeToRepeat: true,
  evidence: 'documented',
  docs: DOCS,
} as const;
const list = {
  ...common,
  paging: { by: 'revision', size: PAGE_SIZE },
  bounds: 'limit 1 to 100, fromRevision 0 or more',
} as const;
const item = { ...common, paging: 'none', bounds: 'ids of 13 characters of [0-9a-z]' } as const;

export const VISIT = {
  expos: { ...list, id: 'visit.expos.list', path: '/expos', ages: 'visit.expos', visibility: 'key' },
  expo: { ...item, id: 'visit.expos.item', path: '/expos/{id}', ages: 'visit.expos', visibility: 'key' },
  visitors: {
    ...list,
    id: 'visit.visitors.list',
    path: '/visitors/{expoId}',
    ages: 'visit.visitors',
    visibility: 'expo',
  },
  visitor: {
    ...item,
    id: 'visit.visitors.item',
    path: '/visitors/{expoId}/{id}',
    ages: 'visit.visitors',
    visibility: 'expo',
  },
  partners: {
    ...list,
    id: 'visit.partners.list',
    path: '/partners/{expoId}',
    ages: 'visit.partners',
    visibility: 'expo',
  },
  partner: {
    ...item,
    id: 'visit.partners.item',
    path: '/partners/{expoId}/{id}',
    ages: 'visit.partners',
    visibility: 'expo',
  },
  participants: {
    ...list,
    id: 'visit.participants.list',
    path: '/participants/{expoId}',
    ages: 'visit.participants',
    visibility: 'expo',
  },
  participant: {
    ...item,
    id: 'visit.participants.item',
    path: '/participants/{expoId}/{id}',
    ages: 'visit.participants',
    visibility: 'expo',
  },
  connections: {
    ...list,
    id: 'visit.connections.list',
    path: '/connections/{expoId}',
    ages: 'visit.connections',
    visibility: 'expo with leads permission',
  },
  connection: {
    ...item,
    id: 'visit.connections.item',
    path: '/connections/{expoId}/{id}',
    ages: 'visit.connections',
    visibility: 'expo with leads permission',
  },
} as const satisfies Record<string, EndpointRow>;
