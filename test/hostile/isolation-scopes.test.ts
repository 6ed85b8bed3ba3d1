import { describe, expect, it } from 'vitest';
import { SCOPES, type ScopeName } from '../../src/model/consumer.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Golden, NOW } from '../golden/golden.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { GUARDED_FIELDS, guardsOf, isClosed, leavesOf } from './guarded-paths.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();

type Key = { readonly name: string; readonly secret: string; readonly scopes: ReadonlySet<string> };

function keyWithout(name: string, missing: readonly ScopeName[]): Key {
  return { name, secret: `secret-${name}`, scopes: new Set(SCOPES.filter((scope) => !missing.includes(scope))) };
}

const EVERYTHING = keyWithout('everything', []);
const DATA = SCOPES.filter((scope) => scope.startsWith('read:'));
/** One key without each scope that guards data, and one that has none of them. */
const NARROW: readonly Key[] = [
  ...DATA.map((scope) => keyWithout(`without-${scope.replace(':', '-')}`, [scope])),
  keyWithout('nothing', DATA),
];

type Question = { readonly query: string; readonly variables: Record<string, unknown> };

function askAs(gateway: TestGateway, { secret }: Key, { query, variables }: Question): Promise<Answer> {
  return gateway.ask(query, { variables, headers: { 'x-api-key': secret } });
}

/** What the full answer says at closed paths and nowhere else, nor the question: it must not come out anywhere. */
function secretsOf(full: Answer, { query, variables }: Question, key: Key): ReadonlySet<unknown> {
  const guards = guardsOf(query);
  const leaves = leavesOf(full.data).filter(({ value }) => typeof value === 'string' && value.length > 3);
  const closed = leaves.filter(({ path }) => isClosed(guards, path, (scope) => key.scopes.has(scope)));
  const open = leaves.filter(({ path }) => !isClosed(guards, path, (scope) => key.scopes.has(scope)));
  const secrets = new Set(closed.map(({ value }) => value));
  for (const { value } of open) secrets.delete(value);
  const asked = query + JSON.stringify(variables);
  for (const value of secrets) if (asked.includes(String(value))) secrets.delete(value);
  return secrets;
}

function check(answer: Answer, full: Answer, question: Question, key: Key): void {
  const guards = guardsOf(question.query);
  const has = (scope: string): boolean => key.scopes.has(scope);
  const leaves = leavesOf(answer.data);
  expect(leaves.filter(({ path }) => isClosed(guards, path, has))).toEqual([]);
  const secrets = secretsOf(full, question, key);
  expect(leaves.filter(({ value }) => secrets.has(value))).toEqual([]);
  const words = JSON.stringify(answer.errors.map(({ message, extensions }) => [message, extensions]));
  expect([...secrets].filter((secret) => words.includes(String(secret)))).toEqual([]);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(answer.errors.map(() => 'FORBIDDEN'));
}

/** Data and errors; which of two fields fails first is a matter of chance. */
function told({ data, errors }: Answer): unknown {
  return { data, errors: errors.map((error) => JSON.stringify(error)).sort() };
}

/** Asked by a narrow key alone, then beside a full one while the reads are under way, then by every narrow key when all is held. */
async function cross(golden: Golden, first: Key): Promise<void> {
  await using twin = await startGateway({ clock: createVirtualClock(NOW), live: true, consumers: NARROW });
  await using gateway = await startGateway({
    clock: createVirtualClock(NOW),
    live: true,
    consumers: [EVERYTHING, ...NARROW],
  });
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
    (await twin.ask(query, { variables, headers: { 'x-api-key': 'test-secret' } })).data;
  const variables = (await golden.variables?.(gateway.sandbox, ask)) ?? {};
  const question = { query: golden.query, variables };
  const alone = await askAs(twin, first, question);
  const [full, beside] = await Promise.all([askAs(gateway, EVERYTHING, question), askAs(gateway, first, question)]);
  expect(told(beside)).toEqual(told(alone));
  for (const key of NARROW) check(await askAs(gateway, key, question), full, question, key);
  check(beside, full, question, first);
}

describe('a key without a scope', () => {
  it.each(chosen(goldens, 40).map((golden, index) => [golden.name, golden, index] as const))(
    'learns nothing of what needs it, alone, beside a key that has it, or after it: %s',
    async (_name, golden, index) => {
      await cross(golden, NARROW[index % NARROW.length] ?? EVERYTHING);
    },
  );

  it('is tried on every field that asks for one', () => {
    const selected = new Set(goldens.flatMap(({ query }) => [...guardsOf(query).fields]));
    expect(GUARDED_FIELDS.filter((field) => !selected.has(field))).toEqual([]);
  });
});
