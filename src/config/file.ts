import * as v from 'valibot';
import { UPSTREAMS } from '../base/upstream.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(`a whole number from ${least} to ${most}`), v.integer(), v.minValue(least), v.maxValue(most));

const window = v.strictObject({ limit: v.optional(whole(1, 10_000_000)), seconds: v.optional(whole(0, 31_622_400)) });

const ages = v.strictObject({ fresh: v.optional(whole(0, 31_622_400)), usable: v.optional(whole(0, 31_622_400)) });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

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
  /** What NotifyVisitors does not tell about the account. */
  notifyVisitors: v.optional(
    v.strictObject({
      /** Of its times without a zone: an IANA name. */
      timeZone: v.optional(
        v.pipe(v.string(), v.check(isTimeZone, 'an IANA time zone such as Europe/Paris')),
        'Asia/Kolkata',
      ),
      /** Of its revenue, where an answer names none: ISO 4217. */
      currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR'))),
    }),
    {},
  ),
  /** How long the usage history is kept in full, and after that by the hour, days; by the day it is kept for ever. */
  usage: v.optional(
    v.pipe(
      v.strictObject({ detailDays: v.optional(whole(1, 3_660), 7), hourDays: v.optional(whole(1, 3_660), 90) }),
      v.check(({ detailDays, hourDays }) => hourDays >= detailDays, 'hourDays not below detailDays'),
    ),
    {},
  ),
  collections: v.optional(v.strictObject({ warm: v.optional(v.array(v.string()), []) }), { warm: [] }),
});

export type ConfigFile = Readonly<v.InferOutput<typeof configFile>>;
