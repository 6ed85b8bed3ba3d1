import { upstreamName } from '../page/words.ts';
import type { Quota, QuotaWindow } from './answer.ts';
import { element, find, write } from './element.ts';
import { createTable, type Row, type Table } from './table.ts';
import { number, span, until } from './words.ts';

type Card = { readonly title: string; readonly windows: readonly (QuotaWindow & { readonly label: string })[] };

const LOW = 0.15;

export type WindowState = 'spent' | 'low' | 'free';

export function stateOf({ remaining, limit }: Pick<QuotaWindow, 'remaining' | 'limit'>): WindowState {
  if (remaining <= 0) return 'spent';
  return remaining <= limit * LOW ? 'low' : 'free';
}

function cardsOf({ upstreams, consumer }: Quota): readonly Card[] {
  const cards = upstreams.map(({ upstream, credentials }) => ({
    title: upstreamName(upstream),
    windows: credentials.flatMap(({ label, windows }) => windows.map((window) => ({ ...window, label }))),
  }));
  const own = { title: `Budget of ${consumer.name}`, windows: consumer.windows.map((one) => ({ ...one, label: '' })) };
  return own.windows.length === 0 ? cards : [...cards, own];
}

function rowOf(window: Card['windows'][number], now: number): Row {
  const { name, label, limit, windowSeconds, remaining, reserved, resetsAt } = window;
  const state = stateOf(window);
  const said = { spent: 'spent', low: 'low', free: '' }[state];
  const kept = reserved === 0 ? '' : `${number(reserved)} reserved`;
  const next = resetsAt === null ? '' : `next free ${until(resetsAt, now)}`;
  return {
    key: `${label} ${name}`,
    cells: [
      { text: name, more: [label, span(windowSeconds)].filter((word) => word !== '').join(' · ') },
      {
        text: `${number(remaining)} of ${number(limit)}`,
        more: [said, kept, next].filter((word) => word !== '').join(' · '),
        share: remaining / limit,
        state,
      },
    ],
  };
}

function makeTable(title: string): Table {
  return createTable({
    caption: `Windows of ${title}`,
    columns: [{ title: 'Window' }, { title: 'Left' }],
    none: 'No documented limit.',
    isCaptionUnseen: true,
  });
}

/** Shows every window, a card for each upstream, and says once of each that it is spent. */
export function createWindows(section: HTMLElement): (quota: Quota, now: number) => void {
  const cards = find('.cards', section);
  const spoken = find('#spent', section);
  const tables = new Map<string, { readonly card: HTMLElement; readonly table: Table }>();
  const partsFor = (title: string) => {
    const known = tables.get(title);
    if (known !== undefined) return known;
    const table = makeTable(title);
    const card = element('article', 'panel', element('h3', '', title), table.element);
    tables.set(title, { card, table });
    return { card, table };
  };
  return (quota, now) => {
    const shown = cardsOf(quota);
    for (const [title, { card }] of tables) card.hidden = !shown.some((one) => one.title === title);
    const spent = shown.flatMap(({ title, windows }) => {
      const { card, table } = partsFor(title);
      if (card.parentNode === null) cards.append(card);
      table.show(windows.map((window) => rowOf(window, now)));
      const empty = windows.filter((window) => stateOf(window) === 'spent');
      card.dataset.state = empty.length > 0 ? 'spent' : '';
      return empty.map(({ name, label }) => `${title} ${name} ${label}`.trim());
    });
    write(spoken, spent.length === 0 ? '' : `Spent: ${spent.join(', ')}`);
  };
}
