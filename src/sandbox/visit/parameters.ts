import type { SimulatedReply } from '../kit/wire.ts';
import { errorReply, type Violate } from './errors.ts';
import { isVisitId } from './ids.ts';
import { REGISTRATION_STATES } from './visitors.ts';

export type ParameterName =
  | 'limit'
  | 'fromRevision'
  | 'reference'
  | 'webhookId'
  | 'contactId'
  | 'contactReference'
  | 'showDeleted'
  | 'registrationStates';

/** What a list was asked for, defaults filled in. */
export type Parameters = {
  readonly limit: number;
  readonly fromRevision: number;
  readonly showDeleted: boolean;
  readonly registrationStates: readonly string[];
  readonly reference: string | undefined;
  readonly contactId: string | undefined;
  readonly contactReference: string | undefined;
};

const PAGE_CAP = 100;

/** Known to a newer edition of the contract; the default profile ignores them like any unknown name. */
const NEWER = [
  'registrationTypes',
  'registrationType',
  'partnerId',
  'visitorId',
  'locationId',
  'contentId',
  'type',
  'paymentStates',
  'paymentMethods',
  'orderStates',
];

const MOST_64_BIT = (1n << 63n) - 1n;

/** What is wrong with a value that the vendor answers with 400; undefined when it is fine. */
const CHECKS: Readonly<Record<Exclude<ParameterName, 'webhookId'>, (value: string) => string | undefined>> = {
  limit: (value) => (/^\d+$/.test(value) && Number(value) >= 1 ? undefined : 'not an integer of 1 or more'),
  fromRevision: (value) =>
    /^\d+$/.test(value) && BigInt(value) <= MOST_64_BIT ? undefined : 'not an integer of 0 or more in 64 bits',
  reference: (value) => (value === '' ? 'empty' : undefined),
  contactId: (value) => (isVisitId(value) ? undefined : 'not an id of 13 characters'),
  contactReference: (value) => (value === '' ? 'empty' : undefined),
  showDeleted: (value) => (value === 'true' || value === 'false' ? undefined : 'neither true nor false'),
  registrationStates: (value) =>
    value.split(',').every((state) => (REGISTRATION_STATES as readonly string[]).includes(state))
      ? undefined
      : 'an unknown state',
};

/** Breaches that do not change the answer: names that are not for this endpoint, and a name sent twice. */
function noteNames(query: URLSearchParams, allowed: readonly ParameterName[], violate: Violate): void {
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) violate('repeated parameter', name);
    if (name === 'webhookId') violate('not used', 'webhookId');
    else if (NEWER.includes(name)) violate('newer parameter', name);
    else if (!(allowed as readonly string[]).includes(name)) violate('unknown parameter', name);
  }
}

export function readParameters(
  query: URLSearchParams,
  allowed: readonly ParameterName[],
  violate: Violate,
): Parameters | { readonly refusal: SimulatedReply } {
  noteNames(query, allowed, violate);
  const given = (name: ParameterName): string | undefined =>
    allowed.includes(name) ? (query.get(name) ?? undefined) : undefined;
  // What a webhook has still to deliver is not kept here.
  if (given('webhookId') !== undefined) return { refusal: errorReply(404, 'webhookNotFound') };
  for (const [name, check] of Object.entries(CHECKS)) {
    const value = given(name as ParameterName);
    const problem = value === undefined ? undefined : check(value);
    if (problem === undefined) continue;
    violate('parameter value', `${name} is ${problem}`);
    return { refusal: errorReply(400, 'invalidParameter') };
  }
  const limit = Number(given('limit') ?? PAGE_CAP);
  if (limit > PAGE_CAP) violate('parameter value', `limit ${limit} is above ${PAGE_CAP}`);
  return {
    limit: Math.min(limit, PAGE_CAP),
    fromRevision: Number(given('fromRevision') ?? 0),
    showDeleted: given('showDeleted') !== 'false',
    registrationStates: given('registrationStates')?.split(',') ?? ['registered'],
    reference: given('reference'),
    contactId: given('contactId'),
    contactReference: given('contactReference'),
  };
}
