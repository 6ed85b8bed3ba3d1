import { NotFound } from '../../base/errors.ts';
import type { Collection } from '../../loading/collections/collections.ts';
import type { CopySource } from '../../loading/collections/spec.ts';
import type { View } from '../../loading/view.ts';
import type { Encounter, Participant, Partner, Visitor, VisitRef } from '../../model/visit.ts';
import { placeName, type VisitParts } from './access.ts';
import type { ExpoRecords } from './client.ts';
import { REGISTRATION_STATES } from './endpoints.ts';

/** A kind of record that lives in expos, with the copy that holds it. */
export type Kind<T extends VisitRef & { readonly revision: string }> = {
  readonly collection: Collection<T>;
  readonly records: ExpoRecords<T>;
  /** The query whose pages hold all that the copy holds. */
  readonly everything: Readonly<Record<string, string>>;
  /** Whether the key needs the leads permission. */
  readonly leads: boolean;
};

/** The copy of one expo's records, as one view sees them. */
export function copySource<T extends VisitRef & { readonly revision: string }>(
  { views }: VisitParts,
  view: View,
  kind: Kind<T>,
  expoId: string,
): CopySource<T> {
  const place = placeName({ expoId, leads: kind.leads });
  return {
    key: `${view.visibility} ${expoId}`,
    readFrom: async (scope, revision) => {
      const page = await views.attempt(view, place, (allowed) =>
        kind.records.page(scope, allowed, expoId, revision, kind.everything),
      );
      if (page === null) throw new NotFound();
      return page;
    },
    readOne: (scope, id) => views.attempt(view, place, (allowed) => kind.records.one(scope, allowed, expoId, id)),
  };
}

/** The visitors copy is polled with every documented state and with tombstones: else one who leaves a state would stay in it for ever. */
export function kindsOf({ client, collections }: VisitParts) {
  const visitors: Kind<Visitor> = {
    collection: collections.visitors,
    records: client.visitors,
    everything: { registrationStates: REGISTRATION_STATES.join(','), showDeleted: 'true' },
    leads: false,
  };
  const partners: Kind<Partner> = {
    collection: collections.partners,
    records: client.partners,
    everything: { showDeleted: 'true' },
    leads: false,
  };
  const participants: Kind<Participant> = {
    collection: collections.participants,
    records: client.participants,
    everything: {},
    leads: false,
  };
  const encounters: Kind<Encounter> = {
    collection: collections.encounters,
    records: client.encounters,
    everything: {},
    leads: true,
  };
  return { visitors, partners, participants, encounters };
}
