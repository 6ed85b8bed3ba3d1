import { element, write } from './element.ts';

export type Cell = {
  readonly text: string;
  /** Smaller, below all else. */
  readonly more?: string;
  /** A bar below the text, 0 to 1. */
  readonly share?: number;
  /** How it stands, for its colour; the text says it, too. */
  readonly state?: string;
  /** The number of a colour before the text. */
  readonly swatch?: number;
};

export type Row = { readonly key: string; readonly cells: readonly (Cell | string)[] };

type Column = { readonly title: string; readonly isNumber?: boolean };

export type Table = {
  readonly element: HTMLElement;
  /** Shows these rows in this order; what has not changed is left as it is. Without a row, the words for that. */
  show(rows: readonly Row[]): void;
};

export type TableOptions = {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** What is said when there are no rows. */
  readonly none: string;
  /** Only for who does not see where the table stands. */
  readonly isCaptionUnseen?: boolean;
};

function fillCell(cell: HTMLElement, given: Cell | string): void {
  const { text, more = '', share, state = '', swatch } = typeof given === 'string' ? { text: given } : given;
  const [mark, words, bar, rest] = cell.children as unknown as HTMLElement[];
  if (mark === undefined || words === undefined || rest === undefined || bar === undefined) return;
  cell.dataset.state = state;
  mark.hidden = swatch === undefined;
  mark.dataset.swatch = String(swatch ?? '');
  write(words, text);
  write(rest, more);
  rest.hidden = more === '';
  bar.hidden = share === undefined;
  if (share !== undefined) bar.style.setProperty('--share', `${100 * Math.min(1, Math.max(0, share))}%`);
}

function makeCell(column: Column, isFirst: boolean): HTMLElement {
  const cell = element(isFirst ? 'th' : 'td', column.isNumber === true ? 'number' : '');
  if (isFirst) cell.setAttribute('scope', 'row');
  const mark = element('i', 'swatch');
  cell.append(mark, element('span', 'words'), element('b', 'share'), element('small'));
  return cell;
}

/** A table that is shown again and again. It can be scrolled sidewise, by keyboard too, where the page is narrow. */
export function createTable({ caption, columns, none, isCaptionUnseen = false }: TableOptions): Table {
  const body = element('tbody');
  const titles = columns.map(({ title, isNumber = false }) => element('th', isNumber ? 'number' : '', title));
  for (const title of titles) title.scope = 'col';
  const label = element('caption', isCaptionUnseen ? 'unseen' : '', caption);
  const head = element('thead', '', element('tr', '', ...titles));
  const table = element('table', '', label, head, body);
  const nothing = element('p', 'none', none);
  const around = element('div', 'scroll', table, nothing);
  around.tabIndex = 0;
  around.setAttribute('role', 'region');
  around.setAttribute('aria-label', caption);
  const known = new Map<string, HTMLTableRowElement>();
  const rowFor = (key: string): HTMLTableRowElement => {
    const row = known.get(key) ?? element('tr', '', ...columns.map((column, i) => makeCell(column, i === 0)));
    known.set(key, row);
    return row;
  };
  return {
    element: around,
    show: (rows) => {
      nothing.hidden = rows.length > 0;
      head.hidden = rows.length === 0;
      const keys = new Set(rows.map(({ key }) => key));
      for (const [key, row] of known) if (!keys.has(key)) row.remove();
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
      rows.forEach(({ key, cells }, place) => {
        const row = rowFor(key);
        cells.forEach((cell, i) => void (row.cells[i] && fillCell(row.cells[i], cell)));
        if (body.children[place] !== row) body.insertBefore(row, body.children[place] ?? null);
      });
    },
  };
}
