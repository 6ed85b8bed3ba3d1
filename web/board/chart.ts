import UPlot from 'uplot';
import { bucketName, nextStart, type Resolution } from './range.ts';
import type { Band } from './sums.ts';

export type Picture = {
  /** Epoch milliseconds. */
  readonly starts: readonly number[];
  readonly resolution: Resolution;
  readonly bands: readonly Band[];
};

const HEIGHT = 220;
const WIDEST_BAR = 48;

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** One series for each band, the whole stack first: each next one is drawn over the part that is its own and those below it. */
function stacked({ starts, bands }: Picture): UPlot.AlignedData {
  const sums = bands.map((_, top) =>
    starts.map((_start, place) => bands.slice(0, top + 1).reduce((sum, { calls }) => sum + (calls[place] ?? 0), 0)),
  );
  return [starts.map((start) => start / 1000), ...sums.toReversed()];
}

function seriesOf({ bands }: Picture): UPlot.Series[] {
  const paths = UPlot.paths.bars?.({ size: [0.8, WIDEST_BAR], align: 1 });
  const shown = bands.map((_, place) => ({
    fill: colour(`--band-${place}`),
    width: 0,
    points: { show: false },
    ...(paths && { paths }),
  }));
  return [{}, ...shown.toReversed()];
}

function axis(): UPlot.Axis {
  const faint = { stroke: colour('--line'), width: 1 };
  return { stroke: colour('--faint'), grid: faint, ticks: faint, font: '12px system-ui, sans-serif' };
}

/** Times of a day, and the day where one begins; days and months alone. */
function labelOf(seconds: number, resolution: Resolution): string {
  const name = bucketName(seconds * 1000, resolution);
  if (resolution === 'MONTH') return name;
  const [day = '', time = '00:00'] = name.split(' ');
  return time === '00:00' ? day.slice(5) : time;
}

/** What is shown of the bucket below the pointer; without one, what the picture is of. */
function told({ starts, resolution, bands }: Picture, place: number | null | undefined): string {
  const start = place === null || place === undefined ? undefined : starts[place];
  if (start === undefined || place === null || place === undefined) return 'Calls over time, UTC';
  const parts = bands.flatMap(({ name, calls }) => ((calls[place] ?? 0) > 0 ? [`${name} ${calls[place]}`] : []));
  return `${bucketName(start, resolution)} UTC: ${parts.join(', ') || 'no calls'}`;
}

function optionsFor(picture: Picture, width: number, tell: (text: string) => void): UPlot.Options {
  const { starts, resolution } = picture;
  const first = starts[0] ?? 0;
  const end = nextStart(starts.at(-1) ?? 0, resolution);
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      x: { time: true, range: () => [first / 1000, end / 1000] },
      y: { range: (_plot, _least, most) => [0, Math.max(4, most * 1.05)] },
    },
    axes: [
      { ...axis(), values: (_plot, splits) => splits.map((seconds) => labelOf(seconds, resolution)) },
      { ...axis(), size: 52, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] },
    ],
    series: seriesOf(picture),
    hooks: { setCursor: [({ cursor }) => tell(told(picture, cursor.idx))] },
  };
}

/** Draws calls over time as stacked bars. Drawn anew when the page's width or its colours change. */
export function createChart(place: HTMLElement, tell: (text: string) => void): (picture: Picture) => void {
  let plot: UPlot | undefined;
  let shown: Picture | undefined;
  let shape = '';
  const draw = (picture: Picture): void => {
    shown = picture;
    // The same bars in the same time: only the numbers are others.
    const now = JSON.stringify([place.clientWidth, picture.starts, picture.bands.map(({ name }) => name)]);
    if (plot !== undefined && now === shape) {
      plot.setData(stacked(picture));
      return;
    }
    shape = now;
    plot?.destroy();
    tell(told(picture, undefined));
    plot = new UPlot(optionsFor(picture, place.clientWidth, tell), stacked(picture), place);
  };
  const again = (): void => {
    shape = '';
    if (shown !== undefined) draw(shown);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  new ResizeObserver(() => {
    if (plot !== undefined && plot.width !== place.clientWidth) again();
  }).observe(place);
  return draw;
}
