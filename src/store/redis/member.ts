import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Ask } from './ask.ts';
import type { RedisClient } from './connection.ts';
import type { LuaReply } from './lua.ts';
import type { Outbox } from './outbox.ts';
import type { OwnLog } from './own-log.ts';
import { keepsAll, readPersistence } from './persistence.ts';

/** How often a process tells that it is there. */
const BEAT_MS = 1_000;
/** How long a start waits for permits to be given. On an empty store that takes a second. */
const START_MS = 3_000;
const START_LOOK_MS = 50;

export type MemberOptions = {
  readonly replica: string;
  readonly client: RedisClient;
  readonly ask: Ask;
  readonly own: OwnLog;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
};

/** Nobody gets a permit until all that a store lost is written back. */
export class PermitsHeld extends Error {
  constructor() {
    super('the store gives no permits now');
    this.name = 'PermitsHeld';
  }
}

/** The part of one process in the epoch of the store. */
export type Member = {
  /** Asks for what only an unbroken ledger may decide. Where the store lost something, writes back first; rejects while permits are held. */
  decide(kind: string, question: object): Promise<readonly LuaReply[]>;
  /** The longest time for which a place may be held. */
  raiseLongest(ms: number): void;
  /** Resolves when permits are given, or cannot be soon. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** `seen`: the replicas that the store knew at the last beat, with the instants at which they were there. All instants are the store's. */
type Membership = { epoch: string | undefined; state: string; now: number; longest: number; seen: Map<string, number> };

function list(reply: LuaReply): readonly LuaReply[] {
  if (!Array.isArray(reply)) throw new TypeError('the script answered with no list');
  return reply;
}

/** Writes back what this process knows and takes part in the epoch that is, all who ask at the same time together. */
function createJoin({ replica, client, ask, own, log }: MemberOptions, mine: Membership): () => Promise<void> {
  let joining: Promise<void> | undefined;
  const join = async (): Promise<void> => {
    const all = keepsAll(await readPersistence(client));
    const known = mine.epoch;
    const question = {
      replica,
      fresh: crypto.randomUUID(),
      keepsAll: all,
      replicas: [...mine.seen].flat(),
      longest: mine.longest,
    };
    const reply = list(await ask('join', { ...question, ...(known && { epoch: known }), ...own.written(mine.now) }));
    mine.epoch = String(reply[0]);
    mine.state = String(reply[1]);
    mine.now = Number(reply[2]);
    if (known !== undefined && known !== mine.epoch)
      log.warn({ task: 'store' }, 'the store lost the end of the ledger; this process has written back its own part');
  };
  return () => {
    joining ??= join().finally(() => {
      joining = undefined;
    });
    return joining;
  };
}

/** Asks with the epoch of this process, and keeps what the answer tells of it. */
function createAskAsMember({ ask }: MemberOptions, mine: Membership) {
  return async (kind: string, question: object): Promise<readonly LuaReply[]> => {
    const reply = list(await ask(kind, { ...question, ...(mine.epoch && { epoch: mine.epoch }) }));
    const [state, now] = reply;
    if (typeof now === 'number') mine.now = Math.max(mine.now, now);
    mine.state = state === 'lost' || state === 'closed' ? state : 'open';
    return reply;
  };
}

function createBeat({ replica, log, outbox }: MemberOptions, mine: Membership, ask: Member['decide']) {
  return async (): Promise<void> => {
    const before = mine.state;
    const reply = await ask('beat', { replica, longest: mine.longest });
    // While permits are held the store does not know all who were there before.
    if (mine.state === 'open') mine.seen.clear();
    const seen = list(reply[2] ?? []);
    for (let index = 0; index < seen.length; index += 2) mine.seen.set(String(seen[index]), Number(seen[index + 1]));
    if (mine.state === 'closed' && before === 'open')
      log.warn({ task: 'store' }, 'no permits until every replica has written back its part of the ledger');
    await outbox.flush();
  };
}

/** Runs a task every second, and whenever the connection is back. */
function repeat({ client, clock }: MemberOptions, task: () => Promise<void>): () => void {
  const quietly = (): void => void task().catch(() => undefined);
  let cancel = clock.after(BEAT_MS, function again() {
    quietly();
    cancel = clock.after(BEAT_MS, again);
  });
  client.on('ready', quietly);
  return () => {
    cancel();
    client.off('ready', quietly);
  };
}

export function createMember(options: MemberOptions): Member {
  const { replica, ask, outbox, clock } = options;
  const mine: Membership = { epoch: undefined, state: 'lost', now: 0, longest: 0, seen: new Map() };
  const join = createJoin(options, mine);
  const askAsMember = createAskAsMember(options, mine);
  const askJoined: Member['decide'] = async (kind, question) => {
    const reply = await askAsMember(kind, question);
    if (reply[0] !== 'lost') return reply;
    await join();
    return askAsMember(kind, question);
  };
  const beat = createBeat(options, mine, askJoined);
  const stop = repeat(options, beat);
  return {
    decide: async (kind, question) => {
      const reply = await askJoined(kind, question);
      if (reply[0] === 'lost' || reply[0] === 'closed') throw new PermitsHeld();
      return reply;
    },
    raiseLongest: (ms) => {
      mine.longest = Math.max(mine.longest, ms);
    },
    ready: async () => {
      await beat();
      for (let waited = 0; mine.state !== 'open' && waited < START_MS; waited += START_LOOK_MS) {
        await new Promise<void>((resolve) => void clock.after(START_LOOK_MS, resolve));
        await beat();
      }
    },
    close: async () => {
      stop();
      await outbox.close();
      await ask('depart', { replica }).catch(() => undefined);
    },
  };
}
