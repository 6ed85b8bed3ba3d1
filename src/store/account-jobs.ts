import type { DatabaseSync } from 'node:sqlite';
import { choosePayer, isCounted } from './decide-permit.ts';
import { decideReservation, keepFor } from './decide-reservation.ts';
import type {
  CallEnd,
  CallEntry,
  Demand,
  Payer,
  PermitDecision,
  PermitRequest,
  PermitWindow,
  ReserveDecision,
  WindowState,
} from './permits.ts';
import { createSqlitePlaces, type SqlitePlaces } from './sqlite-places.ts';
import { transaction } from './sqlite-transaction.ts';
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
export type JobOutcome = { readonly value: JobValue } | { readonly error: string; readonly busy: boolean };

/** The receipts of calls: begun with the permit, complete when the call is over. */
function createCalls(db: DatabaseSync) {
  // A place may be held for longer than the receipt is kept: its number is not given again either.
  const add = db.prepare(`
    INSERT INTO calls (id, at, upstream, endpoint, credential, consumer, operation, attempt)
    VALUES (
      1 + max(coalesce((SELECT max(id) FROM calls), 0), coalesce((SELECT max(permit) FROM places), 0)), ?, ?, ?, ?, ?, ?, ?
    ) RETURNING id`);
  const end = db.prepare('UPDATE calls SET outcome = ?, duration_ms = ?, bytes = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM calls WHERE id = ?');
  return {
    add: (at: number, { credential }: Payer, call: CallEntry): number => {
      const { upstream, endpoint, consumer, operation, attempt } = call;
      return Number(add.get(at, upstream, endpoint, credential, consumer, operation, attempt)?.id);
    },
    end: (id: number, { outcome, durationMs, bytes }: CallEnd) => end.run(outcome, durationMs, bytes, id),
    drop: (id: number) => drop.run(id),
  };
}

type Calls = ReturnType<typeof createCalls>;

function take(places: SqlitePlaces, calls: Calls, { request, now }: Job & { kind: 'take' }): PermitDecision {
  const choice = choosePayer(places, request, now);
  if (choice.kind !== 'permit') return { ...choice, at: now };
  const { payer } = choice;
  const id = calls.add(now, payer, request.call);
  const paid = { now, boundAt: now + request.timeoutMs, reservation: request.reservation };
  for (const window of payer.windows) places.put(id, window, paid);
  return { kind: 'permit', id: String(id), credential: payer.credential, at: now };
}

function reserve(places: SqlitePlaces, { id, demands, ms, now }: Job & { kind: 'reserve' }): ReserveDecision {
  const decision = decideReservation(places, demands, now);
  if (decision.kind === 'full') return decision;
  places.keep(id, decision.kept, now + ms);
  return { kind: 'reserved', id, at: now };
}

function stateOf(places: SqlitePlaces, window: PermitWindow, now: number): WindowState {
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

/** Runs jobs in their order, all in one transaction: what it tells is written. A job that fails does so alone. */
export function createJobRunner(db: DatabaseSync): RunJobs {
  const places = createSqlitePlaces(db);
  const calls = createCalls(db);
  const addUsage = createUsageWriter(db);
  const rollUp = createRollUp(db);
  const run = (job: Job): JobValue => {
    if (job.kind === 'take') return take(places, calls, job);
    if (job.kind === 'reserve') return reserve(places, job);
    if (job.kind === 'states') return job.windows.map((window) => stateOf(places, window, job.now));
    if (job.kind === 'rollUp') return rollUp(job.old);
    if (job.kind === 'settle') {
      places.move(Number(job.id), job.end.answered, job.now);
      calls.end(Number(job.id), job.end);
    } else if (job.kind === 'giveBack') {
      places.drop(Number(job.id));
      calls.drop(Number(job.id));
    } else if (job.kind === 'shrink') places.leave(job.id, keepFor(job.demands, places.held(job.id)));
    else if (job.kind === 'pause') places.pause(job.account, job.now + job.ms);
    else if (job.kind === 'usage') addUsage(job.rows);
    return undefined;
  };
  const setMode = createCommitMode(db);
  const together = (jobs: readonly Job[]): readonly JobOutcome[] => {
    setMode(jobs);
    let outcomes: readonly JobOutcome[] = [];
    transaction(db, () => {
      places.begin();
      outcomes = jobs.map((job) => ({ value: run(job) }));
      places.finish();
    });
    return outcomes;
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
