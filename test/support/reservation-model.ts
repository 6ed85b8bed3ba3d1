import fc from 'fast-check';
import type { Demand, Payer, PermitStore, PermitWindow } from '../../src/store/permits.ts';

/** One window of one key, or of all, as the model keeps it. */
export type Cell = {
  readonly window: PermitWindow;
  /** How many calls hold a place at an instant, now or later, as far as is known now. */
  occupied(at: number): number;
};

export type ModelReservation = {
  readonly id: string;
  readonly until: number;
  readonly kept: Map<string, number>;
  /** What was asked for, and is shrunk. */
  readonly asked: readonly { readonly windows: readonly string[]; readonly keys: readonly string[]; calls: number }[];
  gone: boolean;
};

/** What the model knows when it judges a reservation. */
export type Scene = {
  readonly permits: PermitStore;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly reservations: ModelReservation[];
  /** When a place that is taken now can come free, or a pause ends, ascending. */
  readonly instants: readonly number[];
  readonly now: number;
  pausedUntil(account: string): number;
  payersOf(windows: readonly string[], keys: readonly string[]): readonly Payer[];
};

export const reserveStep = fc
  .record({
    windows: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
    keys: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    calls: fc.integer({ min: 1, max: 3 }),
    more: fc.option(fc.record({ windows: fc.nat(2), calls: fc.integer({ min: 1, max: 2 }) })),
    lastsMs: fc.integer({ min: 1, max: 3_000 }),
  })
  .map((step) => ({ ...step, kind: 'reserve' as const }));
export const shrinkStep = fc.record({ kind: fc.constant('shrink' as const), which: fc.nat(5), calls: fc.nat(2) });

export type ReserveStep = typeof reserveStep extends fc.Arbitrary<infer S> ? S : never;
export type ShrinkStep = typeof shrinkStep extends fc.Arbitrary<infer S> ? S : never;

export function keptIn(reservations: readonly ModelReservation[], key: string, at: number): number {
  return reservations.reduce((sum, { gone, until, kept }) => sum + (gone || until <= at ? 0 : (kept.get(key) ?? 0)), 0);
}

type Spent = ReadonlyMap<string, number>;

/** Every way to give each call a payer, as what it takes of each window, where none takes more than there is. */
function* waysToPay(
  demands: readonly Demand[],
  room: (key: string) => number,
  spent: Spent = new Map(),
): Generator<Spent> {
  const [first, ...others] = demands;
  if (first === undefined) {
    yield spent;
    return;
  }
  if (first.calls === 0) {
    yield* waysToPay(others, room, spent);
    return;
  }
  for (const { windows } of first.payers) {
    const counted = windows.filter(({ lengthMs }) => lengthMs > 0);
    if (!counted.every(({ key }) => (spent.get(key) ?? 0) < room(key))) continue;
    const next = new Map(spent);
    for (const { key } of counted) next.set(key, (next.get(key) ?? 0) + 1);
    yield* waysToPay([{ ...first, calls: first.calls - 1 }, ...others], room, next);
  }
}

function canPay(demands: readonly Demand[], room: (key: string) => number): boolean {
  return waysToPay(demands, room).next().done !== true;
}

function isWay(demands: readonly Demand[], room: (key: string) => number, taken: Spent): boolean {
  const wanted = JSON.stringify([...taken].sort());
  return waysToPay(demands, room).some((way) => JSON.stringify([...way].sort()) === wanted);
}

async function keptPerWindow({ permits, cells }: Scene): Promise<Spent> {
  const states = await permits.states([...cells.values()].map(({ window }) => window));
  return new Map(states.map(({ key, reserved }) => [key, reserved]));
}

/** What is kept in each window now, less what was before. */
function difference(after: Spent, before: Spent): Spent {
  const all = [...after].map(([key, n]): [string, number] => [key, n - (before.get(key) ?? 0)]);
  return new Map(all.filter(([, n]) => n !== 0));
}

