import { createRandom } from '../kit/random.ts';
import type { World } from '../world.ts';
import { configurationOf, createExcludedIps, createKnownCustomers, createSuppressionList } from './configuration.ts';
import { createEmployeeLeads } from './employee-leads.ts';
import { createJobs } from './jobs.ts';
import { createLeadStore, type LeadStore } from './lead-store.ts';
import { createCustomers, SERVICES } from './partners.ts';
import { createPersonLeads } from './person-leads.ts';
import { createProfiles } from './profiles.ts';
import { createProspectCompanies, createProspectContacts } from './prospects.ts';
import { createTable, type Table } from './table.ts';
import { normaliseDomain } from './text.ts';
import type { Product } from './types.ts';
import { createUsers } from './users.ts';

/** What each account has of its own. */
const OWN_TABLES = [
  'users',
  'profiles',
  'excludedIps',
  'knownCustomers',
  'suppressionList',
  'companies',
  'contacts',
] as const;
/** What only the account of the keys has. */
const HOST_TABLES = ['services', 'customers', 'jobs'] as const;
export type TableName = (typeof OWN_TABLES)[number] | (typeof HOST_TABLES)[number];

/** The account of the keys, or one of its customers. */
export type Account = {
  readonly id: number;
  readonly stores: Readonly<Record<Product, LeadStore>>;
  readonly tables: Readonly<Record<(typeof OWN_TABLES)[number], Table>>;
  configuration(): ReturnType<typeof configurationOf>;
};

export type Accounts = {
  readonly host: Account;
  readonly hostTables: Readonly<Record<(typeof HOST_TABLES)[number], Table>>;
  /** Undefined for an id that no customer has. */
  customer(id: number): Account | undefined;
};

const HOST_ID = 9_000;
const COMPANY = { companyName: 'Expo Site', domain: 'expo-site.example' };

/**
 * A small part of the world, shifted: a customer's leads, users and contacts have the ids that the account's own have, but show other
 * people and companies, so that data of two accounts that were mixed up would show.
 */
function shifted(world: World, place: number): World {
  const part = <T>(all: { readonly count: number; at(index: number): T }, count: number, shift: number) => ({
    count: Math.min(count, all.count),
    at: (index: number) => all.at((index + shift * place) % all.count),
  });
  return {
    ...world,
    size: 1,
    random: createRandom(world.seed + 7_919 * place),
    people: part(world.people, 450, 37),
    companies: part(world.companies, 60, 11),
  };
}

function createStores(world: World, isHost: boolean): Account['stores'] {
  const [employee, person] = [createEmployeeLeads(world), createPersonLeads(world)];
  // Names and addresses tell the place in the whole world only.
  const all = { byEmail: () => undefined, byDomain: () => undefined };
  return {
    employee: createLeadStore(isHost ? employee : { ...employee, ...all }),
    person: createLeadStore(isHost ? person : { ...person, ...all }),
  };
}

function createAccount(world: World, id: number, company: typeof COMPANY): Account {
  const isHost = id === HOST_ID;
  const stores = createStores(world, isHost);
  return {
    id,
    stores,
    tables: {
      users: createTable(() => createUsers(world, id, isHost)),
      profiles: createTable(() => createProfiles(world)),
      excludedIps: createTable(() => createExcludedIps(world)),
      knownCustomers: createTable(() => createKnownCustomers(world, stores.person)),
      suppressionList: createTable(() => createSuppressionList(world, stores.person)),
      companies: createTable(() => createProspectCompanies(world)),
      contacts: createTable(() => createProspectContacts(world)),
    },
    configuration: () => configurationOf({ accountId: id, ...company }),
  };
}

export function createAccounts(world: World): Accounts {
  const customers = createTable(() => createCustomers(world));
  const made = new Map<number, Account>();
  return {
    host: createAccount(world, HOST_ID, COMPANY),
    hostTables: { services: createTable(() => SERVICES), customers, jobs: createTable(() => createJobs(world)) },
    customer: (id) => {
      const row = customers.find(id);
      if (row === undefined) return undefined;
      const known = made.get(id);
      if (known !== undefined) return known;
      const company = { companyName: String(row.companyName).trim(), domain: normaliseDomain(row.domain) };
      const account = createAccount(shifted(world, customers.rows().indexOf(row) + 1), id, company);
      made.set(id, account);
      return account;
    },
  };
}

/** RangeError for a customer that is not there. */
export function accountOf({ host, customer }: Accounts, customerId?: number): Account {
  const account = customerId === undefined ? host : customer(customerId);
  if (account === undefined) throw new RangeError(`no customer ${customerId}`);
  return account;
}

function isHostTable(name: TableName): name is (typeof HOST_TABLES)[number] {
  return HOST_TABLES.some((one) => one === name);
}

/** The records of one kind, the account's own or a customer's. */
export function tableOf(accounts: Accounts, name: TableName, customerId?: number): Table {
  return isHostTable(name) ? accounts.hostTables[name] : accountOf(accounts, customerId).tables[name];
}
