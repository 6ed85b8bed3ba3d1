import { InputError } from '../../base/errors.ts';
import type { PartnerFilter, VisitorFilter } from '../../model/visit-people.ts';
import type { RecordFilter } from '../../model/visit-records.ts';
import { readOptionalIdIn, readOptionalSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import type { PageArgs } from './fields.ts';

type Text = string | null | undefined;

type VisitorFilterMembers = {
  readonly registrationStates?: readonly string[] | null;
  readonly showDeleted?: boolean;
  readonly contactReference?: Text;
  readonly contactId?: Text;
  readonly email?: Text;
  readonly partnerId?: Text;
};

type Filtered<F> = PageArgs & { readonly filter?: F | null | undefined };
export type VisitorArgs = Filtered<VisitorFilterMembers>;
export type PartnerArgs = Filtered<Pick<VisitorFilterMembers, 'showDeleted' | 'contactReference' | 'contactId'>>;

export function visitorFilter({ filter }: VisitorArgs, expoId: string): VisitorFilter {
  const { registrationStates, showDeleted, contactReference, contactId, email, partnerId } = filter ?? {};
  return {
    registrationStates: registrationStates ?? ['registered'],
    showDeleted: showDeleted ?? false,
    ...present({
      contactReference,
      email,
      contactId: readOptionalSourceId('contactId', 'Contact', contactId),
      partnerId: readOptionalIdIn(expoId, 'partnerId', 'Partner', partnerId),
    }),
  };
}

export function partnerFilter({ filter }: PartnerArgs): PartnerFilter {
  const { showDeleted, contactReference, contactId } = filter ?? {};
  const id = readOptionalSourceId('contactId', 'Contact', contactId);
  return { showDeleted: showDeleted ?? false, ...present({ contactReference, contactId: id }) };
}

type RecordFilterMembers = {
  readonly visitorId?: Text;
  readonly partnerId?: Text;
  readonly contentId?: Text;
  readonly locationId?: Text;
  readonly types?: readonly string[] | null;
  readonly states?: readonly string[] | null;
  readonly methods?: readonly string[] | null;
};

function one(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id];
}

function some(argument: string, values: readonly string[] | null | undefined): readonly string[] | null | undefined {
  if (values?.length === 0) throw new InputError(`${argument}: one value or more, or null for all`);
  return values;
}

/** The filter of any kind of record whose members are ids of other records and words of the upstream. */
export function recordFilter({ filter }: Filtered<RecordFilterMembers>, expoId: string): RecordFilter {
  const { visitorId, partnerId, contentId, locationId, types, states, methods } = filter ?? {};
  return present({
    visitor: one(readOptionalIdIn(expoId, 'visitorId', 'Visitor', visitorId)),
    partner: one(readOptionalIdIn(expoId, 'partnerId', 'Partner', partnerId)),
    content: one(readOptionalIdIn(expoId, 'contentId', 'Content', contentId)),
    location: one(readOptionalSourceId('locationId', 'Location', locationId)),
    type: some('types', types),
    state: some('states', states),
    method: some('methods', methods),
  });
}
