import type { Upstream } from '../base/upstream.ts';

/** One secret of a key. What was handed out is not kept, only its digest. */
export type KeySecret = {
  /** SHA-256, hex. */
  readonly digest: string;
  /** Epoch milliseconds, like all instants here. */
  readonly createdAt: number;
  /** The end of its overlap with the secret that replaced it; null for the newest. */
  readonly validUntil: number | null;
};

/** A consumer key as it is kept. */
export type KeyRecord = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly lane: 'interactive' | 'bi';
  readonly budgets: readonly {
    readonly calls: number;
    readonly seconds: number;
    readonly upstream: Upstream | null;
  }[];
  readonly maxCost: number | null;
  /** Whether it opens saved queries only. Absent in records of before there were any: false. */
  readonly savedOnly?: boolean;
  readonly createdAt: number;
  readonly rotatedAt: number | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly secrets: readonly KeySecret[];
};

/** The consumer keys, shared by all processes that use the store. */
export type KeyStore = {
  /** All keys, by name, with a version that every change raises; undefined while the version is still the known one. */
  read(known?: number): Promise<{ readonly version: number; readonly keys: readonly KeyRecord[] } | undefined>;
  /** Writes what `change` makes of a name's record, with nobody else's change between. Nothing is written if it throws. */
  change(name: string, change: (known: KeyRecord | undefined) => KeyRecord): Promise<KeyRecord>;
};
