import { type ExpoContext, rowSeed } from './context.ts';
import { toDateTime } from './records.ts';

/** Sessions of every expo. */
export const SESSIONS = 12;
/** Only the first rows of visitors attend, so that a session's report is short in a world of any size. */
const MOST_ATTENDANTS = 720;

type Session = { readonly id: string; readonly name: string; readonly start: number; readonly end: number };

/** One session, as participants and the programme both show it. */
export function sessionOf({ ids, plan }: ExpoContext, place: number): Session {
  const start = plan.start + Math.floor(place / 4) * 86_400_000 + (1 + (place % 4) * 2) * 3_600_000;
  return {
    id: ids.encode('activity', plan.index, place),
    name: `Session ${place + 1}`,
    start,
    end: start + 3_600_000,
  };
}

/** The session that a visitor attends, by its row; undefined for none. */
export function attendedBy(context: ExpoContext, visitor: number): number | undefined {
  const attends = context.world.random.chance('visit-activity', rowSeed(context, visitor), 0.3);
  return visitor < MOST_ATTENDANTS && attends ? visitor % SESSIONS : undefined;
}

/** Rows of the visitors who may attend a session. */
export function attendantsOf(context: ExpoContext, place: number, visitors: number): readonly number[] {
  const rows = Array.from(
    { length: Math.ceil(Math.min(MOST_ATTENDANTS, visitors) / SESSIONS) },
    (_, at) => place + at * SESSIONS,
  );
  return rows.filter((visitor) => visitor < visitors && attendedBy(context, visitor) === place);
}

/** When a visitor was in a session; some leave unseen. */
export function presence(
  context: ExpoContext,
  visitor: number,
  session: Session,
): { readonly entry: string; readonly exit: string | null } {
  const { random } = context.world;
  const seed = rowSeed(context, visitor);
  const entry = session.start - 600_000 + random.integer('visit-entry', seed, 1_200) * 1_000;
  const isSeenLeaving = random.chance('visit-exit-seen', seed, 0.9);
  return { entry: toDateTime(entry), exit: isSeenLeaving ? toDateTime(session.end) : null };
}
