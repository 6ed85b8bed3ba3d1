import { expect } from 'vitest';
import { type Case, runWith, type Seen } from './cases.ts';
import { isDeclared } from './dependencies.ts';
import type { DriftLab, Outcome } from './lab.ts';
import { differences, type Leaf, type Leaves, withoutConsequences } from './leaves.ts';
import { PLANTED } from './mutations.ts';
import { holdsList, isIdentity, isNeeded, nameOf } from './wire-records.ts';

/** The members of one record that one value of an answer hangs on. */
export type Influence = {
  readonly endpoint: string;
  readonly coordinates: readonly string[];
  readonly members: Set<string>;
};
/** Every value that was seen to hang on a member, by record and path. */
export type Influences = Map<string, Influence>;

/** `Visitor.language`, the value of the graph that a place of an answer shows; before it those around it. */
export function coordinatesOf({ question: { places } }: Seen, { place }: Leaf): readonly string[] {
  const steps = place.split('.');
  return steps.flatMap((_step, index) => places.get(steps.slice(0, index + 1).join('.'))?.coordinate ?? []);
}

function isExpected(one: Case, leaf: Leaf): boolean {
  return coordinatesOf(one, leaf).some((coordinate) => isDeclared(one.row.id, nameOf(one.path), coordinate));
}

function isFree({ question: { places } }: Case, { place }: Leaf): boolean {
  return places.get(place)?.type === 'JSON';
}

type Change = { readonly before: Leaves; readonly after: Leaves };

/** A value of the record, or that the record itself comes, goes or moves: in a list, or as what another record refers to. */
function isOwn({ id }: Seen, leaf: Leaf, { before, after }: Change): boolean {
  const own = `#${id}`;
  const { path, keys, order, value } = leaf;
  if (id === undefined || keys.includes(own)) return true;
  if (order !== undefined) {
    // Several rows of one id, as the points of a series are, differ by their place among themselves: `#7~1`.
    const isOther = (key: string): boolean => key !== own && !key.startsWith(`${own}~`);
    const others = [before, after].map((leaves) => leaves.get(path)?.order?.filter(isOther));
    return others[0]?.join() === others[1]?.join();
  }
  const referred = [before, after].flatMap((leaves) => [...leaves.values()]);
  return value === 'null' && referred.some((one) => one.path.startsWith(`${path}.`) && one.keys.includes(own));
}

function pathsOf(leaves: readonly Leaf[]): readonly string[] {
  return leaves.map(({ path, value }) => `${path}: ${value}`);
}

function isAt(field: string, place: string): boolean {
  return field === place || field.endsWith(`.${place}`) || field.endsWith(`[]${place}`);
}

/** `days`, `days[]` and `days[].sent` of the last. */
function wholesOf(place: string): readonly string[] {
  const parts = place.split(/(?=\.|\[\])/);
  return parts.map((_part, index) => parts.slice(0, index + 1).join(''));
}

/** Whether a place of drift names this member, one that it is part of, or a part of what came in its place. */
function names({ row }: Case, member: string, place: string): boolean {
  const [endpoint, field = ''] = place.split(' ');
  if (endpoint !== row.id) return false;
  // Of a record as a whole the place is that of its list: `data[]`.
  if (member === '') return field.endsWith('[]');
  return wholesOf(member).some((whole) => isAt(field, whole)) || isWithin(member, place);
}

/** Whether the place is a part of the member: what came as a whole is a form that it may have. */
function isWithin(member: string, place: string): boolean {
  const [, field = ''] = place.split(' ');
  return wholesOf(field)
    .slice(0, -1)
    .some((whole) => isAt(whole, member));
}

