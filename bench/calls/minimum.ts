import { DEFAULT_AGES } from '../../src/base/freshness.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { VisitorRecord } from '../../src/sandbox/visit/records.ts';
import { STATES } from '../../test/golden/visit-rows.ts';
import { SHOWN, SHOWN_CONVERSATIONS, type Ways } from './actions.ts';
import { createHeldAnswers, createHeldRows, type HeldRows, type RowsSpec } from './held-rows.ts';

/** Calls by upstream. */
export type Calls = Readonly<Record<string, number>>;

const VISIT_PAGE = 100;
const LEAD_PAGE = 200;
const IADVIZE_PAGE = 100;

function freshMsOf(name: string): number {
  return (DEFAULT_AGES[name]?.fresh ?? 0) * 1_000;
}

type Make = (spec: RowsSpec) => HeldRows;

/** What is held of one expo: its visitors as the copy has them and as the list shows them, partners and participants. */
function createHeldExpo({ visit }: Sandbox, make: Make, expo: string) {
  const { truth } = visit;
  const list = (name: string, ids: readonly string[]): HeldRows =>
    make({ ids, pageSize: VISIT_PAGE, freshMs: freshMsOf(`visit.${name}`), sync: 'revision' });
  const visitors = truth.visitors(expo);
  const stateOf = (id: string): string => truth.stateOf(expo, id) ?? '';
  const documented = visitors.filter(({ id, deleted }) => deleted || STATES.split(',').includes(stateOf(id)));
  const shown = visitors.filter(({ id, deleted }) => !deleted && stateOf(id) === 'registered').map(({ id }) => id);
  const partners = truth.partners(expo);
  const shownPartners = partners.filter(({ deleted }) => !deleted).map(({ id }) => id);
  const hostOf = new Map(
    (visitors as readonly VisitorRecord[]).flatMap(({ id, partner }) => (partner ? [[id, partner.id] as const] : [])),
  );
  return {
    shown,
    shownPartners,
    hostOf,
    shownList: list('visitors', shown),
    visitors: list(
      'visitors',
      documented.map(({ id }) => id),
    ),
    shownPartnerList: list('partners', shownPartners),
    partners: list(
      'partners',
      partners.map(({ id }) => id),
    ),
    participants: list(
      'participants',
      truth.participants(expo).map(({ id }) => id),
    ),
  };
}

type HeldExpo = ReturnType<typeof createHeldExpo>;

/** A root list from its own pages, or from the copy where that takes no more; what its pages bring the copy's records are read from. */
function listed(
  { own, copy, ids }: { readonly own: HeldRows; readonly copy: HeldRows; readonly ids: readonly string[] },
  [first, last]: readonly [number, number],
): number {
  const alone = own.rangeCost(first, last);
  if (alone === 0 || copy.wholeCost() === 0) return 0;
  if (copy.isKnown() && copy.wholeCost() <= alone) return copy.whole();
  copy.take(ids.slice(Math.floor(first / VISIT_PAGE) * VISIT_PAGE, (Math.floor(last / VISIT_PAGE) + 1) * VISIT_PAGE));
  return own.range(first, last);
}

function shownRange(page: number, size: number, count: number): readonly [first: number, last: number] {
  return [page * size, Math.min((page + 1) * size, count) - 1];
}

function visitWays(sandbox: Sandbox, make: Make) {
  const held = new Map<string, HeldExpo>();
  const expoOf = (expo: string): HeldExpo => {
    const known = held.get(expo) ?? createHeldExpo(sandbox, make, expo);
    held.set(expo, known);
    return known;
  };
  const related = ({ hostOf, partners, participants }: HeldExpo, ids: readonly string[]): number =>
    partners.records(ids.flatMap((id) => hostOf.get(id) ?? [])) + participants.records(ids);
  return {
    visitors: (expo: string, page: number): number => {
      const { shown, shownList, visitors } = expoOf(expo);
      const range = shownRange(page, SHOWN, shown.length);
      const rows = shown.slice(range[0], range[1] + 1);
      return listed({ own: shownList, copy: visitors, ids: shown }, range) + related(expoOf(expo), rows);
    },
    visitor: (expo: string, id: string): number => expoOf(expo).visitors.records([id]) + related(expoOf(expo), [id]),
    partners: (expo: string, page: number): number => {
      const { shownPartners: ids, shownPartnerList: own, partners: copy } = expoOf(expo);
      return listed({ own, copy, ids }, shownRange(page, SHOWN, ids.length));
    },
    partner: (expo: string, id: string): number => expoOf(expo).partners.records([id]),
    everyVisitor: (): number =>
      sandbox.visit.truth.expos().reduce((calls, { id }) => calls + expoOf(id).visitors.whole(), 0),
  };
}

