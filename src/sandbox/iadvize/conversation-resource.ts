import { type ConversationRecord, conversationRow } from './conversations.ts';
import { readPeriod, THREE_MONTHS } from './period.ts';
import type { Filters } from './query.ts';
import { isRefusal, type Refusal } from './replies.ts';
import { type Resource, type Scene, selectionKey } from './resource.ts';
import { sees } from './wire-row.ts';

type Test = (conversation: ConversationRecord, wanted: string) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  channel: ({ channel }, wanted) => channel === wanted,
  website_id: ({ websiteId }, wanted) => websiteId === Number(wanted),
  operator_id: ({ operatorId }, wanted) => operatorId === Number(wanted),
  visitor_id: ({ visitorId }, wanted) => visitorId === Number(wanted),
  skill_id: ({ skillId }, wanted) => skillId === Number(wanted),
  tag_id: ({ tagIds }, wanted) => tagIds.includes(Number(wanted)),
  rule_id: ({ ruleId }, wanted) => ruleId === Number(wanted),
};

function findConversations(scene: Scene, filters: Filters): readonly number[] | Refusal {
  const period = readPeriod(filters, scene.now, scene.report, THREE_MONTHS);
  if (isRefusal(period)) return period;
  const { conversations } = scene.store;
  const { from, until } = period;
  const tests = [...filters].flatMap(([name, wanted]) => {
    const test = TESTS[name];
    return test === undefined ? [] : [(row: ConversationRecord) => test(row, wanted)];
  });
  const everything = scene.access.websites === 'all';
  const match = (row: ConversationRecord): boolean =>
    row.createdAt >= from &&
    row.createdAt < until &&
    (everything || sees(scene.access, [row.websiteId])) &&
    tests.every((test) => test(row));
  const key = `${selectionKey(scene, filters)} ${from} ${until}`;
  const { timeline } = conversations;
  return conversations.select(key, match, { low: timeline.firstFrom(from), high: timeline.firstFrom(until) });
}

export const conversationResource: Resource = {
  name: 'conversation',
  rules: {
    channel: 'channel',
    from: 'moment',
    to: 'moment',
    website_id: 'id',
    operator_id: 'id',
    visitor_id: 'id',
    skill_id: 'id',
    tag_id: 'id',
    rule_id: 'id',
  },
  extra: '|formatHistory',
  repeatsLastPage: true,
  list: findConversations,
  row: ({ store, access }, id, formatted) => {
    const found = store.conversations.get(id);
    if (found === undefined || !sees(access, [found.websiteId])) return undefined;
    return conversationRow(store.world, found, formatted);
  },
};
