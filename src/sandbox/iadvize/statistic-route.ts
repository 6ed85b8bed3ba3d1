import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { type ConversationRecord, pageTypeAt } from './conversations.ts';
import { zoneOf } from './directory.ts';
import { INDICATOR_CHANNELS, isWithdrawn } from './indicators.ts';
import { HOME_ZONE, instantOf, type Wall, wallOf } from './local-time.ts';
import { type Period, readPeriod } from './period.ts';
import { type FilterRules, type Filters, readListQuery } from './query.ts';
import { fail, invalidField, isRefusal, type Refusal, succeed } from './replies.ts';
import type { Scene } from './resource.ts';
import { figureOf, type Sample } from './statistic-figures.ts';
import { publishedUntil, type TransactionRecord } from './transactions.ts';
import { idList, sees, type WireRow } from './wire-row.ts';

const DAY_MS = 86_400_000;
const STREAM = 'iadvize-statistic';
const RULES: FilterRules = {
  website_id: 'id',
  website_list: 'ids',
  channel: 'any-channel',
  resource: 'resource',
  resource_id: 'text',
  indicators: 'text',
  from: 'moment',
  to: 'moment',
  granularity: 'granularity',
};

type Question = {
  readonly names: readonly string[];
  readonly channel: string;
  readonly zone: string;
  readonly period: Period;
  /** Undefined: all that the key sees. */
  readonly websites: readonly number[] | undefined;
  readonly resource: string | undefined;
  readonly resourceId: string | undefined;
  readonly granularity: string | undefined;
};

/** The current day where an end is missing. */
function periodOf(filters: Filters, zone: string, websites: Question['websites'], scene: Scene): Period | Refusal {
  const site = websites?.length === 1 ? [['website_id', String(websites[0])] as const] : [];
  const plain = new Map([...filters].filter(([name]) => name === 'from' || name === 'to'));
  const period = readPeriod(new Map([...plain, ...site]), scene.now, scene.report, undefined);
  if (isRefusal(period)) return period;
  const now = wallOf(scene.now, zone);
  const today = now - (now % DAY_MS);
  return {
    from: Number.isFinite(period.from) ? period.from : instantOf(today, zone),
    until: Number.isFinite(period.until) ? period.until : instantOf(today + DAY_MS, zone),
  };
}

function namesOf(filters: Filters, scene: Scene): readonly string[] | Refusal {
  const text = filters.get('indicators');
  if (text === undefined) {
    scene.report('indicators missing', '/statistic');
    return fail("Field 'indicators' is missing.");
  }
  const names = text.split(',');
  const unknown = names.find((name) => !INDICATOR_CHANNELS.has(name));
  if (unknown !== undefined) scene.report('unknown indicator', unknown.slice(0, 60));
  const refused = scene.withdrawn === 'refused' && names.some(isWithdrawn);
  return unknown !== undefined || refused ? invalidField('indicators') : names;
}

function readQuestion(request: SimulatedRequest, scene: Scene): Question | Refusal {
  const query = readListQuery(request.query, { rules: RULES, extra: '' }, scene.report);
  if (isRefusal(query)) return query;
  const { filters } = query;
  const names = namesOf(filters, scene);
  if (isRefusal(names)) return names;
  const granularity = filters.get('granularity');
  if (granularity !== undefined && names.length !== 1) {
    scene.report('granularity with several indicators', String(names.length));
    return fail("Field 'granularity' needs exactly one indicator.");
  }
  const list = filters.get('website_list') ?? filters.get('website_id');
  const websites = list === undefined ? undefined : idList(list);
  const zone = websites?.length === 1 ? zoneOf(websites[0]) : HOME_ZONE;
  const period = periodOf(filters, zone, websites, scene);
  if (isRefusal(period)) return period;
  const [resource, resourceId] = [filters.get('resource'), filters.get('resource_id')];
  return {
    names,
    channel: filters.get('channel') ?? 'chat',
    zone,
    period,
    websites,
    resource,
    resourceId,
    granularity,
  };
}

function sampleOf({ store, access, now }: Scene, { channel, period, websites }: Question): Sample {
  const { from, until } = period;
  const shows = (websiteId: number): boolean =>
    sees(access, [websiteId]) && (websites === undefined || websites.includes(websiteId));
  const { conversations, transactions } = store;
  const sites = `${access.websites === 'all' ? 'all' : [...access.websites]} ${websites}`;
  const { timeline } = conversations;
  const conversationIds = conversations.select(
    `statistic ${channel} ${sites} ${from} ${until}`,
    (row) => row.channel === channel && row.createdAt >= from && row.createdAt < until && shows(row.websiteId),
    { low: timeline.firstFrom(from), high: timeline.firstFrom(until) },
  );
  const end = Math.min(until, publishedUntil(now));
  const transactionIds = transactions.select(
    `statistic ${sites} ${from} ${end}`,
    (row) => row.createdAt >= from && row.createdAt < end && shows(row.websiteId),
  );
  return {
    conversations: conversationIds.flatMap((id) => conversations.get(id) ?? []),
    transactions: transactionIds.flatMap((id) => transactions.get(id) ?? []),
  };
}