/** Places of drift that the answers as they were did not have, or had less often. */
function newDrifts(one: Case, { drifts, taped }: Outcome): readonly string[] {
  const { base, path } = one;
  const asked = new Set(base.taped.map(({ call }) => call));
  // Other calls than before meet what the simulators send by themselves: then only what names the member is due to it.
  const onlyNamed = taped.some(({ call }) => !asked.has(call));
  return [...drifts].flatMap(([place, count]) => {
    const before = base.drifts.get(place) ?? 0;
    const isDue = names(one, nameOf(path), place) || (before === 0 && !onlyNamed);
    return count > before && isDue ? [place] : [];
  });
}

/** Counter and log tell the same places, each once; nothing tells what was planted. */
function checkTold({ drifts, log, metrics, errors }: Outcome): void {
  const lines = log.split('\n').filter((line) => line.includes('drift:'));
  const told = lines.map((line) => JSON.parse(line) as { readonly endpoint: string; readonly field: string });
  expect(told.map(({ endpoint, field }) => `${endpoint} ${field}`).toSorted()).toEqual([...drifts.keys()].toSorted());
  const texts = [log, metrics, JSON.stringify(errors)];
  expect(PLANTED.filter((planted) => texts.some((text) => text.includes(planted)))).toEqual([]);
}

function checkErrors({ row }: Case, { errors }: Outcome): void {
  const codes = new Set(errors.map(({ extensions }) => `${extensions.upstream} ${extensions.code}`));
  expect([...codes].filter((code) => code !== `${row.upstream} UPSTREAM_BAD_RESPONSE`)).toEqual([]);
}

function callsOf({ taped }: Outcome): string {
  return taped
    .map(({ call }) => call)
    .toSorted()
    .join('\n');
}

/** A row that is no record is left out of its list, as if it had not come; a single answer that is none fails its own fields. */
async function checkLostRecord(lab: DriftLab, one: Case, outcome: Outcome): Promise<void> {
  const isListed = holdsList(one.row, one.base.taped, one.call);
  // A whole answer of the wrong shape has no field to name: its error tells.
  if (isListed || one.path.length > 0) expect(newDrifts(one, outcome)).not.toEqual([]);
  if (isListed) {
    expect(outcome.errors).toEqual([]);
    const without = await runWith(lab, one, [], undefined);
    // A page with a row fewer may be the last one, where a full one is not: then other pages were read, and no other record is touched.
    if (callsOf(without) !== callsOf(outcome)) return checkOtherRecord(one, outcome);
    expect(pathsOf(differences(without.leaves, outcome.leaves))).toEqual([]);
    return;
  }
  checkErrors(one, outcome);
  const failed = outcome.errors.map(({ path = [] }) => path.filter((step) => typeof step === 'string').join('.'));
  const isFailed = ({ place }: Leaf): boolean => failed.some((at) => place === at || place.startsWith(`${at}.`));
  const changed = differences(one.base.leaves, outcome.leaves);
  const change = { before: one.base.leaves, after: outcome.leaves };
  expect(pathsOf(changed.filter((leaf) => !isOwn(one, leaf, change) && !isFailed(leaf)))).toEqual([]);
}

/** Another id than before: another record, and no other one is touched. */
function checkOtherRecord(one: Case, outcome: Outcome): void {
  checkErrors(one, outcome);
  if (outcome.errors.length > 0) return;
  const { joined } = influenceOf(one, outcome.leaves);
  expect(pathsOf(joined.filter(({ order, value }) => order === undefined && value !== 'null'))).toEqual([]);
}

/** The values that a change of one record made otherwise, without what follows from it, and which of them are not its own. */
export function influenceOf(
  seen: Seen,
  after: Leaves,
): { readonly all: readonly Leaf[]; readonly joined: readonly Leaf[] } {
  const before = seen.base.leaves;
  const all = withoutConsequences(differences(before, after), before, after);
  return { all, joined: all.filter((leaf) => !isOwn(seen, leaf, { before, after })) };
}

