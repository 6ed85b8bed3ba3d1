import { canonicalJson, type Json } from '../base/canonical.ts';
import type { Clock } from '../base/clock.ts';
import { UpstreamError } from '../base/errors.ts';
import { NotRead } from '../base/not-read.ts';
import type { AnswerStore } from '../store/answers.ts';
import type { CallRecord, CallScope, EndpointRow } from '../transport/call.ts';
import type { Held } from './answer-shelf.ts';
import { nameDeadline, standInReason } from './fallback.ts';
import type { Flights } from './flights.ts';
import { createHeldAnswers, type HeldAnswers } from './held-answers.ts';
import type { HeldReason } from './meter.ts';
import { type Ages, agesFor, type Reader, type Reading, type ReadScope, settleReading } from './reader.ts';
import { recordsIn } from './record-names.ts';

/** A planned operation calls nothing, but what is held it looks for as any other does. */
const NEVER = new AbortController().signal;

/** One read: an endpoint, what it is asked, and who may see the answer. Never the consumer, never a secret. */
export type Question = {
  readonly row: EndpointRow;
  /** Stands for the set of credentials that see the same. */
  readonly visibility: string;
  /** `again`: a page that was read before, and is read once more because rows have vanished from its list. It counts as a repeat. */
  readonly args: { readonly [name: string]: Json | undefined };
  /** The name of its ages where they depend on what is asked; absent: the endpoint's. */
  readonly ages?: string;
  /** Epoch milliseconds: an answer read before it is not fresh, however young, because the upstream has published since. */
  readonly since?: number;
};

type Fetch = (scope: CallScope) => Promise<unknown>;

/** Held answers of single reads, shared by all consumers behind one visibility. */
export type Answers = {
  /** The held answer if it is young enough, else `fetch`'s; its age is noted at the field that asked. */
  read<T>(reader: Reader, question: Question, fetch: (scope: CallScope) => Promise<T>): Promise<T>;
  /** Whether the answer is held and fresh for this operation, so that reading it costs nothing. */
  isFresh(scope: ReadScope, question: Question): Promise<boolean>;
  /** Those for whose question that is not so. */
  notFresh<T>(scope: ReadScope, things: readonly T[], questionOf: (thing: T) => Question): Promise<T[]>;
  /** Holds what another read brought, so that asking for it costs nothing while it is fresh. */
  hold(question: Question, value: unknown, asOf: number): void;
  /** Drops what is held here and came from these records (`visit.visitors EXPO ID`), and nothing else; what of them is being read now is not held. */
  dropRecords(records: readonly string[]): void;
  /** Drops everything, and what is being read now is not held. */
  clear(): void;
  /** A number that is another one whenever anything held here has changed. */
  version(): number;
};

export type AnswersOptions = {
  readonly clock: Clock;
  readonly flights: Flights;
  readonly agesOf: (row: EndpointRow) => Ages;
  /** Where replicas hold answers for each other. */
  readonly shared?: AnswerStore | undefined;
};

/** Of one question it is asked at every step. */
const keys = new WeakMap<Question, string>();

function questionKey(question: Question): string {
  const known = keys.get(question);
  if (known !== undefined) return known;
  const { row, visibility, args } = question;
  const key = `${row.id} ${visibility} ${canonicalJson(args)}`;
  keys.set(question, key);
  return key;
}

type Cabinet = AnswersOptions & { readonly held: HeldAnswers };

function agesHere({ agesOf }: AnswersOptions, scope: ReadScope, { row, ages }: Question): Ages {
  return agesFor(scope.wish, agesOf(ages === undefined ? row : { ...row, ages }));
}

function ageOf({ clock }: Cabinet, answer: Held): number {
  return (clock.now() - answer.asOf) / 1000;
}

/** Whether nothing that is known to have happened upstream, nor its age, speaks against an answer. */
function isYoung(cabinet: Cabinet, scope: ReadScope, question: Question, answer: Held): boolean {
  const key = questionKey(question);
  const { fresh } = agesHere(cabinet, scope, question);
  const isRecent = ageOf(cabinet, answer) <= fresh && answer.asOf >= (question.since ?? Number.NEGATIVE_INFINITY);
  const young = isRecent || scope.pinned.has(key);
  if (young) scope.meter.limitKeeping(answer.asOf + fresh * 1000);
  if (young && scope.planning) scope.pinned.add(key);
  return young;
}

/** For how long other replicas may have an answer, milliseconds. */
function sharedMs({ agesOf }: AnswersOptions, { row, ages }: Question): number {
  const { fresh, usable } = agesOf(ages === undefined ? row : { ...row, ages });
  if (row.sharing === 'never') return 0;
  return 1000 * (row.sharing === 'while fresh' ? fresh : Math.max(fresh, usable));
}