function visualVisitorWays({ visualVisitor, world }: Sandbox, make: Make, now: () => number) {
  const answers = createHeldAnswers(now);
  const age = freshMsOf('visual-visitor.leads');
  const DAYS_MS = 90 * 86_400_000;
  const from = Math.floor(world.now / 86_400_000) * 86_400_000 - DAYS_MS;
  const ids = visualVisitor.truth.ids('person', { from }).map(String);
  const rows = make({ ids, pageSize: LEAD_PAGE, freshMs: age, sync: 'newest-first' });
  return {
    leads: (page: number): number => rows.range(...shownRange(page, SHOWN, ids.length)),
    lead: (id: string, visits: boolean): number => (visits ? answers.one(`visits ${id}`, age) : rows.records([id])),
    /** By address: a search for each, or the copy where that takes no more. */
    leadsOf: (emails: readonly string[]): number => {
      const missing = [...new Set(emails)].filter((email) => !answers.isHeld(email));
      if (missing.length === 0 || rows.wholeCost() === 0) return 0;
      if (rows.wholeCost() <= missing.length) return rows.whole();
      return missing.reduce((calls, email) => calls + answers.one(email, age), 0);
    },
  };
}

function iadvizeWays({ iadvize }: Sandbox, make: Make) {
  const { truth } = iadvize;
  const list = (name: string, ids: readonly number[], sync: RowsSpec['sync']): HeldRows =>
    make({ ids: ids.map(String), pageSize: IADVIZE_PAGE, freshMs: freshMsOf(`iadvize.${name}`), sync });
  const operators = list('operator', truth.operatorIds(), 'whole');
  const visitors = list('visitors', truth.visitorIds(), 'newest-first');
  const chatIds = truth.conversationIds();
  const chats = list('conversations', chatIds, 'whole');
  const operatorOf = (id: string | number): string[] => {
    const { operatorId = null } = truth.conversation(Number(id)) ?? {};
    return operatorId === null ? [] : [String(operatorId)];
  };
  return {
    conversations: (page: number): number => {
      const range = shownRange(page, SHOWN_CONVERSATIONS, chatIds.length);
      return chats.range(...range) + operators.records(chatIds.slice(range[0], range[1] + 1).flatMap(operatorOf));
    },
    conversation: (id: string): number => chats.records([id]) + operators.records(operatorOf(id)),
    operators: (): number => operators.range(...shownRange(0, SHOWN, truth.operatorIds().length)),
    chatVisitors: (): number => visitors.whole(),
  };
}

/**
 * The fewest calls of each action: those of a gateway that knows the contracts (page sizes, ages, what a revision tells), all that it
 * has read so far and, of what it holds, when it was read; and neither the next action nor how long an unread list is. What it counts
 * comes from what the simulators really hold.
 */
export function createMinimum(sandbox: Sandbox, now: () => number): Ways<Calls> {
  const make: Make = (spec) => createHeldRows(spec, now);
  const visit = visitWays(sandbox, make);
  const visualVisitor = visualVisitorWays(sandbox, make, now);
  const iadvize = iadvizeWays(sandbox, make);
  const answers = createHeldAnswers(now);
  const reports = freshMsOf('notify-visitors.reports');
  const profiles = (emails: readonly string[]): number =>
    emails.reduce((calls, email) => calls + answers.one(`profile ${email}`, freshMsOf('notify-visitors.user')), 0);
  return {
    visitors: ({ expo, page }) => ({ VISIT: visit.visitors(expo, page) }),
    visitor: ({ expo, id }) => ({ VISIT: visit.visitor(expo, id) }),
    partners: ({ expo, page }) => ({ VISIT: visit.partners(expo, page) }),
    partner: ({ expo, id }) => ({ VISIT: visit.partner(expo, id) }),
    leads: ({ page }) => ({ VISUAL_VISITOR: visualVisitor.leads(page) }),
    lead: ({ id, visits }) => ({ VISUAL_VISITOR: visualVisitor.lead(id, visits) }),
    conversations: ({ page }) => ({ IADVIZE: iadvize.conversations(page) }),
    conversation: ({ id }) => ({ IADVIZE: iadvize.conversation(id) }),
    operators: () => ({ IADVIZE: iadvize.operators() }),
    campaigns: () => ({ NOTIFY_VISITORS: answers.one('campaigns', reports) }),
    campaign: ({ id }) => ({ NOTIFY_VISITORS: answers.one(`campaign ${id}`, reports) }),
    person: ({ email }) => ({
      VISIT: answers.one('expos', freshMsOf('visit.expos')) + visit.everyVisitor(),
      VISUAL_VISITOR: visualVisitor.leadsOf([email]),
      IADVIZE: iadvize.chatVisitors(),
      NOTIFY_VISITORS: profiles([email]),
    }),
    people: ({ emails }) => ({ VISUAL_VISITOR: visualVisitor.leadsOf(emails), NOTIFY_VISITORS: profiles(emails) }),
  };
}
