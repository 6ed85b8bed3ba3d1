import type { Lead } from '../../model/leads.ts';
import type { EmployeeLeadWire, PersonLeadWire } from './wire.ts';

/** `listedAt` is where the lead stands if its own latest visit cannot be read, epoch milliseconds. */
export function toEmployeeLead(wire: EmployeeLeadWire, listedAt: number): Lead {
  return {
    ...wire,
    product: 'PLUS_EMPLOYEE',
    firstName: null,
    lastName: null,
    email: null,
    title: null,
    listedAt: wire.lastVisitAt ?? listedAt,
  };
}

export function toPersonLead(wire: PersonLeadWire, listedAt: number): Lead {
  return { ...wire, product: 'PLUS_PERSON', domain: null, listedAt: wire.lastVisitAt ?? listedAt };
}