/** A paused key pays nothing while another one may. */
function openAt(demands: readonly Demand[], { pausedUntil, now }: Scene, at: number): readonly Demand[] {
  return demands.map(({ payers, calls }) => {
    const open = payers.filter(({ account }) => pausedUntil(account) <= at);
    return { payers: payers.some(({ account }) => pausedUntil(account) <= now) ? open : payers, calls };
  });
}

function roomAt({ cells, reservations }: Scene, at: number): (key: string) => number {
  return (key) => {
    const cell = cells.get(key);
    return cell === undefined ? 0 : cell.window.limit - cell.occupied(at) - keptIn(reservations, key, at);
  };
}

function demandsOf(scene: Scene, asked: ModelReservation['asked']): readonly Demand[] {
  return asked.map(({ windows, keys, calls }) => ({ payers: scene.payersOf(windows, keys), calls }));
}

/** Asks for a reservation and tells where the answer is not what the model allows. */
export async function reserve(
  scene: Scene,
  { windows, keys, calls, more, lastsMs }: ReserveStep,
): Promise<readonly string[]> {
  const { permits, reservations, now } = scene;
  const asked = [{ windows, keys, calls }];
  if (more !== null) asked.push({ windows: windows.slice(0, more.windows + 1), keys, calls: more.calls });
  const demands = demandsOf(scene, asked);
  const before = await keptPerWindow(scene);
  const decision = await permits.reserve(demands, lastsMs);
  const added = difference(await keptPerWindow(scene), before);
  const fits = (at: number): boolean => canPay(openAt(demands, scene, at), roomAt(scene, at));
  if (decision.kind === 'full') {
    const ends = reservations.flatMap(({ until, gone }) => (gone || until <= now ? [] : until));
    const freeAt = [...scene.instants, ...ends].toSorted((a, b) => a - b).find((at) => at > now && fits(at)) ?? null;
    return [
      ...(fits(now) ? ['refused a reservation though there was room'] : []),
      ...(added.size > 0 ? ['kept places for what it refused'] : []),
      ...(decision.freeAt === freeAt ? [] : [`told ${decision.freeAt} as the instant with room, not ${freeAt}`]),
      ...(scene.cells.has(decision.key) ? [] : [`named ${decision.key} as the full window`]),
    ];
  }
  const isRight = isWay(openAt(demands, scene, now), roomAt(scene, now), added);
  reservations.push({ id: decision.id, until: now + lastsMs, kept: new Map(added), asked, gone: added.size === 0 });
  return isRight ? [] : ['a reservation does not keep one place for each call, or one that is not free'];
}

/** Leaves less to a reservation, and tells where that is not what the model allows. */
export async function shrink(scene: Scene, { which, calls }: ShrinkStep): Promise<readonly string[]> {
  const { permits, reservations, now } = scene;
  const mine = reservations.at(-1 - which);
  if (mine === undefined) return [];
  const [first] = mine.asked;
  const asked = calls === 0 || first === undefined ? [] : [{ ...first, calls: Math.min(calls, first.calls) }];
  const demands = demandsOf(scene, asked);
  const lives = !mine.gone && mine.until > now;
  const held = (key: string): number => mine.kept.get(key) ?? 0;
  const before = await keptPerWindow(scene);
  await permits.shrink(mine.id, demands);
  const change = difference(await keptPerWindow(scene), before);
  const violations = [...change.values()].some((n) => n > 0) ? ['a reservation has grown'] : [];
  if (!lives) return change.size > 0 ? [...violations, 'what had lapsed was changed'] : violations;
  const left = new Map([...mine.kept.keys()].map((key) => [key, held(key) + (change.get(key) ?? 0)] as const));
  const kept = new Map([...left].filter(([, n]) => n > 0));
  if (canPay(demands, held) && !isWay(demands, held, kept))
    violations.push('what may still be needed is not what is kept');
  mine.gone = kept.size === 0;
  for (const [key, n] of left) mine.kept.set(key, n);
  return violations;
}
