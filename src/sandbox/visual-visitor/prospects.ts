import type { World } from '../world.ts';
import { DEPARTMENTS, EMPLOYEE_RANGES, INDUSTRIES, REVENUE_RANGES, SENIORITIES } from './codes.ts';
import { makeRows, type Row } from './table.ts';
import { toTimeText } from './text.ts';

/** What Who To Contact knows of: more than the 10,000 rows of a search in large worlds, but never more than this. */
const MOST_COMPANIES = 12_000;
const MOST_CONTACTS = 24_000;

/** The members that a contact shows only once it is unlocked. */
const UNLOCKED_MEMBERS = ['lastName', 'email', 'phone', 'mobile', 'linkedInUrl', 'postalCode', 'unlockedAt'];

/** A company has the same id here as in +Employee leads. */
function companyIdOf(index: number): number {
  return 7_000 + index * 3;
}

export function createProspectCompanies(world: World): readonly Row[] {
  const { random, companies } = world;
  const code = (name: string, codes: readonly string[], index: number): string | null =>
    random.chance(`vv-prospect-${name}`, index, 0.06) ? null : random.pick(`vv-company-${name}`, index, codes);
  return makeRows(Math.min(companies.count, MOST_COMPANIES), (index) => {
    const { name, domain, city, state, country } = companies.at(index);
    return {
      id: companyIdOf(index),
      companyName: index % 9 === 4 ? ` ${name} ` : name,
      domain: index % 13 === 6 ? null : index % 6 === 2 ? `WWW.${domain}` : domain,
      industryCode: code('industry', INDUSTRIES, index),
      employeeRangeCode: code('employees', EMPLOYEE_RANGES, index),
      revenueRangeCode: code('revenue', REVENUE_RANGES, index),
      address: index % 2 === 0 ? `${1 + (index % 220)} Market Street` : null,
      city,
      state: index % 8 === 3 ? '' : state,
      postalCode: String(20_000 + ((index * 41) % 79_999)),
      country,
      phone: index % 4 === 0 ? null : `+1 555 ${1_000_000 + index}`,
      linkedInUrl: index % 3 === 0 ? null : `https://www.linkedin.com/company/${domain}`,
    };
  });
}

/** Whole records; a search and a locked contact show less. Four of five people are known. */
export function createProspectContacts(world: World): readonly Row[] {
  const { people, companies, random, now } = world;
  const known = Array.from({ length: Math.min(people.count, MOST_CONTACTS) }, (_, index) => index).filter(
    (index) => index % 5 !== 4,
  );
  return makeRows(known.length, (at) => {
    const index = known[at] ?? 0;
    const person = people.at(index);
    const company = person.company.index % companies.count;
    const unlocked = index % 7 === 2 || index === 0;
    return {
      id: 300_000 + index * 5,
      companyId: companyIdOf(company),
      companyName: companies.at(company).name,
      firstName: index % 11 === 5 ? ` ${person.firstName} ` : person.firstName,
      lastInitial: person.lastName.slice(0, 1),
      title: index % 12 === 7 ? null : person.jobTitle,
      seniorityCode: index % 15 === 8 ? null : random.pick('vv-contact-seniority', index, SENIORITIES),
      departmentCode: random.pick('vv-contact-department', index, [...DEPARTMENTS, 'NEW-department']),
      city: index % 4 === 1 ? null : person.company.city,
      state: person.company.state,
      country: person.company.country,
      hasEmail: index % 9 !== 3,
      hasPhone: index % 2 === 0 ? 1 : false,
      unlocked,
      lastName: person.lastName,
      email: index % 9 === 3 ? null : index % 3 === 2 ? ` ${person.email.toUpperCase()}` : person.email,
      phone: index % 2 === 0 ? person.phone : null,
      mobile: index % 6 === 2 ? `+1 555 ${2_000_000 + index}` : null,
      linkedInUrl: index % 3 === 0 ? null : `https://www.linkedin.com/in/c${index}`,
      postalCode: String(30_000 + ((index * 29) % 69_999)),
      unlockedAt: unlocked ? toTimeText(Math.floor((now - (index % 25) * 86_400_000) / 1000) * 1000) : null,
    };
  });
}

/** As a search shows a contact, and a read by id one that is locked. */
export function previewOf(contact: Row): Row {
  const shown = Object.entries(contact).filter(([member]) => !UNLOCKED_MEMBERS.includes(member));
  return Object.fromEntries(shown) as Row;
}

/** The month's pool of one account: what is unlocked this month and what confirmed jobs have reserved. */
export function creditsOf(contacts: readonly Row[], now: number) {
  const day = new Date(now);
  const monthStart = toTimeText(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
  const used = contacts.filter(({ unlockedAt }) => typeof unlockedAt === 'string' && unlockedAt >= monthStart).length;
  const [monthlyAllotment, reserved] = [Math.max(100, used + 20), 12];
  const resetsAt = toTimeText(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
  return { monthlyAllotment, used: String(used), reserved, remaining: monthlyAllotment - used - reserved, resetsAt };
}
