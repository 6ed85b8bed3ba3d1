import { going } from '../../base/not-read.ts';
import type { Reader } from '../../loading/reader.ts';
import type { Website } from '../../model/iadvize-directory.ts';
import type { Operation } from './access.ts';
import { HOME_ZONE, isZone, toInstant } from './local-time.ts';

type ReadWebsite = (reader: Reader, id: string) => Promise<Website | null>;

/** What reading times needs besides the operation: they are on the clocks of web sites. */
export type Clocks = { readonly operation: Operation; readonly website: ReadWebsite };

/** The zone of a website's clocks; Paris where there is none or it does not say. Null for a zone that is not known here. */
export async function zoneOf({ website }: Clocks, reader: Reader, websiteId: string | null): Promise<string | null> {
  const zone = websiteId === null ? null : ((await going('unknown', website(reader, websiteId)))?.timezone ?? null);
  if (zone === null) return HOME_ZONE;
  return isZone(zone) ? zone : null;
}

/** Epoch milliseconds of local times of one website. No time, no call. */
export async function instantsOf(
  clocks: Clocks,
  reader: Reader,
  websiteId: string | null,
  locals: readonly (string | null)[],
): Promise<readonly (number | null)[]> {
  if (locals.every((local) => local === null)) return locals.map(() => null);
  const zone = await zoneOf(clocks, reader, websiteId);
  return locals.map((local) => (local === null || zone === null ? null : toInstant(local, zone)));
}
