import { SKILLS } from '../../src/sandbox/iadvize/directory.ts';
import { liveState, profileRow } from '../../src/sandbox/iadvize/operator-details.ts';
import type { OperatorRecord } from '../../src/sandbox/iadvize/operators.ts';
import type { VisitorRecord } from '../../src/sandbox/iadvize/visitors.ts';
import type { Golden, Truth } from './golden.ts';
import { CHAT_VISITOR, chatVisitorRow, chatVisitors, item, list, operators, reference } from './iadvize-rows.ts';
import { nodesOf, page } from './pages.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };

function live(filters: Readonly<Record<string, string | number>> = {}): string {
  const sent = Object.entries(filters).map(([name, value]) => `filters[${name}]=${value}`);
  return item(`operator/live ${sent.join('&')}`.trim());
}

const isAlone = ({ groupId, skillIds }: OperatorRecord): boolean => groupId === null && skillIds.length === 0;

/** What shows without `connected`: those who can take a contact. */
function isAvailable({ index }: OperatorRecord, { world }: Truth): boolean {
  const { chat, call, video } = liveState(world, index);
  return chat.available || call.available || video.available;
}

function showing(
  name: string,
  asked: { readonly filter: string; readonly sent: Readonly<Record<string, string | number>> },
  shows: (operator: OperatorRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `liveOperators ${name}`,
    query: `{ liveOperators${asked.filter} { connected operator { sourceId } } }`,
    expected: (truth) => ({
      liveOperators: operators(truth)
        .filter((operator) => shows(operator, truth))
        .map(({ id, index }) => ({ connected: liveState(truth.world, index).connected, operator: reference(id) })),
    }),
    calls: () => ({ cold: [live(asked.sent)], warm }),
    minimum: { ...one, why: 'one list for all' },
  };
}

/** A skill with several operators who are signed in. */
function staffed(truth: Truth): { readonly skill: number; readonly operators: readonly OperatorRecord[] } {
  const present = operators(truth).filter(({ index }) => liveState(truth.world, index).connected);
  const skills = SKILLS.map(({ id }) => ({
    skill: id,
    operators: present.filter(({ skillIds }) => skillIds.includes(id)),
  }));
  const found = skills.find((one) => one.operators.length > 1);
  if (found === undefined) throw new RangeError('no such skill in this world');
  return found;
}

