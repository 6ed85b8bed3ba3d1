import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_PLANS } from '../../src/domains/call-plans.ts';
import type { CallPlan } from '../../src/model/call-plan.ts';
import { schema } from '../golden/endpoint-calls.ts';
import { chosen } from '../support/proof.ts';
import { campaignJoins } from './foreign-keys/campaigns.ts';
import { iadvizeJoins } from './foreign-keys/iadvize.ts';
import { type Joins, NO_KEYS } from './foreign-keys/join.ts';
import { type JoinLab, startJoinLab } from './foreign-keys/lab.ts';
import { visitJoins } from './foreign-keys/visit.ts';
import { visualVisitorJoins } from './foreign-keys/visual-visitor.ts';

const JOINS: Joins = { ...visitJoins, ...visualVisitorJoins, ...iadvizeJoins, ...campaignJoins };
/** Of people and companies the address is all there is: what leads to them is joined by it. */
const BY_ADDRESS = new Set(['Person', 'Company']);

/** What reads of a record by its own id, or in its own expo. */
const OF_ITSELF: ReadonlySet<CallPlan> = new Set(['each', 'detail', 'pages', 'weighed', 'expo']);
/** What also needs no more than the record's own id, or what the operation names. */
const OWN_ID = {
  AccountUser: 'customer',
  CampaignReport: 'metrics days',
  ClientAccount: 'websites',
  Content: 'touchpoints',
  IndicatorValue: 'currency',
  OperatorLive: 'operator',
  Participant: 'visitor',
  Partner: 'visitors encounters contents licenses payments touchpoints actions',
  ReferenceList: 'description',
  Statistic: 'totals byResource series',
  StatisticPoint: 'currency',
  TrackingConfiguration: 'customer',
  Visitor: 'participant encounters payments actions',
};
const ownId = Object.entries(OWN_ID).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`));

/** Every field below a record that calls for more than that record, or that leads to a person or a company. */
function joinsOfSchema(): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type === schema.getQueryType() || BY_ADDRESS.has(type.name)) return [];
    const fields = Object.values(type.getFields()).filter((field) => {
      const plan = CALL_PLANS[type.name]?.[field.name];
      return BY_ADDRESS.has(getNamedType(field.type).name) || (plan !== undefined && !OF_ITSELF.has(plan));
    });
    return fields.map(({ name }) => `${type.name}.${name}`);
  });
}

/** Whether a field says that there is nothing: null, no element, or a page without rows. */
function isNothing(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  const { nodes } = value as { readonly nodes?: unknown };
  return Array.isArray(nodes) && nodes.length === 0;
}

describe('a join by a key that a row of an upstream names', () => {
  let lab: JoinLab;
  beforeAll(async () => {
    lab = await startJoinLab();
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  it('is either tried here, or known to need nothing but its own record', () => {
    expect([...Object.keys(JOINS), ...ownId].toSorted()).toEqual(joinsOfSchema().toSorted());
  });

  it.each(chosen(Object.entries(JOINS), 12))(
    'costs no call where that is none, and is null: %s',
    async (_name, join) => {
      const alone = await lab.parents(join);
      const whole = await lab.joined(join);
      expect(whole.calls).toBeGreaterThan(alone.calls);
      const shown = alone.joined.length;
      for (let from = 0; from < NO_KEYS[join.form].length; from += shown) {
        const { joined, errors, calls } = await lab.without(join, from);
        const found = join.otherwise === true ? [] : joined.filter((value) => !isNothing(value));
        expect({ found, errors, calls }).toEqual({ found: [], errors: [], calls: alone.calls });
      }
    },
  );
});
