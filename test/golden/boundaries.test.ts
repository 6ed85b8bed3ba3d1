import { describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { LAST_30, reports } from './campaign-rows.ts';
import { NOW, type Truth } from './golden.ts';
import { chats, conversations } from './iadvize-rows.ts';
import { search } from './lead-rows.ts';
import { copies, pastExpo, registered, visitorsPage } from './visit-rows.ts';

type Edited = { readonly field: (truth: Truth) => string; readonly edit: (truth: Truth) => void };
type Boundary = Edited & {
  readonly name: string;
  readonly rows: number;
  /** The calls of a page without and with the question whether another follows. */
  readonly alone: (truth: Truth) => readonly string[];
  readonly asked: (truth: Truth) => readonly string[];
};

const start = () => startGateway({ clock: createVirtualClock(NOW) });

/** Registered visitors of the past expo, from the end of the list, until so many are left. */
function keepVisitors(rows: number) {
  return (truth: Truth) => {
    const { edit } = truth.visit;
    const expo = pastExpo(truth);
    const all = registered(truth, expo);
    for (const { id } of all.slice(rows)) edit.deleteVisitor(expo, id);
    const absent = Array.from({ length: truth.world.people.count }, (_, person) => person).filter(
      (person) => truth.visit.truth.visitorIdOf(expo, person) === undefined,
    );
    for (const person of absent.slice(0, Math.max(0, rows - all.length))) edit.addVisitor(expo, person);
    expect(registered(truth, expo).length).toBe(rows);
  };
}

function keepLeads(rows: number) {
  return ({ visualVisitor }: Truth) => {
    for (const id of visualVisitor.truth.ids('person').slice(rows)) visualVisitor.edit.suppressLead('person', id);
  };
}

function addConversations(rows: number) {
  return (truth: Truth) => {
    const [visitorId = 0] = truth.iadvize.truth.visitorIds();
    for (let count = conversations(truth).length; count < rows; count += 1)
      truth.iadvize.edit.addConversation({ visitorId, createdAt: NOW - 1_000 });
  };
}

function addCampaigns(rows: number) {
  return ({ notifyVisitors }: Truth) => {
    for (let count = notifyVisitors.truth.campaignIds(LAST_30).length; count < rows; count += 1)
      notifyVisitors.edit.addCampaign({
        campaignId: `x${count}`,
        name: `Extra ${count}`,
        channel: 'email',
        sentAt: NOW - 86_400_000 - count,
      });
  };
}

const visitors = (truth: Truth): string => `visitors(expoId: "${pastExpo(truth)}" PAGE)`;
const secondPage = (truth: Truth, rows: number): string => {
  const last = registered(truth, pastExpo(truth))[rows - 1]?.revision ?? 0;
  return visitorsPage(pastExpo(truth), { from: last + 1 });
};
const allLeads = () => 'leads(product: PLUS_PERSON, filter: { from: "2025-01-01T00:00:00Z" } PAGE)';
const leadsPage = (page: number): string => search('person', { dateFrom: '2025-01-01T00:00:00Z', page });

const BOUNDARIES: readonly Boundary[] = [
  {
    name: '100 visitors',
    rows: 100,
    field: visitors,
    edit: keepVisitors(100),
    alone: (truth) => [visitorsPage(pastExpo(truth))],
    // A list without a count: only an empty page shows the end after a full one.
    asked: (truth) => [visitorsPage(pastExpo(truth)), secondPage(truth, 100)],
  },
  {
    name: '200 visitors',
    rows: 200,
    field: visitors,
    edit: keepVisitors(200),
    alone: (truth) => [visitorsPage(pastExpo(truth)), secondPage(truth, 100)],
    asked: (truth) => [visitorsPage(pastExpo(truth)), secondPage(truth, 100), secondPage(truth, 200)],
  },
  {
    name: '200 leads',
    rows: 200,
    field: allLeads,
    edit: keepLeads(200),
    alone: () => [leadsPage(1)],
    asked: () => [leadsPage(1)],
  },
  {
    name: '100 conversations',
    rows: 100,
    field: () => 'conversations(PAGE)',
    edit: addConversations(100),
    alone: () => [chats()],
    asked: () => [chats()],
  },
  {
    name: '100 campaign reports',
    rows: 100,
    field: () => 'campaignReports(PAGE)',
    edit: addCampaigns(100),
    alone: () => [reports(LAST_30)],
    asked: () => [reports(LAST_30)],
  },
];

async function page({ ask }: TestGateway, text: string, first: number, rest: string): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(`{ ${text.replace('PAGE', `first: ${first}`)} { nodes { id } ${rest} } }`);
  expect(errors).toEqual([]);
  const [list] = Object.values(data ?? {});
  const { nodes, ...others } = list as { nodes: readonly unknown[] } & Record<string, unknown>;
  return { rows: nodes.length, ...others };
}

