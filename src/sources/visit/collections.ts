import { type Collection, type CollectionsOptions, createCollection } from '../../loading/collections/collections.ts';
import type { CollectionSpec } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { Contact, Encounter, Participant, Partner, Visitor } from '../../model/visit.ts';
import { VISIT } from './endpoints.ts';
import { domainOf } from './map.ts';

export type VisitCollections = {
  readonly visitors: Collection<Visitor>;
  readonly partners: Collection<Partner>;
  readonly participants: Collection<Participant>;
  readonly encounters: Collection<Encounter>;
};

type Terms = readonly (readonly [term: string, value: string])[];
type Revised = { readonly id: string; readonly revision: string };

function term(name: string, value: string | null | undefined): Terms {
  return value === null || value === undefined ? [] : [[name, value]];
}

function contactTerms(contact: Contact | null): Terms {
  return [...term('email', contact?.email), ...term('domain', domainOf(contact))];
}

function spec<T extends Revised>(
  own: Pick<CollectionSpec<T>, 'name' | 'row' | 'termsOf' | 'partial'>,
): CollectionSpec<T> {
  return {
    shape: 1,
    direction: 'ascending',
    sync: 'revision',
    idOf: ({ id }) => id,
    sortOf: ({ revision }) => sortNumber(revision),
    ...own,
  };
}

/** Visit's held copies, one of each for an expo and visibility. Visitors are polled with every documented state and with tombstones. */
export function createVisitCollections(options: CollectionsOptions): VisitCollections {
  return {
    visitors: createCollection(
      spec<Visitor>({
        name: 'visit.visitors',
        row: VISIT.visitors,
        // Visitors in states that cannot be asked for are in no list, but can be read by id.
        partial: true,
        termsOf: ({ contact, partner }) => [...contactTerms(contact), ...term('partner', partner?.id)],
      }),
      options,
    ),
    partners: createCollection(
      spec<Partner>({ name: 'visit.partners', row: VISIT.partners, termsOf: ({ domain }) => term('domain', domain) }),
      options,
    ),
    participants: createCollection(
      spec<Participant>({ name: 'visit.participants', row: VISIT.participants, termsOf: () => [] }),
      options,
    ),
    encounters: createCollection(
      spec<Encounter>({
        name: 'visit.connections',
        row: VISIT.connections,
        termsOf: ({ visitorId, partner }) => [...term('visitor', visitorId), ...term('partner', partner?.id)],
      }),
      options,
    ),
  };
}
