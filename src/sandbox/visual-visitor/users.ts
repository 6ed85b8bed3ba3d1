import { DAY_MS, type World } from '../world.ts';
import { makeRows, type Row } from './table.ts';
import { toTimeText } from './text.ts';

const USERS_PER_SIZE = 9;
const MOST_USERS = 600;
const ZONES = ['America/New_York', 'Europe/Paris', 'America/Los_Angeles'] as const;

/** The users of one account: people of the world. Only the host account has reseller admins. */
export function createUsers(world: World, accountId: number, isHost: boolean): readonly Row[] {
  const count = isHost ? Math.min(USERS_PER_SIZE * world.size, MOST_USERS) : 4;
  return makeRows(count, (index) => {
    const person = world.people.at((index * 11 + 2) % world.people.count);
    const created = Math.floor((world.now - (400 - (index % 300)) * DAY_MS) / 1000) * 1000;
    const admin = isHost && index === 0 ? 'ResellerAdmin' : 'Admin';
    return {
      id: 801 + index * 6,
      customerId: accountId,
      firstName: index % 5 === 4 ? ` ${person.firstName}` : person.firstName,
      lastName: person.lastName,
      email: index % 3 === 2 ? `${person.email.toUpperCase()} ` : person.email,
      phone: index % 4 === 3 ? '' : person.phone,
      role: index % 4 === 0 ? admin : 'User',
      isPrimary: index % 7 === 6 ? '0' : index === 0,
      timeZone: ZONES[index % ZONES.length],
      createdAt: toTimeText(created),
      lastLoginAt: index % 3 === 1 ? null : toTimeText(created + 20 * DAY_MS),
    };
  });
}
