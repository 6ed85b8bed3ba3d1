import fc from 'fast-check';
import type { Lane } from '../../src/base/lane.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import type { WindowSpec } from '../../src/transport/quota/ledger.ts';
import { callScope } from './calls.ts';
import { receipt } from './engine.ts';
import { createTestLedger, permitRequest, type TestLedger } from './ledger.ts';
import type { VirtualClock } from './virtual-clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** A pull comes back so often, and asks until it is refused. */
const TICK_MS = 20 * MINUTE_MS;
const TICKS = 90;

/** A day and more of a pull without end, with interactive calls in between. */
export const laneDays = fc.record({
  day: fc.integer({ min: 10, max: 120 }),
  short: fc.integer({ min: 5, max: 30 }),
  shortSeconds: fc.integer({ min: 60, max: 1_200 }),
  /** Percent that interactive keeps. */
  floor: fc.integer({ min: 10, max: 80 }),
  /** Whether interactive also takes what is not kept for it. */
  greedy: fc.boolean(),
  arrivals: fc.array(fc.nat(4), { minLength: TICKS, maxLength: TICKS }),
});

export type LaneDay = typeof laneDays extends fc.Arbitrary<infer D> ? D : never;

type Play = {
  readonly clock: VirtualClock;
  readonly ledger: TestLedger;
  readonly windows: readonly WindowSpec[];
  /** When each lane's calls were made. */
  readonly made: Readonly<Record<Lane, number[]>>;
  readonly day: LaneDay;
};

async function ask({ clock, ledger, made }: Play, lane: Lane): Promise<boolean> {
  const request = permitRequest({ windows: ['short', 'day'], credentials: ['key-1'], lane, mayWait: false });
  const permit = await ledger.acquire(request, new AbortController().signal).catch(() => undefined);
  permit?.settle(receipt(callScope(), clock.now(), { outcome: 'OK' }));
  if (permit !== undefined) made[lane].push(clock.now());
  return permit !== undefined;
}

/** Whether interactive itself holds less of every window than is kept for it. */
function hasFloor({ clock, windows, made, day }: Play): boolean {
  return windows.every(({ limit, seconds }) => {
    const held = made.interactive.filter((at) => at + seconds * 1000 > clock.now()).length;
    return (held + 1) * 100 <= limit * day.floor;
  });
}

/** How long a pull may have to wait for its next call, and how many it then gets at least. */
function paceOf({ day: { day, short, shortSeconds, floor } }: Play) {
  const share = (limit: number): number => Math.floor((limit * (100 - floor)) / 100);
  const step = Math.ceil(share(day) / 24);
  const waitMs = (DAY_MS * step) / share(day) + TICK_MS + shortSeconds * 1000;
  return { share: share(day), step, waitMs, atLeast: Math.floor(DAY_MS / waitMs) * Math.min(step, share(short)) };
}

/** What a pull was kept from although interactive left it its share. */
function starved(play: Play, startedAt: number): readonly string[] {
  const { waitMs, atLeast } = paceOf(play);
  const times = [startedAt, ...play.made.bi, play.clock.now()];
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const inDay = play.made.bi.filter((at) => at < startedAt + DAY_MS).length;
  return [
    ...(Math.max(...gaps) > waitMs ? ['the day was spent before it was over'] : []),
    ...(inDay < atLeast ? [`the pull got ${inDay} calls in a day, of at least ${atLeast}`] : []),
  ];
}

/** Lets both lanes ask for a day and a quarter, and tells what was promised to one of them and not kept. `built` is the floor that the ledger goes by. */
export async function laneViolations(
  permits: PermitStore,
  clock: VirtualClock,
  day: LaneDay,
  built: number = day.floor / 100,
): Promise<readonly string[]> {
  clock.advance(3 * DAY_MS);
  const windows: readonly WindowSpec[] = [
    { name: 'short', limit: day.short, seconds: day.shortSeconds, per: 'address' },
    { name: 'day', limit: day.day, seconds: DAY_MS / 1000, per: 'credential' },
  ];
  const ledger = createTestLedger({ clock, windows, permits, interactiveFloor: built });
  const play: Play = { clock, ledger, windows, made: { interactive: [], bi: [] }, day };
  const violations: string[] = [];
  const startedAt = clock.now();
  const pull = async (): Promise<void> => {
    while (await ask(play, 'bi'));
  };
  for (const arrivals of day.arrivals) {
    await pull();
    for (let call = 0; call < arrivals; call += 1) {
      const kept = hasFloor(play);
      if (!kept && !day.greedy) continue;
      if (!(await ask(play, 'interactive')) && kept)
        violations.push('interactive was refused while its floor had room');
    }
    clock.advance(TICK_MS);
  }
  return day.greedy ? violations : [...violations, ...starved(play, startedAt)];
}

/** Lanes as one is tempted to build them, over the right ledger. The check must find each of them out. */
export const WRONG_LANES = ['without a floor', 'without a pace'] as const;

/** A store that decides without what paces a pull. */
export function unpaced(right: PermitStore): PermitStore {
  return {
    ...right,
    take: (request) =>
      right.take({
        ...request,
        payers: request.payers.map((payer) => ({
          ...payer,
          windows: payer.windows.filter(({ key }) => !key.endsWith('bi-pace')),
        })),
      }),
  };
}