/** What a conversation counts for when figures are grouped; undefined where it counts for nothing. */
function keyOf({ store }: Scene, resource: string, conversation: ConversationRecord): string | undefined {
  const { world, operators } = store;
  const operator = conversation.operatorId === null ? undefined : operators.get(conversation.operatorId);
  const keys: Readonly<Record<string, string | number | null | undefined>> = {
    operator: conversation.operatorId,
    group: operator?.groupId,
    skill: conversation.skillId,
    rule: conversation.ruleId,
    contact_type: conversation.ruleId === null ? 'reactive' : 'proactive',
    page_type: pageTypeAt(world, conversation.index),
  };
  return keys[resource]?.toString();
}

/** Without `resource` one group of no name. */
function groupsOf(scene: Scene, { resource, resourceId }: Question, sample: Sample): ReadonlyMap<string, Sample> {
  if (resource === undefined) return new Map([['', sample]]);
  const keyOfTransaction = ({ conversationId }: TransactionRecord): string | undefined => {
    const conversation = conversationId === null ? undefined : scene.store.conversations.get(conversationId);
    return conversation && keyOf(scene, resource, conversation);
  };
  const conversations = Map.groupBy(sample.conversations, (row) => keyOf(scene, resource, row));
  const transactions = Map.groupBy(sample.transactions, keyOfTransaction);
  const keys = [...new Set([...conversations.keys(), ...transactions.keys()])].filter((key) => key !== undefined);
  return new Map(
    keys
      .toSorted()
      .filter((key) => resourceId === undefined || key === resourceId)
      .map((key) => [key, { conversations: conversations.get(key) ?? [], transactions: transactions.get(key) ?? [] }]),
  );
}

function startOf(wall: Wall, granularity: string): Wall {
  if (granularity === 'hour') return wall - (wall % 3_600_000);
  const date = new Date(wall - (wall % DAY_MS));
  return granularity === 'day' ? date.getTime() : date.setUTCDate(1);
}

function next(start: Wall, granularity: string): Wall {
  if (granularity === 'hour') return start + 3_600_000;
  const date = new Date(start);
  return granularity === 'day' ? start + DAY_MS : date.setUTCMonth(date.getUTCMonth() + 1);
}

/** The parts of the period in the order of time, empty ones too. */
function* partsOf({ zone, period, granularity = 'day' }: Question, sample: Sample): Generator<[string, Sample]> {
  const at = (instant: number): Wall => startOf(wallOf(instant, zone), granularity);
  const conversations = Map.groupBy(sample.conversations, ({ createdAt }) => at(createdAt));
  const transactions = Map.groupBy(sample.transactions, ({ createdAt }) => at(createdAt));
  for (let start = at(period.from); start < wallOf(period.until, zone); start = next(start, granularity)) {
    const local = new Date(start).toISOString().slice(0, 19).replace('T', ' ');
    yield [local, { conversations: conversations.get(start) ?? [], transactions: transactions.get(start) ?? [] }];
  }
}

/** Every twentieth figure arrives as text. */
function figures(scene: Scene, { names, channel }: Question, sample: Sample, seat: number): WireRow {
  const { random } = scene.store.world;
  const shown = scene.withdrawn === 'missing' ? names.filter((name) => !isWithdrawn(name)) : names;
  return Object.fromEntries(
    shown.map((name) => {
      const value = figureOf(name, channel, sample);
      const asText = value !== null && random.chance(`${STREAM}-${name}`, seat, 0.05);
      return [name, asText ? String(value) : value];
    }),
  );
}

/** `/statistic` in its three shapes. How the cut by time looks is not documented: rows with their `date`. */
export function answerStatistic(request: SimulatedRequest, scene: Scene): SimulatedReply | Refusal {
  const question = readQuestion(request, scene);
  if (isRefusal(question)) return question;
  const groups = [...groupsOf(scene, question, sampleOf(scene, question))];
  const rows = groups.flatMap(([key, sample], seat) => {
    const id = key === '' ? {} : { id: /^\d+$/.test(key) ? Number(key) : key };
    if (question.granularity === undefined) return [{ ...id, ...figures(scene, question, sample, seat) }];
    return [...partsOf(question, sample)].map(([date, part], index) => ({
      ...id,
      date,
      ...figures(scene, question, part, seat * 1_000 + index),
    }));
  });
  const flat = question.resource === undefined && question.granularity === undefined;
  return succeed({ data: flat ? rows[0] : rows });
}
