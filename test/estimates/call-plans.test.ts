import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CALL_PLANS, planCalls } from '../../src/domains/call-plans.ts';
import { CALLING_FIELDS, ENDPOINTS } from '../golden/endpoint-calls.ts';

const calling = new Set(CALLING_FIELDS.map(({ field }) => field));
const planned = Object.entries(CALL_PLANS).flatMap(([type, fields]) =>
  Object.keys(fields).map((field) => `${type}.${field}`),
);

describe('what bounds the calls of a field', () => {
  it('is said of every field that declares endpoints, but for root fields, and of no other', () => {
    const below = [...calling].filter((field) => !field.startsWith('Query.'));
    expect(planned.toSorted()).toEqual(below.toSorted());
  });

  it('stops the start where it is not said', () => {
    const sdl = `
      directive @calls(endpoints: [String!]!) on FIELD_DEFINITION
      type Query { things: Int @calls(endpoints: ["visit.expos.list"]) thing: Thing }
      type Thing { parts: Int PLAN }
    `;
    expect(
      planCalls(buildSchema(sdl.replace('PLAN', '')))
        .getQueryType()
        ?.getFields().things?.extensions,
    ).toEqual({
      planned: { plan: 'read', endpoints: ['visit.expos.list'] },
    });
    const forgotten = buildSchema(sdl.replace('PLAN', '@calls(endpoints: ["visit.expos.item"])'));
    expect(() => planCalls(forgotten)).toThrow('Thing.parts');
  });

  it('is about endpoints that there are', () => {
    const known = new Set(ENDPOINTS.map(({ id }) => id));
    expect(CALLING_FIELDS.flatMap(({ endpoints }) => endpoints).filter((one) => !known.has(one))).toEqual([]);
  });
});
