import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseDomain, normaliseEmail } from '../../src/base/addresses.ts';
import { canonicalJson, type Json } from '../../src/base/canonical.ts';
import { domain, email, flag, instant, integer, listOf, record, text, WRONG } from '../../src/base/decode.ts';
import { type GlobalId, globalId, parseGlobalId } from '../../src/domains/global-id.ts';
import { scalars } from '../../src/domains/scalars.ts';
import { retryAfterMs } from '../../src/transport/steps/judge.ts';
import { runs } from '../support/proof.ts';

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;

/** The same value with the members of every object in another order. */
function shuffled(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((element: Json) => shuffled(element, seed));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value as Record<string, Json>).map(
    ([name, member]) => [name, shuffled(member, seed)] as const,
  );
  const turned =
    seed % 2 === 0
      ? members.toReversed()
      : members.map((_member, index) => members[(index + seed) % members.length] as (typeof members)[0]);
  return Object.fromEntries(turned);
}

describe('canonical JSON', () => {
  test('is the same for equal values, whatever the order of their members, and reads back as the value', () => {
    fc.assert(
      fc.property(json, fc.nat(50), (value, seed) => {
        const canonical = canonicalJson(value);
        expect(canonicalJson(shuffled(value, seed))).toBe(canonical);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
      }),
      runs(300, 20_000),
    );
  });

  test('is different for different values', () => {
    const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));
    const equal = (a: Json, b: Json): boolean => {
      try {
        expect(plain(a)).toEqual(plain(b));
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(equal(a, b));
      }),
      runs(300, 20_000),
    );
  });
});

const visitId = fc.stringMatching(/^[0-9a-z]{13}$/);
const number = fc.stringMatching(/^(?:0|[1-9][0-9]{0,19})$/);
const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 32 }).filter((part) => part.isWellFormed());
const day = fc
  .date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** What a record of any type is known by. */
const identities: fc.Arbitrary<GlobalId> = fc.oneof(
  fc.record({ type: fc.constant('Visitor' as const), parts: fc.tuple(visitId, visitId) }),
  fc.record({ type: fc.constant('Expo' as const), parts: fc.tuple(visitId) }),
  fc.record({
    type: fc.constant('Lead' as const),
    parts: fc.tuple(fc.constantFrom('PLUS_EMPLOYEE', 'PLUS_PERSON'), number),
  }),
  fc.record({ type: fc.constantFrom('Operator' as const, 'Conversation' as const), parts: fc.tuple(number) }),
  fc.record({
    type: fc.constant('Person' as const),
    parts: fc.tuple(fc.constantFrom('anna@example.com', "o'neil+a%b@x.co")),
  }),
  fc.record({
    type: fc.constant('CampaignReport' as const),
    parts: fc.oneof(fc.tuple(anyText), fc.tuple(anyText, day, day)),
  }),
);

describe('a global id', () => {
  test('gives back its type and the texts that it was made of, whatever they are, and is one opaque word', () => {
    fc.assert(
      fc.property(identities, ({ type, parts }) => {
        const id = globalId(type, ...parts);
        expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(parseGlobalId(id)).toEqual({ type, parts });
      }),
      runs(300, 20_000),
    );
  });

  test('is different for different records', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        const same = a.type === b.type && JSON.stringify(a.parts) === JSON.stringify(b.parts);
        expect(globalId(a.type, ...a.parts) === globalId(b.type, ...b.parts)).toBe(same);
      }),
      runs(200, 10_000),
    );
  });

  test('is none where a text merely looks like one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.base64String(), fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/)), (textOrId) => {
        const known = parseGlobalId(textOrId);
        if (known !== undefined) expect(globalId(known.type, ...known.parts)).toBe(textOrId);
      }),
      runs(300, 20_000),
    );
  });
});

describe('a normal form', () => {
  const messy = fc.oneof(
    fc.emailAddress(),
    fc.domain(),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom('www.', 'HTTPS://', ' ', 'a@', 'http://www.'), fc.domain()).map((pair) => pair.join('')),
  );

  test('is its own normal form', () => {
    fc.assert(
      fc.property(messy, (given) => {
        const address = normaliseEmail(given);
        if (address !== null) expect(normaliseEmail(address)).toBe(address);
        const name = normaliseDomain(given);
        if (name !== null) expect(normaliseDomain(name)).toBe(name);
      }),
      runs(500, 30_000),
    );
  });

  test('does not depend on case, blanks around it, scheme, port and path', () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), fc.webPath(), (name, port, path) => {
        const plain = normaliseDomain(name);
        expect(
          normaliseDomain(` HTTPS://WWW.${name.toUpperCase()}:${port}${path.startsWith('/') ? path : `/${path}`} `),
        ).toBe(plain);
        expect(normaliseEmail(` Anna@${name.toUpperCase()} `)).toBe(normaliseEmail(`anna@${name}`));
      }),
      runs(200, 10_000),
    );
  });
});

describe('whatever an upstream or a caller sends', () => {
  const anything = fc.oneof(fc.anything(), fc.jsonValue(), fc.string(), fc.date({ noInvalidDate: true }).map(String));

  test('is decoded without a throw, into the promised shape or none', () => {
    const leaf = record({ id: text }, { n: integer, b: flag, at: instant, e: email, d: domain, list: listOf(text) });
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.record({ id: fc.string(), n: anything, at: anything, e: anything, list: fc.array(anything) }),
        ),
        (input) => {
          const drifts: string[] = [];
          const value = leaf(input, (field) => drifts.push(field), '');
          if (value === WRONG) return;
          expect(value.n === null || Number.isInteger(value.n)).toBe(true);
          expect(value.at === null || Number.isFinite(value.at)).toBe(true);
          for (const element of value.list ?? []) expect(typeof element).toBe('string');
          expect(JSON.stringify(drifts)).not.toContain('[object');
        },
      ),
      runs(300, 20_000),
    );
  });

  test('is an instant that comes back as it was given out, or refused', () => {
    const { DateTime } = scalars;
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }), (date) => {
        expect(DateTime.parseValue(DateTime.serialize(date.getTime()))).toBe(date.getTime());
      }),
      runs(200, 10_000),
    );
  });

  test('in Retry-After is a second to a day, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const ms = retryAfterMs(
            { status: 429, headers: { 'retry-after': header }, body: {}, bytes: 0 },
            'THROTTLED',
            Date.UTC(2026, 0, 1),
          );
          expect(ms === undefined || (ms >= 1_000 && ms <= 86_400_000)).toBe(true);
        },
      ),
      runs(200, 10_000),
    );
  });
});