async function withEdit({ edit }: Edited): Promise<TestGateway> {
  const gateway = await start();
  edit(gateway.sandbox);
  return gateway;
}

describe('Boundaries', () => {
  for (const boundary of BOUNDARIES) {
    const { name, rows, field } = boundary;
    it(`a page of exactly ${name} asks whether more follow only if that is selected`, async () => {
      await using gateway = await withEdit(boundary);
      const truth = gateway.sandbox;
      expect(await page(gateway, field(truth), rows, '')).toEqual({ rows });
      expect(gateway.takeCalls()).toEqual(boundary.alone(truth));
      expect(gateway.violations()).toEqual([]);
    });
    it(`a page of exactly ${name} has no next page`, async () => {
      await using gateway = await withEdit(boundary);
      const truth = gateway.sandbox;
      const told = await page(gateway, field(truth), rows, 'pageInfo { hasNextPage }');
      expect(told).toEqual({ rows, pageInfo: { hasNextPage: false } });
      expect(gateway.takeCalls()).toEqual(boundary.asked(truth));
    });
    it(`a page of one row less than ${name} has a next page without a further call`, async () => {
      await using gateway = await withEdit(boundary);
      const truth = gateway.sandbox;
      const told = await page(gateway, field(truth), rows - 1, 'pageInfo { hasNextPage }');
      expect(told).toEqual({ rows: rows - 1, pageInfo: { hasNextPage: true } });
      expect(gateway.takeCalls()).toEqual(boundary.alone(truth));
    });
  }

  it('totalCount of visitors is null until a complete copy is held, and fills none', async () => {
    await using gateway = await start();
    const truth = gateway.sandbox;
    const count = () => page(gateway, visitors(truth), 1, 'totalCount');
    expect(await count()).toEqual({ rows: 1, totalCount: null });
    expect(gateway.takeCalls()).toEqual([visitorsPage(pastExpo(truth))]);
    await gateway.ask(`{ visitors(expoId: "${pastExpo(truth)}", filter: { email: "a@b.example" }) { nodes { id } } }`);
    expect(gateway.takeCalls()).toEqual(copies.visitors(truth, pastExpo(truth)));
    expect(await count()).toEqual({ rows: 1, totalCount: registered(truth, pastExpo(truth)).length });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('totalCount of leads is the count of the upstream and costs nothing beside a page', async () => {
    await using gateway = await start();
    const all = gateway.sandbox.visualVisitor.truth.ids('person').length;
    expect(await page(gateway, allLeads(), 1, 'totalCount')).toEqual({ rows: 1, totalCount: all });
    expect(gateway.takeCalls()).toEqual([leadsPage(1)]);
  });

  it('totalCount of conversations over a long range asks each part once, and only if it is selected', async () => {
    await using gateway = await start();
    const truth = gateway.sandbox;
    const field = 'conversations(filter: { from: "2025-06-01T00:00:00Z", to: "2025-12-31T00:00:00Z" } PAGE)';
    expect(await page(gateway, field, 1, '')).toEqual({ rows: 1 });
    expect(gateway.takeCalls()).toEqual([chats({ from: '2025-12-01 02:00:00', to: '2025-12-31 00:59:59' })]);
    const range = { from: Date.UTC(2025, 5, 1), until: Date.UTC(2025, 11, 31) };
    const totalCount = conversations(truth, range).length;
    expect(await page(gateway, field, 1, 'totalCount')).toEqual({ rows: 1, totalCount });
    expect(gateway.takeCalls().toSorted()).toEqual([
      chats({ from: '2025-06-01 02:00:00', to: '2025-09-01 01:59:59' }),
      chats({ from: '2025-09-01 02:00:00', to: '2025-12-01 01:59:59' }),
    ]);
  });

  it('an unselected page costs its rows only', async () => {
    await using gateway = await start();
    const { data, errors } = await gateway.ask('{ leads(product: PLUS_PERSON) { totalCount } }');
    expect({ data, errors }).toMatchObject({ errors: [] });
    expect(gateway.takeCalls()).toEqual([search('person')]);
  });
});
