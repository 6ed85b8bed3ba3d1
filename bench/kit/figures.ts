/** What is to be reached, and what was measured. */
export type Figure = {
  readonly name: string;
  readonly measured: number;
  readonly unit?: string;
} & ({ readonly atLeast: number } | { readonly atMost: number });

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** `holds: cold join …: 0.61, at least 0.55`. The one command repeats these lines at its end. */
function lineOf(figure: Figure): string {
  const { name, measured, unit = '' } = figure;
  const [holds, bound] =
    'atLeast' in figure
      ? [measured >= figure.atLeast, `at least ${figure.atLeast}`]
      : [measured <= figure.atMost, `at most ${figure.atMost}`];
  return `${holds ? 'holds' : 'missed'}: ${name}: ${rounded(measured)}${unit}, ${bound}${unit}`;
}

export const FIGURE_LINE = /^(?:holds|missed): /;

/** A missed floor is said and is no failure: on a busy machine it may be the machine. */
export function sayFigures(figures: readonly Figure[]): void {
  process.stdout.write(`\n${figures.map(lineOf).join('\n')}\n`);
}
