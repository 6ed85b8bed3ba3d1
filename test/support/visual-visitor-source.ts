import { expect, onTestFinished } from 'vitest';
import type { Reader } from '../../src/loading/reader.ts';
import type { Lead, LeadProduct } from '../../src/model/leads.ts';
import {
  startVisualVisitorSimulator,
  type VisualVisitorOptions,
  type VisualVisitorSimulator,
} from '../../src/sandbox/visual-visitor/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { VISUAL_VISITOR_WINDOWS } from '../../src/sources/visual-visitor/endpoints.ts';
import type { VisualVisitorReads } from '../../src/sources/visual-visitor/loaders.ts';
import {
  authorizeVisualVisitor,
  createVisualVisitorSource,
  type VisualVisitorSource,
} from '../../src/sources/visual-visitor/source.ts';
import { visualVisitorVerdict } from '../../src/sources/visual-visitor/wire.ts';
import type { Store } from '../../src/store/store.ts';
import {
  createSourceHarness,
  itemsOf,
  type Operation,
  type OperationOptions,
  rowsOf,
  type SourceHarness,
} from './source-harness.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const NOW = Date.parse('2026-06-15T12:00:00.500Z');
export const DAY_MS = 86_400_000;
/** The last 90 days at NOW. */
export const RECENT = { from: Date.parse('2026-03-17T00:00:00Z'), to: Date.parse('2026-06-16T00:00:00Z') };
/** Every lead of a world lies in it. */
export const ALL_TIME = { from: Date.parse('2020-01-01T00:00:00Z'), to: RECENT.to };
const KEY = { label: 'one', secret: 'secret-one', products: { employee: true, person: true } };
const ROOMY = VISUAL_VISITOR_WINDOWS.map((window) => ({ ...window, limit: 1_000_000 }));

export type StartOptions = Omit<Partial<VisualVisitorOptions>, 'world' | 'now'> & {
  readonly size?: number;
  /** With the vendor's own limits; else there is room for everything. */
  readonly limited?: boolean;
  readonly ages?: { readonly fresh: number; readonly usable: number };
  readonly callTimeoutMs?: number;
};

export type Started = {
  readonly simulator: VisualVisitorSimulator;
  readonly clock: VirtualClock;
  readonly harness: SourceHarness;
  readonly source: VisualVisitorSource;
  /** One operation with its reads. */
  begin(options?: OperationOptions): Operation & { readonly reads: VisualVisitorReads; readonly reader: Reader };
  /** The calls since the last look: `person 1`, `person 51 until 2026-01-01T00:00:00Z email`, `person #99300`. */
  takeCalls(): readonly string[];
  /** The same simulator behind a new process with the same store. */
  restart(): Started;
};

function describeCall({ path, body }: { readonly path: string; readonly body: string }): string {
  const [, product = '', rest = ''] = /plus(\w+)\/leads\/(\w+)/.exec(path) ?? [];
  if (rest !== 'search') return `${product} #${rest}`;
  const {
    page,
    dateTo,
    dateFrom: _from,
    pageSize,
    sort: _sort,
    ...filters
  } = JSON.parse(body) as Record<string, unknown>;
  const until = dateTo === '2026-06-16T00:00:00Z' ? '' : ` until ${dateTo}`;
  const size = pageSize === 200 ? '' : ` by ${pageSize}`;
  return `${product} ${page}${size}${until}${Object.keys(filters)
    .map((name) => ` ${name}`)
    .join('')}`;
}

/** A simulator and the source over it, both on one clock that stands still. Closed, and checked for violations, after the test. */
export async function start({
  size = 1,
  limited = false,
  ages,
  callTimeoutMs,
  ...own
}: StartOptions = {}): Promise<Started> {
  const clock = createVirtualClock(NOW);
  const roomy = { ip: { limit: 1_000_000 }, key: { limit: 1_000_000 } };
  const simulator = await startVisualVisitorSimulator({
    world: createWorld({ seed: 1, size, now: NOW }),
    now: clock.now,
    keys: [KEY],
    ...(limited ? {} : { limits: roomy }),
    ...own,
  });
  const opened: AsyncDisposable[] = [];
  onTestFinished(async () => {
    for (const one of opened) await one[Symbol.asyncDispose]();
    await simulator.close();
    expect(simulator.violations).toEqual([]);
  });
  const open = (store?: Store): Started => {
    const harness = createSourceHarness({
      upstream: 'VISUAL_VISITOR',
      baseUrl: simulator.base,
      windows: limited ? VISUAL_VISITOR_WINDOWS : ROOMY,
      credentials: (own.keys ?? [KEY]).map(({ label, secret }) => ({ label, secret })),
      authorize: authorizeVisualVisitor,
      judge: visualVisitorVerdict,
      clock,
      ...(ages && { ages }),
      ...(callTimeoutMs && { callTimeoutMs }),
      ...(store && { store }),
    });
    opened.unshift(harness);
    const source = createVisualVisitorSource(harness);
    return {
      simulator,
      clock,
      harness,
      source,
      begin: (options) => {
        const operation = harness.operation(options);
        return { ...operation, reads: source.begin(operation.scope) };
      },
      takeCalls: () => {
        const calls = simulator.calls.map(describeCall);
        simulator.clearCalls();
        return calls;
      },
      restart: () => open(harness.store),
    };
  };
  return open();
}

export function idsOf(leads: readonly Lead[]): number[] {
  return leads.map(({ id }) => Number(id));
}

export const PRODUCTS = ['PLUS_EMPLOYEE', 'PLUS_PERSON'] as const;
const own = (product: LeadProduct) => (product === 'PLUS_PERSON' ? 'person' : 'employee');
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What the simulator holds of a campaign, in the order of the merged list. */
export function ofCampaign({ simulator }: Started, name: string, range = RECENT): string[] {
  return PRODUCTS.flatMap((product) =>
    simulator.truth
      .leads(own(product), range)
      .filter(({ utmCampaign }) => trimmed(utmCampaign) === name)
      .map(({ id, lastVisitAt }) => ({ product, id, at: Date.parse(lastVisitAt) })),
  )
    .sort((a, b) => b.at - a.at || b.id - a.id || (a.product < b.product ? -1 : 1))
    .map(({ product, id }) => `${product} ${id}`);
}

export const nameOf = ({ product, id }: Lead): string => `${product} ${id}`;

export async function campaign(started: Started, name: string, first?: number): Promise<string[]> {
  const { reads, reader } = started.begin();
  return (await itemsOf(reads.leadsOfCampaign(reader, name), first)).map(nameOf);
}

/** Brings the copy of one product up to date. */
export async function fill(started: Started, product: LeadProduct, options = {}): Promise<void> {
  const { reads, reader } = started.begin(options);
  await rowsOf(reads.leads(reader, product, { utmCampaign: 'no such campaign' }), 1);
}

export function pages(product: 'person' | 'employee', count: number): string[] {
  return Array.from({ length: Math.ceil(count / 200) }, (_, page) => `${product} ${page + 1}`);
}
