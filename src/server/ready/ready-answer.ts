import type { RequestContext } from '../../context.ts';
import type { DatedNote, Meter } from '../../loading/meter.ts';
import { ageSecondsOf } from '../../loading/reader.ts';
import { type Coding, codingFor, encode } from '../content-coding.ts';
import { entityTag } from '../entity-tag.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { headOf, type Told } from '../ways.ts';

type Coded = Pick<HttpAnswer, 'encoding'> & { readonly body: string | Buffer; readonly coding: Coding };

/** An answer that took no call, as bytes that can be sent again while nothing held has changed. */
export type ReadyAnswer = {
  /** What was held when it was given. */
  readonly version: string;
  /** The operation's name in the accounts. */
  readonly operation: string;
  readonly meter: Meter;
  readonly contentType: string;
  /** In memory, roughly. */
  readonly bytes: number;
  /** Its entity tag. */
  tag(): string;
  /** Whether all of it is fresh, and no day nor publication may have begun since. */
  isFresh(now: number): boolean;
  /** Its bytes with the ages of now. */
  body(now: number, acceptEncoding: string | undefined): Promise<Coded>;
};

const MINUTE_MS = 60_000;

/** Ranges are relative to now, and begin with a day; upstreams publish at a minute. */
function endOfMinute(now: number): number {
  return (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
}

/** When the first of these ages is another whole number of seconds. */
function agesUntil(notes: readonly DatedNote[], now: number): number {
  const next = notes.map(({ asOf }) => asOf + (ageSecondsOf(asOf, now) + 0.5) * 1000);
  return Math.min(Number.POSITIVE_INFINITY, ...next);
}

type Written = {
  readonly until: number;
  readonly bytes: Buffer;
  /** The bytes as a text: Node writes it together with the head, where bytes are joined to it for each answer. */
  readonly plain: Coded;
  readonly coded: Map<Coding, Promise<Buffer>>;
};

function writer(told: Told, notes: readonly DatedNote[]) {
  return (now: number): Written => {
    const freshness = notes.map(({ path, asOf, reason }) => ({ path, ageSeconds: ageSecondsOf(asOf, now), reason }));
    const extensions = told.extensions && JSON.stringify({ ...told.extensions, freshness });
    const text = headOf(told) + (extensions === undefined ? '}' : `,"extensions":${extensions}}`);
    const bytes = Buffer.from(text);
    const plain = { body: bytes.toString('latin1'), encoding: 'latin1', coding: 'identity' } as const;
    return { until: agesUntil(notes, now), bytes, plain, coded: new Map() };
  };
}

type Given = {
  readonly told: Told;
  readonly context: RequestContext;
  readonly version: string;
  readonly operation: string;
};

/** Undefined if the answer took a call, is not whole, or may not be kept; a dry run tells of this moment, and has no data. */
export function readyAnswer({ told, context, version, operation }: Given): ReadyAnswer | undefined {
  const { meter, admission, gateway } = context;
  const now = gateway.clock.now();
  const until = Math.min(meter.keepUntil, endOfMinute(now) - 1);
  const isHeld = meter.calls.length === 0 && meter.shared.length === 0;
  const isWhole = told.outcome === 'data' && told.status === 200 && told.body.startsWith('{"data":{');
  if (!isHeld || !isWhole || admission.refusal !== undefined || until < now) return undefined;
  const write = writer(told, meter.datedNotes);
  // Most are never asked for again: they are not written a second time.
  let written: Written | undefined;
  let tag: string | undefined;
  return {
    version,
    operation,
    meter,
    contentType: told.headers['content-type'] ?? '',
    bytes: 4 * told.body.length,
    tag: () => {
      tag ??= entityTag(headOf(told));
      return tag;
    },
    isFresh: (at) => at <= until,
    body: async (at, acceptEncoding) => {
      if (written === undefined || at >= written.until) written = write(at);
      const { bytes, plain, coded } = written;
      const coding = codingFor(acceptEncoding, bytes.length);
      if (coding === 'identity') return plain;
      const known = coded.get(coding) ?? encode(bytes, coding);
      coded.set(coding, known);
      return { body: await known, coding };
    },
  };
}
