import { InputError } from '../../base/errors.ts';
import type { Partner, PartnerFilter, Visitor, VisitorFilter } from '../../model/visit-people.ts';
import { REGISTRATION_STATES } from './endpoints.ts';

/** States are spelt in two ways: `pending-confirmation`, `pendingConfirmation`. */
function plainState(state: string): string {
  return state.toLowerCase().replace(/[^a-z]/g, '');
}

/** The states to ask for; InputError for one that the contract does not list. */
export function statesOf({ registrationStates }: VisitorFilter): readonly string[] {
  if (registrationStates.length === 1 && registrationStates[0] === '*') return REGISTRATION_STATES;
  const states = registrationStates.map((state) =>
    REGISTRATION_STATES.find((known) => plainState(known) === plainState(state)),
  );
  const documented = states.filter((state) => state !== undefined);
  if (states.length === 0 || documented.length < states.length) {
    throw new InputError(
      `registrationStates: one or more of ${REGISTRATION_STATES.join(', ')}, or ["*"] for all of them`,
    );
  }
  return documented;
}

/** The filter, for rows of the copy. */
export function passesVisitor(filter: VisitorFilter): (visitor: Visitor) => boolean {
  const states = new Set(statesOf(filter).map(plainState));
  return (visitor) =>
    (filter.showDeleted || !visitor.deleted) &&
    (visitor.registrationState === null ? visitor.deleted : states.has(plainState(visitor.registrationState))) &&
    (filter.email === undefined || visitor.contact?.email === filter.email) &&
    (filter.partnerId === undefined || visitor.partner?.id === filter.partnerId) &&
    (filter.contactReference === undefined || visitor.contact?.reference === filter.contactReference) &&
    (filter.contactId === undefined || visitor.contact?.sourceId === filter.contactId);
}

/** The filter, for rows of the copy. */
export function passesPartner(filter: PartnerFilter): (partner: Partner) => boolean {
  return ({ deleted, contact }) =>
    (filter.showDeleted || !deleted) &&
    (filter.contactId === undefined || contact?.sourceId === filter.contactId) &&
    (filter.contactReference === undefined || contact?.reference === filter.contactReference);
}

/** A foreign id as a parameter; Visit refuses an empty one. */
function referenceQuery(name: 'reference' | 'contactReference', value: string | undefined): Record<string, string> {
  if (value === '') throw new InputError(`${name}: a reference of at least one character`);
  return value === undefined ? {} : { [name]: value };
}

export function exposQuery(reference: string | undefined): Record<string, string> {
  return referenceQuery('reference', reference);
}

/** The look-ups that Visit does itself: zero or one result. */
export function contactQuery(filter: Pick<VisitorFilter, 'contactId' | 'contactReference'>): Record<string, string> {
  const { contactId, contactReference } = filter;
  return { ...(contactId && { contactId }), ...referenceQuery('contactReference', contactReference) };
}
