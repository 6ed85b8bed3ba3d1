import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { startGateway, type TestGateway } from '../../test/support/gateway.ts';
import { SIMULATORS } from '../../test/support/simulator-names.ts';
import { createVirtualClock } from '../../test/support/virtual-clock.ts';
import { type Action, doAction, SHOWN } from './actions.ts';
import { createMinimum } from './minimum.ts';
import { type Places, plainWays } from './plain.ts';
import { askedBy, pageName } from './queries.ts';
import { createRest } from './rest.ts';
import { createSession } from './session.ts';

/** The session is over before midnight, in UTC and in the zone of the campaigns' account. */
const START = Date.UTC(2026, 0, 15, 1);
const LEAD_DAYS = { dateFrom: '2025-10-17T00:00:00Z', dateTo: '2026-01-16T00:00:00Z' };
const REPORT_DAYS = 'from=2025-12-17&to=2026-01-15';

export type Counts = Readonly<Record<string, number>>;

/** What one step of the session cost, by upstream, in the three ways. */
export type StepCalls = {
  readonly action: Action;
  readonly weir: Counts;
  readonly minimum: Counts;
  readonly plain: Counts;
  /** The calls that weir made. */
  readonly lines: readonly string[];
};

export type SessionOptions = { readonly seed: number; readonly steps: number; readonly size: number };

function countByUpstream(lines: readonly string[]): Counts {
  const groups = Map.groupBy(lines, (line) => line.slice(0, line.indexOf(' ')));
  return Object.fromEntries([...groups].map(([upstream, calls]) => [upstream, calls.length]));
}

/** The ids that an answer tells, wherever they stand. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'sourceId' || name === 'userId' ? [String(member)] : idsIn(member),
  );
}

function lastCursor(data: unknown): string | undefined {
  const [list] = Object.values(
    data as Record<string, { readonly edges?: readonly { readonly cursor: string }[] } | null>,
  );
  return list?.edges?.at(-1)?.cursor;
}

/** Each action as an operation of the gateway, going on after the cursors that it gave out. */
function askGateway(gateway: TestGateway) {
  const cursors = new Map<string, string | undefined>();
  return async (action: Action): Promise<readonly string[]> => {
    const page = 'page' in action ? action.page : 0;
    const { query, variables } = askedBy(action, page === 0 ? undefined : cursors.get(pageName(action, page - 1)));
    const { data, errors } = await gateway.ask(query, { variables });
    if (errors.length > 0) throw new Error(`${action.kind}: ${JSON.stringify(errors)}`);
    cursors.set(pageName(action, page), lastCursor(data));
    return idsIn(data);
  };
}

/** An equal world whose reader holds nothing. Its limits are not what is measured: each step finds them free. */
async function startPlain(size: number) {
  let now = START;
  const sandbox = await startSandbox({ seed: 1, size, now: () => now });
  const { truth } = sandbox.visit;
  const after: Places['after'] = (kind, expo, page) => {
    const rows = truth[kind](expo).filter(
      ({ id, deleted }) => !deleted && (kind === 'partners' || truth.stateOf(expo, id) === 'registered'),
    );
    return page === 0 ? 0 : (rows[page * SHOWN - 1]?.revision ?? 0) + 1;
  };
  const ways = plainWays(createRest(sandbox), { after }, { leads: LEAD_DAYS, reports: REPORT_DAYS });
  const simulators = Object.entries(SIMULATORS).map(([name, key]) => ({ name, simulator: sandbox[key] }));
  return {
    close: sandbox.close,
    run: async (action: Action): Promise<{ readonly ids: readonly string[]; readonly calls: Counts }> => {
      for (const { simulator } of simulators) simulator.clearCalls();
      now += 120_000;
      const ids = (await doAction(ways, action)).map(String);
      const calls = Object.fromEntries(simulators.map(({ name, simulator }) => [name, simulator.calls.length]));
      return { ids, calls };
    },
  };
}

/**
 * One session in three ways: through the gateway, whose clock is moved between the operations; as the fewest calls that would do; and with
 * a DataLoader per request. The gateway and that one must tell the same.
 */
export async function runSession({ seed, steps, size }: SessionOptions): Promise<readonly StepCalls[]> {
  const clock = createVirtualClock(START);
  await using gateway = await startGateway({ clock, env: { WEIR_SANDBOX_SIZE: String(size) } });
  const plain = await startPlain(size);
  const { sandbox } = gateway;
  const ask = askGateway(gateway);
  const minimum = createMinimum(sandbox, clock.now);
  const results: StepCalls[] = [];
  for (const { waitMs, action } of createSession(sandbox, { seed, steps })) {
    clock.advance(waitMs);
    const fewest = doAction(minimum, action);
    gateway.takeCalls();
    const ids = await ask(action);
    const lines = gateway.takeCalls();
    const told = await plain.run(action);
    if (ids.toSorted().join() !== told.ids.toSorted().join())
      throw new Error(`${JSON.stringify(action)}: told ${ids.join()} and ${told.ids.join()}`);
    results.push({ action, weir: countByUpstream(lines), minimum: fewest, plain: told.calls, lines });
  }
  await plain.close();
  return results;
}
