import type { Clock } from './base/clock.ts';
import { UpstreamError } from './base/errors.ts';
import type { Log } from './base/log.ts';
import { ConfigError } from './config/variables.ts';
import type { Config } from './config.ts';
import type { Fills } from './loading/fills.ts';
import { createMeter } from './loading/meter.ts';
import type { ReadScope } from './loading/reader.ts';
import { beginReads, type Sources } from './sources/registry.ts';

/** What became of the copies of one collection. */
export type Warmed = {
  readonly name: string;
  /** Rows held now, in all copies that were looked at. */
  readonly rows: number;
  /** Upstream calls made for it. */
  readonly calls: number;
  /** null: up to date. Else the code of what stopped it; the next time goes on from there. */
  readonly stopped: string | null;
  /** Seconds after which going on may help; null where that is not known or not needed. */
  readonly retryAfterSeconds: number | null;
};

type Warming = { readonly sources: Sources; readonly clock: Clock; readonly signal: AbortSignal };

/** Nobody waits for an answer: no deadline but that of each call. */
const LONGEST_MS = 86_400_000;

function beginWarming({ clock, signal }: Warming): ReadScope {
  const meter = createMeter();
  const startedAt = clock.now();
  return {
    signal,
    startedAt,
    deadlineAt: startedAt + LONGEST_MS,
    consumer: 'weir',
    lane: 'bi',
    operation: 'warm',
    // Held rows do not stand in: what could not be brought up to date is told.
    wish: { staleIfError: 0 },
    meter,
    asked: new Map(),
    waiting: new Map(),
    pinned: new Set(),
    inVain: new Set(),
    onCall: meter.onCall,
  };
}

/** The fills of the configured upstreams. NotifyVisitors has no collections. */
function fillsOf(sources: Sources, scope: ReadScope): Fills {
  const { visualVisitor, visit, iadvize } = sources;
  const reads = beginReads(sources, scope);
  return new Map([
    ...(visualVisitor === undefined ? [] : reads.visualVisitor.fills),
    ...(visit === undefined ? [] : reads.visit.fills),
    ...(iadvize === undefined ? [] : reads.iadvize.fills),
  ]);
}

function namesOf(warming: Warming): readonly string[] {
  return [...fillsOf(warming.sources, beginWarming(warming)).keys()];
}

function allowed(known: readonly string[]): string {
  return known.join(', ') || 'none, because no upstream that has any is configured';
}

/** ConfigError for a name that no configured upstream has. `where` is the setting or argument that has it. */
export function checkNames(warming: Warming, names: readonly string[], where: string): void {
  const known = namesOf(warming);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new ConfigError(where, `names an unknown collection: ${unknown}`, allowed(known));
}

/** What an operator asks to be warmed: the given names, else the configured ones. ConfigError for none, or for a wrong one. */
export function chooseNames(
  warming: Warming,
  given: readonly string[],
  configured: readonly string[],
): readonly string[] {
  const names = given.length > 0 ? given : configured;
  if (names.length === 0)
    throw new ConfigError('NAME', 'is missing, and collections.warm has none', allowed(namesOf(warming)));
  checkNames(warming, names, given.length > 0 ? 'NAME' : 'WEIR_CONFIG');
  return names;
}

async function warmOne(warming: Warming, name: string): Promise<Warmed> {
  const scope = beginWarming(warming);
  let rows = 0;
  const outcome = (stopped: string | null, retryAfterSeconds: number | null = null): Warmed => ({
    name,
    rows,
    calls: scope.meter.calls.length,
    stopped,
    retryAfterSeconds,
  });
  try {
    await fillsOf(warming.sources, scope).get(name)?.({ scope, path: () => [] }, (more) => {
      rows += more;
    });
    return outcome(null);
  } catch (error) {
    if (error instanceof UpstreamError) return outcome(error.code, error.details.retryAfterSeconds ?? null);
    throw error;
  }
}

/**
 * Brings held copies up to date, one collection after the other, in the lane `bi`. Where quota ends the next one is tried: it may be
 * another upstream's. Each is told as soon as it is done.
 */
export async function* warmCopies(warming: Warming, names: readonly string[]): AsyncGenerator<Warmed> {
  for (const name of names) {
    warming.signal.throwIfAborted();
    yield await warmOne(warming, name);
  }
}

/** Warms the configured copies once, beside the operations; ends early, at a call's end, when its signal aborts. */
export async function warmInBackground(
  warming: Warming,
  { config, log }: { readonly config: Pick<Config, 'collections'>; readonly log: Log },
): Promise<void> {
  const names = config.collections.warm;
  if (names.length === 0) return;
  try {
    for await (const { name, rows, calls, stopped } of warmCopies(warming, names))
      log.info(
        { collection: name, rows, calls, stopped },
        stopped === null ? 'a copy is warm' : 'a copy is warm in part',
      );
  } catch (error) {
    if (warming.signal.aborted) return;
    log.error({ task: 'warm', error: error instanceof Error ? error.name : typeof error }, 'housekeeping failed');
  }
}