function isFreshHere(cabinet: Cabinet, scope: ReadScope, question: Question, here: Held): boolean {
  return scope.wish.mode !== 'verify' && isYoung(cabinet, scope, question, here);
}

/** What is held here if that will do, else the latest that any replica holds. */
async function lookUp(cabinet: Cabinet, scope: ReadScope, question: Question): Promise<Held | undefined> {
  const key = questionKey(question);
  const here = cabinet.held.here(key);
  const will = here !== undefined && (here.asOf > scope.startedAt || isFreshHere(cabinet, scope, question, here));
  if (will || question.row.sharing === 'never') return here;
  return cabinet.held.latest(key, scope.planning ? NEVER : scope.signal);
}

/** What a planned operation would have to read. */
function missing({ row: { id: endpoint, upstream, paging } }: Question): NotRead {
  return new NotRead([{ upstream, endpoint, min: 1, max: 1, pageSize: paging === 'none' ? null : paging.size }]);
}

/** Sends one flight for the answer and holds what it brings. */
function call(cabinet: Cabinet, scope: ReadScope, question: Question, fetch: Fetch): Promise<Held> {
  const key = questionKey(question);
  const repeats = question.args.again === undefined ? 0 : 1;
  return cabinet.flights.join(key, scope, async (flight) => {
    let bytes = 0;
    const asOf = cabinet.clock.now();
    const keep = cabinet.held.begin();
    const counting = Object.create(flight, {
      onCall: {
        value: (record: CallRecord) => {
          bytes += record.bytes;
          flight.onCall(repeats === 0 ? record : { ...record, attempt: record.attempt + repeats });
        },
      },
    }) as CallScope;
    const value = await fetch(counting);
    const answer: Held = { value, asOf, bytes, records: recordsIn(question, value) };
    await keep(key, answer, sharedMs(cabinet, question));
    return answer;
  });
}

async function ask(cabinet: Cabinet, scope: ReadScope, question: Question, fetch: Fetch): Promise<Reading<unknown>> {
  const { row } = question;
  const key = questionKey(question);
  const known = await lookUp(cabinet, scope, question);
  const { usable } = agesHere(cabinet, scope, question);
  const hit = (answer: Held, reason: HeldReason): Reading<unknown> => {
    scope.meter.onHit({ upstream: row.upstream, endpoint: row.id, key, reason, asOf: answer.asOf });
    return { value: answer.value, asOf: answer.asOf, reason };
  };
  // What another read has brought since the operation began is just read, whatever it asks for.
  if (known !== undefined && known.asOf > scope.startedAt)
    return { value: known.value, asOf: known.asOf, reason: null };
  if (scope.wish.mode === 'only-held') {
    if (known !== undefined && ageOf(cabinet, known) <= usable) return hit(known, 'CACHE');
    throw new UpstreamError(row.upstream, 'QUOTA_EXCEEDED');
  }
  if (known !== undefined && isFreshHere(cabinet, scope, question, known)) return hit(known, 'CACHE');
  if (scope.planning) throw missing(question);
  try {
    const { value, asOf } = await call(cabinet, scope, question, fetch);
    return { value, asOf, reason: null };
  } catch (error) {
    const failure = nameDeadline(error, row.upstream);
    const reason = standInReason(failure);
    if (known === undefined || reason === undefined || ageOf(cabinet, known) > usable) throw failure;
    return hit(known, reason);
  }
}

export function createAnswers(options: AnswersOptions): Answers {
  const held = createHeldAnswers(options);
  const cabinet: Cabinet = { ...options, held };
  const isFresh: Answers['isFresh'] = async (scope, question) => {
    if (scope.asked.has(questionKey(question))) return true;
    const known = await lookUp(cabinet, scope, question);
    return known !== undefined && isFreshHere(cabinet, scope, question, known);
  };
  return {
    read: async <T>(reader: Reader, question: Question, fetch: (scope: CallScope) => Promise<T>): Promise<T> => {
      const { scope } = reader;
      const key = questionKey(question);
      scope.waiting.set(key, (scope.waiting.get(key) ?? 0) + 1);
      let asked = scope.asked.get(key) as Promise<Reading<T>> | undefined;
      if (asked === undefined) {
        asked = ask(cabinet, scope, question, fetch) as Promise<Reading<T>>;
        scope.asked.set(key, asked);
      }
      return settleReading(reader, await asked, options.clock.now());
    },
    isFresh,
    notFresh: async (scope, things, questionOf) => {
      const fresh = await Promise.all(things.map((thing) => isFresh(scope, questionOf(thing))));
      return things.filter((_thing, index) => fresh[index] === false);
    },
    dropRecords: held.dropRecords,
    clear: held.clear,
    version: held.version,
    hold: (question, value, asOf) => {
      const answer = { value, asOf, bytes: JSON.stringify(value).length, records: recordsIn(question, value) };
      void held.begunAt(asOf)(questionKey(question), answer, sharedMs(options, question));
    },
  };
}
