import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdCodec, createShuffle } from '../../src/sandbox/visit/ids.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { call, expoAt, NOW, start } from './visit-client.ts';

describe('Visit simulator: the world', () => {
  it('shows the cast in every expo, matchable, with its companies as partners', async () => {
    const { simulator, world } = await start();
    for (const { id: expo } of simulator.truth.expos()) {
      for (let person = 0; person < 10; person += 1) {
        const { body } = await call(simulator, `/visitors/${expo}/${simulator.truth.visitorIdOf(expo, person)}`);
        const row = body as { registrationState: string; contact: { email: string } };
        expect(row.registrationState).toBe('registered');
        expect(row.contact.email.trim().toLowerCase()).toBe(world.people.at(person).email);
        expect(simulator.truth.partnerIdOf(expo, world.people.at(person).company.index)).toBeDefined();
      }
      for (let company = 0; company < 5; company += 1) expect(simulator.truth.partnerIdOf(expo, company)).toBeDefined();
    }
  });

  it('links visitors to partners as staff and as guests', async () => {
    const { simulator } = await start({ size: 5 });
    const expo = expoAt(simulator, 'past');
    const roles = new Map<unknown, number>();
    const partners = new Set(simulator.truth.partners(expo).map(({ id }) => id));
    for (const row of simulator.truth.visitors(expo).filter(({ deleted }) => !deleted)) {
      const { partner, partnerRole } = row as unknown as { partner: { id: string } | null; partnerRole: unknown };
      roles.set(partnerRole, (roles.get(partnerRole) ?? 0) + 1);
      expect(partner === null).toBe(partnerRole === null);
      if (partner !== null) expect(partners.has(partner.id)).toBe(true);
    }
    expect(roles.get('staff')).toBeGreaterThan(10);
    expect(roles.get('guest')).toBeGreaterThan(10);
  });

  it('has the noise of a real vendor', async () => {
    const { simulator } = await start({ size: 10 });
    const rows = simulator.truth.visitors(expoAt(simulator, 'past')).filter(({ deleted }) => !deleted);
    const contacts = rows.map((row) => (row as { contact: Record<string, unknown> }).contact);
    const some = (test: (contact: Record<string, unknown>) => boolean) => expect(contacts.some(test)).toBe(true);
    some(({ email }) => typeof email === 'string' && email !== email.trim());
    some(({ email }) => typeof email === 'string' && email !== email.toLowerCase());
    some(({ email }) => email === null);
    some(({ email }) => email === '');
    some(({ website }) => String(website).startsWith('https://www.'));
    some(({ website }) => website === null);
    some((contact) => !('website' in contact));
    some((contact) => 'loyaltyTier' in contact);
    some(({ phone1 }) => typeof phone1 === 'number');
    some(({ firstName }) => firstName === ' ');
    expect(rows.some((row) => typeof row.language === 'number')).toBe(true);
    expect(rows.some((row) => row.tags === 'vip')).toBe(true);
  });

  it('is the same for the same seed and another for another', async () => {
    const [first, second, third] = [await start(), await start(), await start({ seed: 8 })];
    const all = ({ simulator: { truth } }: typeof first) =>
      truth.expos().map(({ id }) => [truth.visitors(id), truth.connections(id)]);
    expect(all(second)).toEqual(all(first));
    expect(all(third)).not.toEqual(all(first));
  });

  it('starts and serves a world of size 2,000 without making its rows', async () => {
    const { simulator, world } = await start({ size: 2_000 });
    const expo = expoAt(simulator, 'past');
    const { rows } = await call(simulator, `/visitors/${expo}?registrationStates=hold&showDeleted=false`);
    expect(rows).toHaveLength(100);
    // Connections have 600 places for every 800 of actions, the longest list.
    const newest = simulator.truth.newestRevision();
    const late = await call(
      simulator,
      `/connections/${expo}?fromRevision=${Math.floor(newest - (newest - 9.95e9) * 0.26)}`,
    );
    expect(late.rows).toHaveLength(100);
    const [connection] = late.rows;
    expect((await call(simulator, `/connections/${expo}/${connection?.id}`)).body).toEqual(connection);
    const last = simulator.truth.visitorIdOf(expo, 9);
    expect((await call(simulator, `/visitors/${expo}/${last}`)).status).toBe(200);
    expect(world.people.count).toBe(900_000);
    expect(simulator.violations).toEqual([]);
  });
});

describe('Visit ids', () => {
  it('property: every id says what it stands for', () => {
    const { random } = createWorld({ seed: 3, size: 1, now: NOW });
    const ids = createIdCodec(random);
    const kind = fc.constantFrom(
      'expo',
      'visitor',
      'partner',
      'connection',
      'contact',
      'form',
      'badge',
      'content',
      'activity',
      'webhook' as const,
    );
    fc.assert(
      fc.property(kind, fc.nat(255), fc.nat(0xffff_ffff), (name, expo, index) => {
        const id = ids.encode(name, expo, index);
        expect(id).toMatch(/^[0-9a-z]{13}$/);
        expect(ids.decode(id)).toEqual({ kind: name, expo, index });
      }),
    );
  });

  it('property: a shuffle is one to one and is read both ways', () => {
    const { random } = createWorld({ seed: 3, size: 1, now: NOW });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.nat(), fc.nat(1_000), (count, at, index) => {
        const shuffle = createShuffle(random, 'test', index, count);
        expect(shuffle.positionOf(shuffle.at(at % count))).toBe(at % count);
        expect(shuffle.at(at % count)).toBeLessThan(count);
      }),
    );
  });
});
