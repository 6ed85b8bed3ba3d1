import { randomUUID } from 'node:crypto';
import { isCounted, type Places } from '../decide-permit.ts';
import { decideReservation, type Kept, keepFor } from '../decide-reservation.ts';
import type { Demand, PermitStore, PermitWindow, ReserveDecision } from '../permits.ts';
import type { Ask } from './ask.ts';
import type { LuaReply } from './lua.ts';
import type { Member } from './member.ts';
import type { Outbox } from './outbox.ts';

type Desk = { readonly ask: Ask; readonly member: Member; readonly outbox: Outbox };

/** How often a decision is made anew because somebody else took a place meanwhile. */
const TRIES = 20;

type Seen = {
  readonly now: number;
  readonly windows: readonly (readonly [used: number, reserved: number, freeings: readonly number[]])[];
  readonly pauses: readonly number[];
};

/** The counted windows of all payers, each key once. */
function windowsOf(demands: readonly Demand[]): ReadonlyMap<string, PermitWindow> {
  const all = demands.flatMap(({ payers }) => payers.flatMap(({ windows }) => windows)).filter(isCounted);
  return new Map(all.map((window) => [window.key, window]));
}

function accountsOf(demands: readonly Demand[]): readonly string[] {
  return [...new Set(demands.flatMap(({ payers }) => payers.map(({ account }) => account)))];
}

/** What a decision reads, as the store saw it at one instant. */
function placesOf(demands: readonly Demand[], { windows, pauses }: Seen): Places {
  const byKey = new Map([...windowsOf(demands).keys()].map((key, index) => [key, windows[index]]));
  const paused = new Map(accountsOf(demands).map((account, index) => [account, pauses[index]]));
  return {
    used: (key) => byKey.get(key)?.[0] ?? 0,
    reserved: (key) => byKey.get(key)?.[1] ?? 0,
    keptFor: () => 0,
    freeings: (key, count) => byKey.get(key)?.[2].slice(0, count) ?? [],
    pausedUntil: (account) => paused.get(account) ?? 0,
  };
}

async function look({ member }: Desk, demands: readonly Demand[]): Promise<Seen> {
  const windows = [...windowsOf(demands).values()].map(({ key, limit }) => [key, limit]);
  const calls = demands.reduce((sum, demand) => sum + demand.calls, 0);
  const reply = await member.decide('look', { windows, calls, accounts: accountsOf(demands) });
  const [, now, seen, pauses] = reply as unknown as readonly [string, number, Seen['windows'], Seen['pauses']];
  return { now, windows: seen, pauses };
}

/**
 * Operations' rooms. The decision is the code that all stores share, over what one script saw; a second script keeps the places, all or none,
 * if there is still room.
 */
export function createRedisReservations(desk: Desk): Pick<PermitStore, 'reserve' | 'shrink'> {
  const { ask, member, outbox } = desk;
  const windowsBy = new Map<string, readonly string[]>();
  const keep = async (
    id: string,
    demands: readonly Demand[],
    kept: Kept,
    ms: number,
  ): Promise<LuaReply | undefined> => {
    const all = windowsOf(demands);
    const windows = [...kept].map(([key, n]) => [key, all.get(key)?.limit ?? 0, n]);
    const [found, now] = await member.decide('keep', { id, windows, ms });
    if (found !== 'kept') return undefined;
    windowsBy.set(id, [...kept.keys()]);
    return now;
  };
  const reserve = async (demands: readonly Demand[], ms: number, tries = TRIES): Promise<ReserveDecision> => {
    const seen = await look(desk, demands);
    const decision = decideReservation(placesOf(demands, seen), demands, seen.now);
    if (decision.kind === 'full') return decision;
    const id = randomUUID();
    const at = await keep(id, demands, decision.kept, ms);
    if (at !== undefined) return { kind: 'reserved', id, at: Number(at) };
    if (tries <= 1) throw new Error('places were taken faster than they could be kept');
    return reserve(demands, ms, tries - 1);
  };
  const shrink = async (id: string, demands: readonly Demand[]): Promise<void> => {
    const keys = windowsBy.get(id) ?? [];
    const held = (await ask('held', { id, windows: keys })) as readonly number[];
    const left = keepFor(demands, new Map(keys.map((key, index) => [key, held[index] ?? 0])));
    const ends = left.size === 0;
    await ask('leave', { id, ends, windows: keys.map((key) => [key, left.get(key) ?? 0]) });
    if (ends) windowsBy.delete(id);
  };
  return { reserve, shrink: (id, demands) => outbox.write(() => shrink(id, demands)) };
}
