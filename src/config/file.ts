import * as v from 'valibot';
import { UPSTREAMS } from '../base/upstream.ts';

/** Every message says what is allowed. */
const wholeNumber = (least: number, most: number) => {
  const allowed = `a whole number from ${least} to ${most}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(least, allowed), v.maxValue(most, allowed));
};

const membersOf = <T extends v.ObjectEntries>(entries: T) => v.strictObject(entries, Object.keys(entries).join(', '));

const ages = membersOf({
  fresh: v.optional(wholeNumber(0, 31_622_400)),
  usable: v.optional(wholeNumber(0, 31_622_400)),
});

const SHARE = 'a number from 0 to 1';
const TIME_ZONE = 'an IANA time zone such as Europe/Paris';
const CURRENCY = 'an ISO 4217 code such as EUR';
const NAMES = 'a list of names';
const FOLDER = 'the path of a folder';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const timeZone = v.pipe(v.string(TIME_ZONE), v.check(isTimeZone, TIME_ZONE));

const window = v.pipe(
  membersOf({
    limit: v.optional(wholeNumber(1, 10_000_000)),
    seconds: v.optional(wholeNumber(0, 31_622_400)),
    /** Default: any `seconds`, wherever they begin. `calendar`: days of a zone. */
    kind: v.optional(v.picklist(['sliding', 'calendar'], 'sliding, calendar'), 'sliding'),
    /** Whose days are counted, of kind `calendar`. */
    zone: v.optional(timeZone),
  }),
  v.check(({ kind, zone }) => (kind === 'calendar') === (zone !== undefined), 'kind calendar together with a zone'),
);

/** The members of the `WEIR_CONFIG` file. An unknown one is refused. */
export const configFile = membersOf({
  /** What differs from the contracts' limits, by upstream and window name. */
  windows: v.optional(
    v.record(
      v.picklist(UPSTREAMS, UPSTREAMS.join(', ')),
      v.record(v.string(), window, 'windows by their names'),
      UPSTREAMS.join(', '),
    ),
    {},
  ),
  /** What differs from the default ages, by endpoint: seconds. */
  freshness: v.optional(v.record(v.string(), ages, 'ages by the names of endpoints'), {}),
  /** The longest that an operation may take, milliseconds. */
  deadlineMs: v.optional(wholeNumber(100, 600_000), 15_000),
  /** The longest that one upstream call may take, milliseconds. */
  callTimeoutMs: v.optional(wholeNumber(50, 600_000), 8_000),
  /** The share of each window that batch work leaves to interactive work, 0 to 1. */
  interactiveFloor: v.optional(v.pipe(v.number(SHARE), v.minValue(0, SHARE), v.maxValue(1, SHARE)), 0.5),
  /** The most rows that one operation may ask for: the product of all `first` on a path, summed over paths. */
  maxRows: v.optional(wholeNumber(1, 10_000_000), 100_000),
  /** What NotifyVisitors does not tell about the account. */
  notifyVisitors: v.optional(
    membersOf({
      /** Of its times without a zone: an IANA name. */
      timeZone: v.optional(timeZone, 'Asia/Kolkata'),
      /** Of its revenue, where an answer names none: ISO 4217. */
      currency: v.optional(v.pipe(v.string(CURRENCY), v.regex(/^[A-Z]{3}$/, CURRENCY))),
    }),
    {},
  ),
  /** How long the usage history is kept in full, and after that by the hour, days; by the day it is kept for ever. */
  usage: v.optional(
    v.pipe(
      membersOf({ detailDays: v.optional(wholeNumber(1, 3_660), 7), hourDays: v.optional(wholeNumber(1, 3_660), 90) }),
      v.check(({ detailDays, hourDays }) => hourDays >= detailDays, 'hourDays not below detailDays'),
    ),
    {},
  ),
  /** A folder with saved queries, `NAME.graphql`; without it `queries/` of the project. Relative to where the gateway is started. */
  queries: v.optional(v.pipe(v.string(FOLDER), v.nonEmpty(FOLDER))),
  collections: v.optional(membersOf({ warm: v.optional(v.array(v.string(NAMES), NAMES), []) }), { warm: [] }),
});

export type ConfigFile = Readonly<v.InferOutput<typeof configFile>>;
