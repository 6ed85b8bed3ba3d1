import { type ExpoContext, rowSeed } from './context.ts';
import { emptyField } from './noise.ts';
import type { Partners } from './partners.ts';
import { createPlainList, type PlainList } from './plain-list.ts';
import {
  CONTENTS_PER_PARTNER,
  contentReference,
  contentsOf,
  EVENT_LICENSES,
  INFO_CONTENTS,
  LICENSES_PER_PARTNER,
  licenseReference,
  licensesOf,
  ownerOf,
} from './stock.ts';

/** What another record says of a partner; null for the event's own. */
function partnerOf(partners: Partners, owner: number | undefined): unknown {
  return owner === undefined ? null : { id: partners.idOf(owner), name: partners.nameOf(owner) };
}

function contentExists(context: ExpoContext, partners: Partners, index: number): boolean {
  const owner = ownerOf(index, INFO_CONTENTS, CONTENTS_PER_PARTNER);
  return owner === undefined || (partners.startedHere(owner) && contentsOf(context, owner).includes(index));
}

export function createContents(context: ExpoContext, partners: Partners): PlainList {
  const { random } = context.world;
  return createPlainList(context, {
    kind: 'content',
    list: 'contents',
    ranks: INFO_CONTENTS + partners.count * CONTENTS_PER_PARTNER,
    exists: (index) => contentExists(context, partners, index),
    make: (index) => {
      const seed = rowSeed(context, index);
      const { name, type } = contentReference(context, index);
      return {
        description: random.chance('visit-described', seed, 0.5)
          ? 'Seen here first.'
          : emptyField(random, 'visit-text', seed),
        labels: random.chance('visit-content-label', seed, 0.2)
          ? [{ id: context.ids.short('label', 2), name: 'Sustainable' }]
          : [],
        links: random.chance('visit-linked', seed, 0.5)
          ? [{ name: 'Read more', url: `https://pages.example/${seed}` }]
          : [],
        name: random.chance('visit-content-blanks', seed, 0.05) ? ` ${name} ` : name,
        partner: partnerOf(partners, ownerOf(index, INFO_CONTENTS, CONTENTS_PER_PARTNER)),
        source: random.pick('visit-source', seed, ['internal', 'internal', 'external']),
        summary: random.chance('visit-summed-up', seed, 0.3) ? 'In one sentence.' : null,
        type: random.chance('visit-odd-content', seed, 0.03) ? 'poster' : type,
      };
    },
  });
}

export function createTouchpoints(context: ExpoContext, partners: Partners): PlainList {
  const { world, plan } = context;
  return createPlainList(context, {
    kind: 'touchpoint',
    list: 'touchpoints',
    ranks: INFO_CONTENTS + partners.count * CONTENTS_PER_PARTNER,
    exists: (index) =>
      contentExists(context, partners, index) && world.random.chance('visit-tap', rowSeed(context, index), 0.6),
    make: (index) => {
      const seed = rowSeed(context, index);
      return {
        content: world.random.chance('visit-unassigned', seed, 0.05) ? null : contentReference(context, index),
        deviceId: world.random.chance('visit-device-number', seed, 0.1) ? 40_000 + index : `NFC-${40_000 + index}`,
        location: world.random.chance('visit-placed', seed, 0.6)
          ? world.random.pick('visit-place', seed, plan.locations)
          : emptyField(world.random, 'visit-no-place', seed),
        name: `Touchpoint ${index + 1}`,
        partner: partnerOf(partners, ownerOf(index, INFO_CONTENTS, CONTENTS_PER_PARTNER)),
      };
    },
  });
}

export function createLicenses(context: ExpoContext, partners: Partners): PlainList {
  const { random } = context.world;
  return createPlainList(context, {
    kind: 'license',
    list: 'licenses',
    ranks: EVENT_LICENSES + partners.count * LICENSES_PER_PARTNER,
    exists: (index) => {
      const owner = ownerOf(index, EVENT_LICENSES, LICENSES_PER_PARTNER);
      return owner === undefined || (partners.startedHere(owner) && licensesOf(context, owner).includes(index));
    },
    make: (index) => {
      const seed = rowSeed(context, index);
      const { activationMax, type } = licenseReference(context, index);
      return {
        activationCount: random.integer('visit-activations', seed, activationMax + 1),
        activationMax: random.chance('visit-max-text', seed, 0.05) ? String(activationMax) : activationMax,
        code: random.chance('visit-coded', seed, 0.5) ? `LIC-${String(seed).padStart(9, '0')}` : null,
        partner: partnerOf(partners, ownerOf(index, EVENT_LICENSES, LICENSES_PER_PARTNER)),
        type,
      };
    },
  });
}
