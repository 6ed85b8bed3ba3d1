import { DAY_MS, type World } from '../world.ts';
import { makeRows, type Row } from './table.ts';
import { toTimeText } from './text.ts';

const CUSTOMERS_PER_SIZE = 12;
const MOST_CUSTOMERS = 900;
const TIME_ZONES = ['America/New_York', 'Europe/Amsterdam', 'America/Chicago'] as const;

/** The plans that a reseller can give to its customers. */
export const SERVICES: readonly Row[] = [
  {
    id: 11,
    name: 'Person Starter',
    product: 'PlusPerson',
    monthlyIdentifications: 500,
    monthlyContactCredits: null,
    overagePrice: 0.35,
    trialDays: 14,
  },
  {
    id: 12,
    name: ' Person Growth ',
    product: 'PlusPerson',
    monthlyIdentifications: '2500',
    monthlyContactCredits: null,
    overagePrice: '0.2',
    trialDays: null,
  },
  {
    id: 21,
    name: 'Employee Basic',
    product: 'PlusEmployee',
    monthlyIdentifications: null,
    monthlyContactCredits: 100,
    overagePrice: null,
    trialDays: 14,
  },
  {
    id: 31,
    name: 'Who To Contact 500',
    product: 'WhoToContact',
    monthlyContactCredits: 500,
    overagePrice: 1,
  },
];

function statusOf(index: number): string {
  if (index % 6 === 1) return 'trial';
  return index % 6 === 4 ? 'inactive' : 'active';
}

/** Customers are companies of the world, each with one of its people. */
function customer(world: World, index: number): Row {
  const business = world.companies.at(index % world.companies.count);
  const person = world.people.at((index * 13 + 1) % world.people.count);
  const createdAt = world.now - (30 + index * 3) * DAY_MS;
  const status = statusOf(index);
  const trialEndsAt = status === 'trial' ? toTimeText(Math.floor((createdAt + 44 * DAY_MS) / 1000) * 1000) : null;
  const startedAt = toTimeText(Math.floor(createdAt / 1000) * 1000);
  const ids = index % 4 === 3 ? [12, 31] : index % 4 === 2 ? [21] : [11, 21];
  return {
    id: 5_001 + index * 4,
    companyName: index % 7 === 2 ? ` ${business.name} ` : business.name,
    domain: index % 5 === 3 ? `https://www.${business.domain}/` : business.domain,
    firstName: person.firstName,
    lastName: person.lastName,
    email: index % 4 === 1 ? ` ${person.email.toUpperCase()}` : person.email,
    phone: index % 3 === 0 ? null : person.phone,
    status,
    // A plan that the reseller has given up since is still named.
    services: (index % 9 === 5 ? [99] : ids).map((serviceId) => ({ serviceId, startedAt, trialEndsAt })),
    identificationsUsed: index % 8 === 2 ? String(index * 7) : index * 7,
    identificationLimit: index % 6 === 2 ? null : 500,
    timeZone: TIME_ZONES[index % TIME_ZONES.length],
    createdAt: startedAt,
    updatedAt: toTimeText(Math.floor((world.now - (index + 1) * DAY_MS) / 1000) * 1000),
  };
}

export function createCustomers(world: World): readonly Row[] {
  const count = Math.min(CUSTOMERS_PER_SIZE * world.size, MOST_CUSTOMERS);
  return makeRows(count, (index) => customer(world, index));
}
