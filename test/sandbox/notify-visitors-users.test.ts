import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/sandbox/world.ts';
import {
  NOW,
  post,
  type Row,
  rulesOf,
  startSmall,
  TOKEN_HEADERS,
  USER_DATA,
  userData,
} from './notify-visitors-harness.ts';

const INDIA_MS = 5.5 * 3_600_000;

function instantOf(text: string): number {
  const compact = /^(\S+)\+0000$/.exec(text)?.[1];
  if (compact !== undefined) return Date.parse(`${compact}:00Z`);
  if (/[+-]\d\d:\d\d$/.test(text)) return Date.parse(text);
  return Date.parse(`${text.replace(' ', 'T')}Z`) - INDIA_MS;
}

describe('user data', () => {
  it('keeps the shared cast under their addresses, matchable after trim and lower case', async () => {
    await using simulator = await startSmall();
    const { people } = createWorld({ seed: 1, size: 1, now: NOW });
    for (let index = 0; index < 10; index += 1) {
      const human = people.at(index);
      const { status, response } = await userData(simulator, human.email);
      expect(status).toBe(200);
      expect(Object.keys(response.data)).toEqual(
        expect.arrayContaining(['userID', 'user_attributes', 'created_at', 'last_seen']),
      );
      expect(response.data.userID).toBe(human.email);
      const attributes = response.data.user_attributes as Row;
      expect(attributes).toMatchObject({ first_name: human.firstName, last_name: human.lastName, mobile: human.phone });
      expect(String(attributes.email).trim().toLowerCase()).toBe(human.email);
    }
    expect(simulator.violations).toEqual([]);
  });

  it('keeps about 60 % of the people, most under their address, and finds each by its id', async () => {
    await using simulator = await startSmall({ world: createWorld({ seed: 2, size: 20, now: NOW }) });
    const { people } = createWorld({ seed: 2, size: 20, now: NOW });
    const ids = Array.from({ length: people.count }, (_, index) => simulator.truth.userIdOfPerson(index));
    const kept = ids.filter((id) => id !== undefined);
    expect(kept.length / people.count).toBeGreaterThan(0.57);
    expect(kept.length / people.count).toBeLessThan(0.63);
    expect(new Set(kept).size).toBe(kept.length);
    const canonical = ids.filter((id, index) => id === people.at(index).email);
    expect(canonical.length / kept.length).toBeGreaterThan(0.85);
    expect(canonical.length).toBeLessThan(kept.length);
    for (const id of [kept[0], kept.at(-1), kept.find((text) => text.startsWith('CUST-'))]) {
      expect((await userData(simulator, id ?? '')).response.data.userID).toBe(id);
    }
    for (const id of kept) expect(simulator.truth.profile(id)?.userID).toBe(id);
  });

  it('answers 400 without violation for an unknown user', async () => {
    await using simulator = await startSmall({ world: createWorld({ seed: 1, size: 20, now: NOW }) });
    const { people } = createWorld({ seed: 1, size: 20, now: NOW });
    const indexes = Array.from({ length: people.count }, (_, index) => index);
    const without = indexes.find((index) => simulator.truth.userIdOfPerson(index) === undefined) ?? -1;
    const numbered = indexes.find((index) => simulator.truth.userIdOfPerson(index)?.startsWith('CUST-')) ?? -1;
    const { email } = people.at(0);
    const unknown = ['nobody', ` ${email}`, email.toUpperCase(), people.at(without).email, people.at(numbered).email];
    for (const userID of [...unknown, 'anna.bauer9999999@x.example', 'CUST-0000001', 'x'.repeat(100)]) {
      const { status, response } = await userData(simulator, userID);
      expect([status, response.status, response.data]).toEqual([400, 'error', {}]);
    }
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['malformed body', ''],
    ['malformed body', '{"userID": '],
    ['malformed body', '[]'],
    ['missing parameter', '{}'],
    ['malformed user id', '{"userID": 7}'],
    ['malformed user id', '{"userID": ""}'],
    ['malformed user id', JSON.stringify({ userID: 'x'.repeat(101) })],
    ['unknown parameter', '{"userID": "a", "email": "b"}'],
  ])('answers 400 and notes a %s: %s', async (rule, body) => {
    await using simulator = await startSmall();
    const { status, response } = await post(simulator, USER_DATA, body);
    expect([status, response.status]).toEqual([400, 'error']);
    expect(rulesOf(simulator)).toEqual([rule]);
  });

  it('wants JSON as content type and nothing in the query', async () => {
    await using simulator = await startSmall();
    const text = { ...TOKEN_HEADERS, 'content-type': 'text/plain' };
    expect((await post(simulator, USER_DATA, { userID: 'a' }, text)).status).toBe(400);
    expect((await post(simulator, `${USER_DATA}?userID=a`, { userID: 'a' })).status).toBe(400);
    expect(rulesOf(simulator)).toEqual(['wrong content type', 'unknown parameter']);
    const charset = { ...TOKEN_HEADERS, 'content-type': 'application/json; charset=utf-8' };
    await post(simulator, USER_DATA, { userID: 'a' }, charset);
    expect(simulator.violations).toHaveLength(2);
  });

  it('writes integers beyond 2^53 with all their digits', async () => {
    await using simulator = await startSmall();
    const { people } = createWorld({ seed: 1, size: 1, now: NOW });
    const { text } = await userData(simulator, people.at(3).email);
    expect(text).toContain('"crm_id":9007199254740999');
    expect(text).toContain('"token":9007199254740999');
    expect(simulator.truth.profile(people.at(3).email)?.attributes.crm_id).toBe(9_007_199_254_740_999n);
  });

  it('mixes the four timestamp forms, flags as text, odd addresses and absent attributes', async () => {
    await using simulator = await startSmall({ world: createWorld({ seed: 3, size: 1, now: NOW }) });
    const forms = new Set<string>();
    const emails = new Set<string>();
    const flags = new Set<unknown>();
    for (let index = 0; index < 450; index += 1) {
      const id = simulator.truth.userIdOfPerson(index);
      if (id === undefined) continue;
      const { data } = (await userData(simulator, id)).response;
      const createdAt = String(data.created_at);
      forms.add(createdAt.replace(/\d/g, '0'));
      const lostMs = createdAt.endsWith('+0000') ? 60_000 : 1;
      const truth = simulator.truth.profile(id)?.createdAt ?? 0;
      expect(Math.floor(instantOf(createdAt) / lostMs)).toBe(Math.floor(truth / lostMs));
      const attributes = data.user_attributes as Row;
      for (const name of ['email_opt_in', 'sms_opt_in', 'whatsapp_opt_in']) flags.add(attributes[name]);
      const { email } = attributes;
      const text = String(email);
      emails.add(typeof email !== 'string' ? text : text === text.trim().toLowerCase() ? 'plain' : 'noisy');
    }
    expect(forms).toEqual(
      new Set(['0000-00-00T00:00:00', '0000-00-00T00:00+0000', '0000-00-00 00:00:00', '0000-00-00T00:00:00+00:00']),
    );
    expect(emails).toEqual(new Set(['plain', 'noisy', 'null', 'undefined']));
    expect(flags).toEqual(new Set(['1', '0', null, undefined]));
    expect(simulator.violations).toEqual([]);
  });

  it('shows edits at once', async () => {
    await using simulator = await startSmall();
    const { edit } = simulator;
    const { email } = createWorld({ seed: 1, size: 1, now: NOW }).people.at(0);
    edit.changeProfile(email, {
      attributes: { first_name: 'Changed', mobile: undefined, huge: 2n ** 70n },
      lastSeen: NOW,
    });
    const changed = await userData(simulator, email);
    expect(changed.response.data.user_attributes).toMatchObject({ first_name: 'Changed' });
    expect(changed.response.data.user_attributes).not.toHaveProperty('mobile');
    expect(changed.text).toContain('"huge":1180591620717411303424');
    edit.removeProfile(email);
    expect((await userData(simulator, email)).status).toBe(400);
    expect(() => edit.removeProfile(email)).toThrow(RangeError);
    edit.addProfile({ userID: email, attributes: { email } });
    edit.addProfile({ userID: 'né en 1980/x' });
    expect((await userData(simulator, email)).response.data.user_attributes).toEqual({ email });
    expect((await userData(simulator, 'né en 1980/x')).response.data.last_seen).toBeNull();
    expect(() => edit.addProfile({ userID: email })).toThrow(RangeError);
    expect(() => edit.changeProfile('nobody', {})).toThrow(RangeError);
    expect(simulator.violations).toEqual([]);
  });

  it('answers the same bytes for the same seed and others for another', async () => {
    const bytes = async (seed: number): Promise<readonly string[]> => {
      const world = createWorld({ seed, size: 2, now: NOW });
      await using simulator = await startSmall({ world });
      const ids = Array.from({ length: 10 }, (_, index) => world.people.at(index).email);
      return await Promise.all(ids.map(async (id) => (await userData(simulator, id)).text));
    };
    expect(await bytes(5)).toEqual(await bytes(5));
    expect(await bytes(5)).not.toEqual(await bytes(6));
  });

  it('starts at size 2,000 without making the people, and finds the last of them', async () => {
    const world = createWorld({ seed: 1, size: 2_000, now: NOW });
    const started = performance.now();
    await using simulator = await startSmall({ world });
    expect(performance.now() - started).toBeLessThan(10_000);
    let last = world.people.count - 1;
    while (simulator.truth.userIdOfPerson(last) === undefined) last -= 1;
    const id = simulator.truth.userIdOfPerson(last) ?? '';
    expect((await userData(simulator, id)).response.data.userID).toBe(id);
  });

  it('finds the person of any index by the id it tells', async () => {
    const world = createWorld({ seed: 9, size: 2_000, now: NOW });
    await using simulator = await startSmall({ world });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: world.people.count - 1 }), (index) => {
        const id = simulator.truth.userIdOfPerson(index);
        return id === undefined || simulator.truth.profile(id)?.draw === index;
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => simulator.truth.profile(text) === undefined));
  });
});
