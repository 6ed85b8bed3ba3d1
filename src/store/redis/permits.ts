import { randomBytes } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import { freeAfterEnd, freeWithoutEnd } from '../decide-permit.ts';
import type { CallEnd, PayerState, PermitDecision, PermitRequest, PermitStore, PermitWindow } from '../permits.ts';
import { type Ask, createAsk } from './ask.ts';
import { isUnsent, type RedisClient } from './connection.ts';
import type { LuaReply } from './lua.ts';
import { createMember, type Member, PermitsHeld } from './member.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createOwnLog, type OwnLog } from './own-log.ts';
import { readPersistence, weaknesses } from './persistence.ts';
import { createRedisReservations } from './reservations.ts';
import { sweepWindows } from './sweep.ts';

export type RedisPermitsOptions = {
  readonly client: RedisClient;
  /** For timers; the server's clock decides. */
  readonly clock: Clock;
  readonly log: Log;
  /** Tests own the time of decisions, too. */
  readonly now?: () => number;
};

export type RedisPermits = {
  readonly permits: PermitStore;
  /** Logs what this Redis cannot promise; resolves when permits are given, or cannot be soon. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** How often places that nobody asks about are looked for. */
const SWEEP_MS = 3_600_000;

type Desk = { readonly ask: Ask; readonly own: OwnLog; readonly outbox: Outbox; readonly member: Member };

type FullReply = readonly (readonly [pausedUntil: number, full: readonly (readonly [key: string, freeAt: number])[]])[];

function holdMs(window: PermitWindow, timeoutMs: number): number {
  return freeWithoutEnd(window, timeoutMs);
}

function questionOf(id: string, { payers, call, timeoutMs, reservation }: PermitRequest) {
  const { upstream, endpoint, consumer, operation, attempt } = call;
  return {
    id,
    ...(reservation !== undefined && { reservation }),
    call: [upstream, endpoint, consumer, operation, attempt],
    payers: payers.map(({ account, credential, windows }) => ({
      account,
      credential,
      windows: windows.map((window) => [window.key, window.limit, window.lengthMs, holdMs(window, timeoutMs)]),
    })),
  };
}

function statesOf({ payers }: PermitRequest, states: FullReply): readonly PayerState[] {
  return payers.map(({ credential }, index) => {
    const [pausedUntil, full] = states[index] ?? [0, []];
    return { credential, pausedUntil, full: full.map(([key, freeAt]) => ({ key, freeAt })) };
  });
}

async function take({ own, member }: Desk, id: string, request: PermitRequest): Promise<PermitDecision> {
  const { payers, call, timeoutMs } = request;
  for (const window of payers.flatMap(({ windows }) => windows)) member.raiseLongest(holdMs(window, timeoutMs));
  const reply = await member.decide('take', questionOf(id, request));
  const [kind, at] = [reply[0], Number(reply[1])];
  if (kind === 'full') return { kind, at, payers: statesOf(request, reply[2] as unknown as FullReply) };
  if (kind === 'busy') return { kind, at };
  const payer = payers[Number(reply[2]) - 1];
  if (payer === undefined) throw new RangeError('the script chose a payer that is none');
  const spent = reply[3] as readonly string[];
  own.begin(id, { at, payer, call, timeoutMs, reservation: request.reservation, spent });
  return { kind: 'permit', id, credential: payer.credential, at };
}

/** Where the place of an ended call goes: so long from now, but not before its bound; -1: it is free at once. */
function afterEnd(
  { lengthMs }: { readonly lengthMs: number },
  { answered }: CallEnd,
): readonly [afterMs: number, isBound: boolean] {
  return [freeAfterEnd({ lengthMs, freeAt: 0 }, answered, 0) ?? -1, !answered && lengthMs > 0];
}

async function settle({ ask, own }: Desk, id: string, end: CallEnd): Promise<void> {
  const call = own.find(id);
  if (call === undefined) return;
  const windows = call.places.map((place) => [place.key, ...afterEnd(place, end)]);
  own.end(id, end, Number(await ask('settle', { id, at: call.at, windows, receipt: own.receiptOf(id, end) })));
}

async function giveBack({ ask, own }: Desk, id: string, request?: PermitRequest): Promise<void> {
  const call = own.find(id);
  const windows = call?.places ?? request?.payers.flatMap((payer) => payer.windows) ?? [];
  const { at, reservation, spent = [] } = call ?? {};
  const known = { ...(at !== undefined && { at }), ...(reservation !== undefined && { reservation }) };
  await ask('giveBack', { id, windows: windows.map(({ key }) => key), spent, ...known });
  own.drop(id);
}

/** A call to an upstream without limits goes whatever the store says: its permit is written when it can be. */
async function takeInTime(desk: Desk, id: string, request: PermitRequest): Promise<PermitDecision> {
  try {
    return await take(desk, id, request);
  } catch (error) {
    if (request.payers.some(({ windows }) => windows.length > 0)) {
      // Where the connection broke it may have been given all the same.
      const isRefused = error instanceof PermitsHeld || isUnsent(error);
      if (!isRefused) void desk.outbox.write(() => giveBack(desk, id, request));
      throw error;
    }
    let decision: PermitDecision | undefined;
    await desk.outbox.write(async () => {
      decision = await take(desk, id, request);
    });
    if (decision === undefined) throw error;
    return decision;
  }
}

function createPermitStore(desk: Desk, replica: string): PermitStore {
  const { ask, own, outbox } = desk;
  let serial = 0;
  return {
    take: (request) => {
      serial += 1;
      return takeInTime(desk, `${replica}.${serial.toString(36)}`, request);
    },
    ...createRedisReservations(desk),
    settle: (id, end) => outbox.write(() => settle(desk, id, end)),
    giveBack: (id) => outbox.write(() => giveBack(desk, id)),
    pause: (account, ms) => outbox.write(async () => own.pause(account, Number(await ask('pause', { account, ms })))),
    states: async (windows) => {
      const asked = windows.map(({ key, limit, lengthMs }) => [key, limit, lengthMs]);
      const states = (await ask('states', { windows: asked })) as readonly (readonly [number, number, LuaReply])[];
      return windows.map(({ key }, index) => {
        const [used, reserved, freeAt] = states[index] ?? [0, 0, null];
        return { key, used, reserved, freeAt: freeAt === null ? null : Number(freeAt) };
      });
    },
  };
}

/** Permits on a Redis that many machines share. What it loses each process gives back: docs/decisions/0034. */
export function openRedisPermits({ client, clock, log, now }: RedisPermitsOptions): RedisPermits {
  const replica = randomBytes(9).toString('base64url');
  const [ask, own, outbox] = [createAsk(client, now), createOwnLog(), createOutbox()];
  const member = createMember({ replica, client, ask, own, outbox, clock, log });
  let cancel = clock.after(SWEEP_MS, function again() {
    sweepWindows(client, ask).catch(() => undefined);
    cancel = clock.after(SWEEP_MS, again);
  });
  return {
    permits: createPermitStore({ ask, own, outbox, member }, replica),
    ready: async () => {
      for (const weakness of weaknesses(await readPersistence(client))) log.warn({ task: 'store' }, weakness);
      await member.ready();
    },
    close: () => {
      cancel();
      return member.close();
    },
  };
}
