import { type ExpoContext, rowSeed } from './context.ts';
import { emptyField } from './noise.ts';
import type { Participants } from './participants.ts';
import { createPlainList, type PlainList } from './plain-list.ts';
import { attendantsOf, presence, SESSIONS, sessionOf } from './programme.ts';
import { toDateTime } from './records.ts';
import type { Visitors } from './visitors.ts';

const TYPES = ['session', 'seminar', 'workshop', 'presentation', 'keynote', 'panel'] as const;

/** The programme. Who took part is on the item only. */
export function createActivities(
  context: ExpoContext,
  { visitors, participants }: { readonly visitors: Visitors; readonly participants: Participants },
): PlainList {
  const { world, plan } = context;
  const { random } = world;
  return createPlainList(context, {
    kind: 'activity',
    list: 'activities',
    ranks: SESSIONS,
    exists: () => true,
    make: (place) => {
      const seed = rowSeed(context, place);
      const { name, start, end } = sessionOf(context, place);
      return {
        access: random.pick('visit-access', seed, ['open', 'signup', 'restricted']),
        capacity: random.chance('visit-limited', seed, 0.5)
          ? 20 + (place % 5) * 10
          : emptyField(random, 'visit-unlimited', seed),
        description: random.chance('visit-talk-text', seed, 0.5) ? 'What is new, and what stays.' : null,
        end: toDateTime(end),
        location: random.chance('visit-talk-placed', seed, 0.9)
          ? random.pick('visit-talk-place', seed, plan.locations)
          : null,
        name,
        start: toDateTime(start),
        type: random.pick('visit-talk-type', seed, TYPES),
      };
    },
    item: {
      names: ['participants'],
      make: (place) => ({
        participants: attendantsOf(context, place, plan.isPast ? visitors.count : 0)
          .filter(participants.startedHere)
          .map((visitor) => ({ ...presence(context, visitor, sessionOf(context, place)), id: visitors.idOf(visitor) })),
      }),
    },
  });
}