function visitorsBy(
  name: string,
  choose: (truth: Truth) => { filter: Record<string, unknown>; sent: Record<string, string | number> },
  passes: (visitor: VisitorRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `chatVisitors by ${name} are filtered by the upstream`,
    query: `query ($filter: ChatVisitorFilter) { chatVisitors(filter: $filter, first: 100) {
      nodes { sourceId } totalCount pageInfo { hasNextPage } } }`,
    variables: (truth) => ({ filter: choose(truth).filter }),
    expected: (truth) => ({
      chatVisitors: page(nodesOf(chatVisitors(truth).filter((visitor) => passes(visitor, truth))).nodes),
    }),
    calls: (truth) => ({ cold: [list('visitor', choose(truth).sent)], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

const castVisitor = ({ iadvize }: Truth): VisitorRecord => {
  const found = iadvize.truth.visitor(iadvize.truth.visitorIdsOf(3)[0] ?? 0);
  if (found === undefined) throw new RangeError('no such visitor in this world');
  return { ...found };
};

export const liveGoldens: readonly Golden[] = [
  showing(
    'without a filter shows the available ones in no group and without skill',
    { filter: '', sent: {} },
    (operator, truth) => isAlone(operator) && isAvailable(operator, truth),
  ),
  showing(
    'of a group shows its available members',
    { filter: '(filter: { groupId: "51" })', sent: { group_id: 51 } },
    (operator, truth) => operator.groupId === 51 && isAvailable(operator, truth),
  ),
  showing(
    'that are signed in shows the busy ones too',
    { filter: '(filter: { connected: true, skillId: "201" })', sent: { skill_id: 201, connected: 1 } },
    ({ skillIds, index }, { world }) => skillIds.includes(201) && liveState(world, index).connected,
  ),
  showing(
    'that are signed out shows those who signed in at least once',
    { filter: '(filter: { connected: false, groupId: "52" })', sent: { group_id: 52, connected: 0 } },
    ({ groupId, index }, { world }) => {
      const { connected, seen } = liveState(world, index);
      return groupId === 52 && seen && !connected;
    },
  ),
  {
    name: 'liveOperators leads to operators by one page, and answers what each of them is doing',
    query: `query ($skill: ID!) { liveOperators(filter: { connected: true, skillId: $skill }) {
      chat { slotsUsed } operator { pseudo live { chat { slotsUsed } } } } }`,
    variables: (truth) => ({ skill: String(staffed(truth).skill) }),
    expected: (truth) => ({
      liveOperators: staffed(truth).operators.map(({ index, pseudo }) => {
        const state = { chat: { slotsUsed: liveState(truth.world, index).chat.slot_number } };
        return { ...state, operator: { pseudo, live: state } };
      }),
    }),
    calls: (truth) => ({ cold: [live({ skill_id: staffed(truth).skill, connected: 1 }), list('operator')], warm }),
    minimum: { cold: 2, warm: 0, why: 'the list of states and a page of operators' },
  },
  {
    name: 'Operator.profile costs one read for each operator',
    query: '{ operators { nodes { profile { status description facebook twitter city country } } } }',
    expected: (truth) => ({
      operators: {
        nodes: operators(truth).map((operator) => {
          const { user_id: _id, ...profile } = profileRow(truth.world, operator);
          return { profile };
        }),
      },
    }),
    calls: (truth) => ({
      cold: [list('operator'), ...operators(truth).map(({ id }) => item(`operator/${id}/profile`))],
      warm,
    }),
    minimum: { cold: 15, warm: 0, why: 'no list of profiles' },
  },
];

export const chatVisitorRoots: readonly Golden[] = [
  {
    name: 'chatVisitors lists all by id descending, page by page',
    query: `{ chatVisitors(first: 1000) { nodes { ${CHAT_VISITOR} } totalCount pageInfo { hasNextPage } } }`,
    expected: (truth) => ({ chatVisitors: page(chatVisitors(truth).map((visitor) => chatVisitorRow(visitor))) }),
    calls: () => ({ cold: [list('visitor'), list('visitor', {}, 2), list('website')], warm }),
    minimum: { cold: 3, warm: 0, why: '180 rows on two pages; zones by a page' },
  },
  visitorsBy(
    'unique id',
    (truth) => ({
      filter: { uniqueId: castVisitor(truth).uniqueId },
      sent: { unique_id: castVisitor(truth).uniqueId },
    }),
    ({ id }, truth) => id === castVisitor(truth).id,
  ),
  visitorsBy(
    'external id',
    () => ({ filter: { externalId: 'CRM-3' }, sent: { external_id: 'CRM-3' } }),
    ({ externalId }) => externalId === 'CRM-3',
  ),
  visitorsBy(
    'web site',
    () => ({ filter: { websiteId: '1904' }, sent: { website_id: 1904 } }),
    ({ websiteIds }) => websiteIds.includes(1904),
  ),
  {
    name: 'chatVisitor reads one, and null for an unknown id',
    query: `query ($id: ID!) { chatVisitor(id: $id) { ${CHAT_VISITOR} } }`,
    variables: (truth) => ({ id: String(castVisitor(truth).id) }),
    expected: (truth) => ({ chatVisitor: chatVisitorRow(castVisitor(truth)) }),
    calls: (truth) => {
      const { id, websiteIds } = castVisitor(truth);
      return { cold: [item(`visitor/${id}`), item(`website/${websiteIds[0]}`)], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'the record, and the zone of its web site' },
  },
];
