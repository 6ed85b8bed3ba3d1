import { upstreamName } from '../page/words.ts';
import type { Bucket } from './answer.ts';
import { createChart } from './chart.ts';
import { element, find, write } from './element.ts';
import type { Dimension } from './questions.ts';
import { bucketName, type Resolution, startsOf } from './range.ts';
import { bandsOf, type Group, groupsOf, nameOf, reads, total } from './sums.ts';
import { createTable, type Row } from './table.ts';
import { number, percent } from './words.ts';

/** Colours that can be told apart. */
const MOST_BANDS = 7;
/** More rows than anybody reads. */
const MOST_GROUPS = 50;
const OTHERS = 'all others';

export type Spending = {
  readonly buckets: readonly Bucket[];
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly resolution: Resolution;
  readonly dimension: Dimension;
};

function groupRow(group: Group, swatch: number): Row {
  const { name, calls, shared, cacheHits, errors, throttled } = group;
  return {
    key: name,
    cells: [
      { text: name, ...(swatch >= 0 && { swatch }) },
      number(calls),
      percent(cacheHits, reads(group)),
      number(cacheHits),
      number(shared),
      number(errors),
      number(throttled),
    ],
  };
}

function bucketRow({ start, group, calls, cacheHits }: Bucket, resolution: Resolution): Row {
  const name = nameOf({ group });
  return {
    key: `${start} ${name}`,
    cells: [bucketName(Date.parse(start), resolution), name, number(calls), number(cacheHits)],
  };
}

/** A few numbers in large type. */
function createTiles(list: HTMLElement): (values: Readonly<Record<string, string>>) => void {
  const places = new Map<string, HTMLElement>();
  return (values) => {
    for (const [title, value] of Object.entries(values)) {
      const known = places.get(title) ?? element('dd');
      if (!places.has(title)) list.append(element('div', '', element('dt', '', title), known));
      places.set(title, known);
      write(known, value);
    }
  };
}

function named(buckets: readonly Bucket[], dimension: Dimension): readonly Bucket[] {
  if (dimension !== 'upstream') return buckets;
  return buckets.map((bucket) => ({ ...bucket, group: bucket.group === null ? null : upstreamName(bucket.group) }));
}

function createTables(section: HTMLElement) {
  const groups = createTable({
    caption: 'Calls of the chosen time',
    none: 'Nothing was asked for in this time.',
    isCaptionUnseen: true,
    columns: [
      { title: 'Who' },
      { title: 'Calls', isNumber: true },
      { title: 'Held share', isNumber: true },
      { title: 'Held', isNumber: true },
      { title: 'Shared', isNumber: true },
      { title: 'Errors', isNumber: true },
      { title: '429s', isNumber: true },
    ],
  });
  const buckets = createTable({
    caption: 'Calls over time, UTC',
    none: 'Nothing was asked for in this time.',
    columns: [
      { title: 'Start' },
      { title: 'Who' },
      { title: 'Calls', isNumber: true },
      { title: 'Held', isNumber: true },
    ],
  });
  find('.groups', section).append(groups.element);
  find('.buckets', section).append(buckets.element);
  return { groups, buckets };
}

/** Shows who spent what over a time: as numbers, as a picture, and as that picture's table where it is opened. */
export function createSpending(section: HTMLElement): (spending: Spending) => void {
  const tiles = createTiles(find('.tiles', section));
  const tables = createTables(section);
  const readout = find('.readout', section);
  const draw = createChart(find('.chart', section), (text) => write(readout, text));
  const details = find<HTMLDetailsElement>('details', section);
  let shown: Spending | undefined;
  const showBuckets = (): void => {
    if (!details.open || shown === undefined) return;
    const { buckets, resolution, dimension } = shown;
    tables.buckets.show(named(buckets, dimension).map((bucket) => bucketRow(bucket, resolution)));
  };
  details.addEventListener('toggle', showBuckets);
  return (spending) => {
    shown = spending;
    const { from, to, resolution, dimension } = spending;
    const buckets = named(spending.buckets, dimension);
    const all = total(buckets);
    tiles({
      Calls: number(all.calls),
      'From held data': percent(all.cacheHits, reads(all)),
      Errors: number(all.errors),
      '429s': number(all.throttled),
    });
    const starts = startsOf(from, to, resolution);
    const bands = bandsOf(buckets, starts, { most: MOST_BANDS, others: OTHERS });
    draw({ starts, resolution, bands });
    const swatchOf = (name: string): number => bands.findIndex((band) => band.name === name);
    const groups = groupsOf(buckets).slice(0, MOST_GROUPS);
    tables.groups.show(groups.map((group) => groupRow(group, swatchOf(group.name))));
    showBuckets();
  };
}
