import type { PermitWindow } from '../../store/permits.ts';

/**
 * Seconds within which quota lets so many calls leave, if nobody else spends any: 0 where there is room for all of them now. `room` is how
 * many may leave now, null where nothing counts them.
 */
export function quotaWait(
  calls: number,
  room: number | null,
  windows: readonly Pick<PermitWindow, 'limit' | 'lengthMs'>[],
): number {
  if (room === null || calls <= room) return 0;
  const waits = windows
    .filter(({ limit }) => limit > 0)
    .map(({ limit, lengthMs }) => (Math.ceil((calls - room) / limit) * lengthMs) / 1000);
  return Math.max(0, ...waits);
}
