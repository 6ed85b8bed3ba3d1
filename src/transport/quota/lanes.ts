import type { Lane } from '../../base/lane.ts';
import type { PermitWindow } from '../../store/permits.ts';

const DAY_MS = 86_400_000;
/** Into so many parts the bi lane's share of a day is divided. */
const PACE_PARTS = 24;
/** 1 - 0.9 is a little less than 0.1: such a difference takes no call from anybody. */
const ROUNDING = 1e-6;

/** How many calls the bi lane may have in a window: rounded down, so that interactive keeps at least its share. */
function shareOf({ limit, lengthMs }: PermitWindow, interactiveFloor: number): number {
  const share = Math.floor(limit * (1 - interactiveFloor) + ROUNDING);
  // A place in flight is only waited for: one that is shared keeps nobody out.
  return lengthMs === 0 && interactiveFloor < 1 ? Math.max(1, share) : share;
}

/** An even flow of the share, in steps of whole calls: 105 calls in any 1 h 0 min 29 s are 2,500 in a day. */
function paceOf({ key, lengthMs }: PermitWindow, share: number): PermitWindow {
  const step = Math.ceil(share / PACE_PARTS);
  return { key: `${key} bi-pace`, limit: step, lengthMs: Math.ceil((lengthMs * step) / share) };
}

/** What a call of the bi lane spends beside a window. A floor of 0 keeps nothing for interactive: then there are no lanes. */
export function biWindowsOf(window: PermitWindow, interactiveFloor: number): readonly PermitWindow[] {
  if (interactiveFloor === 0) return [];
  const share = shareOf(window, interactiveFloor);
  const shared = { key: `${window.key} bi`, limit: share, lengthMs: window.lengthMs };
  return window.lengthMs < DAY_MS || share === 0 ? [shared] : [shared, paceOf(window, share)];
}

/** All that a call of a lane spends of a window: itself, and what bounds the lane. */
function windowsOfLane(window: PermitWindow, lane: Lane, interactiveFloor: number): readonly PermitWindow[] {
  return lane === 'bi' ? [window, ...biWindowsOf(window, interactiveFloor)] : [window];
}

/** How many calls of a lane a window ever lets through at once. */
export function mostAtOnce(window: PermitWindow, lane: Lane, interactiveFloor: number): number {
  return Math.min(...windowsOfLane(window, lane, interactiveFloor).map(({ limit }) => limit));
}
