import { type Collection, type CollectionsOptions, createCollection } from '../../loading/collections/collections.ts';
import type { Lead, LeadProduct } from '../../model/leads.ts';
import { ROWS_OF } from './endpoints.ts';
import { sortOf } from './order.ts';

const DAY_SECONDS = 86_400;

export type LeadCollections = Readonly<Record<LeadProduct, Collection<Lead>>>;

type Terms = readonly (readonly [term: string, value: string])[];

function term(name: string, value: string | null | undefined): Terms {
  return value === null || value === undefined ? [] : [[name, value]];
}

/**
 * The held leads of the last 90 days, one copy for each product. No search tells of edits or of leads that vanished, so that a copy is
 * read again whole every day; and as it holds personal data, it is dropped when nobody has read it for a day.
 */
export function createLeadCollections(options: CollectionsOptions): LeadCollections {
  const ofProduct = (product: LeadProduct): Collection<Lead> =>
    createCollection<Lead>(
      {
        name: 'visual-visitor.leads',
        shape: 1,
        row: ROWS_OF[product].search,
        direction: 'descending',
        sync: 'newest-first',
        partial: true,
        idOf: ({ id }) => id,
        sortOf,
        termsOf: ({ email, domain, utmCampaign }) => [
          ...term('email', email),
          ...term('domain', domain),
          ...term('campaign', utmCampaign?.trim()),
        ],
        wholeEverySeconds: DAY_SECONDS,
        dropUnreadSeconds: DAY_SECONDS,
      },
      options,
    );
  return { PLUS_EMPLOYEE: ofProduct('PLUS_EMPLOYEE'), PLUS_PERSON: ofProduct('PLUS_PERSON') };
}
