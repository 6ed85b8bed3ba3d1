import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

let clock: VirtualClock;
let gateway: TestGateway;

beforeEach(async () => {
  clock = createVirtualClock();
  gateway = await startGateway({ clock, store: openMemoryStore(clock) });
});
afterEach(() => gateway[Symbol.asyncDispose]());

type Nodes = { readonly nodes: readonly { readonly sourceId: string }[] };

async function ask(query: string): Promise<{ readonly data: Record<string, Nodes>; readonly calls: number }> {
  gateway.takeCalls();
  const { data, errors, extensions } = await gateway.ask(query);
  expect(errors).toEqual([]);
  expect(gateway.violations()).toEqual([]);
  const calls = gateway.takeCalls();
  const { min, max } = extensions.cost.estimated as { readonly min: number; readonly max: number | null };
  expect(calls.length).toBeGreaterThanOrEqual(min);
  if (max !== null) expect(calls.length).toBeLessThanOrEqual(max);
  return { data: data as Record<string, Nodes>, calls: calls.length };
}

const truth = () => gateway.sandbox.visit.truth;
const expos = (): readonly string[] =>
  truth()
    .expos()
    .slice(0, 3)
    .map(({ id }) => id);
const idsOf = ({ nodes }: Nodes): readonly string[] => nodes.map(({ sourceId }) => sourceId);

const PARTNERS = 'partners(expoId: "EXPO", first: 50) { nodes { sourceId } }';
const HOSTS = 'visitors(expoId: "EXPO", first: 20) { nodes { sourceId partner { boothNumber } } }';

describe('root lists beside joins that want the same copy', () => {
  it('take the pages of the copy: partners beside hosts of visitors are two calls, deleted partners included', async () => {
    for (const expo of expos()) {
      const { data, calls } = await ask(`{ ${PARTNERS} ${HOSTS} }`.replaceAll('EXPO', expo));
      expect(calls).toBe(2);
      const live = truth()
        .partners(expo)
        .filter(({ deleted }) => !deleted);
      expect(idsOf(data.partners as Nodes)).toEqual(live.slice(0, 50).map(({ id }) => id));
    }
  });

  it('of several expos, too', async () => {
    const list = (name: string): string => name.replaceAll('expoId: "EXPO", ', '');
    const { calls } = await ask(`{ expos(first: 3) { nodes { ${list(PARTNERS)} ${list(HOSTS)} } } }`);
    expect(calls).toBe(1 + 2 * 3);
  });

  it('are answered as far as the whole copy has come that a join wants', async () => {
    const visitors = 'visitors(expoId: "EXPO", first: 50';
    for (const expo of expos()) {
      const { data, calls } = await ask(
        `{ shown: ${visitors}) { nodes { sourceId } } all: ${visitors}, filter: { showDeleted: true }) { nodes { sourceId } }
          partners(expoId: "EXPO") { nodes { sourceId visitors { nodes { sourceId } } } } }`.replaceAll('EXPO', expo),
      );
      const pages = Math.floor(documented(expo).length / 100) + 1;
      expect(calls).toBe(1 + pages);
      const registered = documented(expo).filter(
        ({ id, deleted }) => !deleted && truth().stateOf(expo, id) === 'registered',
      );
      expect(idsOf(data.shown as Nodes)).toEqual(registered.slice(0, 50).map(({ id }) => id));
    }
  });

  it('read their own pages where nothing else wants the copy', async () => {
    const [expo = ''] = expos();
    await ask(`{ ${PARTNERS} }`.replaceAll('EXPO', expo));
    const one = `{ ${PARTNERS} visitor(expoId: "EXPO", id: "none") { partner { boothNumber } } }`;
    gateway.takeCalls();
    clock.advance(3_600_000);
    await gateway.ask(one.replaceAll('EXPO', expo));
    expect(
      gateway
        .takeCalls()
        .filter((call) => call.includes('/partners/'))
        .every((call) => call.includes('showDeleted=false')),
    ).toBe(true);
  });
});

/** Of the states that can be asked for. */
function documented(expo: string) {
  const states = new Set(['invited', 'registering', 'registered', 'denied', 'pending-confirmation', 'stopped', 'hold']);
  return truth()
    .visitors(expo)
    .filter(({ id, deleted }) => deleted || states.has(truth().stateOf(expo, id) ?? ''));
}
