import { digits, domain, email, flag, integer, record, text, type ValueOf } from '../../base/decode.ts';
import { utcInstant } from './wire.ts';

/** The contract names no field of a company: these are the company's half of a +Employee lead. */
export const prospectCompanyWire = record(
  { id: digits },
  {
    companyName: text,
    domain,
    industryCode: text,
    employeeRangeCode: text,
    revenueRangeCode: text,
    address: text,
    city: text,
    state: text,
    postalCode: text,
    country: text,
    phone: text,
    linkedInUrl: text,
  },
);

/** A preview, or with the members from `lastName` on an unlocked contact as the read by id gives it. */
export const prospectContactWire = record(
  { id: digits },
  {
    companyId: digits,
    companyName: text,
    firstName: text,
    lastInitial: text,
    title: text,
    seniorityCode: text,
    departmentCode: text,
    city: text,
    state: text,
    country: text,
    hasEmail: flag,
    hasPhone: flag,
    unlocked: flag,
    lastName: text,
    email,
    phone: text,
    mobile: text,
    linkedInUrl: text,
    postalCode: text,
    unlockedAt: utcInstant,
  },
);
export type ProspectContactWire = ValueOf<typeof prospectContactWire>;

export const creditsWire = record(
  {},
  { monthlyAllotment: integer, used: integer, reserved: integer, remaining: integer, resetsAt: utcInstant },
);
