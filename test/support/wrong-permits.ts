import type { Demand, PermitRequest, PermitStore, PermitWindow } from '../../src/store/permits.ts';

/** Ledgers as one is tempted to build them, over the right one. The checkers must find each of them out. */
export const WRONG_BUILDS = ['recorded after the call', 'aligned window', 'freed from the time of sending'] as const;
/** These keep within the vendor's limits, but not what they say of reservations. */
export const WRONG_RESERVATIONS = ['not all or nothing', 'without an end', 'paid twice'] as const;
export type WrongReservation = (typeof WRONG_RESERVATIONS)[number];
export type WrongBuild = (typeof WRONG_BUILDS)[number];

type Now = () => number;

/** A call is written when it is over: calls that are under way together do not see each other, and a crash forgets them. */
function recordedAfter(right: PermitStore, now: Now): PermitStore {
  const open = new Map<string, PermitRequest>();
  let serial = 0;
  return {
    ...right,
    take: async (request) => {
      const tried = await right.take(request);
      if (tried.kind !== 'permit') return tried;
      await right.giveBack(tried.id);
      serial += 1;
      const id = `open-${serial}`;
      const payers = request.payers.filter(({ credential }) => credential === tried.credential);
      open.set(id, { ...request, payers });
      return { ...tried, id, at: now() };
    },
    settle: async (id, end) => {
      const request = open.get(id);
      const written = request && (await right.take(request));
      if (written?.kind === 'permit') await right.settle(written.id, end);
    },
    giveBack: async (id) => void open.delete(id),
  };
}

/** Counts in windows that begin at full multiples of their length. */
function aligned(right: PermitStore, now: Now): PermitStore {
  const inPeriod = ({ key, ...window }: PermitWindow): PermitWindow => ({
    ...window,
    key: window.lengthMs > 0 ? `${key}@${Math.floor(now() / window.lengthMs)}` : key,
  });
  return {
    ...right,
    take: async (request) => {
      const payers = request.payers.map((payer) => ({ ...payer, windows: payer.windows.map(inPeriod) }));
      const decision = await right.take({ ...request, payers });
      if (decision.kind !== 'full') return decision;
      const named = decision.payers.map((payer) => ({
        ...payer,
        full: payer.full.map(({ key, freeAt }) => ({ key: key.replace(/@\d+$/, ''), freeAt })),
      }));
      return { ...decision, payers: named };
    },
  };
}

/** A slot comes free one window after the call left, whenever the vendor counted it. */
function fromSending(right: PermitStore): PermitStore {
  return { ...right, take: (request) => right.take({ ...request, timeoutMs: 0 }), settle: async () => undefined };
}

export function wrongPermits(build: WrongBuild, right: PermitStore, now: Now): PermitStore {
  if (build === 'recorded after the call') return recordedAfter(right, now);
  return build === 'aligned window' ? aligned(right, now) : fromSending(right);
}

/** As many of the calls as there is room for are kept, and it is told that all are. */
function partly(right: PermitStore): PermitStore {
  const reserve = async (demands: readonly Demand[], ms: number): ReturnType<PermitStore['reserve']> => {
    const decision = await right.reserve(demands, ms);
    const fewer = demands.map(({ calls, ...demand }) => ({ ...demand, calls: calls - 1 }));
    return decision.kind === 'reserved' || fewer.some(({ calls }) => calls === 0) ? decision : reserve(fewer, ms);
  };
  return { ...right, reserve };
}

/** What an operation kept before its process died stays kept. */
function endless(right: PermitStore): PermitStore {
  return { ...right, reserve: (demands) => right.reserve(demands, 86_400_000) };
}

/** A call takes ordinary room, beside what is kept for it. */
function twice(right: PermitStore): PermitStore {
  return { ...right, take: ({ reservation: _none, ...request }) => right.take(request) };
}

export function wrongReservations(build: WrongReservation, right: PermitStore): PermitStore {
  if (build === 'not all or nothing') return partly(right);
  return build === 'without an end' ? endless(right) : twice(right);
}
