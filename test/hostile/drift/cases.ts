import type { EndpointRow } from '../../../src/transport/call.ts';
import { GOLDENS } from '../../golden/all.ts';
import { endpointOf } from '../../golden/endpoint-calls.ts';
import type { Golden } from '../../golden/golden.ts';
import { chosen, PROVING } from '../../support/proof.ts';
import type { DriftLab, Outcome, Question } from './lab.ts';
import { LEFT_OUT, type Mutation, mutationsOf } from './mutations.ts';
import { placesOf, wideQuery } from './wide-query.ts';
import { idOf, type MemberPath, memberAt, membersOf, recordsOf, withMember, withRecord } from './wire-records.ts';

/** The quick suite tries the same cases every time: a dependency that nobody knew is for the proof to find, not for whoever changed something else. */
export const DRIFT_SEED = PROVING ? undefined : 7;

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();

/** A record of an upstream's answer that can be seen in the gateway's. */
export type Seen = {
  readonly row: EndpointRow;
  readonly question: Question;
  readonly base: Outcome;
  /** The upstream call whose answer holds it, and where. */
  readonly call: string;
  readonly index: number;
  readonly record: unknown;
  readonly id: string | undefined;
};

export type Case = Seen & { readonly path: MemberPath; readonly mutation: Mutation };

/** Records of one endpoint, question by question, each asked once. */
export type SeenRecords = {
  /** Of the question with this number, counted round; empty if there is none. */
  at(question: number): Promise<readonly Seen[]>;
  all(): Promise<readonly (readonly Seen[])[]>;
  /** Of the question that asks for most. */
  widest(): Promise<readonly Seen[]>;
};

function isVisible({ leaves }: Outcome, id: string | undefined): boolean {
  return id === undefined || [...leaves.values()].some(({ keys }) => keys.includes(`#${id}`));
}

function seenIn(row: EndpointRow, question: Question, base: Outcome): readonly Seen[] {
  const answers = base.taped.filter(({ call, status }) => status === 200 && endpointOf(call) === row.id);
  return answers.flatMap(({ call, text }) =>
    recordsOf(row, text)
      .map((record, index) => ({ row, question, base, call, index, record, id: idOf(row, record) }))
      .filter(({ id }) => isVisible(base, id)),
  );
}

function sizeOf(seen: Seen | undefined): number {
  return seen?.question.places.size ?? 0;
}

function asksFor({ query }: Golden, coordinate: string | undefined): boolean {
  if (coordinate === undefined) return true;
  return [...placesOf(wideQuery(query)).values()].some((place) => place.coordinate === coordinate);
}

/** The cheapest goldens that show records of the endpoint, at most so many; with `coordinate`, those that ask for that value too. */
export function seenRecords(lab: DriftLab, row: EndpointRow, most: number, coordinate?: string): SeenRecords {
  const able = goldens
    .filter((golden) => asksFor(golden, coordinate))
    .map((golden) => ({ golden, calls: golden.calls(lab.truth).cold }))
    .filter(({ calls }) => calls.some((call) => endpointOf(call) === row.id))
    .sort((a, b) => a.calls.length - b.calls.length);
  // The quick suite asks one of the cheapest, by the seed.
  const order = [...chosen(able.slice(0, 3), 3, { seed: DRIFT_SEED }), ...able.slice(3)];
  const looked = (async () => {
    const found: (readonly Seen[])[] = [];
    for (const { golden } of order) {
      if (found.length === most) break;
      const question = await lab.question(golden);
      const seen = seenIn(row, question, await lab.base(question));
      if (seen.length > 0) found.push(seen);
    }
    return found;
  })();
  return {
    at: async (question) => {
      const found = await looked;
      return found[question % found.length] ?? [];
    },
    all: () => looked,
    widest: async () => (await looked).toSorted(([a], [b]) => sizeOf(b) - sizeOf(a))[0] ?? [],
  };
}

/** The record with the most members. */
export function richest(seen: readonly Seen[]): Seen {
  const [most] = seen.toSorted((a, b) => membersOf(b.record).length - membersOf(a.record).length);
  if (most === undefined) throw new RangeError('no record is seen');
  return most;
}

/** Picks by numbers, so that every number is some case. */
export function caseOf(seen: readonly Seen[], picks: readonly [number, number, number]): Case {
  const one = seen[picks[0] % seen.length];
  if (one === undefined) throw new RangeError('no record is seen');
  const paths: readonly MemberPath[] = [[], ...membersOf(one.record)];
  const path = paths[picks[1] % paths.length] ?? [];
  const mutations = mutationsOf(memberAt(one.record, path));
  return { ...one, path, mutation: mutations[picks[2] % mutations.length] ?? LEFT_OUT };
}

/** Asks the question of a gateway whose upstream sends the record with one member changed. */
export function runWith(
  lab: DriftLab,
  { row, question, call, index }: Seen,
  path: MemberPath,
  value: unknown,
): Promise<Outcome> {
  return lab.run(question, (taped) =>
    taped.call === call ? withRecord(row, taped.text, index, (record) => withMember(record, path, value)) : taped.text,
  );
}
