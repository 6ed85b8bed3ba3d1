import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.ts';
import { NOW } from '../golden/golden.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { wrongBounds } from './check-estimate.ts';
import { type Pool, type RandomQuery, randomQuery } from './random-query.ts';

const schema = buildSchema();
/** Far beyond what any of these queries takes. */
const PATIENCE_MS = 60_000;
const LISTS = {
  Lead: 'leads(product: PLUS_PERSON, first: 5)',
  ProspectCompany: 'prospectCompanies(first: 5)',
  ProspectContact: 'prospectContacts(first: 5)',
  ResellerCustomer: 'resellerCustomers(first: 5)',
  AccountUser: 'accountUsers(first: 5)',
  BulkJob: 'bulkJobs(first: 5)',
  ExcludedIp: 'excludedIps(first: 5)',
  Operator: 'operators(first: 5)',
  OperatorGroup: 'operatorGroups(first: 5)',
  Skill: 'skills(first: 5)',
  Tag: 'tags(first: 5)',
  Website: 'websites(first: 5)',
  ClientAccount: 'clientAccounts(first: 5)',
  Conversation: 'conversations(first: 5)',
  ChatVisitor: 'chatVisitors(first: 5)',
  Transaction: 'transactions(first: 5)',
  Satisfaction: 'satisfactions(first: 5)',
  CallMeeting: 'callMeetings(first: 5)',
  CampaignReport: 'campaignReports(first: 5)',
  Expo: 'expos(first: 5)',
};
const IN_EXPO = {
  Visitor: 'visitors',
  Partner: 'partners',
  Participant: 'participants',
  Encounter: 'encounters',
  Content: 'contents',
  License: 'licenses',
  Payment: 'payments',
  Touchpoint: 'touchpoints',
  Action: 'actions',
  Activity: 'activities',
  Webhook: 'webhooks',
};

let pool: Pool;

async function idsOf(gateway: TestGateway, lists: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [type, list] of Object.entries(lists)) {
    const { data } = await gateway.ask(`{page: ${list} {nodes {id}}}`);
    const { page } = data as { page: { nodes: readonly { id: string }[] } };
    found.set(
      type,
      page.nodes.map(({ id }) => id),
    );
  }
  return found;
}

beforeAll(async () => {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const ids = await idsOf(gateway, LISTS);
  const expoId = ids.get('Expo')?.[0];
  const inExpo = Object.entries(IN_EXPO).map(([type, list]) => [type, `${list}(expoId: "${expoId}", first: 5)`]);
  const { people } = gateway.sandbox.world;
  const emails = Array.from({ length: 12 }, (_, index) => people.at(index).email);
  pool = {
    ids: new Map([...ids, ...(await idsOf(gateway, Object.fromEntries(inExpo)))]),
    emails,
    domains: [...new Set(emails.map((email) => email.split('@')[1] ?? ''))],
  };
}, 60_000);

const numbers = fc.array(fc.nat(1_000_000), { minLength: 20, maxLength: 160 });

/** Asks a query first for its plan and then for its answer: what of the bounds told was not kept. */
async function broken(
  gateway: TestGateway,
  { query, variables }: RandomQuery,
  held: boolean,
): Promise<readonly string[]> {
  gateway.takeCalls();
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const planned = await gateway.ask(query, { variables, signal, extensions: { dryRun: true } });
  const called = gateway.takeCalls().map((call) => `planning calls ${call}`);
  const { errors, extensions } = await gateway.ask(query, { variables, signal });
  if (errors.some((error) => error.extensions.code === 'COST_LIMIT_EXCEEDED'))
    return [...called, ...gateway.takeCalls().map((call) => `a refused operation calls ${call}`)];
  const same = JSON.stringify(planned.extensions.cost.estimated) === JSON.stringify(extensions.cost.estimated);
  return [...called, ...(same ? [] : ['the plan says otherwise']), ...wrongBounds(extensions.cost, held)];
}

describe('the estimate of any valid query', () => {
  it('is asked of valid queries only', () => {
    fc.assert(
      fc.property(numbers, (drawn) => {
        const { query } = randomQuery(schema, pool, drawn);
        expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      }),
      runs(200, 5_000),
    );
  });

  it('is kept with nothing held, and with anything held, of any age', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, numbers, fc.nat(400), async (first, second, seconds) => {
        const clock = createVirtualClock(NOW);
        await using gateway = await startGateway({ clock });
        const [one, other] = [first, second].map((drawn) => randomQuery(schema, pool, drawn));
        if (one === undefined || other === undefined) return;
        const cold = await broken(gateway, one, false);
        clock.advance(seconds * 1_000);
        const mixed = await broken(gateway, other, true);
        clock.advance(1_000);
        const warm = await broken(gateway, one, true);
        expect({ cold, mixed, warm, one, other }).toEqual({ cold: [], mixed: [], warm: [], one, other });
      }),
      // A case takes the better part of a second: what failed is told as it is.
      { ...runs(20, 300), endOnFailure: true },
    );
  }, 1_200_000);
});
