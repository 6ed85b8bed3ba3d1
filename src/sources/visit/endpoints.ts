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

/** Who sees the same; without a word, whoever sees the expo. */
export const LEADS = 'expo with leads permission';
export const OWN_KEY = 'key';

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

type Visibility = EndpointRow['visibility'];

function listIn(name: string, visibility: Visibility = 'expo'): EndpointRow {
  return { ...list, id: `visit.${name}.list`, path: `/${name}/{expoId}`, ages: `visit.${name}`, visibility };
}

/** A list that takes no parameters: it comes whole. */
function wholeListIn(name: string, visibility: Visibility = 'expo'): EndpointRow {
  return { ...listIn(name, visibility), paging: 'none', bounds: 'no parameters' };
}

function itemIn(name: string, visibility: Visibility = 'expo'): EndpointRow {
  return { ...item, id: `visit.${name}.item`, path: `/${name}/{expoId}/{id}`, ages: `visit.${name}`, visibility };
}

export const VISIT = {
  expos: { ...list, id: 'visit.expos.list', path: '/expos', ages: 'visit.expos', visibility: OWN_KEY },
  expo: { ...item, id: 'visit.expos.item', path: '/expos/{id}', ages: 'visit.expos', visibility: OWN_KEY },
  visitors: listIn('visitors'),
  visitor: itemIn('visitors'),
  partners: listIn('partners'),
  partner: itemIn('partners'),
  /** Keyed by the visitor's id. */
  participants: listIn('participants'),
  participant: itemIn('participants'),
  connections: listIn('connections', LEADS),
  connection: itemIn('connections', LEADS),
  contents: listIn('contents'),
  content: itemIn('contents'),
  licenses: listIn('licenses'),
  license: itemIn('licenses'),
  payments: listIn('payments'),
  payment: itemIn('payments'),
  touchpoints: listIn('touchpoints'),
  actions: listIn('actions'),
  activities: wholeListIn('activities'),
  activity: itemIn('activities'),
  /** A key sees those that were made with it. */
  webhooks: wholeListIn('webhooks', OWN_KEY),
  webhook: itemIn('webhooks', OWN_KEY),
} as const satisfies Record<string, EndpointRow>;
