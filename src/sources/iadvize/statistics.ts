import { type Batches, createBatches } from '../../base/batches.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { InputError, UpstreamError } from '../../base/errors.ts';
import { itemsOf } from '../../base/items.ts';
import type { Question } from '../../loading/answers.ts';
import { nameDeadline } from '../../loading/fallback.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { type Reader, settleReading } from '../../loading/reader.ts';
import type { Website } from '../../model/iadvize-directory.ts';
import type { StatisticCell, StatisticQuestion } from '../../model/iadvize-statistics.ts';
import { STATISTIC_INDICATORS } from '../../model/statistic-indicators.ts';
import type { CallScope } from '../../transport/call.ts';
import { copyOf, listInViews, type Operation } from './access.ts';
import { type Clocks, zoneOf } from './clocks.ts';
import { IADVIZE } from './endpoints.ts';
import { kindsOf } from './kinds.ts';
import { HOME_ZONE, isSkipped, toInstant } from './local-time.ts';
import { dayPeriod } from './periods.ts';
import type { Filters } from './requests.ts';
import type { CellWire } from './statistic-wire.ts';
import { type SiteView, withKeys } from './views.ts';

export type StatisticReads = {
  /**
   * The figures of one indicator. Those that are asked for in one tick with the same question come by one call, but where they are cut by
   * time: the upstream takes one indicator then. InputError for a range that ends before it begins, or websites that no key sees together.
   */
  figures(reader: Reader, question: StatisticQuestion, indicator: string): Promise<readonly StatisticCell[]>;
  /** The currency that these websites (null: all) have in common; null if they have none, or several. */
  currencyOf(reader: Reader, websiteIds: readonly string[] | null): Promise<string | null>;
};

type Cells = readonly StatisticCell[];
type Asked = { readonly reader: Reader; readonly question: StatisticQuestion; readonly indicator: string };

/** A question as it is sent to one view, but for the indicators. */
type Prepared = { readonly view: SiteView; readonly zone: string; readonly filters: Filters };

/** What became of one indicator: read just now, or to be looked for among what is held, in place of what failed. */
type Outcome =
  | { readonly cells: Cells; readonly asOf: number }
  | { readonly held: Question; readonly read: (scope: CallScope) => Promise<Cells> };

/** The one view that sees all of the websites: averages and rates of several keys do not add up. */
function viewFor(views: readonly SiteView[], websiteIds: readonly string[] | null): SiteView {
  const wanted = websiteIds ?? views.flatMap((view) => [...(view.websiteIds ?? [])]);
  const view = views.find((one) => one.websiteIds === null || wanted.every((id) => one.websiteIds?.has(id)));
  if (view !== undefined) return view;
  throw new InputError(
    'websiteIds: web sites that one of the configured keys sees, as figures of several do not add up',
  );
}

/** Null if the range holds no second. The clocks are those of the website if it is just one. */
async function prepare(clocks: Clocks, reader: Reader, question: StatisticQuestion): Promise<Prepared | null> {
  const { operation } = clocks;
  const { channel, websiteIds, resource, resourceId, granularity } = question;
  const view = viewFor(await operation.siteViews(reader), websiteIds);
  const [only] = websiteIds?.length === 1 ? websiteIds : [];
  const zone = (await zoneOf(clocks, reader, only ?? null)) ?? HOME_ZONE;
  const period = dayPeriod(question, zone, operation.parts.clock.now());
  if (period === null) return null;
  const filters = {
    channel,
    ...(websiteIds !== null && { website_list: websiteIds.join() }),
    ...(resource !== undefined && { resource }),
    ...(resourceId !== undefined && { resource_id: resourceId }),
    ...(granularity !== undefined && { granularity }),
    ...period,
  };
  return { view, zone, filters };
}

function isDoubtful(indicator: string): boolean {
  return typeof STATISTIC_INDICATORS.get(indicator)?.unavailableReason === 'string';
}

function isRejection(error: unknown): boolean {
  return error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED';
}

/** An hour that the clocks skip may be sent with nothing in it: it would begin when the next one does. */
function toCells(wires: readonly CellWire[] | undefined, { zone, filters: { granularity } }: Prepared): Cells {
  const isPart = ({ startLocal }: CellWire): boolean =>
    granularity !== 'hour' || startLocal === null || !isSkipped(startLocal, zone);
  return (wires ?? []).filter(isPart).map(({ resourceId, startLocal, value }) => ({
    resourceId,
    start: startLocal === null ? null : toInstant(startLocal, zone),
    value,
  }));
}

/** One call for all of them. Where some may be gone upstream and it refuses, one more for the rest: those that are gone have no figures. */
async function fetchCells(
  { parts }: Operation,
  prepared: Prepared,
  indicators: readonly string[],
  scope: CallScope,
): Promise<ReadonlyMap<string, Cells>> {
  const { view, filters } = prepared;
  const ask = async (names: readonly string[]) => {
    if (names.length === 0) return [];
    const wire = await withKeys(parts, view, IADVIZE.statistic, (allowed) =>
      parts.client.statistic(scope, allowed, filters, names),
    );
    return names.map((name) => [name, toCells(wire.get(name), prepared)] as const);
  };
  const sound = indicators.filter((name) => !isDoubtful(name));
  const found = await ask(indicators).catch((error: unknown) => {
    if (sound.length === indicators.length || !isRejection(error)) throw error;
    return ask(sound);
  });
  return new Map([...indicators.map((name) => [name, []] as const), ...found]);
}

