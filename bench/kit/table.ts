type Cell = string | number;

/** A table in Markdown, as the documentation has it. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
