import type { EndpointRow } from '../transport/call.ts';
import { IADVIZE } from './iadvize/endpoints.ts';
import { NOTIFY_VISITORS } from './notify-visitors/endpoints.ts';
import { VISIT } from './visit/endpoints.ts';
import { VISUAL_VISITOR } from './visual-visitor/endpoints.ts';

/** Every read endpoint of the four upstreams, by its name. */
export const ENDPOINTS: ReadonlyMap<string, EndpointRow> = new Map(
  [VISUAL_VISITOR, VISIT, NOTIFY_VISITORS, IADVIZE].flatMap((table) =>
    Object.values(table).map((row: EndpointRow) => [row.id, row] as const),
  ),
);
