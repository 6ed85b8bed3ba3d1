import { normaliseEmail } from '../../base/addresses.ts';
import type { Lead } from '../../model/leads.ts';
import type { ProspectContact } from '../../model/prospects.ts';
import type { ListEntry } from '../../model/visual-visitor.ts';
import type { EmployeeLeadWire, PersonLeadWire } from './wire.ts';
import type { EntryWire } from './wire-accounts.ts';
import type { ProspectContactWire } from './wire-prospects.ts';

/** For whom a lead was read, and where it stands if its own latest visit cannot be read, epoch milliseconds. */
type Place = { readonly forCustomer: string | null; readonly listedAt: number };

export function toEmployeeLead(wire: EmployeeLeadWire, { forCustomer, listedAt }: Place): Lead {
  return {
    ...wire,
    product: 'PLUS_EMPLOYEE',
    forCustomer,
    firstName: null,
    lastName: null,
    email: null,
    title: null,
    identifiedAt: null,
    listedAt: wire.lastVisitAt ?? listedAt,
  };
}

export function toPersonLead(wire: PersonLeadWire, { forCustomer, listedAt }: Place): Lead {
  return {
    ...wire,
    product: 'PLUS_PERSON',
    forCustomer,
    companyId: null,
    domain: null,
    industryCode: null,
    employeeRangeCode: null,
    revenueRangeCode: null,
    icpMatch: null,
    listedAt: wire.lastVisitAt ?? listedAt,
  };
}

/** Of records whose model is the wire itself. */
export function toOwn<W>(wire: W, forCustomer: string | null): W & { readonly forCustomer: string | null } {
  return { ...wire, forCustomer };
}

export function toEntry(wire: EntryWire, forCustomer: string | null): ListEntry {
  const email = wire.type === 'email' && wire.value !== null ? normaliseEmail(wire.value) : null;
  return { ...wire, forCustomer, email };
}

export function toContact(wire: ProspectContactWire, forCustomer: string | null): ProspectContact {
  const { lastName, email, phone, mobile, linkedInUrl, postalCode, unlockedAt, ...preview } = wire;
  const told = lastName !== null || unlockedAt !== null;
  const details = told ? { lastName, email, phone, mobile, linkedInUrl, postalCode, unlockedAt } : null;
  return { ...preview, forCustomer, details };
}
