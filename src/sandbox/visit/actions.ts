import { type ExpoContext, rowSeed } from './context.ts';
import type { Participants } from './participants.ts';
import type { Partners } from './partners.ts';
import { createPlainList, type PlainList } from './plain-list.ts';
import { toDateTime } from './records.ts';
import { contentReference, contentsOf } from './stock.ts';
import type { Visitors } from './visitors.ts';

/** A participant leaves 0 to 4 of them, so each one has four places. */
const MOST = 4;

/** Raw interactions of the participants of one expo. */
export function createActions(
  context: ExpoContext,
  sides: { readonly visitors: Visitors; readonly partners: Partners; readonly participants: Participants },
): PlainList {
  const { visitors, partners, participants } = sides;
  const { world, plan } = context;
  const { random } = world;
  return createPlainList(context, {
    kind: 'action',
    list: 'actions',
    ranks: plan.isPast ? visitors.count * MOST : 0,
    exists: (index) => {
      const visitor = Math.floor(index / MOST);
      const left = random.integer('visit-actions', rowSeed(context, visitor), MOST + 1);
      return participants.startedHere(visitor) && index % MOST < left;
    },
    make: (index) => {
      const seed = rowSeed(context, index);
      const host = random.chance('visit-acts-at', seed, 0.6)
        ? random.integer('visit-acted-at', seed, partners.count)
        : null;
      const isAtHost = host !== null && partners.startedHere(host);
      const shown = isAtHost ? random.pick('visit-acted-on', seed, [null, ...contentsOf(context, host)]) : null;
      const second = random.integer('visit-acted', seed, Math.floor((plan.end - plan.start) / 1000));
      return {
        content: shown === null ? null : contentReference(context, shown),
        location: random.chance('visit-acted-in', seed, 0.95)
          ? random.pick('visit-acted-place', seed, plan.locations)
          : null,
        partner: isAtHost ? { id: partners.idOf(host), name: partners.nameOf(host) } : null,
        time: toDateTime(plan.start + second * 1000),
        type: random.pick('visit-action-type', seed, ['scan', 'scan', 'scan', 'print', 'manual', 'tap']),
        visitor: { id: visitors.idOf(Math.floor(index / MOST)) },
      };
    },
  });
}
