import { createRandom } from '../../src/sandbox/kit/random.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Action, SHOWN, SHOWN_CONVERSATIONS, type Step } from './actions.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const PEOPLE = 6;
/** How many addresses somebody compares at once. */
const COMPARED = 10;
const SHOW_STATES = ['registered'];

/** The rows that lists show, in their order. */
type Shelves = ReturnType<typeof shelvesOf>;
/** What somebody looks at: the lists come back to it. */
type Look = { readonly list: Action; readonly rows: readonly string[] };

type Draw = {
  integer(bound: number): number;
  pick<T>(choices: readonly T[]): T;
};

/** Random draws, each its own: equal seeds give equal sessions. */
function createDraw(seed: number): Draw {
  const random = createRandom(seed);
  let drawn = 0;
  const next = (): number => {
    drawn += 1;
    return drawn;
  };
  return {
    integer: (bound) => random.integer('session', next(), bound),
    pick: (choices) => random.pick('session', next(), choices),
  };
}

function shelvesOf({ visit, visualVisitor, iadvize, notifyVisitors, world }: Sandbox, now: number) {
  const day = (ago: number): string => new Date(now - ago * 1_440 * MINUTE_MS).toISOString().slice(0, 10);
  const { truth } = visit;
  const expos = truth.expos().slice(1);
  const states = (expo: string, id: string): boolean => SHOW_STATES.includes(truth.stateOf(expo, id) ?? '');
  return {
    expos: expos.map(({ id }) => id),
    visitors: (expo: string) =>
      truth.visitors(expo).flatMap(({ id, deleted }) => (!deleted && states(expo, id) ? [id] : [])),
    partners: (expo: string) => truth.partners(expo).flatMap(({ id, deleted }) => (deleted ? [] : [id])),
    leads: visualVisitor.truth.ids('person', { from: now - 90 * 1_440 * MINUTE_MS }).map(String),
    conversations: iadvize.truth.conversationIds().map(String),
    campaigns: notifyVisitors.truth.campaignIds({ from: day(29), to: day(0) }),
    emails: Array.from({ length: 60 }, (_, index) => world.people.at(index).email),
  };
}

/** Seconds mostly, now and then minutes, seldom the better part of an hour. */
function waitOf(draw: Draw): number {
  const dice = draw.integer(100);
  if (dice < 82) return (2 + draw.integer(15)) * SECOND_MS;
  if (dice < 98) return (1 + draw.integer(8)) * MINUTE_MS;
  return (30 + draw.integer(30)) * MINUTE_MS;
}

/** A list that somebody turns to, at its first page. */
function newLook(draw: Draw, shelves: Shelves): Look {
  const expo = draw.pick(shelves.expos);
  return draw.pick<Look>([
    { list: { kind: 'visitors', expo, page: 0 }, rows: shelves.visitors(expo) },
    { list: { kind: 'visitors', expo, page: 0 }, rows: shelves.visitors(expo) },
    { list: { kind: 'partners', expo, page: 0 }, rows: shelves.partners(expo) },
    { list: { kind: 'leads', page: 0 }, rows: shelves.leads },
    { list: { kind: 'conversations', page: 0 }, rows: shelves.conversations },
    { list: { kind: 'campaigns' }, rows: shelves.campaigns },
    { list: { kind: 'operators' }, rows: [] },
  ]);
}

/** One of the rows that the list shows now. */
function openItem(draw: Draw, { list, rows }: Look): Action {
  const size = list.kind === 'conversations' ? SHOWN_CONVERSATIONS : SHOWN;
  const page = 'page' in list ? list.page : 0;
  const shown = rows.slice(page * size, (page + 1) * size);
  if (shown.length === 0) return list;
  const id = draw.pick(shown);
  if (list.kind === 'visitors') return { kind: 'visitor', expo: list.expo, id };
  if (list.kind === 'partners') return { kind: 'partner', expo: list.expo, id };
  if (list.kind === 'leads') return { kind: 'lead', id, visits: draw.integer(2) === 0 };
  if (list.kind === 'conversations') return { kind: 'conversation', id };
  return list.kind === 'campaigns' ? { kind: 'campaign', id } : list;
}

function pageOn({ list, rows }: Look): Look {
  if (!('page' in list)) return { list, rows };
  const size = list.kind === 'conversations' ? SHOWN_CONVERSATIONS : SHOWN;
  const more = (list.page + 1) * size < rows.length;
  return more ? { list: { ...list, page: list.page + 1 }, rows } : { list, rows };
}

function compared(draw: Draw, emails: readonly string[]): readonly string[] {
  const from = draw.integer(emails.length - COMPARED);
  return emails.slice(from, from + COMPARED);
}

/** Some people who look at lists, open items, come back, page on and look somebody up. The world is that of the sandbox. */
export function createSession(sandbox: Sandbox, { seed, steps }: { readonly seed: number; readonly steps: number }) {
  const draw = createDraw(seed);
  const shelves = shelvesOf(sandbox, sandbox.world.now);
  const looks: Look[] = [];
  const turnTo = (who: number, look: Look): Action => {
    looks[who] = look;
    return look.list;
  };
  const next = (who: number): Action => {
    const look = looks[who];
    if (look === undefined) return turnTo(who, newLook(draw, shelves));
    const dice = draw.integer(100);
    if (dice < 30) return openItem(draw, look);
    if (dice < 50) return look.list;
    if (dice < 70) return turnTo(who, pageOn(look));
    if (dice < 84) return turnTo(who, newLook(draw, shelves));
    if (dice < 94) return { kind: 'person', email: draw.pick(shelves.emails) };
    return { kind: 'people', emails: compared(draw, shelves.emails) };
  };
  return Array.from({ length: steps }, (): Step => ({ waitMs: waitOf(draw), action: next(draw.integer(PEOPLE)) }));
}
