import { age, count, measure, upstreamName } from '../page/words.ts';
import type { Collection, Drift, Refusal, StartStep, TableProgress, UpstreamHealth } from './answer.ts';
import { find, write } from './element.ts';
import type { Together } from './processes.ts';
import { type Cell, createTable, type Row, type Table, type TableOptions } from './table.ts';
import { ago, number } from './words.ts';

const BREAKERS = { CLOSED: 'calls go out', OPEN: 'no calls', PROBING: 'trying again' } as const;

function duration(ms: number | null): string {
  return ms === null ? '–' : measure(ms, 'ms');
}

function upstreamRow({ upstream, breaker, recentCalls, ...health }: UpstreamHealth, now: number): Row {
  const { medianMs, p95Ms, lastFailure } = health;
  return {
    key: upstream,
    cells: [
      upstreamName(upstream),
      { text: BREAKERS[breaker], state: breaker === 'CLOSED' ? 'good' : 'spent' },
      { text: duration(medianMs), more: count(recentCalls, 'call') },
      duration(p95Ms),
      lastFailure === null
        ? '–'
        : { text: lastFailure.outcome, more: `${lastFailure.endpoint}, ${ago(lastFailure.at, now)}` },
    ],
  };
}

function refusalRow({ code, consumer, operations, lastAt }: Refusal, now: number): Row {
  return { key: `${code} ${consumer}`, cells: [code, consumer, number(operations), ago(lastAt, now)] };
}

function driftRow({ endpoint, field, count: times }: Drift): Row {
  return { key: `${endpoint} ${field}`, cells: [endpoint, field, number(times)] };
}

function timeLeft(seconds: number | null): string {
  return seconds === null || seconds === 0 ? '' : `${age(seconds)} left under the quota`;
}

/** How far the reading of copies has come. */
function progressOf({ copies, completeCopies, pagesLeft, secondsLeft }: Collection): Cell {
  if (copies === completeCopies) return { text: 'complete' };
  if (pagesLeft !== null && pagesLeft > 0)
    return { text: `${count(pagesLeft, 'page')} to go`, more: timeLeft(secondsLeft) };
  return { text: copies === 1 ? 'in part' : `${completeCopies} of ${copies} complete` };
}

/** Of one table: several of a consumer may have one name. */
function tableRow(table: TableProgress, place: number, now: number): Row {
  const { consumer, operation, startedAt, records, calls, recordsLeft, secondsLeft } = table;
  const whole = records + (recordsLeft ?? 0);
  const read = recordsLeft === null ? number(records) : `${number(records)} of ${number(whole)}`;
  return {
    key: `${place}`,
    cells: [
      { text: operation, more: `for ${consumer}, begun ${ago(startedAt, now)}` },
      { text: read, ...(recordsLeft !== null && whole > 0 && { share: records / whole }) },
      number(calls),
      secondsLeft === null ? 'not known' : age(secondsLeft),
    ],
  };
}

function collectionRow(collection: Collection, now: number): Row {
  const { name, copies, rows, oldestAt } = collection;
  const age = oldestAt === null ? '–' : ago(oldestAt, now);
  return {
    key: name,
    cells: [{ text: name, more: copies > 1 ? `${copies} copies` : '' }, number(rows), age, progressOf(collection)],
  };
}

const TABLES = {
  upstreams: {
    caption: 'Upstreams',
    none: 'No upstream is configured.',
    columns: [
      { title: 'Upstream' },
      { title: 'Breaker' },
      { title: 'Half within', isNumber: true },
      { title: '95 % within', isNumber: true },
      { title: 'Last failure' },
    ],
  },
  refusals: {
    caption: 'Refused operations',
    none: 'Nobody was refused.',
    columns: [{ title: 'Code' }, { title: 'Consumer' }, { title: 'Operations', isNumber: true }, { title: 'Last' }],
  },
  collections: {
    caption: 'Held copies',
    none: 'Nothing is held yet.',
    columns: [
      { title: 'Collection' },
      { title: 'Rows', isNumber: true },
      { title: 'Up to date' },
      { title: 'Progress' },
    ],
  },
  tables: {
    caption: 'Tables being read',
    none: 'Nobody pulls a table.',
    columns: [
      { title: 'Table' },
      { title: 'Records', isNumber: true },
      { title: 'Calls', isNumber: true },
      { title: 'Time left', isNumber: true },
    ],
  },
  drift: {
    caption: 'Drift from the contracts',
    none: 'Upstreams answer as their contracts say.',
    columns: [{ title: 'Endpoint' }, { title: 'Field' }, { title: 'Times', isNumber: true }],
  },
} as const satisfies Readonly<Record<string, TableOptions>>;

/** What the start took, or what it is still at. */
function startOf(steps: readonly StartStep[]): string {
  if (steps.length === 0) return '';
  const words = steps.map(
    ({ name, durationMs }) => `${name} ${durationMs === null ? 'under way' : duration(durationMs)}`,
  );
  return ` Its start: ${words.join(', ')}.`;
}

function whose({ processes, process, startedAt, hasSiblings, start }: Together, now: number): string {
  if (processes > 1)
    return `Seen by ${processes} processes that answered within the last minute: counts are added up, and of durations and breakers the worst is shown. Copies are those of the store.`;
  const others = hasSiblings ? ' It has siblings, which are added as they answer.' : '';
  return `Seen by process ${process} since it started ${ago(startedAt, now)}; other replicas count for themselves.${others}${startOf(start)} Copies are those of the store.`;
}

/** Shows how upstreams, refusals, copies and drift stand. */
export function createHealth(section: HTMLElement): (health: Together, now: number) => void {
  const tableIn = (name: keyof typeof TABLES): Table => {
    const table = createTable(TABLES[name]);
    find(`.${name}`, section).append(table.element);
    return table;
  };
  const upstreams = tableIn('upstreams');
  const refusals = tableIn('refusals');
  const collections = tableIn('collections');
  const tables = tableIn('tables');
  const drift = tableIn('drift');
  return (health, now) => {
    write(find('.whose', section), whose(health, now));
    upstreams.show(health.upstreams.map((one) => upstreamRow(one, now)));
    find('.refusals', section).hidden = health.refusals === null;
    refusals.show((health.refusals ?? []).map((one) => refusalRow(one, now)));
    find('.tables', section).hidden = health.tables === null;
    tables.show((health.tables ?? []).map((one, place) => tableRow(one, place, now)));
    const held = (health.collections ?? []).filter(({ copies }) => copies > 0);
    collections.show(held.map((one) => collectionRow(one, now)));
    drift.show(health.drift.map(driftRow));
  };
}
