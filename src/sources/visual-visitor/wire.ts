import {
  anything,
  digits,
  domain,
  email,
  flag,
  instant,
  integer,
  type Leaf,
  listOf,
  record,
  text,
  type ValueOf,
} from '../../base/decode.ts';
import type { OutboundCall, Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';

/** Times are UTC, also where no zone is written. */
export const utcInstant: Leaf<number> = (input, drift, field) => {
  const zoneless = typeof input === 'string' && /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(input);
  return instant(zoneless ? `${input}Z` : input, drift, field);
};

const page = record({}, { url: text, title: text, viewedAt: utcInstant });
const visit = record({}, { startedAt: utcInstant, durationSeconds: integer, entryPage: text, pages: listOf(page) });

/** What the leads of both products have. Known customers come without any location. */
const common = {
  phone: text,
  companyName: text,
  address: text,
  city: text,
  state: text,
  country: text,
  postalCode: text,
  linkedInUrl: text,
  isKnownCustomer: flag,
  pageViews: integer,
  visitCount: integer,
  firstVisitAt: utcInstant,
  lastVisitAt: utcInstant,
  referrer: text,
  utmSource: text,
  utmMedium: text,
  utmCampaign: text,
  /** Named for the read by id; rows of a search may leave it out. */
  visits: listOf(visit),
};

/** The domain may be padded, empty, an address or a sentence. */
export const employeeLeadWire = record(
  { id: digits },
  {
    ...common,
    companyId: digits,
    domain,
    industryCode: text,
    employeeRangeCode: text,
    revenueRangeCode: text,
    icpMatch: flag,
  },
);
export type EmployeeLeadWire = ValueOf<typeof employeeLeadWire>;

export const personLeadWire = record(
  { id: digits },
  { ...common, firstName: text, lastName: text, email, title: text, identifiedAt: utcInstant },
);
export type PersonLeadWire = ValueOf<typeof personLeadWire>;

/** `totalResults` is the true count, also above the 10,000 rows that can be reached by a search. */
export const pageWire = record(
  { data: listOf(anything), pagination: record({ totalResults: integer }, { pageSize: integer }) },
  {},
);

/** A list without pages. */
export const wholeWire = record({ data: listOf(anything) }, {});

/** Whether a call names a record, which may not exist: by its path, or as the customer whose data are asked for. */
function namesRecord({ row, query }: OutboundCall): boolean {
  return row.path.includes('{') || query?.customerId !== undefined;
}

/** Only the status is promised. Where no record is named, "not found" is a path that the vendor does not have. */
export function visualVisitorVerdict(reply: Reply, call: OutboundCall): Verdict {
  const verdict = verdictOfStatus(reply);
  return verdict === 'NOT_FOUND' && !namesRecord(call) ? 'BAD_RESPONSE' : verdict;
}
