import { type ExpoContext, rowSeed } from './context.ts';

/** What partners have from the start, as pure functions of their index: partners, contents and licences all show it. */

/** Contents of the event itself stand in front of those of the partners. */
export const INFO_CONTENTS = 4;
/** A profile and up to three products. */
export const CONTENTS_PER_PARTNER = 4;
/** Licences of the event itself. */
export const EVENT_LICENSES = 2;
export const LICENSES_PER_PARTNER = 2;

type Reference = { readonly id: string; readonly name: string; readonly type: string };

function placesOf(first: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, place) => first + place);
}

/** The indices of a partner's contents. */
export function contentsOf(context: ExpoContext, partner: number): readonly number[] {
  const first = INFO_CONTENTS + partner * CONTENTS_PER_PARTNER;
  return placesOf(first, CONTENTS_PER_PARTNER).filter((index) => index === first || hasProduct(context, index));
}

function hasProduct(context: ExpoContext, index: number): boolean {
  return context.world.random.chance('visit-product', rowSeed(context, index), 0.4);
}

/** The indices of a partner's licences. */
export function licensesOf(context: ExpoContext, partner: number): readonly number[] {
  const first = EVENT_LICENSES + partner * LICENSES_PER_PARTNER;
  return placesOf(first, LICENSES_PER_PARTNER).filter(
    (index) => index === first || context.world.random.chance('visit-app-license', rowSeed(context, index), 0.4),
  );
}

/** What other records say of a content. The names do not follow later edits by themselves. */
export function contentReference(context: ExpoContext, index: number): Reference {
  const { ids, plan } = context;
  const id = ids.encode('content', plan.index, index);
  if (index < INFO_CONTENTS) return { id, name: `Good to know ${index + 1}`, type: 'info' };
  const place = (index - INFO_CONTENTS) % CONTENTS_PER_PARTNER;
  return place === 0 ? { id, name: 'Profile', type: 'profile' } : { id, name: `Product ${place}`, type: 'product' };
}

export function licenseReference(
  context: ExpoContext,
  index: number,
): { readonly activationMax: number; readonly id: string; readonly type: string } {
  const { ids, plan, world } = context;
  const type =
    index < EVENT_LICENSES
      ? ['badge', 'touchpoint'][index]
      : (index - EVENT_LICENSES) % LICENSES_PER_PARTNER === 0
        ? 'scan'
        : 'app';
  const activationMax = 2 + world.random.integer('visit-activation-max', rowSeed(context, index), 9);
  return { activationMax, id: ids.encode('license', plan.index, index), type: type ?? 'scan' };
}

/** The partner that an index belongs to; undefined for the event's own. */
export function ownerOf(index: number, own: number, perPartner: number): number | undefined {
  return index < own ? undefined : Math.floor((index - own) / perPartner);
}
