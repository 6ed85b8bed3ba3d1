import type { DatabaseSync } from 'node:sqlite';
import { choosePayer, isCounted } from './decide-permit.ts';
import { decideReservation, keepFor } from './decide-reservation.ts';
import { readPermitId, writePermitId } from './permit-id.ts';
import type {
  CallEnd,
  Demand,
  PermitDecision,
  PermitRequest,
  PermitWindow,
  ReserveDecision,
  WindowState,
} from './permits.ts';
import { createSqliteCalls, type SqliteCalls } from './sqlite-calls.ts';
import { createSqlitePlaces, type SqlitePlaces } from './sqlite-places.ts';
import { createTransaction } from './sqlite-transaction.ts';
import { createRollUp, createUsageWriter } from './sqlite-usage.ts';
import type { OldUsage, UsageMinute } from './store.ts';

/** What is asked of the accounts, with the instant at which it was. */
export type Job =
  | { readonly kind: 'take'; readonly now: number; readonly request: PermitRequest }
  /** `id`: what the reservation will be called; drawn at random, so that no other process can ever name the same. */
  | {
      readonly kind: 'reserve';
      readonly now: number;
      readonly id: string;
      readonly demands: readonly Demand[];
      readonly ms: number;
    }
  | { readonly kind: 'shrink'; readonly id: string; readonly demands: readonly Demand[] }
  | { readonly kind: 'settle'; readonly now: number; readonly id: string; readonly end: CallEnd }
  | { readonly kind: 'giveBack'; readonly id: string }
  | { readonly kind: 'pause'; readonly now: number; readonly account: string; readonly ms: number }
  | { readonly kind: 'states'; readonly now: number; readonly windows: readonly PermitWindow[] }
  | { readonly kind: 'usage'; readonly rows: readonly UsageMinute[] }
  | { readonly kind: 'rollUp'; readonly old: OldUsage }
  /** Nothing: it is done when all before it is. */
  | { readonly kind: 'catchUp' };

export type JobValue = PermitDecision | ReserveDecision | readonly WindowState[] | number | undefined;
/** Of a job without a value `value` may be absent. */
export type JobOutcome = { readonly value?: JobValue } | { readonly error: string; readonly busy: boolean };

type Tables = { readonly places: SqlitePlaces; readonly calls: SqliteCalls };

function take({ places, calls }: Tables, { request, now }: Job & { kind: 'take' }): PermitDecision {
  const choice = choosePayer(places, request, now);
  if (choice.kind !== 'permit') return { ...choice, at: now };
  const { payer } = choice;
  const { reservation, timeoutMs, call } = request;
  const number = calls.add(now, payer, call);
  const paid = { now, boundAt: now + timeoutMs, reservation };
  const held = payer.windows.map((window) => places.put(window, paid));
  const id = writePermitId({ at: now, number, reservation, places: held });
  return { kind: 'permit', id, credential: payer.credential, at: now };
}

function settle({ places, calls }: Tables, { id, end, now }: Job & { kind: 'settle' }): void {
  const permit = readPermitId(id);
  // Places follow their receipt: what was ended once, or given back, moves nothing any more.
  if (permit !== undefined && calls.end(permit, end)) places.move(permit, end.answered, now);
}

function giveBack({ places, calls }: Tables, { id }: Job & { kind: 'giveBack' }): void {
  const permit = readPermitId(id);
  if (permit !== undefined && calls.drop(permit)) places.drop(permit);
}

function reserve({ places }: Tables, { id, demands, ms, now }: Job & { kind: 'reserve' }): ReserveDecision {
  const decision = decideReservation(places, demands, now);
  if (decision.kind === 'full') return decision;
  places.keep(id, decision.kept, now + ms);
  return { kind: 'reserved', id, at: now };
}

function stateOf({ places }: Tables, window: PermitWindow, now: number): WindowState {
  const { key } = window;
  const [used, reserved] = [places.used(key, now), places.reserved(key, now)];
  return { key, used, reserved, freeAt: isCounted(window) ? places.freeAt(key) : null };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === 5;
}

function failed(error: unknown): JobOutcome {
  return { error: error instanceof Error ? error.message : 'unknown failure', busy: isBusy(error) };
}

/**
 * What a commit waits for. Of permits: the disk. A reservation that a failing machine forgets has lost its operation
 * with it. An end outlives this process without it; should the machine fail before the next permit takes it along, its
 * places stay taken until they come free by themselves.
 */
function createCommitMode(db: DatabaseSync): (jobs: readonly Job[]) => void {
  let isFull: boolean | undefined;
  return (jobs) => {
    const full = jobs.some(({ kind }) => kind === 'take');
    if (full !== isFull) db.exec(`PRAGMA synchronous = ${full ? 'FULL' : 'NORMAL'}`);
    isFull = full;
  };
}

type RunJobs = (jobs: readonly Job[]) => readonly JobOutcome[];

/** Runs jobs, and again those alone that found the file busy: what is done must not be done twice. */
export function runUntilFree(run: RunJobs, jobs: readonly Job[], tries: number): readonly JobOutcome[] {
  const outcomes = run(jobs);
  const isWaiting = (index: number): boolean => {
    const outcome = outcomes[index];
    return outcome !== undefined && 'error' in outcome && outcome.busy;
  };
  const waiting = jobs.filter((_job, index) => isWaiting(index));
  if (waiting.length === 0 || tries <= 1) return outcomes;
  const later = [...runUntilFree(run, waiting, tries - 1)];
  return outcomes.map((outcome, index) => (isWaiting(index) ? (later.shift() ?? outcome) : outcome));
}

/** Does one job, inside somebody else's transaction. */
function createWork(db: DatabaseSync, tables: Tables): (job: Job) => JobValue {
  const { places } = tables;
  const addUsage = createUsageWriter(db);
  const rollUp = createRollUp(db);
  return (job) => {
    if (job.kind === 'take') return take(tables, job);
    if (job.kind === 'reserve') return reserve(tables, job);
    if (job.kind === 'states') return job.windows.map((window) => stateOf(tables, window, job.now));
    if (job.kind === 'rollUp') return rollUp(job.old);
    if (job.kind === 'settle') settle(tables, job);
    else if (job.kind === 'giveBack') giveBack(tables, job);
    else if (job.kind === 'shrink') places.leave(job.id, keepFor(job.demands, places.held(job.id)));
    else if (job.kind === 'pause') places.pause(job.account, job.now + job.ms);
    else if (job.kind === 'usage') addUsage(job.rows);
    return undefined;
  };
}

/** Runs jobs in their order, all in one transaction: what it tells is written. A job that fails does so alone. */
export function createJobRunner(db: DatabaseSync): RunJobs {
  const tables: Tables = { places: createSqlitePlaces(db), calls: createSqliteCalls(db) };
  const { places, calls } = tables;
  const work = createWork(db, tables);
  const setMode = createCommitMode(db);
  const transact = createTransaction(db);
  const together = (jobs: readonly Job[]): readonly JobOutcome[] => {
    setMode(jobs);
    try {
      return transact(() => {
        places.begin();
        const outcomes = jobs.map((job) => ({ value: work(job) }));
        places.finish();
        return outcomes;
      });
    } catch (error) {
      places.undo();
      calls.undo();
      throw error;
    }
  };
  return (jobs) => {
    try {
      return together(jobs);
    } catch (error) {
      if (jobs.length === 1 || isBusy(error)) return jobs.map(() => failed(error));
      return jobs.flatMap((job) => {
        try {
          return together([job]);
        } catch (own) {
          return [failed(own)];
        }
      });
    }
  };
}
