import { type Fills, fillCopy, type OnCopy } from '../../loading/fills.ts';
import type { Reader } from '../../loading/reader.ts';
import { copiesOf, type Kind, type VisualVisitorParts } from './access.ts';
import { kindsOf } from './account-reads.ts';
import { LEAD_PRODUCTS } from './collections.ts';
import { copySource } from './lead-reads.ts';

type Fill = readonly [string, (reader: Reader, onCopy: OnCopy) => Promise<void>];

/** The account's own copies: those of its customers are filled when they are asked for. */
export function visualVisitorFills(parts: VisualVisitorParts): Fills {
  const { leads } = parts.collections;
  const kinds = kindsOf(parts);
  const fillOf = <T>(kind: Kind<T>): Fill => {
    const { collection, sourceOf } = copiesOf(parts, kind);
    return [collection.spec.name, ({ scope }, onCopy) => fillCopy(collection, scope, sourceOf(null), onCopy)];
  };
  const fillLeads = async ({ scope }: Reader, onCopy: OnCopy): Promise<void> => {
    for (const product of LEAD_PRODUCTS)
      await fillCopy(leads[product], scope, copySource(parts, product, null), onCopy);
  };
  return new Map<string, Fill[1]>([
    [leads.PLUS_PERSON.spec.name, fillLeads],
    fillOf(kinds.services),
    fillOf(kinds.customers),
    fillOf(kinds.users),
    fillOf(kinds.profiles),
    fillOf(kinds.excludedIps),
    fillOf(kinds.knownCustomers),
    fillOf(kinds.suppressionList),
  ]);
}
