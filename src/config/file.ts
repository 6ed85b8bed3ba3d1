import * as v from 'valibot';
import { UPSTREAMS } from '../base/upstream.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(`a whole number from ${least} to ${most}`), v.integer(), v.minValue(least), v.maxValue(most));

const window = v.strictObject({ limit: v.optional(whole(1, 10_000_000)), seconds: v.optional(whole(0, 31_622_400)) });

const ages = v.strictObject({ fresh: v.optional(whole(0, 31_622_400)), usable: v.optional(whole(0, 31_622_400)) });

/** The members of the `WEIR_CONFIG` file. An unknown one is refused. */
export const configFile = v.strictObject({
  /** What differs from the contracts' limits, by upstream and window name. */
  windows: v.optional(v.record(v.picklist(UPSTREAMS), v.record(v.string(), window)), {}),
  /** What differs from the default ages, by endpoint: seconds. */
  freshness: v.optional(v.record(v.string(), ages), {}),
  /** The longest that an operation may take, milliseconds. */
  deadlineMs: v.optional(whole(100, 600_000), 15_000),
  /** The longest that one upstream call may take, milliseconds. */
  callTimeoutMs: v.optional(whole(50, 600_000), 8_000),
  /** The share of each window that batch work leaves to interactive work, 0 to 1. */
  interactiveFloor: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
  /** The most rows that one operation may ask for: the product of all `first` on a path, summed over paths. */
  maxRows: v.optional(whole(1, 10_000_000), 100_000),
  collections: v.optional(v.strictObject({ warm: v.optional(v.array(v.string()), []) }), { warm: [] }),
});

export type ConfigFile = Readonly<v.InferOutput<typeof configFile>>;
