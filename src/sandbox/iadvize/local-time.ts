/** Zone of everything that belongs to no website, and of filter times without a website filter. */
export const HOME_ZONE = 'Europe/Paris';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, held as if it were UTC: epoch milliseconds, whole seconds. */
export type Wall = number;

/** A filter value: a day, or a second of a day. */
export type Moment = { readonly wall: Wall; readonly dateOnly: boolean };

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = FORMATS.get(zone);
  if (format === undefined) {
    // Swedish writes dates as the vendor does: 2016-02-16 11:24:43.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    FORMATS.set(zone, format);
  }
  return format;
}

/** `YYYY-MM-DD HH:MM:SS` of an instant on the clocks of a zone. */
export function toLocal(instant: number, zone: string): string {
  return formatOf(zone).format(instant);
}

export function wallOf(instant: number, zone: string): Wall {
  return Date.parse(`${toLocal(instant, zone).replace(' ', 'T')}Z`);
}

/** An hour that the clocks show twice means its first pass, one that they skip means the same time after the jump. */
export function instantOf(wall: Wall, zone: string): number {
  const offsetNear = (instant: number): number => wallOf(instant, zone) - Math.floor(instant / SECOND_MS) * SECOND_MS;
  const before = wall - offsetNear(wall - DAY_MS);
  const after = wall - offsetNear(wall + DAY_MS);
  const fits = [before, after].filter((instant) => wallOf(instant, zone) === wall);
  return fits.length === 0 ? before : Math.min(...fits);
}

/** Reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; undefined for anything else and for days that no calendar has. */
export function parseMoment(text: string): Moment | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?$/.exec(text);
  if (parts === null) return undefined;
  const iso = `${parts[1]}T${parts[2] ?? '00:00:00'}.000Z`;
  const wall = Date.parse(iso);
  // The engine reads 31 June as 1 July.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== iso) return undefined;
  return { wall, dateOnly: parts[2] === undefined };
}

/** Calendar months later (or earlier); a day that the month lacks becomes its last. */
export function addMonths(wall: Wall, months: number): Wall {
  const date = new Date(wall);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** The first second after a moment: after its day, or after its second. */
export function endOf(moment: Moment): Wall {
  return moment.wall + (moment.dateOnly ? DAY_MS : SECOND_MS);
}
