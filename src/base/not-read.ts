import type { Upstream } from './upstream.ts';

/** A read that only calls can answer: how many, as far as that is known. A null `max`: nothing bounds them. */
export type MissingRead = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  min: number;
  max: number | null;
  /** Rows of a full page, where it is a page. */
  readonly pageSize: number | null;
  /** Calls that may come beside those of its pages; absent: none. */
  readonly spare?: number;
};

/**
 * How reading goes on once these reads are answered: no further; in further pages of the same list; in further pages of lists that are
 * given out as one; or in ways that only the answers tell.
 */
type Onward = 'ends' | 'pages' | 'merged' | 'unknown';

/** Where a planned operation would call. Planning goes no further: nothing leaves the process. */
export class NotRead extends Error {
  readonly reads: readonly MissingRead[];
  readonly onward: Onward;

  constructor(reads: readonly MissingRead[], onward: Onward = 'unknown') {
    super('a planned operation reads nothing');
    this.name = 'NotRead';
    this.reads = reads;
    this.onward = onward;
  }

  /** The same reads, with what is known here of how it goes on. */
  going(onward: Onward): NotRead {
    return onward === this.onward ? this : new NotRead(this.reads, onward);
  }

  /** The same reads, of which each may take one call more: another way that was tried first. */
  withSpare(): NotRead {
    const reads = this.reads.map((read) => ({ ...read, max: read.max === null ? null : read.max + 1, spare: 1 }));
    return new NotRead(reads, this.onward);
  }
}

/** The same outcome; a planned read that is missing goes on as said. */
export async function going<T>(onward: Onward, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw error instanceof NotRead ? error.going(onward) : error;
  }
}

/** Nothing is read after it, whatever it answers. */
export function lastRead<T>(read: Promise<T>): Promise<T> {
  return going('ends', read);
}

/** Several that are missing at the same time as one; it ends only where all of them do. */
export function together(missing: readonly NotRead[]): NotRead {
  const [first] = missing;
  const alike = missing.every(({ onward }) => onward === first?.onward);
  const reads = [...new Set(missing.flatMap((one) => one.reads))];
  return new NotRead(reads, alike ? (first?.onward ?? 'ends') : 'unknown');
}
