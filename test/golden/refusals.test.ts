import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { NOW } from './golden.ts';
import { REFUSALS } from './refused-fields.ts';
import { expoIds, partnersIn, pastExpo, registered } from './visit-rows.ts';

/** Names that stand for values of the world: `{EXPO}`. */
type Names = Readonly<Record<string, string>>;

/** Fields below a root that is there all the same. */
const NESTED = ['days', 'visitors', 'totals', 'byResource', 'series', 'users', 'leads'];

describe('Refusals', () => {
  let gateway: TestGateway;
  let names: Names;
  beforeAll(async () => {
    gateway = await startGateway({ clock: createVirtualClock(NOW) });
    const truth = gateway.sandbox;
    const expo = pastExpo(truth);
    const visitor = registered(truth, expo)[0]?.id ?? '';
    const partner = partnersIn(truth, expo)[0]?.id ?? '';
    const { data } = await gateway.ask(
      `{ expo(id: "${expo}") { id } visitor(id: "${visitor}", expoId: "${expo}") { id }
        partner(id: "${partner}", expoId: "${expo}") { id } leads(product: PLUS_PERSON, first: 1) { nodes { id } }
        prospectCompanies(first: 1) { nodes { id } } resellerCustomers(first: 1) { nodes { id } }
        visitors(expoId: "${expo}", first: 1) { edges { cursor } } }`,
    );
    const found = data as {
      expo: { id: string };
      visitor: { id: string };
      partner: { id: string };
      leads: { nodes: { id: string }[] };
      prospectCompanies: { nodes: { id: string }[] };
      resellerCustomers: { nodes: { id: string }[] };
      visitors: { edges: { cursor: string }[] };
    };
    names = {
      EXPO: expo,
      OTHER_EXPO: expoIds(truth)[2] ?? '',
      VISITOR: visitor,
      PARTNER: partner,
      EXPO_ID: found.expo.id,
      VISITOR_ID: found.visitor.id,
      PARTNER_ID: found.partner.id,
      LEAD_ID: found.leads.nodes[0]?.id ?? '',
      COMPANY_ID: found.prospectCompanies.nodes[0]?.id ?? '',
      CUSTOMER: found.resellerCustomers.nodes[0]?.id ?? '',
      CURSOR: found.visitors.edges[0]?.cursor ?? '',
    };
    // Below, expos and campaigns are held: a refusal costs nothing.
    await gateway.ask('{ campaignReport(campaignId: "41003") { id } }');
    gateway.takeCalls();
  });
  afterAll(async () => {
    expect(gateway.violations()).toEqual([]);
    await gateway[Symbol.asyncDispose]();
  });

  for (const { name, field } of REFUSALS) {
    it(`refuses ${name}: ${field}`.slice(0, 120), async () => {
      const query = `{ ${field.replaceAll(/\{([A-Z_]+)\}/g, (_match, key: string) => names[key] ?? '?')} }`;
      const { errors, data } = await gateway.ask(query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      for (const value of Object.values(data ?? {}))
        expect([null, ...NESTED.map((name) => ({ [name]: null }))]).toContainEqual(value);
      expect(gateway.takeCalls()).toEqual([]);
    });
  }

  it('refuses 1,001 ids and 1,001 addresses', async () => {
    const many = <T>(value: T): readonly T[] => Array.from({ length: 1_001 }, () => value);
    const nodes = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      variables: { ids: many(names.EXPO_ID) },
    });
    const people = await gateway.ask('query ($emails: [EmailAddress!]!) { people(emails: $emails) { email } }', {
      variables: { emails: many('a@b.example') },
    });
    for (const { errors } of [nodes, people]) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
