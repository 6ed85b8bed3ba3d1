import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { Log } from '../../base/log.ts';
import type { Payer, PermitStore } from '../../store/permits.ts';
import type { CallRecord, Outcome } from '../call.ts';
import type { Permit } from './ledger.ts';
import { createPauses, type Pauses } from './pauses.ts';
import { type LedgerUpstream, type Purse, payersOf } from './purse.ts';
import { createTurnOrder, type TurnOrder } from './turn-order.ts';
import { createWaitingLine, type WaitingLine } from './waiting-line.ts';

export type SharedLedgerOptions = {
  readonly upstreams: readonly LedgerUpstream[];
  readonly permits: PermitStore;
  readonly clock: Clock;
  /** The latest end of a call after it was asked for: with no answer, its slot counts from then. */
  readonly callTimeoutMs: number;
  /** The share of each window that the bi lane leaves to interactive, 0 to 1. */
  readonly interactiveFloor: number;
  /** Receives the receipt of every call that left. */
  readonly record: (record: CallRecord) => void;
  readonly drifts: DriftCounter;
  readonly log: Log;
};

/** How long a vendor may still hold a request in flight after we closed its connection. */
const CLOSING_MS = 1_000;

/** A connection that broke tells nothing either: what stands before the vendor may still hand the request on. */
const UNANSWERED: ReadonlySet<Outcome> = new Set(['ABORTED', 'TIMEOUT', 'NETWORK']);

/** What all permits of a ledger share. */
export type Office = SharedLedgerOptions & {
  readonly line: WaitingLine;
  readonly pauses: Pauses;
  readonly inOrder: TurnOrder;
  /** Whether the store fails, as the last question to it showed. */
  told(fails: boolean): void;
  isAway(): boolean;
  /** Corrects the ledger by a vendor's count, after the corrections before it: each must see what they have kept. */
  correct(task: () => Promise<void>): void;
  /** Does what nobody waits for. If it fails, places stay taken until they come free by themselves. */
  inBackground(task: Promise<unknown>): void;
};

export function openOffice(options: SharedLedgerOptions): Office {
  const watch = createWatch(options.log);
  let corrected: Promise<void> = Promise.resolve();
  return {
    ...options,
    ...watch,
    correct: (task) => {
      corrected = corrected.then(task, task);
      watch.inBackground(corrected);
    },
    line: createWaitingLine(options.clock),
    pauses: createPauses(),
    inOrder: createTurnOrder(),
  };
}

/** A store that fails is told once, and again when it has worked in between. */
function createWatch(log: Log) {
  let failing = false;
  const told = (fails: boolean): void => {
    if (fails && !failing) log.error('the store does not answer: no call leaves to an upstream with limits');
    else if (!fails && failing) log.info('the store answers again');
    failing = fails;
  };
  return {
    told,
    isAway: () => failing,
    inBackground: (task: Promise<unknown>): void => {
      task.catch(() => told(true));
    },
  };
}

/** Keeps what others have used, by the vendor's count, from all who share the store; for one window, when the vendor has forgotten it. */
async function keepFrom({ permits }: Office, payer: Payer, left: number): Promise<void> {
  const states = await permits.states(payer.windows);
  for (const [index, window] of payer.windows.entries()) {
    const { used, reserved } = states[index] ?? { used: 0, reserved: 0 };
    const calls = window.limit - left - used - reserved;
    if (calls > 0) await permits.reserve([{ payers: [{ ...payer, windows: [window] }], calls }], window.lengthMs);
  }
}

type Taken = {
  readonly purse: Purse;
  readonly endpoint: string;
  /** A promise where the call did not wait for the store; undefined if it gave none. */
  readonly id: string | Promise<string | undefined>;
  readonly takenAt: number;
  readonly endsAt: number;
};

/** The right that the store gave, as its call uses it. */
export function permitOf(office: Office, { purse, endpoint, id, takenAt, endsAt }: Taken): Permit {
  const { permits, pauses, clock, line, inBackground } = office;
  const { account } = purse;
  const withId = (work: (id: string) => Promise<void>): void =>
    inBackground(
      typeof id === 'string' ? work(id) : id.then((known) => (known === undefined ? undefined : work(known))),
    );
  return {
    credential: purse.label,
    takenAt,
    endsAt,
    settle: (record) => {
      const { outcome, durationMs, bytes } = record;
      const answered = !UNANSWERED.has(outcome);
      if (outcome === 'OK' || outcome === 'NOT_FOUND') pauses.answered(account);
      withId((known) => permits.settle(known, { outcome, durationMs, bytes, answered }));
      office.record(record);
      if (answered) line.serve();
      else clock.after(CLOSING_MS, line.serve);
    },
    giveBack: () => {
      withId(permits.giveBack);
      line.serve();
    },
    tighten: (names, left) => {
      const asked = { now: clock.now(), callTimeoutMs: office.callTimeoutMs };
      for (const payer of payersOf([purse], { names, lane: 'interactive', asked }))
        office.correct(() => keepFrom(office, payer, left));
    },
    throttled: (retryAfterMs) => {
      // The ledger had room: the vendor counts otherwise than the contract says.
      office.drifts.at(endpoint)('quota');
      inBackground(permits.pause(account, pauses.lengthAfter(account, retryAfterMs, clock.now())));
    },
  };
}
