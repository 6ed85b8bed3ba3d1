import { describe, expect, it } from 'vitest';
import { NOW } from '../golden/golden.ts';
import { pastExpo } from '../golden/visit-rows.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

/** Reads of a record that there is not, with the age, in seconds, up to which that is held. */
const NOTHING: readonly (readonly [field: string, seconds: number])[] = [
  ['visitor(id: "zzzzzzzzzzzzz", expoId: "EXPO") { revision }', 30],
  ['expo(id: "zzzzzzzzzzzzz") { name }', 300],
  ['activity(id: "zzzzzzzzzzzzz", expoId: "EXPO") { participants { entry } }', 30],
  ['operator(id: "99999999") { pseudo }', 300],
  ['conversation(id: "99999999") { channel }', 60],
  ['chatVisitor(id: "99999999") { city }', 60],
  ['transaction(id: "99999999") { amount }', 60],
  ['lead(product: PLUS_PERSON, id: "99999999") { title }', 300],
  ['prospectCompany(id: "99999999") { companyName }', 300],
  ['resellerCustomer(id: "99999999") { companyName }', 300],
  ['customerProfile(userId: "nobody") { email }', 300],
  ['campaignReport(campaignId: "nothing") { name }', 300],
];

describe('that a record does not exist', () => {
  it.each(NOTHING)(
    'is asked once, whoever asks, and again when that is not fresh any more: %s',
    async (field, seconds) => {
      const clock = createVirtualClock(NOW);
      await using gateway = await startGateway({ clock });
      const record = field.replace('EXPO', pastExpo(gateway.sandbox));
      const ask = async (...names: readonly string[]): Promise<void> => {
        const { data, errors } = await gateway.ask(`{ ${names.map((name) => `${name}: ${record}`).join(' ')} }`);
        expect({ data, errors }).toEqual({ data: Object.fromEntries(names.map((name) => [name, null])), errors: [] });
      };
      // Two operations at once, each of which asks twice.
      await Promise.all([ask('one', 'other'), ask('one', 'other')]);
      const asked = gateway.takeCalls();
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeGreaterThan(0);
      clock.advance(seconds * 1_000);
      await ask('one');
      expect(gateway.takeCalls()).toEqual([]);
      clock.advance(1);
      await ask('one');
      expect(gateway.takeCalls()).not.toEqual([]);
      expect(gateway.violations()).toEqual([]);
    },
  );
});
