import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Upstream } from '../../../src/base/upstream.ts';
import { ENDPOINTS } from '../../golden/endpoint-calls.ts';
import { chosen, PROVING, runs } from '../../support/proof.ts';
import { type Case, caseOf, DRIFT_SEED, richest, type SeenRecords, seenRecords } from './cases.ts';
import { isDeclared } from './dependencies.ts';
import { type DriftLab, startDriftLab } from './lab.ts';
import { LEFT_OUT, NULL } from './mutations.ts';
import { checkCase, type Influences } from './rules.ts';
import { isIdentity, isNeeded, membersOf, nameOf } from './wire-records.ts';

const QUESTIONS = PROVING ? 6 : 1;
/** Of each upstream, in the quick suite. */
const FEW_ENDPOINTS = 6;
/** Many gateways are started for each endpoint. */
const TIMEOUT_MS = PROVING ? 1_200_000 : 240_000;

/** `contact.email` is part of `contact`; the id of a nested record decides whether there is one. */
function areApart(member: string, other: string): boolean {
  const [short = '', long = ''] = [member, other].sort((a, b) => a.length - b.length);
  const isPart = long.startsWith(`${short}.`) || long.startsWith(`${short}[`);
  return member !== other && !isPart && ![member, other].some((name) => /(?:^|\.)(?:id|date)$/.test(name));
}

/** Values that were seen to hang on several members of one record, without being declared. */
function undeclaredIn(influences: Influences): readonly string[] {
  const found = [...influences.values()].flatMap(({ endpoint, coordinates, members }) => {
    const around = coordinates.slice(0, -1);
    const own = coordinates.slice(-1);
    // What decides whether there is a record at all is beside what its values hang on.
    const inside = [...members].filter((member) => !around.some((one) => isDeclared(endpoint, member, one)));
    return inside
      .filter((member) => inside.some((other) => areApart(member, other)))
      .filter((member) => !own.some((one) => isDeclared(endpoint, member, one)))
      .map((member) => `${endpoint} ${member}: ${own}`);
  });
  return [...new Set(found)];
}

async function check(lab: DriftLab, one: Case, influences: Influences): Promise<void> {
  try {
    await checkCase(lab, one, influences);
  } catch (error) {
    const { mutation, path, id, call, question } = one;
    const what = `${mutation.name} (${mutation.meaning}) for "${nameOf(path)}" of ${id} in ${call}, asked by "${question.name}"`;
    throw new Error(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

async function checkAnyCase(lab: DriftLab, records: SeenRecords): Promise<void> {
  const pick = fc.nat({ max: 1_000_000 });
  const property = fc.asyncProperty(pick, pick, pick, pick, async (question, ...picks) => {
    await check(lab, caseOf(await records.at(question), picks), new Map());
  });
  await fc.assert(property, {
    ...runs(1, 16),
    ...(DRIFT_SEED !== undefined && { seed: DRIFT_SEED }),
    endOnFailure: true,
  });
}

/** Leaves out the members of one record, one after the other. */
async function checkInfluences(lab: DriftLab, records: SeenRecords): Promise<void> {
  const seen = richest(await records.widest());
  const influences: Influences = new Map();
  const paths = membersOf(seen.record).filter((path) => path.length > 1 || !isIdentity(seen.row, nameOf(path)));
  for (const path of chosen(paths, 1, { seed: DRIFT_SEED }))
    await check(lab, { ...seen, path, mutation: LEFT_OUT }, influences);
  expect(undeclaredIn(influences)).toEqual([]);
  if (PROVING && paths.length > 0)
    expect(influences.size, 'values that hang on a member of the record').toBeGreaterThan(0);
}

/** Takes away what a record is not one without, and the record itself. */
async function checkLoss(lab: DriftLab, records: SeenRecords): Promise<void> {
  const seen = richest(await records.at(0));
  const needed = membersOf(seen.record).filter((path) => path.length === 1 && isNeeded(seen.row, nameOf(path)));
  for (const path of chosen([[], ...needed], 1, { seed: DRIFT_SEED }))
    await check(lab, { ...seen, path, mutation: NULL }, new Map());
}

/** One member of one record of an upstream's answers comes changed: whatever does not hang on it stays as it was, byte by byte. */
export function describeDrift(upstream: Upstream): void {
  describe(`drift in the answers of ${upstream}`, () => {
    let lab: DriftLab;
    beforeAll(async () => {
      lab = await startDriftLab();
    }, TIMEOUT_MS);
    afterAll(() => lab[Symbol.asyncDispose]());
    const endpoints = ENDPOINTS.filter((one) => one.upstream === upstream);
    for (const [index, row] of chosen(endpoints, FEW_ENDPOINTS, { seed: DRIFT_SEED }).entries()) {
      it(
        `${row.id}: a changed member changes what hangs on it alone, and is told by its place alone`,
        async () => {
          const records = seenRecords(lab, row, QUESTIONS);
          expect(await records.at(0), 'records of it that a golden shows').not.toEqual([]);
          await checkAnyCase(lab, records);
          if (PROVING || index % 2 === 0) await checkInfluences(lab, records);
          if (PROVING || index % 2 === 1) await checkLoss(lab, records);
        },
        TIMEOUT_MS,
      );
    }
  });
}
