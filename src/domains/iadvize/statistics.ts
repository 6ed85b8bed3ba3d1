import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../../base/errors.ts';
import type { RequestContext } from '../../context.ts';
import type { Resolvers, StatisticGranularity } from '../../generated/resolvers.ts';
import type {
  IndicatorValue,
  ResourceStatistic,
  StatisticPoint,
  StatisticQuestion,
  StatisticScope,
} from '../../model/iadvize-statistics.ts';
import { STATISTIC_CHANNELS, STATISTIC_INDICATORS, type StatisticIndicator } from '../../model/statistic-indicators.ts';
import { type NodeType, readSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import { readWebsiteIds } from './filters.ts';
import { groupOf, operatorOf, skillOf } from './references.ts';

/** What figures may be grouped by; those that are records of the graph with their type. */
const RESOURCES: ReadonlyMap<string, NodeType | null> = new Map([
  ['operator', 'Operator'],
  ['group', 'OperatorGroup'],
  ['skill', 'Skill'],
  ['rule', null],
  ['contact_type', null],
  ['page_type', null],
]);

const GRANULARITIES: Readonly<Record<StatisticGranularity, string>> = { HOUR: 'hour', DAY: 'day', MONTH: 'month' };

type ScopeArgs = {
  readonly channel: string;
  readonly websiteIds?: readonly string[] | null;
  readonly from?: number | null;
  readonly to?: number | null;
};

function readScope({ channel, websiteIds, from, to }: ScopeArgs): StatisticScope {
  if (!STATISTIC_CHANNELS.includes(channel)) throw new InputError(`channel: one of ${STATISTIC_CHANNELS.join(', ')}`);
  const range = present({ from, to });
  if (range.from !== undefined && range.to !== undefined && range.from > range.to)
    throw new InputError('from: an instant not after `to`');
  return { channel, ...range, websiteIds: readWebsiteIds(websiteIds)?.toSorted() ?? null };
}

function readIndicator(argument: string, name: string): StatisticIndicator {
  const known = STATISTIC_INDICATORS.get(name);
  if (known === undefined)
    throw new InputError(`${argument}: names that \`statisticIndicators\` lists, such as contact_number`);
  return known;
}

/** Each once, in the order asked for. */
function readIndicators(names: readonly string[]): readonly StatisticIndicator[] {
  const known = [...new Set(names)].map((name) => readIndicator('indicators', name));
  if (known.length === 0) throw new InputError(`indicators: 1 to ${STATISTIC_INDICATORS.size} names`);
  return known;
}

type ResourceArgs = { readonly resource?: string | null; readonly resourceId?: string | null };

function readResource({ resource, resourceId }: ResourceArgs): Pick<StatisticQuestion, 'resource' | 'resourceId'> {
  const [kind, id] = [resource ?? undefined, resourceId ?? undefined];
  if (kind === undefined) {
    if (id !== undefined) throw new InputError('resourceId: only beside `resource`');
    return {};
  }
  const type = RESOURCES.get(kind);
  if (type === undefined) throw new InputError(`resource: one of ${[...RESOURCES.keys()].join(', ')}`);
  if (id === undefined) return { resource: kind };
  if (type === null && !/^[^\s,][^,]{0,99}$/.test(id))
    throw new InputError('resourceId: 1 to 100 characters, no comma');
  return { resource: kind, resourceId: type === null ? id : readSourceId('resourceId', type, id) };
}

/** No indicator is documented for some channels: then the upstream is to tell. */
function isOn({ channels }: StatisticIndicator, channel: string): boolean {
  const documented = [...STATISTIC_INDICATORS.values()].some((one) => one.channels.includes(channel));
  return !documented || channels.includes(channel);
}

type Where = { readonly context: RequestContext; readonly info: GraphQLResolveInfo };

/** The figures of each indicator; those that the channel does not have are not asked for. */
async function figuresOf(
  question: StatisticQuestion,
  indicators: readonly StatisticIndicator[],
  { context, info }: Where,
) {
  const reader = context.reader(info);
  return Promise.all(
    indicators.map(async (indicator) => ({
      indicator,
      cells: isOn(indicator, question.channel)
        ? await context.reads.iadvize.figures(reader, question, indicator.name)
        : [],
    })),
  );
}

async function totals(
  question: StatisticScope,
  indicators: readonly StatisticIndicator[],
  where: Where,
): Promise<IndicatorValue[]> {
  const figures = await figuresOf(question, indicators, where);
  const { websiteIds } = question;
  return figures.map(({ indicator, cells }) => ({ indicator, value: cells[0]?.value ?? null, websiteIds }));
}

async function byResource(
  question: StatisticQuestion,
  indicators: readonly StatisticIndicator[],
  where: Where,
): Promise<ResourceStatistic[]> {
  const figures = await figuresOf(question, indicators, where);
  const { websiteIds, resource = null } = question;
  const ids = new Set(figures.flatMap(({ cells }) => cells.flatMap(({ resourceId }) => resourceId ?? [])));
  return [...ids].map((resourceId) => ({
    resource,
    resourceId,
    values: figures.map(({ indicator, cells }) => {
      const cell = cells.find((one) => one.resourceId === resourceId);
      return { indicator, value: cell?.value ?? null, websiteIds };
    }),
  }));
}

function byPlace(a: StatisticPoint, b: StatisticPoint): number {
  return a.start - b.start || ((a.resourceId ?? '') < (b.resourceId ?? '') ? -1 : 1);
}

async function series(
  question: StatisticQuestion,
  indicator: StatisticIndicator,
  where: Where,
): Promise<StatisticPoint[]> {
  const { websiteIds, resource = null } = question;
  const figures = await figuresOf(question, [indicator], where);
  const points = figures.flatMap(({ cells }) =>
    cells.flatMap(({ start, ...cell }) =>
      start === null ? [] : [{ ...cell, start, indicator, websiteIds, resource }],
    ),
  );
  return points.sort(byPlace);
}

/** An amount by its name: one of them is documented as a number. */
function currency(
  { indicator, websiteIds }: IndicatorValue,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<string | null> | null {
  return /_amount(?:_|$)/.test(indicator.name)
    ? context.reads.iadvize.currencyOf(context.reader(info), websiteIds)
    : null;
}

type Grouped = { readonly resource: string | null; readonly resourceId: string | null };
/** Ids of records are numbers; of what else figures are grouped by, any text. */
const idIf = (kind: string, { resource, resourceId }: Grouped): string | null =>
  resource === kind && resourceId !== null && /^\d{1,20}$/.test(resourceId) ? resourceId : null;

/** The record that figures are grouped by. */
const groupedRecord = {
  operator: (parent: Grouped, args: object, context: RequestContext, info: GraphQLResolveInfo) =>
    operatorOf({ operatorId: idIf('operator', parent) }, args, context, info),
  group: (parent: Grouped, args: object, context: RequestContext, info: GraphQLResolveInfo) =>
    groupOf({ groupId: idIf('group', parent) }, args, context, info),
  skill: (parent: Grouped, args: object, context: RequestContext, info: GraphQLResolveInfo) =>
    skillOf({ skillId: idIf('skill', parent) }, args, context, info),
};

export const statisticResolvers: Resolvers = {
  Query: {
    statistic: (_query, args) => readScope(args),
    statisticIndicators: (_query, { channel }) =>
      [...STATISTIC_INDICATORS.values()].filter(
        ({ channels }) => channel === null || channel === undefined || channels.includes(channel),
      ),
  },
  Statistic: {
    totals: (scope, { indicators }, context, info) => totals(scope, readIndicators(indicators), { context, info }),
    byResource: (scope, { indicators, ...resource }, context, info) =>
      byResource({ ...scope, ...readResource(resource) }, readIndicators(indicators), { context, info }),
    series: (scope, { indicator, granularity, ...resource }, context, info) => {
      const question = { ...scope, ...readResource(resource), granularity: GRANULARITIES[granularity] };
      return series(question, readIndicator('indicator', indicator), { context, info });
    },
  },
  StatisticIndicator: { available: ({ unavailableReason }) => unavailableReason === null },
  IndicatorValue: { currency: (value, _args, context, info) => currency(value, context, info) },
  ResourceStatistic: groupedRecord,
  StatisticPoint: { currency: (value, _args, context, info) => currency(value, context, info), ...groupedRecord },
};
