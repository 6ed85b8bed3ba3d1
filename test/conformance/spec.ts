import type { KeyView } from '../../src/loading/key-views.ts';
import type { Reader, ReadScope } from '../../src/loading/reader.ts';
import type { Simulator } from '../../src/sandbox/kit/simulator.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import type { HarnessOptions, SourceHarness } from '../support/source-harness.ts';

/** A record on the wire. */
export type Wire = Record<string, unknown>;
/** A record as the source gives it. */
export type Model = Readonly<Record<string, unknown>>;

type Common = {
  readonly name: string;
  /** The endpoint whose answers carry the records. */
  readonly row: EndpointRow;
  /** The member that a record cannot do without, on the wire. */
  readonly required: string;
  /** One that it can do without, and its place in the model. No object is right for it. */
  readonly optional: { readonly wire: string; readonly model: string };
  readonly idOf: (model: Model) => string;
};

/** One record by its id; several asked for at once make a batch. */
export type ItemRead<R> = Common & {
  readonly kind: 'item';
  readonly one: (reads: R, reader: Reader, id: string) => Promise<object | null>;
  /** Of records that exist, those of one page of `pages`. */
  readonly ids: readonly string[];
  /** A well-formed id of no record. */
  readonly unknown: (index: number) => string;
  /** The list that a batch may be read from; absent: there is none. */
  readonly pages?: EndpointRow;
};

/** One page of a list, or a join's look-up. */
export type RowsRead<R> = Common & {
  readonly kind: 'list' | 'lookup';
  readonly rows: (reads: R, reader: Reader) => Promise<readonly object[]>;
};

export type Read<R> = ItemRead<R> | RowsRead<R>;

/** A sound request for one endpoint. */
export type Sample = {
  readonly values?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** An answer that is not what the contract says, by the endpoint's kind. */
export type Wrong = {
  readonly name: string;
  readonly list?: unknown;
  /** Of lists that come in pages alone. */
  readonly page?: unknown;
  readonly item?: unknown;
};

/** A failure that the vendor tells inside a 200, and what becomes of it. */
export type Inside = {
  readonly name: string;
  readonly body: unknown;
  /** Of a read of one record; null: there is no such record. */
  readonly item: string | null;
  /** Of a list; null: it is empty. */
  readonly list: string | null;
};

/** A shipped simulator that runs, with all that is asked of it. */
export type Started<R> = {
  readonly simulator: Simulator;
  readonly baseUrl: string;
  readonly reads: readonly Read<R>[];
  /** By endpoint id; every endpoint has one. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** Takes from the first key what the second one keeps; absent where a source has one key. */
  readonly refuseFirstKey?: () => void;
};

export type Source<R> = { begin(scope: ReadScope): R };

/** What the suite must know of a source. */
export type SourceSpec<R> = Pick<HarnessOptions, 'upstream' | 'windows' | 'authorize' | 'judge'> & {
  readonly name: string;
  readonly endpoints: Readonly<Record<string, EndpointRow>>;
  /** The largest page that the vendor gives. */
  readonly largestPage: number;
  /** The secrets of two credentials; each opens the same simulator. */
  readonly secrets: readonly [string, string];
  /** What must appear in no message: the parts of the secrets that are secret. */
  readonly hidden: readonly string[];
  /** Whether keys are chosen by what each of them may see. */
  readonly severalKeys: boolean;
  readonly start: (now: () => number) => Promise<Started<R>>;
  readonly create: (harness: SourceHarness, keys: readonly KeyView[]) => Source<R>;
  /** The records in an answer of an endpoint, to be changed in place or put back changed. */
  readonly records: {
    readonly of: (row: EndpointRow, body: unknown) => readonly Wire[];
    readonly put: (row: EndpointRow, body: unknown, records: readonly Wire[]) => unknown;
  };
  readonly wrong: readonly Wrong[];
  readonly inside200: readonly Inside[];
};