function questionOf({ view: { visibility }, filters }: Prepared, indicator: string): Question {
  return { row: IADVIZE.statistic, visibility, args: { ...filters, indicator } };
}

/** Reads what is not held, and holds it indicator by indicator, so that whatever mixture is asked for next finds its own. */
async function readMissing(operation: Operation, prepared: Prepared, missing: readonly string[]) {
  const { parts, scope } = operation;
  const key = `statistic ${prepared.view.visibility} ${canonicalJson({ ...prepared.filters, indicators: missing })}`;
  const flight = parts.flights.join(key, scope, async (calls) => {
    const asOf = parts.clock.now();
    const found = await fetchCells(operation, prepared, missing, calls);
    for (const [indicator, cells] of found) parts.answers.hold(questionOf(prepared, indicator), cells, asOf);
    return { asOf, found };
  });
  return flight.catch((error: unknown) => {
    throw nameDeadline(error, 'IADVIZE');
  });
}

async function answerGroup(
  clocks: Clocks,
  reader: Reader,
  question: StatisticQuestion,
  indicators: readonly string[],
): Promise<ReadonlyMap<string, Outcome>> {
  const { operation } = clocks;
  const { parts, scope } = operation;
  const prepared = await prepare(clocks, reader, question);
  const nothing = { cells: [], asOf: parts.clock.now() };
  if (prepared === null) return new Map(indicators.map((indicator) => [indicator, nothing]));
  const held = (indicator: string, error?: Error): Outcome => ({
    held: questionOf(prepared, indicator),
    read: async (calls) => {
      if (error !== undefined) throw error;
      return (await fetchCells(operation, prepared, [indicator], calls)).get(indicator) ?? [];
    },
  });
  const outcomes = new Map(indicators.map((indicator) => [indicator, held(indicator)]));
  const missing = await parts.answers.notFresh(scope, indicators, (indicator) => questionOf(prepared, indicator));
  if (scope.wish.mode === 'only-held' || missing.length === 0) return outcomes;
  const together = question.granularity === undefined ? [missing.toSorted()] : missing.map((one) => [one]);
  await Promise.all(
    together.map(async (names) => {
      const read = await readMissing(operation, prepared, names).catch((error: Error) => error);
      for (const name of names) {
        if (read instanceof Error) outcomes.set(name, held(name, read));
        else outcomes.set(name, { cells: read.found.get(name) ?? [], asOf: read.asOf });
      }
    }),
  );
  return outcomes;
}

/** Asks for all of one tick: one call for each question. */
function createLoader(clocks: Clocks): Batches<Asked, Outcome, string> {
  return createBatches<Asked, Outcome, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ question }) => canonicalJson(question));
      const answers = new Map(
        await Promise.all(
          [...groups].map(async ([key, group]) => {
            const [first] = group;
            const names = [...new Set(group.map(({ indicator }) => indicator))];
            const answer = first === undefined ? new Map() : answerGroup(clocks, first.reader, first.question, names);
            return [key, await Promise.resolve(answer).catch((error: Error) => error)] as const;
          }),
        ),
      );
      return asked.map(({ question, indicator }) => {
        const answer = answers.get(canonicalJson(question));
        if (answer instanceof Error) return answer;
        return answer?.get(indicator) ?? new RangeError(`no outcome of ${indicator}`);
      });
    },
    { cacheKeyFn: ({ question, indicator }) => canonicalJson({ ...question, indicator }) },
  );
}

async function websitesOf(
  { operation, website }: Clocks,
  reader: Reader,
  ids: readonly string[] | null,
): Promise<readonly (Website | null)[]> {
  if (ids !== null) return Promise.all(ids.map((id) => website(reader, id)));
  const kind = kindsOf(operation.parts).websites;
  return itemsOf(
    listInViews(operation, reader, (view) =>
      listOfCopy(kind.collection, reader, copyOf(operation.parts, view, kind), {}),
    ),
  );
}

export function beginStatistics(clocks: Clocks): StatisticReads {
  const { answers, clock } = clocks.operation.parts;
  const loader = createLoader(clocks);
  return {
    figures: async (reader, question, indicator) => {
      const outcome = await loader.load({ reader, question, indicator });
      if ('held' in outcome) return answers.read(reader, outcome.held, outcome.read);
      return settleReading(reader, { value: outcome.cells, asOf: outcome.asOf, reason: null }, clock.now());
    },
    currencyOf: async (reader, websiteIds) => {
      const [first, ...others] = (await websitesOf(clocks, reader, websiteIds)).map((one) => one?.currency ?? null);
      return first !== undefined && others.every((currency) => currency === first) ? first : null;
    },
  };
}
