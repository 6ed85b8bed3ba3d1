import { InputError } from '../../base/errors.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { Marks } from '../../loading/collections/spec.ts';
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

/** What a filter asks of the rows of a copy. */
export type Passing<T> = Pick<CopyQuery<T>, 'marks' | 'where'>;

const IS_DELETED = 'true';

type Deletable = { readonly deleted: boolean };
export const deletedMark = { deleted: ({ deleted }: Deletable) => String(deleted) };
export const visitorMarks = {
  ...deletedMark,
  state: ({ registrationState }: Visitor) => registrationState && plainState(registrationState),
};

/** For the marks of visitors. */
export function isShownVisitor(
  filter: Pick<VisitorFilter, 'registrationStates' | 'showDeleted'>,
): (marks: Marks) => boolean {
  const states = new Set<string | null | undefined>(statesOf(filter).map(plainState));
  return ({ deleted, state }) =>
    (filter.showDeleted || deleted !== IS_DELETED) && (state === null ? deleted === IS_DELETED : states.has(state));
}

/** For the marks of what can be deleted. */
export function isNotDeleted({ deleted }: Marks): boolean {
  return deleted !== IS_DELETED;
}

/** The filter, for rows of the copy. */
export function passingVisitors(filter: VisitorFilter): Passing<Visitor> {
  const { email, partnerId, contactReference, contactId } = filter;
  const marks = isShownVisitor(filter);
  if ([email, partnerId, contactReference, contactId].every((one) => one === undefined)) return { marks };
  const where = ({ contact, partner }: Visitor): boolean =>
    (email === undefined || contact?.email === email) &&
    (partnerId === undefined || partner?.id === partnerId) &&
    (contactReference === undefined || contact?.reference === contactReference) &&
    (contactId === undefined || contact?.sourceId === contactId);
  return { marks, where };
}

/** The filter, for rows of the copy. */
export function passingPartners({ showDeleted, contactId, contactReference }: PartnerFilter): Passing<Partner> {
  const marks = showDeleted ? {} : { marks: isNotDeleted };
  if (contactId === undefined && contactReference === undefined) return marks;
  const where = ({ contact }: Partner): boolean =>
    (contactId === undefined || contact?.sourceId === contactId) &&
    (contactReference === undefined || contact?.reference === contactReference);
  return { ...marks, where };
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
