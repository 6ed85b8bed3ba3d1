import type { ParameterName } from './parameters.ts';

/** One row of the vendor's table of supported methods. */
export type Endpoint = {
  /** Methods below `/{endpoint}/{expoId}` (for expos: `/expos`). */
  readonly list: readonly string[];
  /** Methods below `/{endpoint}/{expoId}/{id}`; empty: there is no such path. */
  readonly item: readonly string[];
  readonly parameters: readonly ParameterName[];
  readonly needsLeads?: true;
};

const PAGED = ['limit', 'fromRevision'] as const;
const HOOKED = [...PAGED, 'webhookId'] as const;
const BY_CONTACT = [...HOOKED, 'contactId', 'contactReference', 'showDeleted'] as const;

const WRITABLE = { list: ['GET', 'POST'], item: ['GET', 'PUT', 'DELETE'] } as const;
const READ_ONLY = { list: ['GET'], item: ['GET'] } as const;
const LIST_ONLY = { list: ['GET'], item: [] } as const;

/** `upload` has no expo in its path and is told apart by the router. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  expos: { ...READ_ONLY, parameters: [...PAGED, 'reference'] },
  visitors: { ...WRITABLE, parameters: [...BY_CONTACT, 'registrationStates'] },
  partners: { ...WRITABLE, parameters: BY_CONTACT },
  participants: { ...READ_ONLY, parameters: HOOKED },
  contents: { ...WRITABLE, parameters: HOOKED },
  licenses: { ...WRITABLE, parameters: PAGED },
  payments: { list: ['GET'], item: ['GET', 'PUT'], parameters: HOOKED },
  touchpoints: { ...LIST_ONLY, parameters: PAGED },
  actions: { ...LIST_ONLY, parameters: HOOKED },
  connections: { ...READ_ONLY, parameters: HOOKED, needsLeads: true },
  activities: { ...READ_ONLY, parameters: [] },
  webhooks: { ...WRITABLE, parameters: [] },
  sendemail: { list: ['POST'], item: [], parameters: [] },
  upload: { list: [], item: ['POST'], parameters: [] },
};

/** Known to a newer edition of the contract; the default profile has no such paths. */
export const NEWER_ENDPOINTS = ['orders', 'labels', 'registrationTypes'];
