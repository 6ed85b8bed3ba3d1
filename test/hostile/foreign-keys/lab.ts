import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { ENDPOINTS, endpointOf } from '../../golden/endpoint-calls.ts';
import { NOW } from '../../golden/golden.ts';
import { pastExpo } from '../../golden/visit-rows.ts';
import { startEditingProxy, type Taped } from '../../support/editing-proxy.ts';
import { startGateway } from '../../support/gateway.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { isMembers, type MemberPath, recordsOf, withRecord } from '../drift/wire-records.ts';
import { type Join, NO_KEYS } from './join.ts';

/** What a gateway with nothing held makes of a question: the values of `joined` wherever it stands, and its calls. */
type Outcome = { readonly joined: readonly unknown[]; readonly errors: readonly unknown[]; readonly calls: number };

export type JoinLab = AsyncDisposable & {
  /** Asks for the parents alone. */
  parents(join: Join): Promise<Outcome>;
  /** Asks for them with the join, of rows as they are. */
  joined(join: Join): Promise<Outcome>;
  /** Likewise, of rows that have what is no key in its place: one after the other, from one of them on. */
  without(join: Join, from: number): Promise<Outcome>;
};

const HEADERS = { 'x-api-key': 'test-secret' };
/** So many calls fit in every window of the simulators; after them their clock goes on by the longest. */
const CALLS_BETWEEN = 45;
const LONGEST_WINDOW_MS = 1_201_000;

/** A copy with another value at a place, in every element where the path says so; a list that is not there stays so. */
function replaced(value: unknown, [step, ...rest]: MemberPath, next: () => unknown): unknown {
  if (step === undefined) return next();
  if (step === '*') return Array.isArray(value) ? value.map((one) => replaced(one, rest, next)) : value;
  return isMembers(value) ? { ...value, [step]: replaced(value[step], rest, next) } : { [step]: next() };
}

/** Gives the keys out in turns, from one of them on. */
function inTurns(keys: readonly unknown[], from: number): () => unknown {
  let given = from;
  return () => {
    given += 1;
    return keys[(given - 1) % keys.length];
  };
}

/** A user id that is no address. */
function ownNumber({ notifyVisitors, world }: Sandbox): string | undefined {
  const ids = Array.from({ length: world.people.count }, (_, index) => notifyVisitors.truth.userIdOfPerson(index));
  return ids.find((id) => id?.startsWith('CUST-'));
}

/** In every row that names the keys, the next of those that are none. */
function editRows({ endpoints, keys, form }: Join, from: number): (taped: Taped) => string {
  return ({ call, text }) => {
    const row = ENDPOINTS.find(({ id }) => id === endpointOf(call) && endpoints.includes(id));
    if (row === undefined) return text;
    const next = inTurns(NO_KEYS[form], from);
    const change = (record: unknown): unknown => {
      const own = keys.length > 1 ? next() : undefined;
      return keys.reduce((edited, path) => replaced(edited, path, keys.length > 1 ? () => own : next), record);
    };
    return recordsOf(row, text).reduce<string>((body, _record, index) => withRecord(row, body, index, change), text);
  };
}

function valuesOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data.flatMap(valuesOf);
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([name, value]) => (name === 'joined' ? [value] : valuesOf(value)));
}

/** Simulators behind a proxy, and for each question a gateway of its own over them. */
export async function startJoinLab(): Promise<JoinLab> {
  const clock = createVirtualClock(NOW);
  const calendar = createVirtualClock(NOW);
  const sandbox = await startSandbox({ seed: 1, size: 1, now: calendar.now });
  const proxy = await startEditingProxy(sandbox, (count) => {
    if (count % CALLS_BETWEEN === 0) calendar.advance(LONGEST_WINDOW_MS);
  });
  const variables = { expo: pastExpo(sandbox), user: ownNumber(sandbox) };
  const ask = async ({ parents }: Join, field: string, edit?: (taped: Taped) => string): Promise<Outcome> => {
    proxy.edit(edit);
    proxy.takeTaped();
    await using gateway = await startGateway({ clock, live: true, sandbox: proxy.sandbox });
    const { data, errors } = await gateway.ask(parents.replace('JOIN', field), { variables, headers: HEADERS });
    return { joined: valuesOf(data), errors, calls: proxy.takeTaped().length };
  };
  const alias = ({ join }: Join): string => `joined: ${join}`;
  return {
    parents: (join) => ask(join, 'joined: __typename'),
    joined: (join) => ask(join, alias(join)),
    without: (join, from) => ask(join, alias(join), editRows(join, from)),
    [Symbol.asyncDispose]: async () => {
      await proxy[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
