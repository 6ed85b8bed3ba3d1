import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { email } from '../golden/forms.ts';
import { NOW } from '../golden/golden.ts';
import { recent } from '../golden/lead-rows.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const ROWS_OF_PAGE = 200;
const LEADS = 'query ($emails: [EmailAddress!]!) { people(emails: $emails) { leads { nodes { sourceId } } } }';
/** As far as room reaches: what is not certain beforehand is not refused. */
const PARTIAL = { admission: 'partial' };
const HEADERS = { 'x-api-key': 'test-secret' };

/** How many calls of each kind, and how many fields were refused for want of room. */
type Cost = { readonly pages: number; readonly single: number; readonly refused: number };

/** Asks, and tells what it cost: a search for one address and a lead by its id are single reads. */
async function cost(
  gateway: TestGateway,
  query: string,
  variables: Record<string, unknown> = {},
  extensions: Record<string, unknown> = PARTIAL,
): Promise<Cost> {
  gateway.takeCalls();
  const { errors } = await gateway.ask(query, { variables, extensions, headers: HEADERS });
  const calls = gateway.takeCalls();
  const single = calls.filter((call) => call.includes('"email":') || call.includes(' GET ')).length;
  const refused = errors.filter(({ extensions }) => extensions.code === 'QUOTA_EXCEEDED').length;
  expect(refused).toBe(errors.length);
  return { pages: calls.length - single, single, refused };
}

/** The simulators, and a gateway over them that may make so many calls of Visual Visitor. */
type World = { readonly sandbox: Sandbox; start(limit?: number): Promise<TestGateway> };

function openWorld(size: number) {
  const clock = createVirtualClock(NOW);
  const world: { sandbox?: Sandbox } = {};
  beforeAll(async () => {
    world.sandbox = await startSandbox({ seed: 1, size, now: clock.now });
  });
  afterAll(() => world.sandbox?.close());
  return (): World => {
    const { sandbox } = world;
    if (sandbox === undefined) throw new Error('nothing is started');
    const start = (limit = 200): Promise<TestGateway> =>
      startGateway({ clock, live: true, sandbox, config: { windows: { VISUAL_VISITOR: { 'ip-20m': { limit } } } } });
    return { sandbox, start };
  };
}

/** The last addresses that leads have: none of them is on the first page alone. */
function addresses({ sandbox }: World, count: number): readonly string[] {
  const known = recent(sandbox, 'person').flatMap((lead) => email(lead.email) ?? []);
  return [...new Set(known)].slice(-count);
}

describe('leads of several people, all of which are on one page', () => {
  const theWorld = openWorld(1);

  it.each([
    [1, { pages: 0, single: 1, refused: 0 }],
    [2, { pages: 1, single: 0, refused: 0 }],
    [9, { pages: 1, single: 0, refused: 0 }],
  ])('of %i cost a search for one, and the page for more', async (count, expected) => {
    const world = theWorld();
    expect(recent(world.sandbox, 'person').length).toBeLessThanOrEqual(ROWS_OF_PAGE);
    await using gateway = await world.start();
    expect(await cost(gateway, LEADS, { emails: addresses(world, count) })).toEqual(expected);
  });
});

describe('leads of several people, on four pages', () => {
  const theWorld = openWorld(6);

  it.each([
    [2, { pages: 1, single: 2, refused: 0 }],
    [3, { pages: 4, single: 0, refused: 0 }],
    [9, { pages: 4, single: 0, refused: 0 }],
  ])('of %i cost the pages where those that are left after the first are no more', async (count, expected) => {
    const world = theWorld();
    expect(Math.ceil(recent(world.sandbox, 'person').length / ROWS_OF_PAGE)).toBe(4);
    await using gateway = await world.start();
    expect(await cost(gateway, LEADS, { emails: addresses(world, count) })).toEqual(expected);
  });

  it('are not counted where they are held', async () => {
    const world = theWorld();
    await using gateway = await world.start();
    const emails = addresses(world, 3);
    await cost(gateway, LEADS, { emails: emails.slice(0, 2) });
    expect(await cost(gateway, LEADS, { emails })).toEqual({ pages: 0, single: 1, refused: 0 });
    await cost(gateway, LEADS, { emails: addresses(world, 12) });
    expect(await cost(gateway, LEADS, { emails: addresses(world, 20) })).toEqual({ pages: 0, single: 0, refused: 0 });
  });

  it('cost a search each where these just fit in what the window has left: no page is tried first', async () => {
    const world = theWorld();
    await using gateway = await world.start(2);
    expect(await cost(gateway, LEADS, { emails: addresses(world, 2) })).toEqual({ pages: 0, single: 2, refused: 0 });
  });

  it('cost no page more where the pages do not fit any longer: searches answer some of them', async () => {
    const world = theWorld();
    await using gateway = await world.start(3);
    expect(await cost(gateway, LEADS, { emails: addresses(world, 5) })).toEqual({ pages: 1, single: 2, refused: 3 });
  });

  it('cost the pages where room is kept for them, though there is no other', async () => {
    const world = theWorld();
    const variables = { emails: addresses(world, 3) };
    await using wide = await world.start();
    const planned = await wide.ask(LEADS, { variables, extensions: { dryRun: true }, headers: HEADERS });
    await using gateway = await world.start(planned.extensions.cost.estimated.max ?? 0);
    expect(await cost(gateway, LEADS, variables, {})).toEqual({ pages: 4, single: 0, refused: 0 });
  });

  it('are read by id without a page first where single reads just fit, and after one where there is room for it', async () => {
    const world = theWorld();
    const [first, second] = recent(world.sandbox, 'person')
      .slice(-2)
      .map(({ id }) => id);
    const query = `{ a: lead(product: PLUS_PERSON, id: "${first}") { title } b: lead(product: PLUS_PERSON, id: "${second}") { title } }`;
    await using narrow = await world.start(2);
    expect(await cost(narrow, query)).toEqual({ pages: 0, single: 2, refused: 0 });
    await using wide = await world.start(20);
    expect(await cost(wide, query)).toEqual({ pages: 2, single: 2, refused: 0 });
  });
});