/** What hangs on a member is its own record's, or declared; it is noted for the comparison over all members. */
function noteInfluence(one: Case, absent: Outcome, influences: Influences): void {
  const { row, path } = one;
  const member = nameOf(path);
  const { all, joined } = influenceOf(one, absent.leaves);
  const undeclared = joined.filter((leaf) => !isExpected(one, leaf)).map((leaf) => coordinatesOf(one, leaf).at(-1));
  expect([...new Set(undeclared)], `${row.id} ${member}: values of other records that hang on it`).toEqual([]);
  for (const leaf of all.filter((value) => !isFree(one, value))) {
    const key = `${one.id} ${leaf.path}`;
    const known = influences.get(key) ?? {
      endpoint: row.id,
      coordinates: coordinatesOf(one, leaf),
      members: new Set(),
    };
    known.members.add(member);
    influences.set(key, known);
  }
}

async function checkMember(lab: DriftLab, one: Case, outcome: Outcome, influences: Influences): Promise<void> {
  const { base, path, mutation } = one;
  const member = nameOf(path);
  const told = newDrifts(one, outcome);
  expect(outcome.errors).toEqual([]);
  const named = told.filter((place) => names(one, member, place));
  // A row that needs this member is left out, and counted as a row too.
  const isRow = (place: string): boolean => named.length > 0 && names(one, '', place);
  expect(told.filter((place) => !named.includes(place) && !isRow(place))).toEqual([]);
  const changed = differences(base.leaves, outcome.leaves);
  if (mutation.meaning === 'same') {
    expect(pathsOf(changed.filter((leaf) => !isFree(one, leaf)))).toEqual([]);
    expect(told).toEqual([]);
    return;
  }
  if (changed.length === 0 && told.length === 0) return;
  const absent = mutation.value === undefined ? outcome : await runWith(lab, one, path, undefined);
  noteInfluence(one, absent, influences);
  const influenced = differences(base.leaves, absent.leaves).map((leaf) => leaf.path);
  // A record that hangs on the member may be null as a whole. Without the member another system may have told the same.
  const tellsMember = ({ path }: Leaf): boolean =>
    outcome.leaves.get(path)?.value === JSON.stringify(String(mutation.value));
  const isInfluenced = (leaf: Leaf): boolean =>
    tellsMember(leaf) || influenced.some((at) => at === leaf.path || at.startsWith(`${leaf.path}.`));
  const causes = withoutConsequences(changed, base.leaves, outcome.leaves);
  expect(pathsOf(causes.filter((leaf) => !isInfluenced(leaf) && !isExpected(one, leaf)))).toEqual([]);
  if (mutation.meaning === 'open' || named.some((place) => isWithin(member, place))) return;
  const beside = differences(absent.leaves, outcome.leaves).filter((leaf) => !isFree(one, leaf));
  expect(pathsOf(beside), 'as if the member were left out').toEqual([]);
  const isFreeJson = changed.some((leaf) => isFree(one, leaf));
  if (mutation.meaning === 'wrong' && changed.length > 0 && !isFreeJson) expect(told).not.toEqual([]);
}

/** Everything that must hold of one mutated record. */
export async function checkCase(lab: DriftLab, one: Case, influences: Influences): Promise<void> {
  const { row, path, mutation } = one;
  const outcome = await runWith(lab, one, path, mutation.value);
  checkTold(outcome);
  const [first] = path;
  const decides = mutation.meaning === 'open' ? isIdentity : isNeeded;
  const isRecord = path.length === 0 || (path.length === 1 && decides(row, String(first)));
  if (!isRecord || mutation.meaning === 'same') return checkMember(lab, one, outcome, influences);
  if (path.length === 0 && mutation.value === undefined) return;
  // A record that can do without its id (a setting that has one only once it is set) is no other without it.
  const isMissed = outcome.errors.length > 0 || newDrifts(one, outcome).length > 0;
  if (path.length > 0 && mutation.meaning === 'nothing' && !isMissed) return checkMember(lab, one, outcome, influences);
  return mutation.meaning === 'open' ? checkOtherRecord(one, outcome) : checkLostRecord(lab, one, outcome);
}
